"""Which rows and columns name the others."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reportparse.pdf import Fill
from reportparse.tables.grid import Grid, GridCell
from reportparse.tables.segments import is_value

# Headers of more rows than this are none.
MAX_HEADER_ROWS = 5

_YEAR = re.compile(
    r"""(?:FY|Q[1-4]|Year|Nov|[A-Z][a-z]{2,8})?[\s'’-]*(?:19|20)?\d{2}(?:\s?[/–-]\s?(?:19|20)?\d{2})?
        (?:\s?\(?[A-Za-z ]+\)?|\*|[¹²³])?|Q[1-4]|(?:19|20)\d{2}\*?\s*""",
    re.VERBOSE,
)
# Faces that are lighter than the plain one of their family.
_LIGHT = re.compile(r"light|thin", re.IGNORECASE)
_FULL_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d))?\s?[*†¹²³a-e]?(?:\s%)?")


def is_period(text: str) -> bool:
    """Whether a cell names a time: "2019/20", "Nov-19", "2020/21 (forecast)".

    >>> [is_period(text) for text in ("2019/20", "Nov-19", "2020/21 (forecast)", "385,500", "41.2")]
    [True, True, True, False, False]
    """
    return bool(_YEAR.fullmatch(text.strip()))


def is_year(text: str) -> bool:
    """Whether a cell is a year written out, so that it can not be a common value; it may be over its column's unit.

    >>> [is_year(text) for text in ("2019", "2019/20", "FY 2019-2020", "1995-96*", "2016 %", "45", "2,019", "2016%")]
    [True, True, True, True, True, False, False, False]
    """
    return bool(_FULL_YEAR.fullmatch(text.strip()))


def are_letters(texts: Sequence[str]) -> bool:
    """Whether texts are single letters in the order of the alphabet, as bands of a tax are called."""
    are_single = len(texts) > 1 and all(len(text) == 1 and text.isupper() for text in texts)
    return are_single and all(ord(b) - ord(a) == 1 for a, b in pairwise(texts))


def count_header_rows(grid: Grid, fills: Sequence[Fill]) -> int:
    """Rows at the top that name columns: set apart from the rows below, or without values above rows of values.

    A single row, whose table goes on behind a page break, names them where it holds words or years alone.
    """
    rows = _by_row(grid)
    if len(rows) < 2:
        return int(any(cell.column > 0 and cell.words for row in rows for cell in row) and not any(map(_is_data, rows)))
    count = max(_count_by_look(rows, fills), grid.ruled_header if _names_rows(rows, grid.ruled_header) else 0)
    if not count and (_names_columns(rows) or _has_own_face(rows)):
        count = 1
    count = _leave_headings(rows, count)
    while count and count < min(len(rows) - 1, MAX_HEADER_ROWS) and _goes_on(rows, count):
        count += 1
    count = _reach(rows, count)
    if count < grid.tagged_header[0] <= min(len(rows) - 1, MAX_HEADER_ROWS):
        count = grid.tagged_header[0]
    return _leave_headings(rows, count)


def _leave_headings(rows: Sequence[Sequence[GridCell]], count: int) -> int:
    """The first rows without those at their end that name the group of rows below them."""
    while count > 1 and _is_heading(rows[count - 1]):
        count -= 1
    return count


def _count_by_look(rows: Sequence[Sequence[GridCell]], fills: Sequence[Fill]) -> int:
    """Rows at the top in bold or on a ground of their own, as the rows below are not."""
    looks = [_look(row, fills) for row in rows]
    body = Counter(looks[1:]).most_common(1)[0][0]
    is_pair = all(len(row) == 2 for row in rows)  # labels and values, the first of them in bold, name nothing
    if looks[0] == body or not _is_set_apart(looks[0], body) or ((len(rows) == 2 or is_pair) and _is_data(rows[0])):
        return 0
    if _are_stripes(looks) or (not looks[0][0] and _is_rated(rows, [ground for _, ground in looks[1:]])):
        return 0
    count = 1
    while count < min(len(rows) - 1, MAX_HEADER_ROWS) and looks[count] == looks[0] and not _is_data(rows[count]):
        count += 1
    return count


def _has_own_face(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether the first row is set in a face and a colour that no other row has, or all the others in a light face."""
    looks = [{(word.style.font, word.style.color) for cell in row for word in cell.words} for row in rows]
    if len(looks[0]) != 1 or sum(bool(cell.words) for cell in rows[0]) < 2 or _is_data(rows[0]):
        return False
    ((font, color),) = looks[0]
    others = [other for look in looks[1:] for other in look]
    is_heavier = not _LIGHT.search(font) and all(_LIGHT.search(face) for face, _ in others)
    return is_heavier or all(font != other[0] and color != other[1] for other in others)


def _are_stripes(looks: Sequence[tuple[bool, object]]) -> bool:
    """Whether each other row has a ground, from the first on, so that this tells no header: its table goes on."""
    return not looks[0][0] and len(looks) > 2 and looks[2] == looks[0] != looks[1]


def _is_rated(rows: Sequence[Sequence[GridCell]], grounds: Sequence[object]) -> bool:
    """Whether the first row has its ground as the others have theirs: colours rate what they hold.

    What stands right of its label is said below, too, or is values as there, on two colours or more.
    """
    below = {cell.text for row in rows[1:] for cell in row if cell.column and cell.words}
    first = [cell.text for cell in rows[0] if cell.column and cell.words]
    is_said = bool(first) and below.issuperset(first)
    return is_said or (_is_data(rows[0]) and len({*grounds} - {None}) > 1)


def _names_rows(rows: Sequence[Sequence[GridCell]], count: int) -> bool:
    """Whether the rows above the first rule hold no values, and more of them than one text."""
    above = rows[:count]
    return 0 < count < len(rows) and not any(map(_is_data, above)) and not all(map(_is_heading, above))


def _goes_on(rows: Sequence[Sequence[GridCell]], index: int) -> bool:
    """Whether a row belongs to the header above it: without values, beside the labels, before rows of values."""
    if _is_data(rows[index]) or not any(cell.column > 0 and cell.words for cell in rows[index]):
        return False
    return not _has_text_columns(rows[index:])


def _has_text_columns(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether most rows hold no values, so that a row without values tells nothing."""
    return sum(map(_is_data, rows)) * 2 < len(rows)


def _is_heading(row: Sequence[GridCell]) -> bool:
    """Whether a row holds one text alone, that begins in the first column."""
    filled = [cell for cell in row if cell.words]
    return len(filled) == 1 and filled[0].column == 0 and filled[0].row_span == 1


def _by_row(grid: Grid) -> list[list[GridCell]]:
    rows: list[list[GridCell]] = [[] for _ in range(grid.row_count)]
    for cell in grid.cells:
        rows[cell.row].append(cell)
    return rows


def _look(row: Sequence[GridCell], fills: Sequence[Fill]) -> tuple[bool, tuple[int, int, int] | None]:
    """Whether the row is set bold or slanted, or each cell begins so and goes on in other type; its ground."""
    words = [word for cell in row[1:] or row for word in cell.words] or [word for cell in row for word in cell.words]
    if not words:
        return False, None
    is_bold = sum(word.style.is_bold or word.style.is_italic for word in words) * 2 > len(words)
    begins = [cell.words[0].style.is_bold for cell in row[1:] if cell.words]
    is_bold = is_bold or (len(begins) > 1 and all(begins))
    ground = None
    x, y = (words[0].x0 + words[0].x1) / 2, (words[0].top + words[0].bottom) / 2
    for fill in fills:
        if fill.box.x0 <= x <= fill.box.x1 and fill.box.top <= y <= fill.box.bottom:
            ground = fill.color if min(fill.color) < 250 else None
    return is_bold, ground


def _is_set_apart(look: tuple[bool, object], body: tuple[bool, object]) -> bool:
    return look[0] > body[0] or (look[1] is not None and look[1] != body[1])


def _is_data(row: Sequence[GridCell]) -> bool:
    """Whether half the cells right of the first column hold values that are not years."""
    texts = [cell.text for cell in row if cell.column > 0 and cell.words]
    values = [text for text in texts if is_value(text) and not is_year(text)]
    return len(values) * 2 >= len(texts) > 0 and not are_letters(texts)


def _names_columns(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether the first row holds no values where the rows below it do."""
    texts = [cell for cell in rows[0] if cell.column > 0 and cell.words]
    if not texts or _is_data(rows[0]):
        return False
    below = sum(_is_data(row) for row in rows[1:])
    return below * 2 >= len(rows) - 1 and below > 0


def _reach(rows: Sequence[Sequence[GridCell]], count: int) -> int:
    """The header reaches as far down as its merged cells, and at least one row below those that span columns."""
    end = count
    for index in range(min(count, len(rows))):
        end = max(end, max((cell.row + cell.row_span for cell in rows[index] if cell.words), default=0))
        spans = any(cell.column_span > 1 and cell.column > 0 for cell in rows[index])
        if spans and index + 1 == count and index + 2 < len(rows) and not _is_data(rows[index + 1]):
            end = max(end, index + 2)
    return min(end, len(rows) - 1) if count else 0


def count_header_columns(grid: Grid, header_rows: int) -> int:
    """Columns at the left that name rows."""
    return max(_count_label_columns(grid, header_rows), min(grid.tagged_header[1], grid.column_count - 1))


def _count_label_columns(grid: Grid, header_rows: int) -> int:
    body = [cell for cell in grid.cells if cell.row >= header_rows and cell.words]
    first = [cell for cell in body if cell.column == 0]
    if not first or grid.column_count < 2:
        return 0
    values = sum(is_value(cell.text) and not _names_time(cell.text) for cell in first)
    others = [cell for cell in body if cell.column > 0]
    if values > 0.6 * len(first) and not _counts_up([cell.text for cell in first]):
        return 0 if others else 1
    if any(cell.row_span > 1 for cell in first):
        second = [cell for cell in body if cell.column == 1]
        if second and not any(is_value(cell.text) for cell in second):
            return 2
    return 1


def _names_time(text: str) -> bool:
    """Whether a cell names a time, and is no bare number that is no year: "84" may be one of many things."""
    return is_year(text) or (is_period(text) and not text.isdigit())


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = [int(text) for text in texts if text.isdigit()]
    return len(numbers) == len(texts) > 1 and all(a < b for a, b in pairwise(numbers))
