"""What a record was read from, in words; and a short hash of them, by which it is known again in another reading."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from reportparse.models import Report
from reportparse.models.content import Picture, Table
from reportparse.models.facts import Figure
from reportparse.models.report import walk_items


class Source(NamedTuple):
    """The text that a figure was read from."""

    text: str
    start: int
    end: int
    path: str
    """For a cell the headers that name it, else empty."""


class Sources:
    """Where the figures of a report come from."""

    def __init__(self, report: Report) -> None:
        """Index the texts by record."""
        self._texts = {record.id: record.text for record in report.paragraphs}
        for paragraph in report.paragraphs:
            self._texts |= {item.id: item.text for item in walk_items(paragraph.items)}
        self._texts |= {callout.id: callout.title or "" for callout in report.callouts}
        self._texts |= {picture.id: " ".join(picture.labels) for picture in report.pictures}
        self._cells = {
            (table.id, cell.row, cell.column): (table, cell) for table in report.tables for cell in table.cells
        }

    def of(self, figure: Figure) -> Source:
        """The text of its record, and where in it the figure stands; of its words alone where that is not known."""
        source = figure.source
        place = (source.id, source.row or 0, source.column or 0)
        if source.kind == "cell" and place in self._cells:
            table, cell = self._cells[place]
            path = table.header_path(cell)
            return Source(cell.text, source.start, source.end, " / ".join((*path.row, *path.column)))
        text = self._texts.get(source.id, figure.text)
        if source.end > len(text):
            return Source(figure.text, 0, len(figure.text), "")
        return Source(text, source.start, source.end, "")


def hash_words(report: Report) -> dict[str, str]:
    """By id, 16 hexadecimal digits of the words that each section, paragraph, table, picture and figure was read from.

    A corrected field does not count: the hash is of what the report says.
    """
    return {name: hashlib.sha256(words.encode()).hexdigest()[:16] for name, words in _words(report)}


def _words(report: Report) -> Iterator[tuple[str, str]]:
    yield from ((section.id, str(section.was.get("title", section.title))) for section in report.sections)
    yield from ((p.id, f"{p.was.get('number', p.number)} {p.text}") for p in report.paragraphs)
    yield from ((table.id, _table_words(table)) for table in report.tables)
    yield from ((picture.id, _picture_words(picture)) for picture in report.pictures)
    sources = Sources(report)
    for figure in report.figures:
        text, start, end, path = sources.of(figure)
        yield figure.id, f"{path}\n{text[:start]}\n{text[start:end]}\n{text[end:]}"


def _table_words(table: Table) -> str:
    return "\n".join([str(table.was.get("caption", table.caption)), *(cell.text for cell in table.cells)])


def _picture_words(picture: Picture) -> str:
    return "\n".join([str(picture.page), str(picture.was.get("caption", picture.caption)), *picture.labels])
