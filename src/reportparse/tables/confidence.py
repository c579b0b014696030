"""How sure a table is: how it was found, and what speaks for and against it."""

from collections import defaultdict

from reportparse.tables.grid import Grid
from reportparse.tables.named import find_number
from reportparse.tables.records import Confidence
from reportparse.tables.segments import is_number, is_value
from reportparse.tables.tagged import AGREES

# By judgement: what is drawn is surer than what is told from white space.  What speaks against the cells was weighed
# on 669 tables of made documents: words in a column of numbers stood in 42, of which 34 had wrong cells (F1 under
# 0.95); two numbers in one cell in 13 (6 wrong), a column's name of many words in 5 (4).  A right table scores over one
# badly wrong (under 0.5) in 82 pairs of 100, over one under 0.9 in 66, over one with any wrong cell in 60: a score near
# 1 does not say that every cell is right.  From 0.95 on the mean F1 was 0.97 (584 tables), under 0.8 it was 0.79 (69).
SURENESS = {"ruled": 0.98, "half-ruled": 0.9, "unruled": 0.75}
# Tables below this are named in the record's warnings.
MIN_SURE = 0.6
# Tables with less of their places filled may be drawings or forms.
MIN_FILLED = 0.5
# From this part of the cells on that are right of the labels, values make a table.
MANY_VALUES = 0.6
# Tags that name less than this part of the cells speak against them; those that agree speak for them.
OPPOSES = 0.5
# Fewer rows than this show no pattern.
MIN_ROWS = 3
# More words than this name no column.
MAX_HEAD_WORDS = 8
# Digits between two spaces of one number.
GROUP = 3
# The bounds of a confidence.
LEAST, MOST = 0.05, 0.99


def judge(grid: Grid, header_rows: int, caption: str | None) -> Confidence:
    """The confidence in a table, as found on its first page."""
    filled = sum(cell.row_span * cell.column_span for cell in grid.cells if cell.words)
    body = [cell.text for cell in grid.cells if cell.words and cell.row >= header_rows and cell.column > 0]
    values = sum(map(is_value, body)) / max(1, len(body))
    is_drawn = grid.method == "ruled"
    pro: list[tuple[str, float]] = [(f"{grid.method}: {grid.row_count} rows, {grid.column_count} columns", 0.0)]
    con: list[tuple[str, float]] = []
    if values >= MANY_VALUES:
        pro.append(("most cells are values", 0.1))
    elif values == 0:
        con.append(("no numbers", 0.05 if is_drawn else 0.15))
    if header_rows:
        pro.append(("a header", 0.05))
    else:
        con.append(("no header", 0.05 if is_drawn else 0.12))
    if find_number(caption):
        pro.append(("a numbered caption", 0.1))
    if grid.agreement is not None and grid.agreement >= AGREES:
        pro.append(("the tags of the PDF agree", 0.1))
    elif grid.agreement is not None and grid.agreement < OPPOSES:
        con.append(("the tags of the PDF cut it into other cells", 0.15))
    if filled < MIN_FILLED * max(1, grid.row_count * grid.column_count):
        con.append(("many empty places", 0.2))
    if grid.row_count - header_rows < MIN_ROWS:
        con.append(("few rows", 0.02 if is_drawn else 0.1))
    con += _find_odd(grid, header_rows)
    sure = min(MOST, SURENESS[grid.method] + sum(weight for _, weight in pro))
    reasons = tuple(reason for reason, _ in pro), tuple(reason for reason, _ in con)
    return Confidence(round(max(LEAST, sure - sum(weight for _, weight in con)), 2), grid.method, *reasons)


def _find_odd(grid: Grid, header_rows: int) -> list[tuple[str, float]]:
    """What shows that cells are cut wrongly."""
    body: dict[int, list[str]] = defaultdict(list)
    named: set[int] = set()
    long = False
    for cell in grid.cells:
        if cell.words and cell.row < header_rows:
            named.update(range(cell.column, cell.column + cell.column_span))
            long = long or len(cell.words) > MAX_HEAD_WORDS
        elif cell.words and cell.column > 0 and cell.column_span == 1:
            body[cell.column].append(cell.text)
    numbers = {
        column: texts for column, texts in body.items() if sum(map(is_value, texts)) >= max(2, MANY_VALUES * len(texts))
    }
    odd = []
    if any(_holds_two(text) for texts in body.values() for text in texts):
        odd.append(("two numbers in one cell", 0.2))
    if any(not is_value(text) for texts in numbers.values() for text in texts):
        odd.append(("words in a column of numbers", 0.2))
    if header_rows and not named.issuperset(numbers):
        odd.append(("a column of numbers without a name", 0.2))
    if long:
        odd.append(("a column's name of many words", 0.2))
    return odd


def _holds_two(text: str) -> bool:
    """Whether a cell holds nothing but two numbers or more, side by side.

    >>> [_holds_two(text) for text in ("8 58", "1 234", "$ 70", "(3.1) 4.5", "120 (45%)")]
    [True, False, False, True, False]
    """
    first, *others = text.split() or [""]
    is_grouped = all(len(part) == GROUP and part.isdigit() for part in others)
    are_numbers = is_number(first) and all(is_number(part) and part[0] != "(" for part in others)
    return bool(others) and are_numbers and not is_grouped
