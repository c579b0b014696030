"""Whose a number is where another force has it: "Kent has 4,131 officers. Essex Police had 3,755"."""

import re
from functools import cache

from reportparse.comparison.terms.wording import find_sentence
from reportparse.models.facts import Figure
from reportparse.registry.areas import areas

_HAS = (
    r"(?:had|has|have|recorded|reported|saw|took|made|used|solved|answered|employed|employs|was|is|stood|came|dealt|with|at)"
)
_FORCE = re.compile(r"\b(?:Police|Constabulary)\b")


def with_force(figure: Figure, text: str, area: str | None) -> Figure:
    """The figure, its place the force of another area that has so many, where no place is told."""
    force = "" if figure.place or not text else find_other_force(text, figure.source.start, area)
    return figure.model_copy(update={"place": force}) if force else figure


def find_other_force(text: str, at: int, area: str | None) -> str:
    """The force of another area that is the subject of the clause of a number at a place in a text; else empty.

    >>> find_other_force("A neighbour, Sussex Police, had 3,085.", 32, "kent")
    'Sussex Police'
    >>> find_other_force("With Essex Police we have 120 officers.", 26, "kent")
    ''
    """
    if not area:
        return ""
    start, _ = find_sentence(text, at)
    before = text[start:at]
    match = _had_by_force().search(before) if _FORCE.search(before) else None
    return match["force"] if match and _area_of()[match["force"]] != area else ""


@cache
def _area_of() -> dict[str, str]:
    return {each.name: area.id for area in areas() for each in area.forces if _FORCE.search(each.name)}


@cache
def _had_by_force() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _area_of()), key=len, reverse=True))
    return re.compile(
        rf"(?:^\W*|(?<!Police )\band\s|[,;:(]\s|\b(?:but|while|whilst|whereas|neighbour|neighbouring)\s)(?:the\s)?"
        rf"(?P<force>{names})(?:,?\s{_HAS}(?:\s[a-z]+){{0,3}})?\s$"
    )
