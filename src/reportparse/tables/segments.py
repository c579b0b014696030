"""Lines of words cut at wide gaps into segments, the raw stuff of cells."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from reportparse.geometry import Box, shared_height
from reportparse.layout.columns import order_items
from reportparse.layout.dividers import MIN_LONG_PT, part_at_dividers
from reportparse.layout.lines import SAME_BASELINE_EM, Line, find_lines, is_spaced, join_words
from reportparse.layout.sides import LineItem
from reportparse.layout.spreads import part_at_fold
from reportparse.layout.telling import is_told_in_order
from reportparse.pdf import Rule, Word
from reportparse.tables.above import rejoin_heads
from reportparse.tables.beside import part_columns, rejoin
from reportparse.tables.headed import rejoin_headed
from reportparse.tables.midway import join_midway
from reportparse.tables.row_bands import rejoin_bands
from reportparse.tables.rulings import Edge
from reportparse.tables.twins import part_at_twins
from reportparse.tables.under_heads import gather_under_heads
from reportparse.tables.wide import part_wide

# A gap wider than this part of the type size parts two cells; spaces of ragged text are 0.2-0.35 em, those of
# typewriter text 0.6.
MIN_GAP_EM = 0.62
# In a line of many words (justified, or typewriter) a gap also has to be this many times the line's usual one.
MIN_GAP_RATIO = 2.0
MANY_WORDS = 5
# Between the words of a letter-spaced title it is three times the one between its letters.
SPACED_RATIO = 4.0
# A gap this wide always parts: stretched spaces reach 0.7 em.
MAX_GAP_EM = 0.95
# Between two whole numbers a gap need only be this wide.
NUMBER_GAP_EM = 0.42
# Between a number and a text a gap this wide, and this many times the text's own, parts two cells.
VALUE_GAP_EM, VALUE_GAP_RATIO = 0.45, 1.5
_VALUE_ENDS = "0123456789%)"

# Letters this much larger than the type beside them are a heading's, and in no cell: chapters' have twice the size of
# text.
HEADING_RATIO = 1.8

# Each text of a table is asked about several times.
MAX_TEXTS = 8000
# Signs that lead the eye, and how narrow a full stop is in any face, in parts of the type size.
DOTS = ".…·_‥ "
DOT_EM = 0.24
_LEADERS = re.compile(r"(?:[.…·_‥]\s?){3,}$")
_DOTTED = re.compile(rf"[{DOTS.strip()}]{{2}}|\. ?\.|[{DOTS.strip()}]$")
_ONLY_LEADERS = re.compile(rf"[{DOTS}]+")
_LONE_SIGNS = ("$", "£", "€", "(", "$ (", "US$")
# What stands for no amount behind the sign of a currency.
NONE_SIGNS = ("–", "—", "-")
_SIGN_AFTER = re.compile(r"[%)*†‡]{1,2}")
_NUMBER = re.compile(
    r"""[(\[<>~≈±+▲△↑▼▽↓−–—-]*\s?(?:[$£€¥]|EUR|GBP|USD|US\$|Rs\.?)?\s?[(+−–-]?
        (?:\d{1,3}(?:[,.\s\u2009\u202f']\d{3})+(?:[.,]\d+)?|\d+(?:[.,:/]\d+)*|\.\d+)
        \s?(?:%|p|pp|p?pts?|points?|m|bn|k|million|billion|x)?\s?[)\]]?\s?[*†‡a-e▲△↑▼▽↓]?
        (?:\s?\(?[+-]?[.,]?\d+(?:[.,]\d+)*\s?%?\)?)?""",
    re.VERBOSE,
)
# What the numbers below a head are counted in.
_SCALE = re.compile(r"[(\[]?[$£€]?\s?[’']?000s?[)\]]?")
_EMPTY = re.compile(
    r"(?:[-–—−.…*:/x✓✔✗▲△↑▼▽↓→↔]{1,3}|[(\[]?(?:n/?\.?a\.?|nil|n\.?d\.?|none|tbc|(?-i:(?!m))[A-Z]|[*–—-]{1,2})[)\]]?)",
    re.IGNORECASE,
)


class Segment(NamedTuple):
    """Words that stand together on one line."""

    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    words: tuple[Word, ...]
    text: str

    @property
    def box(self) -> Box:
        """The four sides."""
        return Box(self.x0, self.top, self.x1, self.bottom)


Row = list[Segment]


def find_regions(
    page: int,
    words: Sequence[Word],
    fold: float | None = None,
    rules: Sequence[Rule] = (),
    level: Sequence[Edge] = (),
) -> list[list[Row]]:
    """The columns and bands of a page, each as its lines from top to bottom, each line as segments.

    `rules` are those of the page, long ones of which may part columns, and `level` the level ones, made whole.
    """
    lines = _leave_headings([line for line in find_lines(page, words) if line.words[0].angle == 0])
    is_told = is_told_in_order(lines)
    halves = part_at_fold([LineItem(line, is_told=is_told) for line in lines], fold)
    parts = (part for half in halves for part in part_at_dividers(half, rules, min_height=MIN_LONG_PT))
    found = (region for part in parts for region in order_items(part))
    regions = [[item.line for item in region if isinstance(item, LineItem)] for region in found]
    regions = rejoin_bands([region for region in regions if region])
    whole = rejoin_headed(rejoin_heads(rejoin(part_wide(regions, is_value), is_value), is_value), is_value)
    whole = gather_under_heads(whole, is_value)
    twins = (part for region in whole for part in part_at_twins(region, level, is_value))
    return [_cut_lines(part) for some in twins for part in part_columns(some, is_value)]


def _leave_headings(lines: list[Line]) -> list[Line]:
    """The lines without headings beside much smaller type: a column that a table opens has one left of it."""
    least = HEADING_RATIO * min([line.style.size for line in lines], default=0.0)
    large = [line for line in lines if line.style.size >= least and not any(map(str.isdigit, line.text))]
    gone = {id(line) for line in large if any(_is_beside(line, other) for other in lines)}
    return [line for line in lines if id(line) not in gone] if gone else lines


def _is_beside(heading: Line, other: Line) -> bool:
    is_small = heading.style.size >= HEADING_RATIO * other.style.size
    return is_small and other.box.x0 >= heading.box.x1 and shared_height(heading.box, other.box) > 0


def cut_rows(words: Sequence[Word]) -> list[Row]:
    """All lines of `words`, from top to bottom, cut into segments from left to right."""
    return _cut_lines(find_lines(0, [word for word in words if word.angle == 0]))


def _cut_lines(lines: Sequence[Line]) -> list[Row]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=attrgetter("baseline")):
        if rows and line.baseline - rows[-1][0].baseline <= SAME_BASELINE_EM * line.style.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return join_midway([_cut(row) for row in rows])


def _cut(row: list[Line]) -> Row:
    words = [word for line in row for word in line.words]
    words.sort(key=attrgetter("x0"))
    pieces = _split_words(words)
    if len(pieces) == len(row) == 1 and not _DOTTED.search(row[0].text):
        return [_make_whole(row[0])]  # as most lines of prose are
    return _join_signs([make_segment(piece) for piece in pieces])


def _split_words(words: list[Word]) -> list[list[Word]]:
    """Words of one row cut where two cells part."""
    gaps = [max(0.0, b.x0 - a.x1) for a, b in pairwise(words)]
    usual = _usual_gap(words, gaps) if len(gaps) >= MANY_WORDS else 0.0
    is_title = _is_letter_spaced(words)
    ratio = SPACED_RATIO if is_title else MIN_GAP_RATIO
    pieces = [[words[0]]]
    for (before, word), gap in zip(pairwise(words), gaps, strict=True):
        size = word.style.size
        is_near = gap <= NUMBER_GAP_EM * size and gap <= MIN_GAP_EM * before.style.size  # nearer than any two cells
        if (is_near and before.text[-1] not in DOTS) or is_leader(word.text):
            pieces[-1].append(word)
            continue
        least = max(MIN_GAP_EM * min(before.style.size, size), ratio * usual)
        least = min(least, MAX_GAP_EM * size)
        if not is_title and _are_numbers(before.text, word.text):
            least = min(least, NUMBER_GAP_EM * size)
        if gap > least or ends_in_leader(before.text):
            pieces.append([])
        pieces[-1].append(word)
    return [part for piece in pieces for part in _part_value(piece)]


def _usual_gap(words: Sequence[Word], gaps: Sequence[float]) -> float:
    """The usual gap of a line; of bold words that of the narrower ones, as heads of many columns have few spaces."""
    is_bold = all(word.style.is_bold for word in words)
    return sorted(gaps)[len(gaps) // 4] if is_bold else median(gaps)


def _is_letter_spaced(words: Sequence[Word]) -> bool:
    texts = [word.text for word in words]
    return is_spaced(texts) and sum(map(str.isalpha, texts)) * 2 > len(texts)


def _make_whole(line: Line) -> Segment:
    """A line without leaders that is one segment."""
    if any(word.style is not line.style for word in line.words):
        return make_segment(line.words)
    return Segment(*line.box, line.words[0].baseline, line.style.size, line.words, line.text)


def _part_value(words: list[Word]) -> list[list[Word]]:
    """A number at the head or the end of a text, set off by a gap that is wider than those of the text."""
    if len(words) < 2 or not (words[0].text[-1] in _VALUE_ENDS or words[-1].text[-1] in _VALUE_ENDS):
        return [words]
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    for cut, number, others in ((1, words[0], gaps[1:]), (len(words) - 1, words[-1], gaps[:-1])):
        gap, size = gaps[cut - 1], number.style.size
        usual = median(others) if others else 0.33 * size
        if gap >= max(VALUE_GAP_EM * size, VALUE_GAP_RATIO * usual) and len(number.text) > 1 and is_value(number.text):
            return [words[:cut], *_part_value(words[cut:])] if cut == 1 else [words[:cut], words[cut:]]
    return [words]


def _are_numbers(before: str, after: str) -> bool:
    """Whether two words are values of their own, rather than the thousands and the hundreds of one.

    >>> _are_numbers("2017/18", "2018/19"), _are_numbers("10", "000")
    (True, False)
    """
    is_group = len(after) == 3 and after.isdigit() and before[-1:].isdigit()
    ends = before[-1:] in "0123456789%)—*" or before[-1:].isalpha()
    return not is_group and ends and is_value(before) and is_value(after)


def make_segment(words: Sequence[Word]) -> Segment:
    """Words of one line as one segment."""
    texts, x0s, tops, x1s, bottoms, baselines, styles, *_ = zip(*words, strict=True)
    has_dots = any(text[-1] in DOTS and text[-3:-2] in DOTS for text in texts)
    sizes = [style.size for style in styles]
    size = max(sizes)
    text = join_words(words)
    return Segment(
        min(x0s),
        min(tops),
        max([_end_of_text(word) for word in words if not is_leader(word.text)] or x1s) if has_dots else max(x1s),
        max(bottoms),
        baselines[sizes.index(size)],
        size,
        tuple(words),
        (_LEADERS.sub("", text) if text[-1] in DOTS else text).strip(),
    )


def _end_of_text(word: Word) -> float:
    """Right edge of a word without the dots that lead on from it."""
    if word.text[-3:-2] not in DOTS:
        return word.x1
    leaders = _LEADERS.search(word.text)
    if leaders is None or not leaders.start():
        return word.x1
    return max(word.x0, word.x1 - DOT_EM * word.style.size * len(leaders[0]))


def _join_signs(row: Row) -> Row:
    """Put a lone currency sign to the number after it, however far off, a lone per cent sign to the one before."""
    joined: Row = []
    for segment in row:
        last = joined[-1] if joined else None
        if last is not None and (_is_sign_of(last.text, segment) or _is_end_of(segment, last)):
            joined[-1] = make_segment((*last.words, *segment.words))
        else:
            joined.append(segment)
    return joined


def _is_sign_of(sign: str, segment: Segment) -> bool:
    is_told = segment.text[:1] in "0123456789(." and is_number(segment.text)
    return sign in _LONE_SIGNS and (is_told or segment.text in NONE_SIGNS)


def _is_end_of(segment: Segment, number: Segment) -> bool:
    is_near = segment.x0 - number.x1 < 2 * segment.size
    return is_near and bool(_SIGN_AFTER.fullmatch(segment.text)) and is_number(number.text)


def has_leader(segment: Segment) -> bool:
    """Whether dots lead on from a text."""
    return is_leader(segment.words[-1].text) or ends_in_leader(segment.words[-1].text)


def ends_in_leader(text: str) -> bool:
    """Whether dots at the end of a word lead the eye on: "Custody......"."""
    return text[-1] in DOTS and bool(_LEADERS.search(text))


def is_leader(text: str) -> bool:
    """Whether it is nothing but dots that lead the eye."""
    return len(text) > 2 and text[0] in DOTS and bool(_ONLY_LEADERS.fullmatch(text))


def is_bold(row: Row) -> bool:
    """Whether all words of a line are bold."""
    return all(word.style.is_bold for segment in row for word in segment.words)


@lru_cache(MAX_TEXTS)
def is_number(text: str) -> bool:
    """Whether a cell holds a number and nothing else.

    >>> [is_number(text) for text in ("1 234.5", "(12.3)", "47%", "£2.7m", "Table 1", "2019/20", "£000", "2024.")]
    [True, True, True, True, False, True, False, False]
    >>> [is_number(text) for text in ("▼ 3.4%", "2.4 pts", "12 ↑", "3 points each")]
    [True, True, True, False]
    """
    text = text.strip()
    return bool(_NUMBER.fullmatch(text)) and not is_scale(text)


def is_scale(text: str) -> bool:
    """Whether a head says what the numbers below it are counted in: "£000"."""
    return _SCALE.fullmatch(text) is not None


@lru_cache(MAX_TEXTS)
def is_value(text: str) -> bool:
    """Whether a cell holds a number or what stands for none or for a trend; "m" is what numbers are counted in.

    >>> [is_value(text) for text in ("-", "n/a", "▲", "G", "Green", "m")]
    [True, True, True, True, False, False]
    """
    return is_number(text) or bool(_EMPTY.fullmatch(text.strip()))
