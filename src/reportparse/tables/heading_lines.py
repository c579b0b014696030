"""Lines right over tables that head parts of the report and name no table: what else of the report tells so."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise

from reportparse.geometry import Box, shared_width
from reportparse.layout.lines import Line, find_lines
from reportparse.pdf import Bookmark, Page, Style, Word, read_heading_tags
from reportparse.tables.grid import Grid
from reportparse.tables.named import NUMBERED, SMALL, WORDED_NOTE, look_of
from reportparse.text import fold_title

# Contents stand this near to the front, in pages, and have this many entries at least.
MAX_PAGE, MIN_ENTRIES = 6, 4
# Lines of one title, and how near they follow each other, in parts of the type size.
MAX_LINES, MAX_LEADING_EM = 3, 0.6
# No caption stands further from its table than this, in parts of the type size, with the lines of a unit between.
NEAR_EM = 6.0
# A line over prose stands this near to it, in parts of the type size, and the prose has so many letters in its first
# line: half of what a paragraph has.
MAX_GAP_EM, MIN_PROSE = 2.2, 40
# Larger type than that of a text by this, in points, is a heading's.
MIN_LARGER_PT = 0.8
# A type that heads prose stands over it at least once for so many tables that it stands over, where it is larger than
# the text: one among many titles of tables is a slip.  Captions and titles of boxes are often set alike in bold that is
# no larger: that has to stand over prose so many times for each table (27 times in a report whose headings have it, at
# most six in reports whose captions do), where neither outline nor tags tell headings.
MOST_TABLES, LEAST_PROSE = 4, 8

_ENTRY = re.compile(r"(?P<title>.*?[^\W\d_].*?)[\s.…·_]+(?P<page>\d{1,3})")
_COUNTED = re.compile(r"(?P<above>(?:\d{1,2}\.)*)(?P<last>\d{1,2})\.?\s+[^\W\d_]")


class FreePage:
    """The tables of a page, and the words that stand in none of them."""

    def __init__(self, page: int, grids: Sequence[Grid], words: Sequence[Word]) -> None:
        """Nothing is read yet."""
        self.grids = grids
        self._page, self._words = page, words

    @cached_property
    def styles(self) -> set[Style]:
        """The types of the words."""
        return {word.style for word in self._words}

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of the words."""
        return find_lines(self._page, self._words)


class HeadingLines:
    """What a report tells of its headings; `free` is read only where outline, tags and contents tell nothing."""

    def __init__(
        self, pages: Sequence[Page], bookmarks: Sequence[Bookmark], body: Style | None, free: Sequence[FreePage]
    ) -> None:
        """Read what the outline, the tags and the contents name; `body` is the type of the text."""
        self._body = body
        self._titles: defaultdict[int, set[str]] = defaultdict(set)
        for entry in bookmarks:
            for page in (entry.page, entry.page + 1) if entry.page else ():
                self._titles[page].add(fold_title(entry.title))
        self._tagged = {(page.number, mark) for page in pages for mark in read_heading_tags(page)}
        self._listed = {(page.number, title) for page in pages[:MAX_PAGE] for title in _read_contents(page, len(pages))}
        self._free = free
        self._heading: dict[Style, bool] = {}

    def holds(self, line: Line, lines: Sequence[Line]) -> bool:
        """Whether a line, or a title that ends with it among `lines`, is a heading; what is called a table is none."""
        if not _may_head(line):
            return False
        if all((line.page, word.mark) in self._tagged for word in line.words):
            return True
        if any(map(self._is_told, _read_titles(line, lines))):
            return True
        is_apart = self._body is not None and _is_over(line.style, self._body)
        return is_apart and (self._is_counted(line) or self._is_set_so(line))

    def find_near(self, grids: Sequence[Grid], lines: Sequence[Line]) -> list[Line]:
        """The headings among the lines that stand as near to a table, above or below it, as a caption may."""
        near = (line for line in lines if any(_is_near(line, grid.box) for grid in grids))
        return [line for line in near if self.holds(line, lines)]

    def _is_told(self, title: tuple[int, str]) -> bool:
        page, text = title
        return text in self._titles.get(page, ()) or any(text == told and at < page for at, told in self._listed)

    def _is_counted(self, line: Line) -> bool:
        """Whether a line has the number before or after that of another in its type, or the first below a larger one's.

        So "2.1 Grants" stands before "2.2 Loans", or under "2 Money".
        """
        own = _COUNTED.match(line.text)
        if own is None:
            return False
        above, last = own["above"], int(own["last"])
        near = {f"{above}{last - 1}", f"{above}{last + 1}"}
        told = (page for page in self._free if any(style.size >= line.style.size for style in page.styles))
        for other in (other for page in told for other in page.lines):
            match = _COUNTED.match(other.text)
            number = match["above"] + match["last"] if match else ""
            if number in near and other.style == line.style:
                return True
            if f"{number}." == above and last == 1 and other.style.size > line.style.size:
                return True
        return False

    def _is_set_so(self, line: Line) -> bool:
        """Whether the type of a line is that of headings elsewhere: it stands over prose, and not over tables alone."""
        if line.style not in self._heading:
            over_prose = over_tables = 0
            for page in (page for page in self._free if line.style in page.styles):
                for other in (other for other in page.lines if other.style == line.style and _is_all_alike(other)):
                    below = _find_below(other.box, page.lines, page.grids)
                    over_tables += isinstance(below, Grid)
                    over_prose += isinstance(below, Line) and _heads(other, below, page.grids)
            is_larger = self._body is not None and line.style.size >= self._body.size + MIN_LARGER_PT
            is_often = over_prose * MOST_TABLES >= over_tables if is_larger else over_prose >= LEAST_PROSE * over_tables
            is_told = bool(self._tagged or self._titles)
            self._heading[line.style] = over_prose > 0 and is_often and (is_larger or not is_told)
        return self._heading[line.style]


def leave_beyond(box: Box, lines: Sequence[Line], heads: Sequence[Line]) -> list[Line]:
    """The lines that may name a table: no headings, and nothing that one of these parts from it."""
    over = [head for head in heads if shared_width(head.box, box) > 0]
    top = max((head.box.bottom for head in over if head.box.middle[1] <= box.top), default=float("-inf"))
    bottom = min((head.box.top for head in over if head.box.middle[1] >= box.bottom), default=float("inf"))
    return [line for line in lines if top < line.box.middle[1] < bottom and line not in heads]


def _is_near(line: Line, box: Box) -> bool:
    is_level = max(box.top - line.box.bottom, line.box.top - box.bottom) <= NEAR_EM * line.style.size
    return is_level and shared_width(line.box, box) > 0


def _read_titles(last: Line, lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The title that a line is, and those that it ends, with their page."""
    whole = [last]
    yield last.page, fold_title(last.text)
    for line in sorted(lines, key=lambda line: -line.box.bottom):
        gap = whole[0].box.top - line.box.bottom
        if not -1 < gap <= MAX_LEADING_EM * last.style.size or shared_width(line.box, last.box) <= 0:
            continue
        if look_of(line.style) != look_of(last.style) or len(whole) == MAX_LINES:
            break
        whole.insert(0, line)
        yield last.page, fold_title(" ".join(line.text for line in whole))


def _read_contents(page: Page, count: int) -> list[str]:
    """The titles of a page of contents, each with its page behind it; none where these do not rise up to the last."""
    rows = groupby(sorted(page.words, key=lambda word: (round(word.baseline), word.x0)), lambda w: round(w.baseline))
    matches = (_ENTRY.fullmatch(" ".join(word.text for word in row)) for _, row in rows)
    entries = [(match["title"].rstrip(" .…·_"), int(match["page"])) for match in matches if match]
    numbers = [number for _, number in entries]
    is_list = len(entries) >= MIN_ENTRIES and all(a <= b for a, b in pairwise(numbers))
    return [fold_title(title) for title, _ in entries] if is_list and numbers[-1] <= count + MAX_PAGE else []


def _is_all_alike(line: Line) -> bool:
    return all(word.style == line.style for word in line.words)


def _find_below(box: Box, lines: Sequence[Line], grids: Sequence[Grid]) -> Line | Grid | None:
    """What stands right below a line: a line, or a table."""
    found: Sequence[Line | Grid] = (*lines, *grids)
    under = [one for one in found if one.box.top >= box.bottom - 1 and shared_width(one.box, box) > 0]
    return min(under, key=lambda one: one.box.top, default=None)


def _heads(line: Line, below: Line, grids: Sequence[Grid]) -> bool:
    """Whether a line of text stands right below another that heads it, and nearer than a table above it."""
    gap = below.box.top - line.box.bottom
    is_near = gap <= MAX_GAP_EM * line.style.size
    over = (grid for grid in grids if shared_width(grid.box, line.box) > 0 and grid.box.bottom <= line.box.middle[1])
    is_apart = all(line.box.top - grid.box.bottom > gap for grid in over)
    is_prose = len(below.text) >= MIN_PROSE and _is_over(line.style, below.style)
    return is_near and is_apart and is_prose and _may_head(line)


def _may_head(line: Line) -> bool:
    is_called = NUMBERED.match(line.text) or WORDED_NOTE.match(line.text)
    return not is_called and line.text[0] not in "*†‡§" and line.text[-1] not in ".,;:"


def _is_over(style: Style, text: Style) -> bool:
    """Whether a type stands out over a text, as that of headings does: larger, bold or slanted."""
    is_larger = style.size >= text.size + MIN_LARGER_PT
    is_apart = (style.is_bold and not text.is_bold) or (style.is_italic and not text.is_italic)
    return is_larger or (is_apart and style.size >= SMALL * text.size)
