"""Tables are taken from the pages; the rest is handed on."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportparse.layout.lines import find_lines, is_raised, make_line
from reportparse.pdf import Page, Style, Word
from reportparse.tables.captions import find_body_style, find_number, take_captions
from reportparse.tables.confidence import judge
from reportparse.tables.find import find_grids
from reportparse.tables.grid import Grid, box_of, read_text
from reportparse.tables.headers import count_header_columns, count_header_rows
from reportparse.tables.join import Joined, Part, join_parts, stands_alone
from reportparse.tables.paths import Naming, name_cells
from reportparse.tables.records import Cell, Table, TableSpan
from reportparse.tables.tagged import TaggedTable, find_tagged, follow, hear

# Longest sign of a note, in letters.
MAX_MARK = 5


def take_tables(pages: Sequence[Page]) -> tuple[list[Table], list[Page]]:
    """The tables of `pages` in order, and the pages without the words that the tables took."""
    parts: list[Part] = []
    left: list[Page] = []
    tags = [find_tagged(page) for page in pages]
    grids = [
        [_read_texts(follow(grid, tagged)) for grid in find_grids(page)]
        for page, tagged in zip(pages, tags, strict=True)
    ]
    body = find_body_style(word for page, on in zip(pages, grids, strict=True) for word in _find_free(page, on))
    for page, on, tagged in zip(pages, grids, tags, strict=True):
        found, rest = _take_page(page, on, tagged, body)
        parts += found
        left.append(rest)
    return [_make_table(number, joined) for number, joined in enumerate(join_parts(parts), 1)], left


def _find_free(page: Page, grids: Sequence[Grid]) -> list[Word]:
    """The words of `page` that stand in no table."""
    taken = {word.order for grid in grids for word in grid.words}
    return [word for word in page.words if word.order not in taken]


def _take_page(
    page: Page, grids: Sequence[Grid], tagged: Sequence[TaggedTable], body: Style | None
) -> tuple[list[Part], Page]:
    """`body` is the type of the whole report's text: on a page full of tables a caption may be all the text."""
    if not grids:
        return [], page
    lines = find_lines(page.number, _find_free(page, grids))
    captioned = []
    for grid in grids:
        whole = hear(take_captions(grid, lines, body), tagged)
        orders = {word.order for word in whole.words}
        lines = [line for line in lines if line.words[0].order not in orders]
        captioned.append(whole)
    taken = {word.order for grid in captioned for word in grid.words}
    rest = tuple(word for word in page.words if word.order not in taken)
    parts = [Part(grid, count_header_rows(grid, page.fills), *stands_alone(grid, rest)) for grid in captioned]
    return parts, page._replace(words=rest)


def _read_texts(grid: Grid) -> Grid:
    return replace(grid, cells=tuple(replace(cell, text=read_text(cell.words)) for cell in grid.cells))


def _make_table(number: int, joined: Joined) -> Table:
    first = joined.parts[0]
    header_rows = first.header_rows or (joined.parts[1].header_rows if len(joined.parts) > 1 else 0)
    caption = read_text(first.grid.caption) or None
    words: dict[int, list[Word]] = defaultdict(list)
    for part in joined.parts:
        words[part.grid.page] += part.grid.words
    rows: dict[int, list[Cell]] = defaultdict(list)
    marks: dict[tuple[int, int], str] = {}
    for page, cell in sorted(joined.cells, key=lambda pair: (pair[1].row, pair[1].column)):
        box = box_of(cell.words) if cell.words else None
        place = (cell.row, cell.column, cell.row_span, cell.column_span)
        raised = _find_marks(cell.words)
        if raised:
            marks[cell.row, cell.column] = raised
        rows[cell.row].append(Cell(cell.text, *place, page=page, box=box))
    header_columns = count_header_columns(first.grid, header_rows)
    name, notes = f"t{number}", [read_text(note) for part in joined.parts for note in part.grid.notes]
    naming = Naming(
        header_rows, header_columns, caption or "", {f"{name}.n{i}": note for i, note in enumerate(notes, 1)}, marks
    )
    named = name_cells([rows[row] for row in range(max(rows) + 1)], naming)
    return Table(
        id=name,
        number=find_number(caption),
        caption=caption,
        spans=tuple(TableSpan(part.grid.page, box_of(part.grid.words)) for part in joined.parts),
        header_rows=header_rows,
        header_columns=header_columns,
        rows=named,
        notes=tuple(notes),
        confidence=judge(first.grid, header_rows, caption),
        words={page: tuple(some) for page, some in words.items()},
    )


def _find_marks(words: Sequence[Word]) -> str:
    """The raised sign at the end of a cell, as it stands in its text; empty where there is none."""
    if len(words) < 2:
        return ""
    line = make_line(0, words[:1])
    return words[-1].text if is_raised(words[-1], line) and len(words[-1].text) <= MAX_MARK else ""
