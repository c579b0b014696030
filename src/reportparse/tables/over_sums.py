"""Rules over and under sums in accounts, which frame no table by themselves."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from reportparse.pdf import Word
from reportparse.tables.headers import is_year
from reportparse.tables.rulings import Edge
from reportparse.tables.segments import Row, Segment, cut_rows, is_scale, is_value

# Rows of values that a rule ends stand this near above it, in points, and no further apart, in parts of the type size.
ABOVE_PT, MAX_STEP_EM = 110.0, 3.0
# Part of the rows between rules over sums that have a label left of them, on baselines that differ by no more, in parts
# of the type size: a rule moves the values below it down by its own width.
MIN_LABELLED, SAME_LEVEL_EM = 0.8, 0.2


def are_over_sums(
    group: Sequence[Edge], bands: Sequence[Sequence[Row]], words: Sequence[Word], heights: Sequence[float]
) -> bool:
    """Whether rules stand but over and under sums: below heads are values alone, whose labels stand left of them.

    Rows of values right above the first rule are looked at too; the first row below a rule may be a sum without label.
    Where two statements stand on a page, what is between them parts their rules.
    """
    if _are_of_one(group, bands, words, heights):
        return True
    ends = [at + 1 for at, band in enumerate(bands) if not all(any(is_value(s.text) for s in row) for row in band)]
    parts = list(pairwise([0, *ends, len(group)]))
    return len(parts) > 1 and all(
        _are_of_one(group[first:end], bands[first : end - 1], words, heights) for first, end in parts
    )


def _are_of_one(
    group: Sequence[Edge], bands: Sequence[Sequence[Row]], words: Sequence[Word], heights: Sequence[float]
) -> bool:
    """Whether rules stand over and under the sums of one statement."""
    start, end = min(edge.start for edge in group), max(edge.end for edge in group)
    lines = [(row, at > 0) for band in bands for at, row in enumerate(band) if not all(map(_is_head, row))]
    first = next((at for at, (row, _) in enumerate(lines) if any(map(_is_amount, row))), len(lines))
    if not all(is_value(segment.text) for row, _ in lines[first:] for segment in row):
        return False
    rows = [(row, True) for row in _find_values_above(group[0], (start, end), words, heights)] + lines[first:]
    labelled = [(is_plain, _has_label(row, start, words, heights)) for row, is_plain in rows]
    plain = [has_label for is_plain, has_label in labelled if is_plain or has_label]
    return bool(plain) and sum(plain) >= MIN_LABELLED * len(plain) and 2 * sum(plain) >= len(rows)


def _find_values_above(
    rule: Edge, ends: tuple[float, float], words: Sequence[Word], heights: Sequence[float]
) -> list[Row]:
    """The rows of values alone right above a rule, between its `ends`."""
    near = words[bisect_left(heights, rule.at - ABOVE_PT) : bisect_right(heights, rule.at)]
    inside = [word for word in near if ends[0] - 3 <= (word.x0 + word.x1) / 2 <= ends[1] + 3]
    found: list[Row] = []
    low = rule.at
    for row in reversed(cut_rows(inside) if inside else []):
        if not any(map(_is_amount, row)) or not all(is_value(segment.text) for segment in row):
            break
        if low - row[0].baseline > MAX_STEP_EM * row[0].size:
            break
        found.insert(0, row)
        low = row[0].baseline
    return found


def _is_amount(segment: Segment) -> bool:
    return is_value(segment.text) and not is_year(segment.text)


def _is_head(segment: Segment) -> bool:
    return is_year(segment.text) or is_scale(segment.text)


def _has_label(row: Row, start: float, words: Sequence[Word], heights: Sequence[float]) -> bool:
    """Whether a word stands left of `start` on the line of a row."""
    level, reach = row[0].baseline, SAME_LEVEL_EM * row[0].size
    near = words[bisect_left(heights, level - reach) : bisect_right(heights, level + reach)]
    return any(word.x1 <= start and any(map(str.isalpha, word.text)) for word in near)
