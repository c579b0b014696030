"""Which of two value axes a series belongs to: told by its colour, its name or its printed values; else by nothing."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportparse.geometry import Box, unite
from reportparse.pdf import Color
from reportparse.pictures.labels import Label
from reportparse.pictures.legend import is_in_color
from reportparse.pictures.readings import choose_scale
from reportparse.pictures.scales import Axis, Scale
from reportparse.pictures.values import Mark

# The title of an axis stands this near to its tick labels, in type sizes.
TITLE_EM = 2.5
_WORD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"\(.*?\)|\[.*?\]")
_SIDES = (
    re.compile(r"\b(?:left|primary)\b[- ]*(?:hand\b)?[- ]*(?:axis|scale|side)|\bLH[AS]\b", re.IGNORECASE),
    re.compile(r"\b(?:right|secondary)\b[- ]*(?:hand\b)?[- ]*(?:axis|scale|side)|\bRH[AS]\b", re.IGNORECASE),
)


class DrawnSeries(NamedTuple):
    """The marks of one colour, before they have values."""

    name: str | None
    color: Color
    marks: list[Mark]


def choose_scales(
    axes: Sequence[Axis], series: Sequence[DrawnSeries], labels: Iterable[Label], foot: float | None
) -> list[tuple[str | None, Scale | None]]:
    """(name, scale) of each series: of two axes the one that has its colour or its name; it may give its title."""
    scale = choose_scale(axes, [mark for one in series for mark in one.marks], foot)
    if scale is not None or len(axes) < 2:
        return [(one.name, scale) for one in series]
    titles = [find_axis_title(axis, labels) for axis in axes]
    chosen: list[tuple[str | None, Scale | None]] = []
    for one in series:
        own = [place for place, axis in enumerate(axes) if _is_of(one, axis, titles[place], axes)]
        if len(own) == 1:
            chosen.append((one.name or titles[own[0]], choose_scale([axes[own[0]]], one.marks, foot)))
        else:
            chosen.append((one.name, None))
    return chosen


def find_axis_title(axis: Axis, labels: Iterable[Label]) -> str | None:
    """The turned text beside the tick labels of an axis, or the text right above them."""
    ticks, size = unite([label.box for label in axis.labels]), axis.labels[0].size
    near = [label for label in labels if label.amount is None and _is_beside(label, ticks, TITLE_EM * size)]
    return near[0].text if len(near) == 1 else None


def _is_beside(label: Label, ticks: Box, far: float) -> bool:
    is_turned = label.line.words[0].angle in (90, 270)
    is_high = ticks.top <= label.top <= ticks.bottom if is_turned else 0 <= ticks.top - label.top <= far
    return is_high and ticks.x0 - far <= label.x <= ticks.x1 + far


def _is_of(one: DrawnSeries, axis: Axis, title: str | None, axes: Sequence[Axis]) -> bool:
    """Whether a series has the colour of an axis, names its side, or has a name that its title has."""
    side = [pattern.search(one.name or "") is not None for pattern in _SIDES]
    if side[0] != side[1]:
        return (axis is axes[0]) == side[0]
    return is_in_color(axis.labels[0], one.color) or _are_alike(one.name or "", title or "")


def _are_alike(name: str, title: str) -> bool:
    """Whether all words of one text stand in the other.

    >>> _are_alike("Charge rate", "Charge rate (%)"), _are_alike("Calls", "Minutes to answer")
    (True, False)
    """
    one, other = ({word.lower() for word in _WORD.findall(_BRACKET.sub("", text))} for text in (name, title))
    return bool(one and other) and (one <= other or other <= one)
