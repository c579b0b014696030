"""Where on its page the words of a figure stand."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from reportparse.geometry import Box, unite
from reportparse.layout import FlowLine, Line
from reportparse.pdf import Word
from reportparse.pictures import Picture
from reportparse.record.parts import Parts
from reportparse.structure import Paragraph, Span, Strip
from reportparse.tables import Table

Place = tuple[int, Box]

_HYPHENS = "-\u00ad\u2010\u2011"


class Finder:
    """Finds the words of a record again among the lines of its pages."""

    def __init__(self, parts: Parts) -> None:
        """Sort the lines of all pages."""
        self._lines: defaultdict[int, list[Line]] = defaultdict(list)
        for item in parts.flow:
            if isinstance(item, FlowLine):
                self._lines[item.line.page].append(item.line)
        self._streams: dict[str, _Stream] = {}

    def find(self, record: Paragraph | Table | Picture | Strip, figure: dict[str, Any]) -> Place:
        """The page and the box of a figure's own words; of its cell in a table, of the whole in a strip or chart."""
        if isinstance(record, Strip | Picture):
            return record.page, record.bbox
        source = figure["source"]
        if isinstance(record, Table):
            return _find_cell(record, source["row"], source["column"])
        part = _find_part(record, source["id"])
        if part.id not in self._streams:
            self._streams[part.id] = _Stream(part.text, self._words(part.spans or record.spans))
        found = self._streams[part.id].find(source["start"], source["end"])
        spans = part.spans or record.spans
        return found or (spans[0].page, spans[0].bbox)

    def _words(self, spans: list[Span]) -> Iterator[tuple[int, Word]]:
        for page, (left, top, right, bottom) in spans:
            for line in self._lines[page]:
                x0, high, x1, low = line.box
                if top <= (high + low) / 2 <= bottom and left <= (x0 + x1) / 2 <= right:
                    for word in line.words:
                        yield page, word


class _Stream:
    """A record's text beside the letters of its words in order, with where each word's letters end."""

    def __init__(self, text: str, words: Iterator[tuple[int, Word]]) -> None:
        told = list(words)
        texts = _drop_hyphens(" ".join(["".join(word.text.split()) for _, word in told])).split(" ") if told else []
        self._words = [place for place, letters in zip(told, texts, strict=True) if letters]
        self._letters, self._ends = "".join(texts), list(accumulate(map(len, filter(None, texts))))
        self._text, self._said = text, _squeeze(text)

    def find(self, start: int, end: int) -> Place | None:
        """The words that say the text from `start` to `end`; None where the page does not have them in a row.

        What a paragraph's text leaves out (its number, marks of notes) and what it mends (words broken over a line)
        moves the letters by a few, so that of several places the one nearest in order is meant.
        """
        key = _squeeze(self._text[start:end])
        before = len(_squeeze(self._text[:start]))
        places = list(_find_all(self._letters, key)) if key else []
        if not places:
            return None
        said = list(_find_all(self._said, key))
        same = sum(at < before for at in said)
        at = places[same] if len(places) == len(said) else min(places, key=lambda place: abs(place - before))
        words = self._words[bisect_right(self._ends, at) : bisect_left(self._ends, at + len(key)) + 1]
        page = words[0][0]
        return page, unite([word.box for number, word in words if number == page])


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
