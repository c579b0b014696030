"""The words of a page: PDFium's text, cut at spaces and changes of style, each with its place and look.

The whole text is asked for once; then two origins for each word, and the style once for each text object, since every
call counts.  The right side of a word is its last origin plus that glyph's advance, its top and bottom are its
baseline less the font's descent, as pdfminer has them.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from reportparse.pdf.bulk import read_objects, read_origins
from reportparse.pdf.page import Style, Word
from reportparse.pdf.pieces import MIN_RISE_EM, Letter, cut_token
from reportparse.pdf.raised import split_raised
from reportparse.pdf.runs import (
    END_HYPHENS,
    MAX_PLACE,
    Run,
    TextPage,
    count_unmapped,
    ends_in_ligature,
    has_one_font,
    has_one_setting,
    measure_advance,
    read_runs,
)
from reportparse.pdf.spaced import close_up, measure_space

_TOKEN = re.compile(rf"[^\s{END_HYPHENS}\x00]+[{END_HYPHENS}]?|[{END_HYPHENS}]")

# A word that is shorter or longer than the sum of its advances by this, in parts of the type size, is looked at letter
# by letter: it may hold ligatures, letters printed twice, or a gap.  Kerning takes less; spaced letters cost only time.
MAX_MISFIT_EM = 0.15

PlacedWord = tuple[Word, Run, int, int]
"""A word, its run, the address of its first text object, and how many of its characters have no Unicode."""

_Line = tuple[float, float, float, float]
"""In user space: x and y of the origin of the first letter, x and y of the last one's."""
_Found = tuple[tuple[int, int], int | None, int | None, _Line]
"""Of a token: its span, the text objects of its first and last letter, their origins."""


def find_words(page: TextPage) -> tuple[list[PlacedWord], int]:
    """The words of `page` in the order of its content, and how many letters are printed twice."""
    placed: list[PlacedWord] = []
    spaces: dict[tuple[Style, int], float] = {}
    copies = 0
    spans = [match.span() for match in _TOKEN.finditer(page.text)]
    for address, tokens in groupby(_look_up(page, spans), key=itemgetter(1)):
        if address:
            copies += _place_tokens(page, address, tokens, placed, spaces)
    if spaces:
        words = [word for word, *_ in placed]
        close_up(words, spaces)
        placed = [(word, run, first, count) for word, (_, run, first, count) in zip(words, placed, strict=True)]
    return placed, copies


def _place_tokens(
    page: TextPage,
    address: int,
    tokens: Iterable[_Found],
    placed: list[PlacedWord],
    spaces: dict[tuple[Style, int], float],
) -> int:
    """Add the words of tokens that begin in one text object to `placed`; tells how many letters are printed twice.

    `spaces` gets the lines whose letters stand apart.
    """
    text, run = page.text, page.runs[address]
    style, font, size, scale, (rx, ry), _, _, is_level, mark, _ = run
    low, left, height = font.descent * size, page.space.e, page.space.f
    copies = 0
    for (start, stop), _, last, (ax, ay, bx, by) in tokens:
        if last == address or (last and _are_set_alike(page, (start, stop), run, (ax, ay, bx, by), last)):
            token = text[start:stop]
            whole, advance = font.tokens.get(token) or _measure_token(page, run, token, start)
            advance *= scale
            misfit = (bx - ax) * rx + (by - ay) * ry + advance - whole * scale
            if -MAX_MISFIT_EM * size <= misfit <= MAX_MISFIT_EM * size:  # its letters follow each other as they should
                ex, ey = bx + advance * rx, by + advance * ry
                unmapped = count_unmapped(page, run, range(start, stop)) if font.unmapped else 0
                if is_level and token.isalpha() and -MAX_PLACE < ax <= ex < MAX_PLACE and -MAX_PLACE < ay < MAX_PLACE:
                    # As `_make_word` does, without a call: most words are such, and have nothing raised to look for.
                    baseline = height - ay
                    bottom = baseline - low
                    x0, top, x1 = ax + left, bottom - size, ex + left
                    word = Word(token, x0, top, x1, bottom, baseline, style, 0, False, mark, len(placed))
                    placed.append((word, run, address, unmapped))
                    continue
                pieces = split_raised(page, run, start, _make_word(page, run, token, (ax, ay, ex, ey), len(placed)))
                placed += [(piece, run, address, unmapped) for piece in pieces]
                continue
        words, doubled = cut_token(page, start, stop)
        copies += doubled
        for place, letters in enumerate(words):
            first = letters[0]
            word = _join_letters(page, letters, len(placed))._replace(is_glued=place > 0)
            if is_level and (space := measure_space(letters)) is not None:
                spaces[word.style, round(word.baseline)] = space
            unmapped = _count_unmapped(page, letters)
            pieces = split_raised(page, first.run, first.place, word)
            placed += [(piece, first.run, address, unmapped) for piece in pieces]
    return copies


def _look_up(page: TextPage, spans: list[tuple[int, int]]) -> Iterator[_Found]:
    starts, lasts = [start for start, _ in spans], [stop - 1 for _, stop in spans]
    firsts_of, lasts_of = read_objects(page.handle, starts), read_objects(page.handle, lasts)
    read_runs(page, {address: index for address, index in zip(firsts_of, starts, strict=True) if address})
    lines = zip(*read_origins(page.handle, starts), *read_origins(page.handle, lasts), strict=True)
    return zip(spans, firsts_of, lasts_of, lines, strict=True)


def _are_set_alike(page: TextPage, span: tuple[int, int], run: Run, line: _Line, last: int) -> bool:
    """Whether a token of several text objects is one word: some files draw each letter as an object of its own.

    Letters between its ends are taken on trust, since another size would show in its length;
    superscripts that others follow ("CO2,") are not letters, so all of such a token is looked at.
    """
    start, stop = span
    ax, ay, bx, by = line
    up_x, up_y = run.up
    most = MIN_RISE_EM * run.size
    if abs((bx - ax) * up_x + (by - ay) * up_y) > most or not has_one_font(page, run, start, last):
        return False
    if stop - start <= 2 or page.text[start + 1 : stop - 1].isalpha():
        return True
    inner = range(start + 1, stop - 1)
    origins = zip(*read_origins(page.handle, inner), strict=True)
    rises = (abs((x - ax) * up_x + (y - ay) * up_y) for x, y in origins)
    return max(rises) <= most and has_one_setting(page, start, stop)


def _measure_token(page: TextPage, run: Run, token: str, start: int) -> tuple[float, float]:
    """The advances of all letters and of the last one, in parts of the font's size.

    What ends in a ligature is endless, so that it fits nowhere and is looked at letter by letter.
    """
    if len(token) > 1 and ends_in_ligature(page, run, start + len(token) - 1):
        measure = float("inf"), 0.0
    else:
        known = run.font.widths
        letters = enumerate(token, start)
        advances = [known[c] if c in known else measure_advance(page, run, index) for index, c in letters]
        measure = sum(advances), advances[-1]
    run.font.tokens[token] = measure
    return measure


def _count_unmapped(page: TextPage, letters: list[Letter]) -> int:
    run = letters[0].run
    return count_unmapped(page, run, [letter.place for letter in letters]) if run.font.unmapped else 0


def _join_letters(page: TextPage, letters: list[Letter], order: int) -> Word:
    first, last = letters[0], letters[-1]
    rx, ry = last.run.right
    line = first.x, first.y, last.x + last.advance * rx, last.y + last.advance * ry
    return _make_word(page, first.run, "".join(letter.text for letter in letters), line, order)


def _make_word(page: TextPage, run: Run, text: str, line: _Line, order: int) -> Word:
    """A word whose baseline goes along `line`, from its first origin to the end of its last advance."""
    if text[-1] in END_HYPHENS:
        text = text[:-1] + "-"
    style, font, size, _, _, _, angle, is_level, mark, _ = run
    low = font.descent * size
    ax, ay, bx, _ = line
    if is_level and -MAX_PLACE < ax <= bx < MAX_PLACE and -MAX_PLACE < ay < MAX_PLACE:
        left, height = page.space[4:]
        baseline = height - ay
        bottom = baseline - low
        return Word(text, ax + left, bottom - size, bx + left, bottom, baseline, style, 0, False, mark, order)
    x0, top, x1, bottom = _turned_box(page, run, line, low)
    baseline = page.space.point(ax, ay)[1] if angle in (0, 180) else (top + bottom) / 2
    return Word(text, x0, top, x1, bottom, baseline, style, angle, False, mark, order)


def _turned_box(page: TextPage, run: Run, line: _Line, low: float) -> _Line:
    """The box of text that runs in any direction; beyond the page's corner where its place is no place at all."""
    if not all(-MAX_PLACE < value < MAX_PLACE for value in line):
        return -MAX_PLACE, -MAX_PLACE, -MAX_PLACE, -MAX_PLACE
    ax, ay, bx, by = line
    ux, uy = run.up
    heights = (low, low + run.size)
    corners = [page.space.point(x + high * ux, y + high * uy) for x, y in ((ax, ay), (bx, by)) for high in heights]
    xs, tops = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(xs), min(tops), max(xs), max(tops)
