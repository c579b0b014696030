"""The words of a page: PDFium's text, cut at spaces and changes of style, each with its place and look.

The whole text is asked for once; then two origins for each word, and the style once for each text object, since every
call counts.  The right side of a word is its last origin plus that glyph's advance, its top and bottom are its
baseline less the font's descent, as pdfminer has them.
"""

import re
from itertools import islice
from operator import ne
from typing import NamedTuple

from reportparse.pdf.broken import is_broken, mend
from reportparse.pdf.bulk import read_fonts, read_objects, read_origins, read_settings
from reportparse.pdf.fonts import Measure
from reportparse.pdf.page import Word
from reportparse.pdf.pieces import MIN_RISE_EM, OPENERS, STOPS, Letter, cut_token, has_space
from reportparse.pdf.raised import may_be_raised, split_raised
from reportparse.pdf.runs import (
    END_HYPHENS,
    MAX_PLACE,
    TURNED,
    Run,
    TextPage,
    count_unmapped,
    ends_in_ligature,
    join_halves,
    measure_advance,
    read_runs,
    turn_letters,
)
from reportparse.pdf.spaced import MIN_SPACE_EM, close_up, measure_space, note_space
from reportparse.text import SOFT_HYPHEN

_TOKEN = re.compile(rf"[^\s{END_HYPHENS}\x00]+[{END_HYPHENS}]?|[{END_HYPHENS}]")

# A word that is shorter or longer than the sum of its advances by this, in parts of the type size, is looked at letter
# by letter: it may hold ligatures, letters printed twice, or a gap.  Kerning takes less; spaced letters cost only time.
MAX_MISFIT_EM = 0.15

_STOP_INSIDE = re.compile(rf"[{re.escape(STOPS)}](?:[^\W\d_]|[{re.escape(OPENERS)}])")
_HALF = re.compile("[\ud800-\udfff]")

# A named tuple's own way of being made takes twice as long.
_new = tuple.__new__


class Stretch(NamedTuple):
    """Words that follow each other and begin in one text object."""

    run: Run
    address: int
    """Of the text object."""
    unmapped: int
    """How many characters have no Unicode: 0, or those of the one token that its words were cut from."""
    words: list[Word]


_Line = tuple[float, float, float, float]
"""In user space: x and y of the origin of the first letter, x and y of the last one's."""
_Token = tuple[str, int, int | None, int | None, float, float, float, float]
"""Its text, where it begins in the page's, the text objects of its first and last letter, and its line."""


def find_words(page: TextPage) -> tuple[list[Stretch], int]:
    """The words of `page` in the order of its content, and how many letters are printed twice."""
    stretches: list[Stretch] = []
    copies = order = 0
    (left, height), nowhere = page.space[4:], -MAX_PLACE
    tokens = _look_up(page)
    alike = _find_alike(page, [token for token in tokens if token[2] != token[3] and token[2] and token[3]])
    open_address = None
    for token in tokens:
        text, start, first, last, ax, ay, bx, by = token
        if not first:
            continue
        if first != open_address:
            open_address, run = first, page.runs[first]
            style, font, size, scale, (rx, ry), _, _, is_level, _ = run
            mark = page.marks[first]
            low, room, measures, odd = font.descent * size, MAX_MISFIT_EM * size, font.tokens, font.unmapped
            least = MIN_SPACE_EM * size
            level = float("nan")
            words: list[Word] = []
            stretches.append(_new(Stretch, (run, first, 0, words)))
        is_whole = False
        if last == first or start in alike:
            text, whole, advance, is_plain = measures.get(text) or _measure_token(page, run, text, start)
            advance *= scale
            misfit = (bx - ax) * rx + (by - ay) * ry + advance - whole * scale
            is_whole = -room <= misfit <= room  # its letters follow each other as they should
        if is_whole and is_plain and is_level and not odd:
            ex = bx + advance * rx
            if ay != level:  # once for all words of a stretch: they share the numbers, which takes less memory
                level, is_placed, baseline = ay, nowhere < ay < MAX_PLACE, height - ay
                bottom = baseline - low
                top = bottom - size
            if is_placed and nowhere < ax <= ex < MAX_PLACE:
                # As `_make_word` does, without a call: most words are such, and have nothing raised to look for.
                x0, x1 = ax + left, ex + left
                words.append(_new(Word, (text, x0, top, x1, bottom, baseline, style, 0, False, mark, order)))
                order += 1
                if misfit >= least and misfit >= least * (len(text) - 1) > 0 and text.isalpha():
                    note_space(page.spaces, style, baseline, misfit / (len(text) - 1), len(text))
                continue
        if is_whole and not odd:
            pieces = _place_whole(page, token, order)
            words += pieces
            order += len(pieces)
            continue
        found, doubled = (_place_odd if is_whole else _cut_words)(page, token, order)
        stretches += found
        copies, order, open_address = copies + doubled, order + sum(len(one.words) for one in found), None
    return _mend(page, stretches), copies


def _mend(page: TextPage, stretches: list[Stretch]) -> list[Stretch]:
    """The stretches with what PDFium took apart put together, none of them empty."""
    if is_broken(page.text):
        whole = mend([word for stretch in stretches for word in stretch.words])
        kept = [[whole[word.order] for word in stretch.words if word.order in whole] for stretch in stretches]
        stretches = [stretch._replace(words=words) for stretch, words in zip(stretches, kept, strict=True)]
    if page.spaces:
        stretches = _close_up(page, stretches)
    if _HALF.search(page.text):
        stretches = [stretch._replace(words=list(map(_join_halves, stretch.words))) for stretch in stretches]
    if TURNED.search(page.text):
        stretches = [stretch._replace(words=list(map(_turn_letters, stretch.words))) for stretch in stretches]
    if SOFT_HYPHEN in page.text:
        stretches = [stretch._replace(words=list(map(_drop_soft, stretch.words))) for stretch in stretches]
    return [stretch for stretch in stretches if stretch.words]


def _drop_soft(word: Word) -> Word:
    """A word without the soft hyphens inside it, at which no line breaks."""
    if SOFT_HYPHEN not in word.text[:-1]:
        return word
    return word._replace(text=word.text[:-1].replace(SOFT_HYPHEN, "") + word.text[-1])


def _close_up(page: TextPage, stretches: list[Stretch]) -> list[Stretch]:
    words = [word for stretch in stretches for word in stretch.words]
    close_up(words, page.spaces)
    left = iter(words)
    return [stretch._replace(words=list(islice(left, len(stretch.words)))) for stretch in stretches]


def _join_halves(word: Word) -> Word:
    return word._replace(text=join_halves(word.text))


def _turn_letters(word: Word) -> Word:
    return word._replace(text=turn_letters(word.text))


def find_tokens(text: str) -> tuple[list[str], list[int]]:
    r"""What stands between spaces and behind PDFium's hyphens in the text of a page, and where each of it begins.

    >>> find_tokens("in \ufffe prac\ufffetices")
    (['in', '\ufffe', 'prac\ufffe', 'tices'], [0, 3, 5, 10])
    """
    tokens: list[str] = []
    starts: list[int] = []
    begin = 0
    for piece in text.replace("\r\n", "  ").split(" "):
        if not piece.isprintable():  # as PDFium's hyphens are not, nor white space of other kinds
            found = list(_TOKEN.finditer(piece))
            tokens += [match[0] for match in found]
            starts += [begin + match.start() for match in found]
        elif piece:
            tokens.append(piece)
            starts.append(begin)
        begin += len(piece) + 1
    return tokens, starts


def _look_up(page: TextPage) -> list[_Token]:
    texts, starts = find_tokens(page.text)
    lasts = [start + len(text) - 1 for text, start in zip(texts, starts, strict=True)]
    objects = read_objects(page.handle, starts)
    read_runs(page, {address: index for address, index in zip(objects, starts, strict=True) if address})
    lines = *read_origins(page.handle, starts), *read_origins(page.handle, lasts)
    return list(zip(texts, starts, objects, _find_last_objects(page, objects, lasts), *lines, strict=True))


def _find_last_objects(page: TextPage, firsts: list[int | None], lasts: list[int]) -> list[int | None]:
    """The text objects of the last letters of tokens: that of the first one where the next token begins in it too."""
    objects = list(firsts)
    places = [place for place, is_other in enumerate(map(ne, firsts, [*firsts[1:], None])) if is_other]
    for place, address in zip(places, read_objects(page.handle, [lasts[place] for place in places]), strict=True):
        objects[place] = address
    return objects


def _find_alike(page: TextPage, tokens: list[_Token]) -> set[int]:
    """Where those tokens of several text objects begin that are one word: some files draw each letter as an object.

    Of one font are the first two letters and the last one: type changes after a bracket or before a stop.
    Letters between the ends are taken on trust, since another size would show in their length;
    superscripts that others follow ("CO2,") are not letters, so all of such a token is looked at.
    """
    seconds = read_fonts(read_objects(page.handle, [start + 1 for _, start, *_ in tokens]))
    lasts = read_fonts([token[3] for token in tokens])
    alike: set[int] = set()
    doubtful: list[_Token] = []
    for token, second, last in zip(tokens, seconds, lasts, strict=True):
        text, start, first, _, ax, ay, bx, by = token
        run = page.runs[first or 0]
        up_x, up_y = run.up
        if not second == last == run.font.handle or abs((bx - ax) * up_x + (by - ay) * up_y) > MIN_RISE_EM * run.size:
            continue
        if len(text) <= 2 or text[1:-1].isalpha():
            alike.add(start)
        else:
            doubtful.append(token)
    return alike | _find_even(page, doubtful)


def _find_even(page: TextPage, tokens: list[_Token]) -> set[int]:
    """Where those tokens begin whose letters all have one size, direction and colour, and stand on one line."""
    places = [place for text, start, *_ in tokens for place in range(start, start + len(text))]
    origins = zip(*read_origins(page.handle, places), strict=True)
    settings = zip(*read_settings(page.handle, places), strict=True)
    even: set[int] = set()
    for text, start, first, _, ax, ay, _, _ in tokens:
        run = page.runs[first or 0]
        up_x, up_y = run.up
        rises = [abs((x - ax) * up_x + (y - ay) * up_y) for x, y in islice(origins, len(text))]
        if len(set(islice(settings, len(text)))) == 1 and max(rises) <= MIN_RISE_EM * run.size:
            even.add(start)
    return even


def _place_odd(page: TextPage, token: _Token, order: int) -> tuple[list[Stretch], int]:
    """As `_place_whole`, in a font that has glyphs without Unicode; no letters printed twice."""
    text, start, first, *_ = token
    run = page.runs[first or 0]
    unmapped = count_unmapped(page, run, range(start, start + len(text)))
    return [Stretch(run, first or 0, unmapped, _place_whole(page, token, order))], 0


def _place_whole(page: TextPage, token: _Token, order: int) -> list[Word]:
    """The word of a token whose letters follow each other, and the raised digits in it."""
    text, start, first, _, ax, ay, bx, by = token
    address = first or 0
    run = page.runs[address]
    _, _, advance, _ = run.font.tokens[text]
    advance *= run.scale
    line = ax, ay, bx + advance * run.right[0], by + advance * run.right[1]
    return split_raised(page, run, start, _make_word(page, run, text, line, page.marks[address], order))


def _cut_words(page: TextPage, token: _Token, order: int) -> tuple[list[Stretch], int]:
    """The words of a token that is looked at letter by letter, and how many letters are printed twice."""
    text, start, first, *_ = token
    address = first or 0
    stretches: list[Stretch] = []
    found, copies = cut_token(page, start, start + len(text))
    for place, letters in enumerate(found):
        head = letters[0]
        word = _join_letters(page, letters, order)._replace(
            is_glued=place > 0 and not has_space(found[place - 1][-1], head)
        )
        if page.runs[address].is_level and (space := measure_space(letters)) is not None:
            note_space(page.spaces, word.style, word.baseline, space, len(letters))
        unmapped = count_unmapped(page, head.run, [letter.place for letter in letters])
        pieces = split_raised(page, head.run, head.place, word)
        stretches.append(Stretch(head.run, address, unmapped, pieces))
        order += len(pieces)
    return stretches, copies


def _measure_token(page: TextPage, run: Run, token: str, start: int) -> Measure:
    """What a font's letters tell of a token that it is met with for the first time.

    What ends in a ligature, or holds a stop behind which a space may be kerned (no address), is endless, so that it
    fits nowhere and is looked at letter by letter.
    """
    font = run.font
    is_joined = len(token) > 1 and font.joined.get(token[-2:])
    if is_joined is None:
        is_joined = ends_in_ligature(page, run, start + len(token) - 1)
    measure: Measure
    is_word = token.isalpha()
    if is_joined or not (is_word or _STOP_INSIDE.search(token) is None or "/" in token or "@" in token):
        measure = token, float("inf"), 0.0, False
    else:
        known = font.widths
        try:
            advances = list(map(known.__getitem__, token))
        except KeyError:  # a letter that the font is met with for the first time
            advances = [measure_advance(page, run, start + place) for place in range(len(token))]
        is_plain = is_word or (token[-1] not in END_HYPHENS and not may_be_raised(token))
        measure = token, sum(advances), advances[-1], is_plain
    font.tokens[token] = measure
    return measure


def _join_letters(page: TextPage, letters: list[Letter], order: int) -> Word:
    first, last = letters[0], letters[-1]
    rx, ry = last.run.right
    line = first.x, first.y, last.x + last.advance * rx, last.y + last.advance * ry
    return _make_word(page, first.run, "".join(letter.text for letter in letters), line, first.mark, order)


def _make_word(page: TextPage, run: Run, text: str, line: _Line, mark: int, order: int) -> Word:
    """A word whose baseline goes along `line`, from its first origin to the end of its last advance."""
    if text[-1] in END_HYPHENS:
        text = text[:-1] + "-"
    style, font, size, _, _, _, angle, is_level, _ = run
    low = font.descent * size
    ax, ay, bx, _ = line
    if is_level and -MAX_PLACE < ax <= bx < MAX_PLACE and -MAX_PLACE < ay < MAX_PLACE:
        left, height = page.space[4:]
        baseline = height - ay
        bottom = baseline - low
        return _new(Word, (text, ax + left, bottom - size, bx + left, bottom, baseline, style, 0, False, mark, order))
    x0, top, x1, bottom = _turned_box(page, run, line, low)
    has_place = bottom > -MAX_PLACE
    baseline = page.space.point(ax, ay)[1] if angle in (0, 180) and has_place else (top + bottom) / 2
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
