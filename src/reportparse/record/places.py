"""Where on its page the words of a figure stand."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any

from reportparse.geometry import Box, unite
from reportparse.layout import FlowLine, Line
from reportparse.pdf import Word
from reportparse.pictures import Picture
from reportparse.record.parts import Parts
from reportparse.structure import Footnote, Paragraph, Span, Strip
from reportparse.tables import Table

Place = tuple[int, Box]
Readable = Paragraph | Table | Picture | Strip | Footnote
"""A record that figures are read from."""

_HYPHENS = "-\u00ad\u2010\u2011"


class Finder:
    """Finds the words of a record again among the lines of its pages."""

    def __init__(self, parts: Parts) -> None:
        """Sort the lines of all pages, each with the middle of its box."""
        self._lines: defaultdict[int, list[tuple[float, float, Line]]] = defaultdict(list)
        for item in parts.flow:
            if isinstance(item, FlowLine):
                x0, top, x1, bottom = item.line.box
                self._lines[item.line.page].append(((x0 + x1) / 2, (top + bottom) / 2, item.line))
        self._streams: dict[str, _Stream] = {}

    def find(self, record: Readable, figure: dict[str, Any]) -> Place:
        """The page and the box of a figure's own words; of its cell in a table, of the whole in a strip or chart."""
        if isinstance(record, Strip | Picture):
            return record.page, record.bbox
        source = figure["source"]
        if isinstance(record, Table):
            return _find_cell(record, source["row"], source["column"])
        part = record if isinstance(record, Footnote) else _find_part(record, source["id"])
        spans = part.spans or record.spans
        if part.id not in self._streams:
            self._streams[part.id] = _Stream(part.text, self._lines_in(spans))
        found = self._streams[part.id].find(source["start"], source["end"])
        return found or (spans[0].page, spans[0].bbox)

    def _lines_in(self, spans: Iterable[Span]) -> list[Line]:
        return [
            line
            for page, (left, top, right, bottom) in spans
            for x, y, line in self._lines[page]
            if top <= y <= bottom and left <= x <= right
        ]


class _Stream:
    """A record's text beside the letters of its lines in order, with where each line's letters end."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        letters = [_squeeze(line.text) for line in lines]
        self._lines, self._letters, self._ends = lines, "".join(letters), list(accumulate(map(len, letters), initial=0))
        self._text = text

    @cached_property
    def _said(self) -> str:
        return _squeeze(self._text)

    def find(self, start: int, end: int) -> Place | None:
        """The words that say the text from `start` to `end`; None where the page does not have them in a row.

        What a paragraph's text leaves out (its number, marks of notes) and what it mends (words broken over a line)
        moves the letters by a few, so that of several places the one nearest in order is meant.
        """
        key = _squeeze(self._text[start:end])
        places = list(_find_all(self._letters, key)) if key else []
        if not places:
            return None
        at = places[0] if len(places) == 1 else self._choose(places, key, len(_squeeze(self._text[:start])))
        words = list(self._words(at, at + len(key)))
        page = words[0][0]
        return page, unite([word.box for number, word in words if number == page])

    def _choose(self, places: list[int], key: str, before: int) -> int:
        """The one of several places of a number that has as many letters, or as many equal numbers, before it."""
        said = list(_find_all(self._said, key))
        if len(said) == len(places):
            return places[said.index(before)]
        return min(places, key=lambda place: abs(place - before))

    def _words(self, start: int, end: int) -> Iterator[tuple[int, Word]]:
        """The words of the letters from `start` to `end`, each with its page."""
        first = bisect_right(self._ends, start) - 1
        last = self._ends[first]
        stop = bisect_left(self._ends, end)
        for line, (begun, ended) in zip(self._lines[first:stop], pairwise(self._ends[first : stop + 1]), strict=True):
            for word, size in zip(line.words, self._measure(line, ended - begun), strict=True):
                begin, last = last, last + size
                if begin < end and start < last and begin < last:
                    yield line.page, word

    @staticmethod
    def _measure(line: Line, whole: int) -> list[int]:
        """How many letters each word of a line has in the stream, which are `whole`; most lines have no hyphens."""
        texts = [word.text for word in line.words]
        sizes = list(map(len, texts))
        return sizes if sum(sizes) == whole else [len(_squeeze(text)) for text in texts]


def _squeeze(text: str) -> str:
    """Without white space and hyphens, which lines and pages change.

    >>> _squeeze("four-fifths of 12 000")
    'fourfifthsof12000'
    """
    return _drop_hyphens("".join(text.split()))


def _drop_hyphens(text: str) -> str:
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "")
    return text


def _find_all(text: str, key: str) -> Iterator[int]:
    at = text.find(key)
    while at >= 0:
        yield at
        at = text.find(key, at + 1)


def _find_part(paragraph: Paragraph, name: str) -> Any:
    """The paragraph itself, or an item of its list."""
    parts = [paragraph, *paragraph.items]
    while parts:
        part: Any = parts.pop()
        if part.id == name:
            return part
        parts += part.items if part is not paragraph else []
    raise KeyError(name)


def _find_cell(table: Table, row: int, column: int) -> Place:
    cell = next(cell for cell in table.rows[row] if cell.column == column)
    return cell.page or table.spans[0].page, cell.box or table.spans[0].bbox
