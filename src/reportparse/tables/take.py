"""Tables are taken from the pages; the rest is handed on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from reportparse.geometry import is_inside
from reportparse.layout.hanging import join_hanging
from reportparse.layout.lines import Line, find_lines, is_raised, make_line
from reportparse.pdf import Bookmark, Page, Style, Word
from reportparse.tables.below import find_numbered, stand_below
from reportparse.tables.captions import take_captions
from reportparse.tables.captions_before import find_before
from reportparse.tables.captions_level import name_level
from reportparse.tables.confidence import judge
from reportparse.tables.find import Ruled, find_grids, read_rules
from reportparse.tables.grid import Grid, GridCell, box_of, read_text
from reportparse.tables.headers import count_header_columns, count_header_rows
from reportparse.tables.heading_lines import FreePage, HeadingLines, leave_beyond
from reportparse.tables.join import Joined, Part, join_parts, stands_first, stands_last
from reportparse.tables.listed import is_contents, lists_pages
from reportparse.tables.margins import begins_part, find_heads
from reportparse.tables.named import find_body_style, find_number
from reportparse.tables.noted import find_foot, leave_marks
from reportparse.tables.paths import Naming, name_cells
from reportparse.tables.records import Cell, Table, TableSpan
from reportparse.tables.shield import Shielded
from reportparse.tables.strays import Laid, add_below, add_head, find_strays
from reportparse.tables.tagged import TaggedTable, find_tagged, follow, hear
from reportparse.tables.torn import find_torn
from reportparse.tables.turned import find_turned
from reportparse.text import HYPHENS, Vocabulary

# Longest sign of a note, in letters.
MAX_MARK = 5


class _View(NamedTuple):
    """A page, or a page turned so that text set sideways stands upright, with the tables found on it."""

    page: Page
    grids: list[Grid]
    tags: list[TaggedTable]


def take_tables(
    pages: Sequence[Page],
    shielded: Mapping[int, Shielded] | None = None,
    bookmarks: Sequence[Bookmark] = (),
) -> tuple[list[Table], list[Page]]:
    """The tables of `pages` in order, and the pages without the words that the tables took.

    `shielded` is what `shield_tables` told, where it was asked: its ruled tables need not be read again.  `bookmarks`
    are those of the document: they name headings, which no table takes for its caption.
    """
    ruled = find_torn([_read_rules(page, shielded or {}) for page in pages])
    views = [_without_contents(view, pages) for one in ruled for view in _view(one.page, one)]
    _add_strays(views)
    vocabulary = _find_vocabulary(views, (cell.words for view in views for grid in view.grids for cell in grid.cells))
    if vocabulary is not None:
        views = [view._replace(grids=[_mend_texts(grid, vocabulary) for grid in view.grids]) for view in views]
    free = [_find_free(view) for view in views]
    body = find_body_style([word for words in free for word in words if not word.angle])
    rest = [FreePage(view.page.number, view.grids, words) for view, words in zip(views, free, strict=True)]
    headings = HeadingLines(pages, bookmarks, body, rest)
    lines = [page.lines if page.grids else [] for page in rest]
    is_below = stand_below(((view.grids, some) for view, some in zip(views, lines, strict=True)), body)
    parts = [
        part
        for view, some in zip(views, lines, strict=True)
        for part in _take_parts(view, some, body, headings, is_below=is_below)
    ]
    found = list(_lead_over(join_parts(parts), views, body, headings))
    taken: dict[int, set[int]] = defaultdict(set)
    for part in parts:
        taken[part.grid.page].update(word.order for word in part.grid.words)
    for joined in found:
        taken[joined.lead_page].update(word.order for word in joined.lead)
    turned = {(page.number, word.order): word for page in pages for word in page.words if word.angle}
    beside = (words for part in parts for words in (part.grid.caption, *part.grid.notes))
    vocabulary = vocabulary or _find_vocabulary(views, beside)
    tables = [_make_table(number, joined, turned, vocabulary) for number, joined in enumerate(found, 1)]
    return tables, [_leave(page, taken[page.number]) for page in pages]


def _add_strays(views: Sequence[_View]) -> None:
    """Give each page the rows and heads that a table left alone in the column or on the page before or after it."""
    for view in views:
        for place, grid in enumerate(view.grids):
            longer = add_below(grid, _find_free(view))
            if not count_header_rows(longer, view.page.fills):
                longer = add_head(longer, _find_free(view))
            view.grids[place] = grid if longer is grid else _read_texts(longer)
    upright = {view.page.number: view for view in reversed(views)}
    laid = [Laid(view.page, tuple(view.grids), _find_free(view)) for _, view in sorted(upright.items())]
    for grid in find_strays(laid):
        view = upright[grid.page]
        view.grids[:] = [one for one in view.grids if not is_inside(one.box, grid.box, slack=1.0)]
        view.grids.extend(_read_texts(one) for one in follow([grid], view.tags))
        view.grids.sort(key=lambda grid: (grid.box.top, grid.box.x0))


def _lead_over(
    found: Sequence[Joined], views: Sequence[_View], body: Style | None, headings: HeadingLines
) -> Iterator[Joined]:
    """The tables, those at the head of a page or column without a caption named by what ends the one before."""
    upright = {view.page.number: view for view in reversed(views)}
    known = {part.grid.caption[0].style for joined in found for part in joined.parts if part.grid.caption}
    for joined in found:
        first = joined.parts[0].grid
        if not joined.parts[0].is_first or any(part.grid.caption for part in joined.parts):
            yield joined
            continue
        page = upright.get(first.page)
        own = find_lines(first.page, _find_free(page)) if page else []
        beside = [line for line in own if line.box.x1 < first.box.x0]
        before = None if beside else upright.pop(first.page - 1, None)  # it names one table alone
        if before is not None:
            foot = max((word.bottom for grid in before.grids for word in grid.words), default=0.0)
            beside = find_lines(before.page.number, [word for word in _find_free(before) if word.top >= foot])
        lines = find_before(beside, body, known) if beside else []
        lines = [] if lines and headings.holds(lines[-1], beside) else lines
        where = first.page if before is None else before.page.number
        yield joined._replace(lead=tuple(word for line in lines for word in line.words), lead_page=where)


def _read_rules(page: Page, shielded: Mapping[int, Shielded]) -> Ruled:
    """What its rules draw: as it was read before, unless the page has changed since."""
    known = shielded.get(page.number)
    return known.ruled if known and known.ruled.page is page else read_rules(page)


def _leave(page: Page, taken: set[int]) -> Page:
    return page._replace(words=tuple(w for w in page.words if w.order not in taken)) if taken else page


def _view(page: Page, ruled: Ruled) -> Iterator[_View]:
    """The page with its tables, and the views of it in which more stand upright."""
    tags = find_tagged(page)
    view = _find_tables(page, tags, ruled)
    yield view
    for turned in find_turned(page, _find_free(view)):
        yield _find_tables(turned, tags)


def _find_tables(page: Page, tags: list[TaggedTable], ruled: Ruled | None = None) -> _View:
    return _View(page, [_read_texts(grid) for grid in follow(find_grids(page, ruled), tags)], tags)


def _without_contents(view: _View, pages: Sequence[Page]) -> _View:
    """The view without the tables that are contents pages: those are lines for the text to read."""
    if not view.grids or lists_pages(view.page, pages):
        return view._replace(grids=[])
    return view._replace(grids=[grid for grid in view.grids if not is_contents(grid, pages)])


def _find_free(view: _View) -> Sequence[Word]:
    """The words that stand in none of the tables."""
    if not view.grids:
        return view.page.words
    taken = {word.order for grid in view.grids for word in grid.words}
    return [word for word in view.page.words if word.order not in taken]


def _take_parts(
    view: _View, lines: list[Line], body: Style | None, headings: HeadingLines, *, is_below: bool
) -> list[Part]:
    """The tables of a view with their captions, which the report sets below them or not; `lines` stand in no table.

    `body` is the type of the whole report's text: on a page full of tables a caption may be all the text.
    """
    page = view.page
    if not view.grids:
        return []
    heads = find_heads(page.number, page.words)
    in_margin = {word.order for head in heads for line in head for word in line.words}
    lines = [line for line in lines if line.words[0].order not in in_margin]
    captioned = []
    foot = find_foot(page, lines, body)
    notes = join_hanging([line for line in lines if line.box.top >= foot])
    lines = [line for line in lines if line.box.top < foot]
    over = headings.find_near(view.grids, lines)
    for grid in view.grids:
        near = leave_beyond(grid.box, lines, over)
        whole = hear(take_captions(grid, near, body, is_below=is_below), view.tags)
        orders = {word.order for word in whole.words}
        lines = [line for line in lines if line.words[0].order not in orders]
        captioned.append(whole)
    lines = [line for line in lines if line not in over]
    boxes = [grid.box for grid in captioned]
    for place, grid in enumerate(captioned):
        found = [] if grid.caption else find_numbered(grid.box, lines, [*boxes[:place], *boxes[place + 1 :]])
        if found:
            captioned[place] = grid._replace(caption=found[0].words)
    captioned = name_level(captioned, lines, body)
    captioned = [leave_marks(grid, [*lines, *notes], foot) for grid in captioned]
    taken = {word.order for grid in captioned for word in grid.words}
    rest = [word for word in page.words if word.order not in taken]
    return [
        Part(
            grid,
            count_header_rows(grid, page.fills),
            stands_first(grid, rest) and not begins_part(grid.box.top, heads),
            stands_last(grid, rest),
        )
        for grid in captioned
    ]


def _read_texts(grid: Grid) -> Grid:
    return grid._replace(cells=tuple([GridCell(*cell[:5], read_text(cell.words)) for cell in grid.cells]))


def _mend_texts(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """The grid, the texts of its cells read anew where words may be broken in them."""
    texts = [read_text(cell.words, vocabulary) if _is_broken(cell.words) else cell.text for cell in grid.cells]
    return grid._replace(cells=tuple([GridCell(*cell[:5], text) for cell, text in zip(grid.cells, texts, strict=True)]))


def _find_vocabulary(views: Sequence[_View], texts: Iterable[Sequence[Word]]) -> Vocabulary | None:
    """The words of all pages, as evidence of how words broken in `texts` are written; None where none may be.

    Pages tell cells and columns line after line, so that the halves of a word follow each other.
    """
    if not any(map(_is_broken, texts)):
        return None
    told = (line for view in views for _, line in groupby(view.page.words, key=attrgetter("baseline")))
    return Vocabulary(" ".join([word.text for word in line]) for line in told)


def _is_broken(words: Sequence[Word]) -> bool:
    """Whether a line of a cell may end inside a word."""
    return any(
        word.text[-1] in HYPHENS and word.text[-2:-1].isalpha() and word.baseline != following.baseline
        for word, following in pairwise(words)
    )


def _make_table(
    number: int, joined: Joined, turned: Mapping[tuple[int, int], Word], vocabulary: Vocabulary | None
) -> Table:
    """`turned` are the words set sideways as they stand on their pages, by page and order."""

    def find(page: int, some: Sequence[Word]) -> list[Word]:
        return [turned.get((page, word.order), word) for word in some] if turned else list(some)

    first = joined.parts[0]
    header_rows = first.header_rows or (joined.parts[1].header_rows if len(joined.parts) > 1 else 0)
    captions = [joined.lead, *(part.grid.caption for part in joined.parts)]
    caption = next(filter(None, (read_text(words, vocabulary) for words in captions)), None)
    words: dict[int, list[Word]] = defaultdict(list)
    if joined.lead:
        words[joined.lead_page] += joined.lead
    for part in joined.parts:
        words[part.grid.page] += find(part.grid.page, part.grid.words)
    rows: dict[int, list[Cell]] = defaultdict(list)
    marks: dict[tuple[int, int], str] = {}
    signs: dict[tuple[int, int], tuple[str, ...]] = {}
    for page, cell in sorted(joined.cells, key=lambda pair: (pair[1].row, pair[1].column)):
        box = box_of(find(page, cell.words)) if cell.words else None
        place = (cell.row, cell.column, cell.row_span, cell.column_span)
        if cell.signs:
            signs[cell.row, cell.column] = cell.signs
        elif raised := _find_marks(cell.words):
            marks[cell.row, cell.column] = raised
        rows[cell.row].append(Cell(cell.text, *place, page=page, box=box, marks=cell.marks))
    header_columns = count_header_columns(first.grid, header_rows)
    name, notes = f"t{number}", [read_text(note, vocabulary) for part in joined.parts for note in part.grid.notes]
    noted = {f"{name}.n{i}": note for i, note in enumerate(notes, 1)}
    naming = Naming(header_rows, header_columns, caption or "", noted, marks, signs)
    named = name_cells([rows[row] for row in range(max(rows) + 1)], naming)
    return Table(
        id=name,
        number=find_number(caption),
        caption=caption,
        spans=tuple(TableSpan(part.grid.page, box_of(find(part.grid.page, part.grid.words))) for part in joined.parts),
        header_rows=header_rows,
        header_columns=header_columns,
        rows=named,
        notes=tuple(notes),
        confidence=judge(first.grid, header_rows, caption),
        words={page: tuple(some) for page, some in words.items()},
        caption_style=_find_caption_style(first.grid),
    )


def _find_caption_style(grid: Grid) -> Style | None:
    """The type of all words of a caption, where it stands above its table."""
    styles = {word.style for word in grid.caption if word.baseline <= grid.box.top}
    return styles.pop() if len(styles) == 1 else None


def _find_marks(words: Sequence[Word]) -> str:
    """The raised sign at the end of a cell, as it stands in its text; empty where there is none."""
    if len(words) < 2:
        return ""
    line = make_line(0, words[:1])
    return words[-1].text if is_raised(words[-1], line) and len(words[-1].text) <= MAX_MARK else ""
