"""Running heads and feet, page numbers and watermarks: told by repetition at one place, never by the margin alone."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple

from reportparse.layout.blank_pages import find_blank_pages
from reportparse.layout.echoes import find_echoes, find_lone_heads
from reportparse.layout.lines import Line, find_lines, make_line
from reportparse.layout.navigation import find_navigation
from reportparse.layout.opening_rows import VALUE, opens_rest
from reportparse.layout.page_rules import leave_page_rules
from reportparse.layout.quote_marks import find_quote_marks
from reportparse.layout.running_parts import find_shared
from reportparse.layout.thumb_tabs import find_thumb_tabs
from reportparse.layout.watermarks import find_watermarks
from reportparse.pdf import Page, Word

# A place is a baseline, to this many points.  Producers put running heads at one height; three points allow for
# pages of a few tenths' difference in size.
PLACE_PT = 3.0
# A text is repeated if it stands at its place on at least this many pages ...
MIN_REPEATS = 3
# ... and a place is one of furniture if at least this share of what stands there is repeated or a page number.
# Body text that begins at the same height on every page has shares below 0.1; heads that change by chapter above 0.6.
MIN_PURITY = 0.6
# Page numbers stand on at least this share of the pages from the first to the last that they count: every other page
# where left and right pages differ, fewer where pictures fill some.
MIN_RUN = 0.3
# Rows of a table stand as far apart as the next ones, by this factor; their types differ by less than this, in points.
MAX_ROW_STEP, SAME_SIZE_PT = 1.3, 0.1
# A running head that says a heading again stands within so many lines of the edge.
ECHO_DEPTH = 1
# What runs on pages of another size is no larger than elsewhere by more than this: A3 has type of 1.4 times A4's.
MAX_LARGER = 1.5
# A footnote begins this near behind its mark, in sizes of its type: word processors indent it by up to a centimetre.
MAX_MARK_GAP_EM = 4.0
# What stands beside a page number and is no sentence is a title of fewer words.
MIN_NOTE_WORDS = 8
# How many lines from the edge of the text a head or foot may be: three lines are the most seen in agenda packs.
MAX_DEPTH = 4

_NUMBER = re.compile(
    r"^(?:[-–—|\[(\s]*)(?:page|tudalen)?\s*(\d{1,4}|(?a:[ivxlc]){1,7})\s*(?:(?:of|o|/)\s*\d{1,4})?(?:[-–—|\])\s]*)$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
# A day in figures: what repeats of numbers alone and is no value.
_DAY = re.compile(r"\d{1,4}([/.–-])\d{1,2}\1\d{1,4}")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Furniture(NamedTuple):
    """A line that belongs to the page and not to the text."""

    line: Line
    is_page_number: bool


class _Candidate(NamedTuple):
    line: Line
    depth: int
    """How many lines from the top or bottom edge, from 0."""
    is_foot: bool
    key: str
    offset: int | None
    """Printed page number less the page's place in the file."""


def take_furniture(pages: Sequence[Page]) -> tuple[list[Furniture], list[Page]]:
    """Split off what repeats at the head, foot or across the pages; hand on the pages without it."""
    candidates = [candidate for page in pages for candidate in _find_candidates(page)]
    echoes = find_echoes([item.line for item in candidates if item.depth <= ECHO_DEPTH], pages)
    marks = (Furniture(line, is_page_number=False) for page in pages for line in find_quote_marks(page))
    repeated = list(_find_repeated(candidates, len(pages), echoes))
    repeated += list(_find_on_other_sizes(candidates, repeated, pages))
    others = _find_other_numbers(candidates, repeated)
    heads = [item.line for item in candidates if item.depth <= ECHO_DEPTH and not item.is_foot]
    lone = find_lone_heads(heads, echoes, pages, [item.line for item in repeated])
    lines = chain(find_watermarks(pages), find_navigation(pages), lone)
    found = list(chain(repeated, others, (Furniture(line, is_page_number=False) for line in lines), marks))
    gone: dict[int, set[int]] = defaultdict(set)
    for item in found:
        gone[item.line.page].update(word.order for word in item.line.words)
    for number, words in find_thumb_tabs(pages).items():
        if gone[number].isdisjoint(word.order for word in words):
            found.append(Furniture(make_line(number, words), is_page_number=False))
            gone[number].update(word.order for word in words)
    for line in list(find_blank_pages(pages, gone)):
        found.append(Furniture(line, is_page_number=False))
        gone[line.page].update(word.order for word in line.words)
    rest = [_leave(page, gone[page.number]) if page.number in gone else page for page in pages]
    return found, leave_page_rules(rest, (item.line for item in found))


def _leave(page: Page, gone: set[int]) -> Page:
    return page._replace(words=tuple([word for word in page.words if word.order not in gone]))


def _find_candidates(page: Page) -> Iterator[_Candidate]:
    """The outermost lines of a page, pieces on one baseline at the same depth."""
    lines = find_lines(page.number, _outer_words(page))
    levels = sorted({round(line.baseline, 1) for line in lines})
    rank: dict[float, int] = {}
    count = -1
    last = float("-inf")
    for level in levels:
        count += level - last > PLACE_PT
        rank[level], last = count, level
    ranked: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        ranked[rank[round(line.baseline, 1)]].append(line)
    for above, row in ranked.items():
        depth = min(above, count - above)
        below = ranked.get(above + 1, ())
        if depth >= MAX_DEPTH or opens_rest(row, below, page, is_outer=not depth):
            continue
        if not _begins_rows(ranked, above, 1) and not _begins_rows(ranked, above, -1):
            is_foot = count - above < above or (count == 0 and row[0].baseline > page.box.middle[1])
            for line in row:
                yield _Candidate(line, depth, is_foot, _key(line.text), _offset(line, page.fold))


def _begins_rows(ranked: Mapping[int, Sequence[Line]], rank: int, way: int) -> bool:
    """Whether a row and those inward of it all have pieces in one type under one another, as the rows of a table.

    "Yes" and "No" stand at one place on each page that such a table goes on over.  Heads stand apart from the text.
    """
    rows = [ranked.get(rank + way * step, ()) for step in range(MAX_DEPTH + 1)]
    first, second, third, *_ = rows
    if len(first) < 2 or not all(len(row) == len(first) for row in rows):
        return False
    step, usual = (abs(b[0].baseline - a[0].baseline) for a, b in ((first, second), (second, third)))
    return step <= MAX_ROW_STEP * usual and all(
        _is_under(a, b) for row in rows[1:] for a, b in zip(_across(first), _across(row), strict=True)
    )


def _is_under(a: Line, b: Line) -> bool:
    offs = a.box.x0 - b.box.x0, a.box.x1 - b.box.x1, a.box.middle[0] - b.box.middle[0]
    return min(map(abs, offs)) <= PLACE_PT and abs(a.style.size - b.style.size) < SAME_SIZE_PT


def _across(row: Sequence[Line]) -> list[Line]:
    return sorted(row, key=lambda line: line.box.x0)


def _outer_words(page: Page) -> list[Word]:
    """The upright words near the top and bottom edge: those of the rows that can be furniture, and of the next ones."""
    upright = [word for word in page.words if not word.angle]
    levels = sorted({word.baseline for word in upright})
    top, bottom = _reach(levels, 1), _reach(levels[::-1], -1)
    return upright if top >= bottom else [word for word in upright if word.baseline <= top or word.baseline >= bottom]


def _reach(levels: Sequence[float], way: int) -> float:
    """The level, from the first on, of the last row that is looked at: that below the last which can be furniture."""
    rows, last = -1, float("-inf")
    for level in levels:
        rows += way * level - last > PLACE_PT
        if rows > MAX_DEPTH + 1:
            break
        last = way * level
    return way * last


def _key(text: str) -> str:
    return _DIGITS.sub("#", text).casefold()


def _offset(line: Line, fold: float | None = None) -> int | None:
    """Printed page number less the place of its page; each page of a file may have two, parted at the fold."""
    match = _NUMBER.match(line.text)
    if not match:
        return None
    number = match[1].lower()
    value = int(number) if number.isdigit() else _read_roman(number)
    return value - (line.page if fold is None else 2 * line.page + (line.box.x0 > fold))


def _read_roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _find_repeated(candidates: list[_Candidate], page_count: int, echoes: set[int]) -> Iterator[Furniture]:
    """Candidates at places where most of what stands is repeated text, a running number or a heading said again."""
    for place in _group_by_place(candidates):
        offsets = _find_offsets(place)
        repeats = _find_repeats(place, page_count, _find_rows(place, offsets))
        told = echoes | find_shared([c.line for c in place])
        members = [c for c in place if c.key in repeats or c.offset in offsets or id(c.line.words[0]) in told]
        on_pages = {c.line.page for c in place}
        if len({c.line.page for c in members}) < max(MIN_PURITY * len(on_pages), min(2, page_count)):
            # Body lines share the height: only what is repeated on most pages is furniture.
            usual = 0.5 * page_count
            yield from (
                Furniture(c.line, c.offset in offsets)
                for c in members
                if repeats.get(c.key, 0) >= usual or (c.offset is not None and offsets.get(c.offset, 0) >= usual)
            )
            continue
        styles = {(c.line.style.font, c.line.style.size) for c in members}
        twice = _find_twice(place, {c.line.page for c in members})
        for candidate in place:
            if candidate in members or candidate.key in twice or _is_alike(candidate, styles, members):
                yield Furniture(candidate.line, candidate.offset is not None and bool(offsets))


def _find_twice(place: Sequence[_Candidate], pages: AbstractSet[int]) -> set[str]:
    """Texts on two pages or more, each time beside what repeats on more: heads of the left and right pages of a few."""
    on: defaultdict[str, set[int]] = defaultdict(set)
    for candidate in place:
        if any(map(str.isalpha, candidate.key)):
            on[candidate.key].add(candidate.line.page)
    return {key for key, numbers in on.items() if len(numbers) > 1 and numbers <= pages}


def _find_on_other_sizes(
    candidates: Sequence[_Candidate], found: Sequence[Furniture], pages: Sequence[Page]
) -> Iterator[Furniture]:
    """What says the same, or counts on, on the few pages of another size, as those turned for a wide table."""
    sizes = {page.number: (round(page.box.width), round(page.box.height)) for page in pages}
    usual, count = Counter(sizes.values()).most_common(1)[0] if sizes else ((0, 0), 0)
    if count == len(pages):
        return
    rows: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for item in found:
        if sizes[item.line.page] == usual:
            rows[item.line.page, round(item.line.baseline)].append(item.line)
    known = {_key(line.text): line.style.size for row in rows.values() for line in row}
    for row in rows.values():
        whole = " ".join(line.text for line in sorted(row, key=lambda line: line.box.x0))
        known[_key(whole)] = max(line.style.size for line in row)
    offsets = {id(one.line): one.offset for one in candidates}
    counted = {offsets.get(id(item.line)) for item in found if item.is_page_number} - {None}
    gone = {id(item.line) for item in found}
    turned = [one for one in candidates if sizes[one.line.page] != usual and id(one.line) not in gone]
    outermost: dict[int, int] = {}  # page to depth of its number: the cell of a table may count as well
    for one in turned:
        if one.offset in counted:
            outermost[one.line.page] = min(one.depth, outermost.get(one.line.page, one.depth))
    for one in turned:
        is_small = one.line.style.size <= MAX_LARGER * known.get(one.key, 0.0)
        is_said = is_small and any(map(str.isalpha, one.key))
        is_number = one.offset in counted and one.depth == outermost[one.line.page]
        if is_said or is_number:
            yield Furniture(one.line, one.offset in counted)


def _find_other_numbers(candidates: Sequence[_Candidate], found: Sequence[Furniture]) -> Iterator[Furniture]:
    """Page numbers elsewhere than most, as on pages that open a chapter: outermost, and counting as the others do."""
    numbered = [item.line for item in found if item.is_page_number]
    lines = set(map(id, numbered))
    offsets = Counter(one.offset for one in candidates if id(one.line) in lines and one.offset is not None)
    known = {offset for offset, count in offsets.items() if count >= MIN_REPEATS}
    if not known:
        return
    done, gone = {line.page for line in numbered}, {id(item.line) for item in found}
    rows = Counter((candidate.line.page, candidate.is_foot, candidate.depth) for candidate in candidates)
    for candidate in candidates:
        line, is_alone = candidate.line, rows[candidate.line.page, candidate.is_foot, candidate.depth] == 1
        is_outer = candidate.depth == 0 and is_alone and line.page not in done and id(line) not in gone
        if is_outer and candidate.offset in known:
            yield Furniture(line, is_page_number=True)


def _group_by_place(candidates: list[_Candidate]) -> Iterator[list[_Candidate]]:
    """Candidates at one height: heads and feet apart, baselines within `PLACE_PT`."""
    for is_foot in (False, True):
        group: list[_Candidate] = []
        for candidate in sorted((c for c in candidates if c.is_foot == is_foot), key=lambda c: c.line.baseline):
            if group and candidate.line.baseline - group[0].line.baseline > PLACE_PT:
                yield group
                group = []
            group.append(candidate)
        if group:
            yield group


def _find_rows(place: list[_Candidate], offsets: dict[int, int]) -> set[int]:
    """Pages on which a number that counts no pages stands here: the text beside it may be the label of its row."""
    return {c.line.page for c in place if VALUE.fullmatch(c.line.text) and c.offset not in offsets}


def _find_repeats(place: list[_Candidate], page_count: int, rows: set[int]) -> dict[str, int]:
    """Texts (digits aside) with letters, or days in figures, that stand here on several pages, with how many they are.

    On pages of `rows`, texts whose digits differ are labels in a table that goes on over pages: "Band 1", "Band 8".
    """
    pages: defaultdict[str, set[int]] = defaultdict(set)
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for candidate in place:
        texts[candidate.key].add(candidate.line.text)
    for candidate in place:
        is_label = candidate.line.page in rows and len(texts[candidate.key]) > 1
        is_text = any(map(str.isalpha, candidate.key)) or _DAY.fullmatch(candidate.line.text) is not None
        if is_text and not is_label:
            pages[candidate.key].add(candidate.line.page)
    least = MIN_REPEATS if page_count > MIN_REPEATS else 2
    return {key: len(on) for key, on in pages.items() if len(on) >= least}


def _find_offsets(place: list[_Candidate]) -> dict[int, int]:
    """Offsets between printed and real page number that hold on a run of pages, with how many they are."""
    pages: defaultdict[int, set[int]] = defaultdict(set)
    notes = _find_notes(place)
    for candidate in place:
        if candidate.offset is not None and id(candidate) not in notes:
            pages[candidate.offset].add(candidate.line.page)
    return {
        offset: len(on)
        for offset, on in pages.items()
        if len(on) >= (2 if offset == 0 else MIN_REPEATS) and len(on) >= MIN_RUN * (max(on) - min(on) + 1)
    }


def _find_notes(place: list[_Candidate]) -> set[int]:
    """Numbers (by `id`) that are marks of footnotes: a text that no other page has begins right behind them.

    The notes of a short report are numbered as its pages are, by chance, where each page has one.
    """
    counts = Counter(candidate.key for candidate in place)
    rows: defaultdict[int, list[_Candidate]] = defaultdict(list)
    for candidate in place:
        rows[candidate.line.page].append(candidate)
    return {
        id(mark)
        for row in rows.values()
        for mark in row
        if mark.offset is not None
        and any(
            0 < note.line.box.x0 - mark.line.box.x1 <= MAX_MARK_GAP_EM * note.line.style.size
            and counts[note.key] == 1
            and (len(note.line.words) >= MIN_NOTE_WORDS or note.line.text[-1] in ".;:")
            for note in row
        )
    }


def _is_alike(candidate: _Candidate, styles: set[tuple[str, float]], members: list[_Candidate]) -> bool:
    """A head that stands on one page only, in the type of the others and as far out as they are."""
    style = (candidate.line.style.font, candidate.line.style.size)
    return style in styles and candidate.depth <= max(member.depth for member in members)
