"""Figures by what they say and where they stand, and how much of a report each theme has."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportparse.models.content import Callout, Paragraph, Picture, Section, Table, ThemeScore
from reportparse.models.facts import Figure

_WORD = re.compile(r"[^\W_]+")


class Home(NamedTuple):
    """Where a figure's record stands."""

    sections: tuple[Section, ...] = ()
    """The section and those that it is a part of, from the innermost."""
    themes: tuple[ThemeScore, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How much of a report is about a theme."""

    id: str
    share: float
    """Of the letters of all paragraphs that have themes, in percent; each counts for its first theme."""
    paragraphs: int
    """Those about it, first or not."""
    tables: int
    figures: int
    """In the paragraphs and tables about it."""


def find_homes(
    sections: Iterable[Section], records: Iterable[Paragraph | Table | Callout | Picture]
) -> dict[str, Home]:
    """Where each record stands, by its id, and each footnote: with the paragraph that has its mark."""
    by_id = {section.id: section for section in sections}
    homes: dict[str, Home] = {}
    for record in records:
        chain: list[Section] = []
        name = record.section
        while name in by_id and by_id[name] not in chain:
            chain.append(by_id[name])
            name = by_id[name].parent
        themes = () if isinstance(record, Callout) else tuple(record.themes)
        homes[record.id] = Home(tuple(chain), themes)
        if isinstance(record, Paragraph):
            homes |= dict.fromkeys(record.footnotes, homes[record.id])
    return homes


def home_of(figure: Figure, homes: Mapping[str, Home]) -> Home:
    """Where the figure stands; an item's id begins with its paragraph's."""
    return homes.get(figure.source.id) or homes.get(figure.source.id.partition(".")[0]) or Home()


def names_measure(figure: Figure, words: str) -> bool:
    """Whether each of the words is in the figure's measure or unit; plurals do not matter."""
    told = _stems(f"{figure.measure or ''} {figure.unit or ''}")
    return all(word in told for word in _stems(words))


def _stems(text: str) -> set[str]:
    """Words without the endings of plurals.

    >>> sorted(_stems("Burglaries of homes"))
    ['burglary', 'home', 'of']
    """
    words = (word.casefold() for word in _WORD.findall(text))
    return {re.sub(r"(?<=\w{2})ies$", "y", word) if word.endswith("ies") else re.sub(r"(?<=[^s])s$", "", word)
            for word in words}  # fmt: skip


def is_same_period(period: str | None, wanted: str) -> bool:
    """Whether a period is the one wanted, however its dash is written.

    >>> is_same_period("2020/21", "2020-21"), is_same_period("2020-05", "2020-05"), is_same_period(None, "2020")
    (True, True, False)
    """
    years = re.fullmatch(r"(\d{4})[–/-](\d\d(?:\d\d)?)", wanted.strip())
    label = wanted.strip()
    if years and (len(years[2]) == 4 or (int(years[1]) + 1) % 100 == int(years[2])):
        label = f"{years[1]}/{years[2][-2:]}"
    return period in (label, wanted.strip())


def is_in_section(home: Home, wanted: str) -> bool:
    """Whether a section that holds the figure has that id, number or title."""
    folded = wanted.casefold()
    return any(
        folded in (section.id, (section.number or "").casefold(), section.title.casefold()) for section in home.sections
    )


def count_themes(
    paragraphs: Sequence[Paragraph], tables: Sequence[Table], figures: Sequence[Figure], homes: Mapping[str, Home]
) -> list[ThemeCount]:
    """Each theme with its share of the text, the largest first."""
    letters: dict[str, int] = {}
    whole = 0
    for paragraph in paragraphs:
        length = len(paragraph.text)
        if paragraph.themes:
            whole += length
            letters[paragraph.themes[0].id] = letters.get(paragraph.themes[0].id, 0) + length
    in_text = [theme.id for paragraph in paragraphs for theme in paragraph.themes]
    in_tables = [theme.id for table in tables for theme in table.themes]
    in_figures = [theme.id for figure in figures for theme in home_of(figure, homes).themes]
    counts = [
        ThemeCount(
            theme,
            round(100 * letters.get(theme, 0) / max(1, whole), 1),
            in_text.count(theme),
            in_tables.count(theme),
            in_figures.count(theme),
        )
        for theme in dict.fromkeys([*in_text, *in_tables])
    ]
    return sorted(counts, key=lambda count: (-count.share, -count.paragraphs, count.id))
