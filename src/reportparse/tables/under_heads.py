"""Tables of words and numbers under bold heads, gathered again where the search for columns of text has cut them up.

Each text below stands flush with a head: at its left or right edge, or centred under it.  Either one column holds
nothing but values, as no column of prose does, or rows that begin in all columns are told one after the other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from reportparse.layout.lines import Line, make_line
from reportparse.pdf import Style
from reportparse.tables.wide import group_rows

# Fewest heads, and fewest rows below them of which one column holds values alone.
MIN_HEADS, MIN_ROWS = 3, 3
# Edges nearer than this are flush, in points; brackets of negative values hang out by so much.
FLUSH_PT, BRACKET_PT = 2.5, 4.0
# Lines stand no further apart than this, in sizes of their type; lines of one head no further than that.
MAX_STEP_EM, MAX_LEADING_EM = 3.0, 1.5
# Part of the texts in rows of words that begin as such: in columns of prose most lines go on in small letters.
MIN_BEGUN = 0.9
# A space between two cells is wider than those between words by this factor.
MIN_RATIO = 1.3
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-](?:\d\d){1,2})?")

Rows = Sequence[Sequence[Line]]


def gather_under_heads(regions: Sequence[Sequence[Line]], is_value: Callable[[str], bool]) -> list[list[Line]]:
    """Regions of a page in order; lines of a table that stand in several of them become one, in place of the first."""
    rows = group_rows(line for region in regions for line in region)
    gathered = [list(region) for region in regions]
    taken: set[int] = set()
    for at in range(len(rows)):
        for heads in _find_heads(rows[at:], is_value):
            if any(_order_of(head) in taken for head in heads):
                continue
            body = _find_body(rows[at:], heads, is_value)
            if not _has_values(body, heads, is_value):
                body = _without_tail(body, heads)
                if not _are_told_rows(body, heads):
                    continue
            table = [line for part in (*_find_header(rows[: at + 1], heads), *body) for line in part]
            own = set(map(_order_of, table))
            taken |= own
            places = [place for place, region in enumerate(gathered) if not own.isdisjoint(map(_order_of, region))]
            if len(places) > 1:
                for place in places:
                    gathered[place] = [line for line in gathered[place] if _order_of(line) not in own]
                gathered.insert(places[0], table)
    return [region for region in gathered if region]


def _find_heads(rows: Rows, is_value: Callable[[str], bool]) -> Iterator[Sequence[Line]]:
    """The neighbours on the first of some rows that are the last line of a bold header: years perhaps but the first.

    Those right of them may stand lower, at the foot of cells where the first ones have a second line.
    """
    row = rows[0]
    for is_bold, run in groupby(row, key=lambda line: _begin_of(line).is_bold):
        heads = list(run) if is_bold else []
        heads += _find_lower(heads, rows[1:]) if heads else []
        is_named = len(heads) >= MIN_HEADS and not is_value(heads[0].text)
        if is_named and _hold_no_amounts(heads, is_value):
            yield heads


def _hold_no_amounts(row: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    return all(_YEAR.fullmatch(line.text) or not is_value(line.text) for line in row)


def _find_lower(heads: Sequence[Line], rows: Rows) -> list[Line]:
    """The last texts of a row right below heads that stand right of all of these, in their type."""
    style, edge = _begin_of(heads[-1]), heads[-1].box.x1 + heads[-1].style.size
    for row in takewhile(lambda row: row[0].baseline - heads[0].baseline <= MAX_LEADING_EM * style.size, rows):
        right = [line for line in row if line.box.x0 >= edge]
        if 0 < len(right) < len(row) and all(_begin_of(line) == style for line in right):
            return right
    return []


def _find_header(rows: Rows, heads: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines of the header whose last one is `heads`, on the last of `rows`."""
    header = [heads]
    for row in reversed(rows[:-1]):
        own = [line for line in row if not _is_beside(line, heads)]
        if not own:
            continue
        step = (header[0][0].baseline - own[0].baseline) / heads[0].style.size
        is_over = step <= MAX_LEADING_EM and all(_column_of(line, heads) is not None for line in own)
        is_level = step <= MAX_STEP_EM and len(own) < len(heads) and all(_is_within(line, heads) for line in own)
        if not (is_over or is_level) or any(_begin_of(line) != _begin_of(heads[0]) for line in own):
            break
        header.insert(0, own)
    return header


def _find_body(rows: Rows, heads: Sequence[Line], is_value: Callable[[str], bool]) -> list[Sequence[Line]]:
    """The rows below the first of which each text stands flush with a head of its own, but for what is beside."""
    body: list[Sequence[Line]] = []
    above = heads[0].baseline
    for row in rows[1:]:
        own = [line for line in row if is_value(line.text) or not _is_beside(line, heads)]
        right = [line for line in own if not _is_left(line, heads)]
        own = right if not right or _has_label(right[0], heads, is_value) else own
        own = [piece for line in own if line not in heads for piece in _cut_at(line, heads)]
        if not own:
            continue
        columns = [_column_of(line, heads) for line in own]
        if columns[0] is None and _is_label(own, heads):
            columns[0] = -1
        if own[0].baseline - above > MAX_STEP_EM * own[0].style.size or None in columns:
            break
        is_head = list(map(_begin_of, own)) == list(map(_begin_of, heads)) and _hold_no_amounts(own, is_value)
        if is_head or len({*columns}) < len(columns):
            break  # the heads of another table, or no cells
        body.append(own)
        above = own[0].baseline
    return body


def _cut_at(line: Line, heads: Sequence[Line]) -> list[Line]:
    """The line, cut where a word begins flush with a head behind a space wider than all others: two full cells."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(line.words)]
    widest = gaps.index(max(gaps)) if len(gaps) > 1 else None
    if widest is None or gaps[widest] < MIN_RATIO * max(gaps[:widest] + gaps[widest + 1 :]):
        return [line]
    begin = line.words[widest + 1].x0
    is_flush = any(abs(begin - head.box.x0) <= FLUSH_PT for head in heads[1:])
    parts = line.words[: widest + 1], line.words[widest + 1 :]
    return [make_line(line.page, part) for part in parts] if is_flush else [line]


def _is_within(line: Line, heads: Sequence[Line]) -> bool:
    """Whether a text stands over heads, and reaches beyond none of the outer ones: it may name several of them."""
    return heads[0].box.x0 - FLUSH_PT <= line.box.x0 and line.box.x1 <= heads[-1].box.x1 + FLUSH_PT


def _is_label(row: Sequence[Line], heads: Sequence[Line]) -> bool:
    """Whether the first text of a row names it left of all heads, and is said right before the others of the row."""
    label, *values = row
    is_said = bool(values) and label.words[-1].order + 1 == _order_of(values[0])
    return is_said and label.box.x1 < min(heads[0].box.x0, values[0].box.x0)


def _is_beside(line: Line, heads: Sequence[Line]) -> bool:
    """Whether a text stands clear of the table on its right, in the next column of text."""
    return line.box.x0 >= heads[-1].box.x1 + heads[-1].style.size


def _is_left(line: Line, heads: Sequence[Line]) -> bool:
    """Whether a text ends clear of the table on its right, in the column of text before it."""
    return line.box.x1 <= heads[0].box.x0 - heads[0].style.size


def _has_label(line: Line, heads: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    """Whether a row begins with words under the first head, so that what stands left of it is no label."""
    return _column_of(line, heads) == 0 and not is_value(line.text)


def _has_values(rows: Rows, heads: Sequence[Line], is_value: Callable[[str], bool]) -> bool:
    """Whether a column right of the first holds values alone, and enough of them."""
    cells: dict[int, list[bool]] = {}
    for line in (line for row in rows for line in row):
        column = _column_of(line, heads)
        if column:
            cells.setdefault(column, []).append(is_value(line.text))
    return any(len(told) >= MIN_ROWS and all(told) for told in cells.values())


def _without_tail(body: list[Sequence[Line]], heads: Sequence[Line]) -> list[Sequence[Line]]:
    """The rows up to one that neither begins in all columns nor goes on with the texts right above it."""
    for at, (above, row) in enumerate(pairwise(body), 1):
        step = row[0].baseline - above[0].baseline
        if len(row) < len(heads) and step > MAX_LEADING_EM * row[0].style.size:
            return body[:at]
    return body


def _are_told_rows(body: Rows, heads: Sequence[Line]) -> bool:
    """Whether rows begin in all columns, one told after the other, most of their texts with a capital or a digit."""
    begun: list[Sequence[Line]] = []
    for row in body:
        if len(row) < len(heads):
            continue
        if not begun or max(map(_order_of, begun[-1])) < min(map(_order_of, row)):
            begun.append(row)
        elif not _goes_on(begun[-1], row):
            return False
    if len(begun) < MIN_ROWS or begun[0] is not body[0]:
        return False
    texts = [line.text for row in begun for line in row]
    return sum(text[0].isupper() or text[0].isdigit() for text in texts) >= MIN_BEGUN * len(texts)


def _goes_on(above: Sequence[Line], row: Sequence[Line]) -> bool:
    """Whether all texts of a row are second lines of those of the row above, each told before its neighbour's first."""
    is_near = row[0].baseline - above[0].baseline <= MAX_LEADING_EM * row[0].style.size
    pairs = zip(row, [*above[1:], None], strict=True)
    return is_near and all(beside is None or _order_of(line) < _order_of(beside) for line, beside in pairs)


def _begin_of(line: Line) -> Style:
    """The type that a text begins in: a head may go on in another one, in another language."""
    return line.words[0].style


def _order_of(line: Line) -> int:
    return line.words[0].order


def _column_of(line: Line, heads: Sequence[Line]) -> int | None:
    """Under which head a text stands flush."""
    x0, _, x1, _ = line.box
    for column, head in enumerate(heads):
        h0, _, h1, _ = head.box
        is_flush = abs(x0 - h0) <= FLUSH_PT or -FLUSH_PT <= x1 - h1 <= BRACKET_PT
        if is_flush or abs(x0 + x1 - h0 - h1) <= 2 * FLUSH_PT:
            return column
    return None
