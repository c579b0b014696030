"""Words become lines: what stands on one baseline with no wide gap, and its text."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import attrgetter, sub
from statistics import median
from typing import Any, NamedTuple

from reportparse.geometry import Box
from reportparse.layout.marks import MARK_RISE, MAX_MARK_SIZE, find_marks
from reportparse.pdf import Style, Word
from reportparse.text import SOFT_HYPHEN

# Baselines nearer than this part of the smaller type are one line.  Browsers set bold words up to 0.1 em off; the
# tightest leading is 0.9 em.
SAME_BASELINE_EM = 0.25

# A gap wider than this part of the type size cuts a line in two: stretched spaces of justified text reach 0.7 em,
# the narrowest gutters and tabs seen begin at 0.9.
MIN_GAP_EM = 0.9

# Type this many times larger may stand in another line, a heading beside the next column's text: headings are 1.2 times
# as large as their text, and narrow gutters as wide as that is high.
OTHER_SIZE = 1.15

# Small capitals beside the capitals of their line: Word makes them 0.8, browsers 0.7.
SMALL_CAPS = (0.6, 0.87)
LEVEL_PT = 0.5
_QUOTES = "“‘\"'("
# Accounts set the sign of a currency at the left edge of a column and the number at its right one; the widest columns
# seen are eleven times as wide as the type is high.
SIGNS, MAX_SIGN_EM = ("$", "£", "€", "US$"), 12.0
_NUMBER_BEGINS = "0123456789(.–—-"
# A letter-spaced word is at least this many single letters in a row.
MIN_SPACED_LETTERS = 4
# So many letters of one may be read as one piece, as they are kerned: "AT", "TWO".
MAX_KERNED = 3
# Between letter-spaced words the gap is at least this many times the one between their letters.
WORD_TO_LETTER_GAP = 1.6
# A named tuple's own way of being made takes twice as long; there are more lines than anything but words.
_new = tuple.__new__
_LEVEL, _LEFT = attrgetter("baseline"), attrgetter("x0")


class Line(NamedTuple):
    """Words on one baseline, from left to right."""

    page: int
    words: tuple[Word, ...]
    box: Box
    baseline: float
    style: Style
    """Of most of its letters."""
    text: str


def find_lines(page: int, words: Sequence[Word]) -> list[Line]:
    """The upright words of a page as lines cut at wide gaps, from top to bottom; turned words as lines of their own."""
    upright, turned = _part_turned(words)
    lines = [line for row in find_rows(upright) for line in _read_row(page, row)]
    lines.extend(make_line(page, group) for group in _group_turned(turned))
    return lines


def find_lines_upwards(page: int, words: Sequence[Word]) -> Iterator[Line]:
    """As `find_lines`, from bottom to top, each line read when it is asked for."""
    upright, turned = _part_turned(words)
    for row in reversed(find_rows(upright)):
        yield from _read_row(page, row)
    for group in _group_turned(turned):
        yield make_line(page, group)


def _part_turned(words: Sequence[Word]) -> tuple[Sequence[Word], list[Word]]:
    """The upright words, and the turned ones."""
    turned = [word for word in words if word.angle]
    return [word for word in words if not word.angle] if turned else words, turned


def make_line(page: int, words: Sequence[Word]) -> Line:
    """One line out of words that are already in order, left to right."""
    if len(words) == 1:
        (word,) = words
        return Line(page, (word,), word.box, word.baseline, word.style, word.text)
    return _make_line(page, words, zip(*words, strict=True))


def _make_line(page: int, words: Sequence[Word], fields: Iterable[Sequence[Any]]) -> Line:
    """`fields` are those of all words: their texts, their left sides, and so on."""
    texts, x0s, tops, x1s, bottoms, baselines, styles, _, glued, _, _ = fields
    style, baseline = styles[0], baselines[0]
    if styles.count(style) != len(styles):
        style = _main_style(words)
        large = (word.baseline for word in words if word.style.size >= MAX_MARK_SIZE * style.size)
        baseline = next(large, baseline)
    box = _new(Box, (min(x0s), min(tops), max(x1s), max(bottoms)))
    text = " ".join(texts) if _is_plain(texts, glued) else join_words(words)
    return _new(Line, (page, tuple(words), box, baseline, style, text))


def merge_lines(lines: Sequence[Line]) -> Line:
    """Pieces that stand on one baseline as a single line."""
    if len(lines) == 1:
        return lines[0]
    return make_line(lines[0].page, sorted((word for line in lines for word in line.words), key=_LEFT))


def count_lettered(line: Line) -> int:
    """Words of a line that hold letters: what prose is made of, and columns of numbers are not."""
    texts = [word.text for word in line.words]
    return sum([text[0].isalpha() or any(map(str.isalpha, text)) for text in texts])


def _main_style(words: Sequence[Word]) -> Style:
    letters: Counter[Style] = Counter()
    for word in words:
        letters[word.style] += len(word.text)
    style = letters.most_common(1)[0][0]
    return next((large for large in letters if _are_small_caps(words, style, large)), style)


def _are_small_caps(words: Sequence[Word], small: Style, large: Style) -> bool:
    """Whether `small` is the type of the small capitals after initials of style `large`; both may be one word."""
    if not SMALL_CAPS[0] * large.size <= small.size <= SMALL_CAPS[1] * large.size or small[2:] != large[2:]:
        return False
    is_level = abs(words[0].baseline - words[-1].baseline) < LEVEL_PT
    initials = [word.text.lstrip(_QUOTES)[:1] for word in words if word.style == large]
    is_written = any(initial.isupper() for initial in initials) and not any(initial.islower() for initial in initials)
    return words[0].style == large and is_level and is_written


def find_rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words grouped by baseline, each row from left to right, rows from top to bottom."""
    begins = _find_begins(words)
    if begins is not None:
        return [list(words[begin:end]) for begin, end in pairwise([*begins, len(words)])]
    marks = find_marks(words)
    ordered = sorted([w for w in words if w.order not in marks] if marks else words, key=_LEVEL)
    levels = list(map(_LEVEL, ordered))
    rows: list[list[Word]] = []
    begin = 0
    while begin < len(ordered):
        level = levels[begin]
        end = bisect_right(levels, level, begin)  # most words of a row stand just level
        reach = level + SAME_BASELINE_EM * ordered[begin].style.size
        while (
            end < len(ordered)
            and levels[end] <= reach
            and levels[end] - level <= SAME_BASELINE_EM * ordered[end].style.size
        ):
            end += 1
        rows.append(ordered[begin:end])
        begin = end
    if marks:
        row_of = {word.order: row for row in rows for word in row}
        by_order = {word.order: word for word in words}
        for order, host in marks.items():
            row_of[host].append(by_order[order])
    for row in rows:
        row.sort(key=_LEFT)
    return rows


def _find_begins(words: Sequence[Word]) -> list[int] | None:
    """Where each row begins in words that are said row by row from top to bottom, as most are; None for others.

    Each row stands so far below the one before that no word in it is a mark beside a word of the other.
    """
    begins: list[int] = []
    level = left = float("-inf")
    for place, word in enumerate(words):
        if word[5] != level:
            if word[5] - level <= MARK_RISE[1] * word[6][1]:
                return None
            begins.append(place)
            level = word[5]
        elif word[1] < left:
            return None
        left = word[1]
    return begins


def is_raised(word: Word, line: Line) -> bool:
    """Whether the word is a mark set above its line, as the sign of a footnote is."""
    rise = (line.baseline - word.baseline) / (line.style.size or 1)
    return word.style.size < MAX_MARK_SIZE * line.style.size and MARK_RISE[0] <= rise <= MARK_RISE[1]


def _read_row(page: int, row: list[Word]) -> list[Line]:
    """The lines of a row; most have no gap that needs a second look and are one line."""
    if len(row) == 1:
        return [make_line(page, row)]
    fields = tuple(zip(*row, strict=True))
    _, x0s, _, x1s, _, _, styles, _, _, _, _ = fields
    is_one = styles.count(styles[0]) == len(styles)
    least = MIN_GAP_EM * (styles[0].size if is_one else min([style.size for style in styles]))
    if max(map(sub, x0s[1:], x1s)) <= least:  # below 0 where a word reaches beyond the next
        return [_make_line(page, row, fields)]
    wide = [place for place, gap in enumerate(map(sub, x0s[1:], x1s), 1) if gap > least]
    return [make_line(page, piece) for piece in _cut_at_gaps(row, wide)]


def _cut_at_gaps(row: list[Word], wide: Sequence[int]) -> list[list[Word]]:
    """A row cut at those of its `wide` gaps that part two lines."""
    cuts = [0]
    edges = list(accumulate([word.x1 for word in row], max))
    for place in wide:
        size = _size_between(row[place].style.size, row[place - 1].style.size)
        gap = row[place].x0 - edges[place - 1]
        if gap > (MAX_SIGN_EM if _is_sign_of(row[place - 1], row[place]) else MIN_GAP_EM) * size:
            cuts.append(place)
    pieces = [row[begin:end] for begin, end in pairwise([*cuts, len(row)])]
    return pieces if len(pieces) == 1 else _join_spaced(pieces)


def _is_sign_of(sign: Word, number: Word) -> bool:
    """Whether a word is the sign of a currency, and the next one what it is of."""
    return sign.text in SIGNS and number.text[0] in _NUMBER_BEGINS


def _size_between(a: float, b: float) -> float:
    """The larger of two sizes, as its spaces are the wider; the smaller where they are too unlike for one line."""
    return min(a, b) if max(a, b) > OTHER_SIZE * min(a, b) else max(a, b)


def _join_spaced(pieces: list[list[Word]]) -> list[list[Word]]:
    """Put letter-spaced words back together: single letters one after the other are no columns."""
    joined = [pieces[0]]
    for piece in pieces[1:]:
        last = joined[-1]
        if (
            len(piece[0].text) == 1
            and all(len(word.text) == 1 for word in (*last[-2:], *piece[:2]))
            and sum(word.text.isalpha() for word in (*last[:4], *piece)) >= MIN_SPACED_LETTERS
            and piece[0].x0 - last[-1].x1 < 3 * piece[0].style.size
        ):
            last.extend(piece)
        else:
            joined.append(piece)
    return joined


def _group_turned(words: list[Word]) -> Iterable[list[Word]]:
    """Turned words that follow each other in the content and stand in line."""
    group: list[Word] = []
    for word in words:
        if group and not _stand_in_line(group[-1], word):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _stand_in_line(a: Word, b: Word) -> bool:
    if a.angle != b.angle or a.style.size != b.style.size:
        return False
    if a.angle == 180:
        return abs(a.baseline - b.baseline) < 1 and 0 <= a.x0 - b.x1 < a.style.size
    gap = a.top - b.bottom if a.angle == 270 else b.top - a.bottom
    return abs(a.x0 - b.x0) < 1 and -1 <= gap < a.style.size


def join_words(words: Sequence[Word]) -> str:
    """The text of words that stand beside each other.

    A word glued to the one before it gets no space; letter-spaced words ("T H E M E") are closed up.
    """
    texts = [word.text for word in words]
    if _is_plain(texts, [word.is_glued for word in words]):
        return " ".join(texts)
    if is_spaced(texts):
        return _join_letters(words)
    parts = texts[:1]
    for before, word in pairwise(words):
        if not (word.is_glued and before.order == word.order - 1) and word.text != SOFT_HYPHEN:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def _is_plain(texts: Sequence[str], glued: Sequence[bool]) -> bool:
    """Whether words need nothing but a space between them."""
    return True not in glued and SOFT_HYPHEN not in texts and not is_spaced(texts)


def is_spaced(texts: Sequence[str]) -> bool:
    """Whether most words of a line are single letters, as letter-spaced ones are read."""
    count = len(texts)
    if count < MIN_SPACED_LETTERS or 1 not in map(len, texts[: count // 4 + 1]):
        return False  # of the first of so many, one at least is a letter
    return list(map(len, texts)).count(1) * 4 >= count * 3


def _join_letters(words: Sequence[Word]) -> str:
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    usual = max(median(gaps), 0.01)
    parts = [words[0].text]
    letters = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    longest = MAX_KERNED if 2 * letters > len(words) else 1  # dots that lead to a page number space no letters
    for (before, word), gap in zip(pairwise(words), gaps, strict=True):
        is_short = max(len(before.text), len(word.text)) <= longest
        is_spaced = is_short or (word.is_glued and before.order == word.order - 1)
        if gap > WORD_TO_LETTER_GAP * usual or not is_spaced:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)
