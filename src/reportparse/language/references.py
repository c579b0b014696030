"""References: "see paragraph 6", "Table 2 below", "Appendix 1", and the records of the report that they point at."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count
from typing import NamedTuple, Protocol

from reportparse.language.model import Span
from reportparse.memo import Memo

# What reports call their parts, and how it is shortened.
_PARTS = {
    "paragraph": "paragraph", "para": "paragraph", "section": "section", "chapter": "chapter", "part": "part", "table": "table", "figure": "figure", "fig": "figure", "chart": "chart",
    "graph": "graph", "map": "map", "diagram": "diagram", "appendix": "appendix", "appendices": "appendix", "annex": "annex", "theme": "theme", "priority": "priority", "priorities": "priority",
    "objective": "objective", "outcome": "outcome", "aim": "aim", "indicator": "indicator", "recommendation": "recommendation", "page": "page", "p": "page", "pp": "page", "pillar": "pillar", "pledge": "pledge",
}  # fmt: skip
_DRAWN = ("figure", "chart", "graph", "map", "diagram", "illustration", "infographic")
_WORDS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")  # "Priority Two"
_NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}(?:[a-z](?!\w))?(?![\d%]|,\d)|(?-i:{'|'.join(_WORDS)})(?!\w)|[A-Z](?![\w’'])|[ivx]{{1,5}}(?!\w))"
_REFERENCE = re.compile(
    rf"\b({'|'.join(sorted(_PARTS, key=len, reverse=True))})s?\.?\s(?:numbers?\s|no\.\s)?({_NUMBER})((?:(?:,\s|\s?[-–]\s?|\s(?:to|and|&|or)\s){_NUMBER})*)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"\b(table|{'|'.join(_DRAWN)})s?\s(?:[a-z]+\s)?(above|below|overleaf|on\sthe\s(?:next|following)\spage)\b|\b(?:following|next)\s(table|{'|'.join(_DRAWN)})\b|\b(?:previous|preceding)\s(table|{'|'.join(_DRAWN)})\b",
    re.IGNORECASE,
)
_ACT = re.compile(r"(?:\(\w+\))*,?\s(?:of|to|under)\s(?:the\s)?(?:(?:19|20)\d\d\s)?(?:[A-Z]\w+\s|and\s|of\s|\(\w+\)\s)*(?:Act|Order|Regulations|Code|Bill)\b")
# A part of another paper: "paragraph 18 of their own report", "section 4 of the plan"; "of the report" may be this one.
_ELSEWHERE = re.compile(
    r"\s(?:of|in|to|from)\s(?:(?:the|an?)\s(?!(?:annual\s)?(?:report|paper)\b)|their\s|its\s|his\s|her\s|your\s|that\s)(?:[\w’'-]+\s){0,4}?"
    r"(?:plan|report|guidance|strategy|policy|letter|code|agreement|minutes|protocol|framework|constitution|manual)\b"
)
_WORD = re.compile(r"[A-Za-z]+")
_PART_WORDS = frozenset(_PARTS) | {f"{part}s" for part in _PARTS}
_BESIDE_WORDS = frozenset({"following", "next", "previous", "preceding", "table", "tables", *_DRAWN, *(f"{one}s" for one in _DRAWN)})
_MORE = re.compile(rf"(,\s|\s?[-–]\s?|\s(?:to|and|&|or)\s)({_NUMBER})")
_MOST = 40  # numbers of one range; a longer one is a slip


class Reference(NamedTuple):
    """Words that point at a part: its kind and number, or the direction it lies in ("above", "below")."""

    span: Span
    kind: str
    numbers: tuple[str, ...]
    direction: str | None = None


def find_references(text: str) -> list[Reference]:
    """The references of a text in order; those to an Act or another paper are none.

    >>> [(one.kind, one.numbers) for one in find_references("See paragraphs 6 to 8 and Appendix A.")]
    [('paragraph', ('6', '7', '8')), ('appendix', ('A',))]
    """
    found = []
    firsts = _find_firsts(text)
    for match in _match_at(_REFERENCE, _PART_WORDS, text, firsts):
        word, first = match[1].lower(), match[2]
        if first.isalpha() and not match[1][0].isupper() and first.isupper() and word not in ("appendix", "annex"):
            continue
        if not _ACT.match(text, match.end()) and not _ELSEWHERE.match(text, match.end()):
            found.append(Reference(Span(*match.span()), _PARTS[word], tuple(_all_numbers(first, match[3]))))
    for match in _match_at(_BESIDE, _BESIDE_WORDS, text, firsts):
        kind = next(group for group in match.groups()[:1] + match.groups()[2:] if group).lower()
        direction = "above" if match[4] or (match[2] or "").lower() == "above" else "below"
        found.append(Reference(Span(*match.span()), kind, (), direction))
    return sorted(found, key=lambda one: one.span)


def _find_firsts(text: str) -> list[tuple[int, str]]:
    """Where the words stand that a reference may begin with, in small letters: most pieces of a text need no further look."""
    pieces = text.split(" ")
    told = list(map(_FIRSTS.__getitem__, pieces))
    if not any(told):
        return []
    begins = accumulate(map(len, pieces), initial=0)  # with a blank less for each piece before
    return [
        (blanks + at + place, word)
        for blanks, at, firsts in zip(count(), begins, told)
        if firsts
        for place, word in firsts
    ]


def _read_piece(piece: str) -> list[tuple[int, str]]:
    """Those of a piece between blanks."""
    words = [(match.start(), match[0].lower()) for match in _WORD.finditer(piece)]
    return [(place, word) for place, word in words if word in _PART_WORDS or word in _BESIDE_WORDS]


_FIRSTS = Memo(_read_piece)


def _match_at(pattern: re.Pattern[str], words: frozenset[str], text: str, firsts: list[tuple[int, str]]) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, which begins with one of `words`; `firsts` tells where they are."""
    done = 0
    for start, word in firsts:
        if word in words and start >= done and (match := pattern.match(text, start)):
            done = match.end()
            yield match


def _all_numbers(first: str, more: str) -> Iterator[str]:
    yield _digits(first)
    for link, number in _MORE.findall(more):
        if link.strip() in ("-", "–", "to") and first.isdigit() and number.isdigit():
            yield from map(str, range(int(first) + 1, min(int(number), int(first) + _MOST)))
        yield _digits(number)
        first = number


def _digits(number: str) -> str:
    return str(_WORDS.index(number) + 1) if number in _WORDS else number


class _Part(Protocol):
    @property
    def id(self) -> str: ...


class _Numbered(_Part, Protocol):
    @property
    def number(self) -> str | None: ...


class _Section(_Numbered, Protocol):
    @property
    def parent(self) -> str | None: ...
    @property
    def page(self) -> int: ...


class _Paragraph(_Numbered, Protocol):
    @property
    def section(self) -> str | None: ...


class _Picture(_Part, Protocol):
    @property
    def caption(self) -> str | None: ...


@dataclass(frozen=True)
class Targets:
    """The parts of a report that a text of it can point at."""

    order: Sequence[str]
    """Ids of all records in reading order."""
    sections: Sequence[_Section] = ()
    paragraphs: Sequence[_Paragraph] = ()
    tables: Sequence[_Numbered] = ()
    pictures: Sequence[_Picture] = ()

    def resolve(self, reference: Reference, record: str) -> list[str]:
        """Ids of the records that a text of `record` points at; none where they are not in the report, or not told apart."""
        if reference.direction:
            beside = self._beside(reference, record)
            return [beside] if beside else []
        found = (self._find(reference.kind, number, record) for number in reference.numbers)
        return list(dict.fromkeys(name for name in found if name and name != record))

    def _find(self, kind: str, number: str, record: str) -> str | None:
        if kind == "paragraph":
            return self._nearest(self._by_number.get(_bare(number), []), record)
        if kind == "page":
            starting = self._by_page.get(number, [])
            return starting[0] if len(starting) == 1 else None
        name = f"{kind} {_bare(number)}"
        return self._named.get(name) or (self._named.get(_bare(number)) if kind in ("section", "chapter") else None)

    @cached_property
    def _named(self) -> Mapping[str, str]:
        """What a part is called, "appendix 1", to its id; the first holds."""
        named: dict[str, str] = {}
        for part in (*self.sections, *self.tables):
            for name in _names_of(part.number or ""):
                named.setdefault(name, part.id)
        for picture in self.pictures:
            match = _REFERENCE.match(picture.caption or "")
            if match:
                named.setdefault(f"{_PARTS[match[1].lower()]} {_bare(match[2])}", picture.id)
        return named

    @cached_property
    def _by_number(self) -> Mapping[str, list[_Paragraph]]:
        by_number: dict[str, list[_Paragraph]] = {}
        for paragraph in self.paragraphs:
            if paragraph.number:
                by_number.setdefault(_bare(paragraph.number), []).append(paragraph)
        return by_number

    @cached_property
    def _by_page(self) -> Mapping[str, list[str]]:
        by_page: dict[str, list[str]] = {}
        for section in self.sections:
            by_page.setdefault(str(section.page), []).append(section.id)
        return by_page

    @cached_property
    def _lines(self) -> Mapping[str, list[str]]:
        """Each section to the sections that it is in, itself first."""
        parents = {section.id: section.parent for section in self.sections}
        lines = {}
        for name in parents:
            line: list[str] = []
            at: str | None = name
            while at is not None and at not in line:
                line.append(at)
                at = parents.get(at)
            lines[name] = line
        return lines

    def _nearest(self, paragraphs: Sequence[_Paragraph], record: str) -> str | None:
        """The paragraph of that number: the only one, or else the one in the closest section around the text."""
        if len(paragraphs) == 1:
            return paragraphs[0].id
        own = next((paragraph.section for paragraph in self.paragraphs if paragraph.id == record), None)
        for section in self._lines.get(own or "", []):
            inside = [one for one in paragraphs if section in self._lines.get(one.section or "", [])]
            if inside:
                return inside[0].id if len(inside) == 1 else None
        return None

    def _beside(self, reference: Reference, record: str) -> str | None:
        """The next table or picture before the next section begins; the last one, though a part of the section began since."""
        parts: Sequence[_Part] = self.tables if reference.kind == "table" else self.pictures
        wanted = {part.id for part in parts}
        ends = {one.id for one in self.sections if reference.direction == "below" or one.parent is None}
        if record not in self._places:
            return None
        at = self._places[record]
        others = self.order[at + 1 :] if reference.direction == "below" else reversed(self.order[:at])
        for name in others:
            if name in wanted:
                return name
            if name in ends:
                return None
        return None

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self.order)}


def _names_of(number: str) -> Iterator[str]:
    """What a number as printed can be called by: "Indicator 6 & 7" is indicator 6 and indicator 7."""
    match = _REFERENCE.match(number)
    if match:
        for one in _all_numbers(match[2], match[3]):
            yield f"{_PARTS[match[1].lower()]} {_bare(one)}"
    elif number:
        yield _bare(number)


def _bare(number: str) -> str:
    return _digits(number.strip("().[] ")).lower()
