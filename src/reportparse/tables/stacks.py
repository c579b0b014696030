"""Rules of one width under one another: the frame of a half-ruled table, also in one column of a page of two."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median

from reportparse.geometry import Box
from reportparse.pdf import Word
from reportparse.tables.headers import is_year
from reportparse.tables.named import find_number
from reportparse.tables.over_sums import are_over_sums
from reportparse.tables.rulings import Edge
from reportparse.tables.runs import begins_table, has_values
from reportparse.tables.segments import Row, cut_rows, is_bold
from reportparse.tables.stack_heads import COLUMN_WORDS, MAX_LEADING_EM, find_top, is_prose, runs_on
from reportparse.tables.stack_sections import (
    FLUSH_PT,
    SAME_SIZE_PT,
    find_end_above,
    is_blank_row,
    is_lone,
    names_section,
)
from reportparse.tables.strips import find_strip_bands

# Ends this near are one width, in points.
SAME_END_PT = 3.0
# Fewest rules, and the narrowest, of a table; underlined headings are shorter.
MIN_RULES = 3
MIN_WIDTH_PT = 60.0
# Two rules alone are those below a bold head and above the last row, no further apart than this, in points.
MAX_PAIR_PT = 400.0
# Rules nearer than this are one double rule, in points.
DOUBLE_PT = 6.0
# Rows between them, at least.
MIN_BODY = 2
# The last row may stand this far below the last rule, in points.
FOOT_PT = 24.0
# Part of the lines round a table that go on with the one above, at least: headings, its rows and gaps do not.
MIN_TEXT = 0.33
# Two lines of such prose and a caption below them.
MIN_COLUMN_LINES = 3
# A title is this many times larger than the rows of a table.
MIN_TITLE = 1.25
_ORDER = attrgetter("order")


def find_stacks(level: Sequence[Edge], words: Sequence[Word]) -> Iterator[Box]:
    """The room of each stack of rules, with that of a header above the first and a row below the last.

    Two rules belong to one table if what stands between them is rows: neither a caption, nor prose, nor nothing.
    """
    groups = [group for group in _group(level) if len(group) >= MIN_RULES or _may_be_pair(group)]
    if not groups:
        return
    upright = sorted((word for word in words if word.angle == 0), key=lambda word: word.baseline)
    heights = [word.baseline for word in upright]
    for group in groups:
        others = [other for other in groups if other is not group]
        start, end = min(edge.start for edge in group), max(edge.end for edge in group)
        bands = []
        for a, b in pairwise(group):
            near = upright[bisect_left(heights, a.at) : bisect_right(heights, b.at)]
            inside = [word for word in near if start - 3 <= (word.x0 + word.x1) / 2 <= end + 3]
            rows = cut_rows(sorted(inside, key=_ORDER)) if inside else []
            bands.append([] if _is_text_round(rows, (a, b), others) else rows)
        if are_over_sums(group, bands, upright, heights):
            continue
        is_pair = len(group) < MIN_RULES
        if is_pair and not _is_below_head(group[0], bands[0], upright, heights):
            continue
        foot = _find_foot(upright, heights, group[-1], (start, end)) if is_lone(bands[-1]) else []
        tables = [(0, 1)] if is_pair else list(_without_heads(_cut(group, bands, end - start, foot), bands))
        begins = {first for first, _ in tables}
        for first, last in tables:
            above = find_end_above(group, bands, first)
            below = _find_end(bands[last], group[last + 1].at - 1) if last + 1 < len(group) else float("inf")
            row = bands[first][0] if bands[first] else None
            if _holds_head(bands[first]):  # what stands above is a row of the table that the first rule ends
                top = group[first].at - 1
            else:
                top = find_top(group[first], (start - 3, end + 3), above, upright, heights, row)
            inside = _find_foot(upright, heights, group[last], (start, end))
            is_next = last + 1 in begins and not any(map(has_values, bands[last]))
            if is_next and inside:  # the header of the table below
                head = find_top(group[last + 1], (start - 3, end + 3), group[last].at + 1, upright, heights)
                is_next = inside[0].baseline > head
            rows = next((band for band in bands[last - 1 : first : -1] if not is_lone(band)), bands[last - 1])
            is_other = bool(inside) and (is_next or _is_other(rows, cut_rows(inside)))
            yield Box(start - 3, top, end + 3, min(below, group[last].at + (1.0 if is_other else FOOT_PT)))


def _is_text_round(rows: Sequence[Row], rules: tuple[Edge, Edge], others: Sequence[Sequence[Edge]]) -> bool:
    """Whether what stands between two rules is text in columns round another table, or round boxes."""
    above, below = rules
    if sum(above.at < edge.at < below.at for other in others for edge in other) < MIN_RULES:
        return False
    return sum(runs_on(a, b) for a, b in pairwise(rows)) >= MIN_TEXT * len(rows)


def _without_heads(tables: Iterable[tuple[int, int]], bands: Sequence[list[Row]]) -> Iterator[tuple[int, int]]:
    """First and last rule of each table, without those that are but the ground of the next one's head."""
    for first, end in tables:
        last = end
        while last > first + 1 and _is_next_head(bands[last - 1], bands[last - 2]):
            last -= 2
        if last > first + 1 or not _is_head(bands[first]):
            yield first, last


def _is_next_head(band: Sequence[Row], above: Sequence[Row]) -> bool:
    """Whether a band below several lines is a head, and no row in the type of those."""
    if not _is_head(band) or len(above) < MIN_BODY:
        return False
    texts = {segment.words[0].style for row in above for segment in row[1:]}
    return band[0][1].words[0].style not in texts


def _is_head(band: Sequence[Row]) -> bool:
    """Whether what stands between two rules is a head alone, on a ground: no rules bound the table below it."""
    return len(band) == 1 and len(band[0]) > 1 and not has_values(band[0])


def _holds_head(band: Sequence[Row]) -> bool:
    """Whether what stands between two rules is a bold line, a caption, and bold heads below it."""
    if len(band) < MIN_BODY or len(band[0]) > 1 or len(band[-1]) == 1:
        return False
    return all(map(is_bold, band)) and not any(map(has_values, band))


def _may_be_pair(group: Sequence[Edge]) -> bool:
    return len(group) == MIN_RULES - 1 and DOUBLE_PT < group[1].at - group[0].at <= MAX_PAIR_PT


def _is_below_head(rule: Edge, band: Sequence[Row], words: Sequence[Word], heights: Sequence[float]) -> bool:
    """Whether a rule parts the bold heads right above it from rows of values, none of them bold from end to end."""
    near = words[bisect_left(heights, rule.at - FOOT_PT) : bisect_right(heights, rule.at)]
    inside = [word for word in near if rule.start - 3 <= (word.x0 + word.x1) / 2 <= rule.end + 3]
    if len(band) < MIN_BODY or not inside or not all(word.style.is_bold for word in inside):
        return False
    rows = all(len(row) > 1 and has_values(row) for row in band)
    return rows and len(cut_rows(inside)[-1]) > 1 and not any(map(is_bold, band))


def _find_foot(words: Sequence[Word], heights: Sequence[float], rule: Edge, ends: tuple[float, float]) -> list[Word]:
    """The words below the last rule that a row below it may have; `heights` are the baselines of the words."""
    low = rule.at + FOOT_PT
    near = words[bisect_right(heights, rule.at) : bisect_right(heights, low + FOOT_PT)]
    return [
        word
        for word in near
        if ends[0] - 3 <= (word.x0 + word.x1) / 2 <= ends[1] + 3 and (word.top + word.bottom) / 2 <= low
    ]


def _is_other(band: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether lines below the last rule are no row: lone ones, of another size than the last one, prose in columns."""
    row = rows[0]
    if all(len(other) == 1 for other in rows):
        return True  # the caption of the next table, a note
    if not band:
        return False
    is_prose = any(len(segment.words) >= COLUMN_WORDS for segment in row[1:])
    has_prose = any(len(segment.words) >= COLUMN_WORDS for other in _rows_like(row, band) for segment in other[1:])
    return (is_prose and not has_prose) or all(abs(segment.size - band[-1][0].size) > SAME_SIZE_PT for segment in row)


def _rows_like(row: Row, band: Sequence[Row]) -> Sequence[Row]:
    """The lines of a band that tell whether a row goes on with it: all where its texts are flush, or the last.

    Two texts may be those of columns, but for years as labels.
    """
    own = [segment for other in band for segment in other]
    sides = [[(segment.x0 - one.x0, segment.x1 - one.x1) for one in own] for segment in row]
    is_flush = all(any(min(map(abs, pair)) < FLUSH_PT for pair in pairs) for pairs in sides)
    counts_on = is_year(row[0].text) and is_year(band[0][0].text)
    return band if is_flush and (len(row) > 2 or counts_on) else band[-1:]


def _find_end(band: Sequence[Row], edge: float) -> float:
    """Where the room of a table ends that has another below it: above a lone line, which names that one."""
    return band[0][0].top - 0.5 if band and len(band[0]) == 1 else edge


def _group(level: Sequence[Edge]) -> list[list[Edge]]:
    groups: list[list[Edge]] = []
    for edge in level:
        if edge.end - edge.start < MIN_WIDTH_PT:
            continue
        group = next((g for g in groups if _is_same(g[-1], edge)), None)
        if group is None:
            groups.append([edge])
        else:
            group.append(edge)
    return groups


def _is_same(above: Edge, below: Edge) -> bool:
    return abs(above.start - below.start) <= SAME_END_PT and abs(above.end - below.end) <= SAME_END_PT


def _cut(
    group: Sequence[Edge], bands: Sequence[list[Row]], width: float, foot: Sequence[Word]
) -> Iterator[tuple[int, int]]:
    """First and last rule of each table; `foot` are the words below the last one, where a label ends the bands."""
    is_row_ruled = sum(len(band) == 1 and len(band[0]) > 1 for band in bands) >= MIN_RULES
    first, grounds = 0, find_strip_bands(bands)
    whites = [_white(rule, band) for rule, band in zip(group, bands, strict=False)]
    usual = median(whites)
    for number, band in enumerate(bands):
        gap = group[number + 1].at - group[number].at
        is_apart = number > first and band and whites[number] > usual + band[0][0].size and not has_values(band[0])
        is_next = _heads_next(bands[first:number], band) or _parts(
            bands[first:number], [row for near in bands[number : number + 3] for row in near]
        )
        is_new = is_apart or is_next or number in grounds or _is_text_below(bands[first:number], band)
        are_rows = _are_rows(band, width, is_row_ruled) or _is_of_column(bands[first:number], band)
        if not are_rows and is_lone(band):
            after = bands[number + 1] if number + 1 < len(bands) else cut_rows(foot) if foot else []
            are_rows = names_section(bands[first:number], band[0][0], after[:1])
        if gap <= DOUBLE_PT or (are_rows and not is_new):
            continue
        if not band and number > first and is_blank_row(bands[first:number], bands[number + 1 : number + 4]):
            continue
        if number - first + 1 >= MIN_RULES and group[number].at - group[first].at > DOUBLE_PT:
            yield first, number
        first = number + 1
    if len(group) - first >= MIN_RULES and group[-1].at - group[first].at > DOUBLE_PT:
        yield first, len(group) - 1


def _white(rule: Edge, band: Sequence[Row]) -> float:
    """Space between a rule and the first line below it; none where nothing stands there."""
    return min(segment.top for segment in band[0]) - rule.at if band else 0.0


def _parts(before: Sequence[Sequence[Row]], rows: Sequence[Row]) -> bool:
    """Whether the first of `rows` is a lone line above the header of another table than that of the bands before."""
    if not rows or len(rows[0]) > 1:
        return False
    return begins_table([row for band in before for row in band], rows[0], rows[1:2])


def _is_text_below(before: Sequence[Sequence[Row]], band: Sequence[Row]) -> bool:
    """Whether below rows of values a band holds prose in columns, whose lines go on with each other."""
    if len(band) < MIN_COLUMN_LINES or any(map(has_values, band)):
        return False
    runs = sum(runs_on(a, b) for a, b in pairwise(band))
    return 2 * runs >= len(band) - 1 and any(has_values(row) for near in before for row in near)


def _heads_next(before: Sequence[Sequence[Row]], band: Sequence[Row]) -> bool:
    """Whether below rows of values a band holds none: a lone line, a heading or caption, and the heads of a table."""
    if not band or len(band[0]) > 1 or len(band[-1]) == 1 or any(map(has_values, band)):
        return False
    return any(has_values(row) for near in before for row in near)


def _are_rows(band: Sequence[Row], width: float, is_row_ruled: bool) -> bool:
    """Whether what stands between two rules goes on with the table."""
    if not band or any(len(row) == 1 and find_number(row[0].text) for row in band):
        return False
    if any(is_prose(row, width) and not _goes_on_in_cell(band[: at + 1]) for at, row in enumerate(band)):
        return False
    if _ends_in_caption(band) or _goes_on_below_title(band):
        return False
    return is_row_ruled or any(len(row) > 1 for row in band)


def _goes_on_in_cell(rows: Sequence[Row]) -> bool:
    """Whether all rows but the first, which has a value, only go on with one text of it, at its edge and leading."""
    first, *others = rows
    if len(first) < 2 or not has_values(first) or any(len(row) > 1 for row in others):
        return False
    is_near = all(b[0].baseline - a[0].baseline < MAX_LEADING_EM * b[0].size for a, b in pairwise(rows))
    return is_near and any(all(abs(row[0].x0 - text.x0) < FLUSH_PT for row in others) for text in first)


def _is_of_column(before: Sequence[Sequence[Row]], band: Sequence[Row]) -> bool:
    """Whether all lines of a band begin where one text right of the labels above does: what a page tore off a row."""
    edges = [segment.x0 for above in before for row in above for segment in row[1:]]
    return bool(band) and any(all(len(row) == 1 and abs(row[0].x0 - x0) < FLUSH_PT for row in band) for x0 in edges)


def _goes_on_below_title(band: Sequence[Row]) -> bool:
    """Whether a title in larger type stands below rows of values: the next statement's, whose heads follow."""
    rows = [(place, row) for place, row in enumerate(band) if len(row) > 1 and has_values(row)]
    if not rows:
        return False
    largest = max(segment.size for _, row in rows for segment in row)
    return any(len(row) == 1 and row[0].size > MIN_TITLE * largest for row in band[rows[0][0] + 1 :])


def _ends_in_caption(band: Sequence[Row]) -> bool:
    """Whether prose in columns stands above a line that is set off from it: the caption of the table below."""
    if len(band) < MIN_COLUMN_LINES or len(band[-1]) > 1:
        return False
    (last, *_), (above, *_) = band[-1], band[-2]
    is_off = last.baseline - above.baseline > MAX_LEADING_EM * last.size
    return is_off and any(runs_on(a, b) for a, b in pairwise(band[:-1]))
