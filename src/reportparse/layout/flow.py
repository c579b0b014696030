"""The whole report in reading order: lines in their columns and boxes, tables and pictures at their place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import count
from typing import NamedTuple

from reportparse.geometry import Box, shared_area, unite
from reportparse.layout.banded import find_banded
from reportparse.layout.barred import find_barred
from reportparse.layout.box_titles import part_title
from reportparse.layout.bullets import find_bullets
from reportparse.layout.cards import Cards, find_text_cards, leave_cards, leave_edges
from reportparse.layout.cell_heads import find_cell_heads
from reportparse.layout.chapter_numbers import find_chapter_numbers
from reportparse.layout.column_heads import find_headed, leave_heads, part_at_heads
from reportparse.layout.columns import order_items
from reportparse.layout.discs import join_discs
from reportparse.layout.dividers import part_at_crossings, part_at_dividers
from reportparse.layout.elements import Anchor, Flow, FlowAnchor, FlowLine, Region
from reportparse.layout.fields import join_fields
from reportparse.layout.frames import Frame, find_cards, find_frames, frame_of
from reportparse.layout.grounds import find_grounds, is_cover_ground, join_grounds
from reportparse.layout.halves import find_pairs, is_title_with_lead, part_halves
from reportparse.layout.hanging import join_hanging
from reportparse.layout.lines import SAME_BASELINE_EM, Line, find_lines, merge_lines
from reportparse.layout.lone_figures import find_lone_figures
from reportparse.layout.margin_heads import Look, find_margin_heads, join_number, look_of
from reportparse.layout.outer_numbers import join_outer
from reportparse.layout.page_grounds import find_page_grounds, leave_grounds, part_at_panels
from reportparse.layout.side_notes import find_side_notes
from reportparse.layout.sides import Item, LineItem
from reportparse.layout.spreads import part_at_fold
from reportparse.layout.straddling import run_round, straddles
from reportparse.layout.strip_figures import is_figure
from reportparse.layout.strip_labels import part_labels, split_figures
from reportparse.layout.strips import MIN_CELLS, find_strips, is_cell, join_rows, part_rings
from reportparse.layout.telling import is_told_in_order
from reportparse.layout.tiles import widen_cells
from reportparse.layout.title_bars import join_title_bars, part_at_bars
from reportparse.layout.turned_lines import find_turned, order_turned
from reportparse.pdf import Page, Style

# Two pictures of one size side by side may stand in two columns of text; three or more are a row of their own.
MIN_ALIKE = 3


class _Sheet(NamedTuple):
    """A page with what stands and is drawn on it."""

    page: Page
    anchors: list[Anchor]
    frames: list[Frame]
    """Boxes round text."""
    panels: Sequence[Box]
    """Of the page's own ground."""
    cards: Cards
    margin: set[Look]
    """How headings in the margins of the pages before look; those of this page are added."""
    figures: set[Style]
    """The types of the figures of number strips on the pages before, to which those of this page are added."""


class _Solid(NamedTuple):
    """A table, picture or box of text: one thing for what stands round it."""

    box: Box
    order: int
    anchor: Anchor | None = None
    frame: Frame | None = None
    is_text: bool = False
    word_count: int = 0
    row: tuple["_Solid | LineItem", ...] = ()
    """The cells of a number strip, or pictures of one size, that stand side by side, as one thing.

    Cells may have a title each, which stands before its cell.
    """


def order_pages(pages: Sequence[Page], anchors: Sequence[Anchor] = ()) -> Flow:
    """Lay the pages' words, and what stands among them, into one flow."""
    by_page: defaultdict[int, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        by_page[anchor.page].append(anchor)
    numbers, panels = count(), find_page_grounds(pages)
    flow: Flow = []
    frames = {page.number: leave_grounds(find_frames(page), panels.get(page.number, ())) for page in pages}
    cards = find_text_cards(pages, frames)
    margin: set[Look] = set()
    figures: set[Style] = set()
    for page in pages:
        own = leave_cards(frames[page.number], cards)
        sheet = _Sheet(page, by_page[page.number], own, panels.get(page.number, ()), cards, margin, figures)
        flow += _with_bullets(page, order_turned(_order_page(sheet, numbers)))
    return flow


def _with_bullets(page: Page, elements: Flow) -> Flow:
    bullets = find_bullets(page, [element.line for element in elements if isinstance(element, FlowLine)])
    if not bullets:
        return elements
    return [
        element._replace(bullet=bullets.get(id(element.line))) if isinstance(element, FlowLine) else element
        for element in elements
    ]


def _order_page(sheet: _Sheet, numbers: "count[int]") -> Iterator[FlowLine | FlowAnchor]:
    page, anchors = sheet.page, sheet.anchors
    lines = join_discs(page, part_labels(split_figures(find_lines(page.number, page.words))))
    lines = join_outer(join_fields(lines))
    outside: list[Item] = []
    inside: dict[Frame, list[Item]] = defaultdict(list)
    frames = part_at_bars(_find_boxes(sheet, lines), lines)
    headed = find_headed(frames, lines)
    frames, rings = part_rings(leave_heads(frames, headed) if headed else frames, lines)
    is_told = is_told_in_order(lines)
    taken = [*(anchor.box for anchor in anchors), *(frame.box for frame in frames)]
    grounds = find_grounds(lines, frames)
    heads = find_margin_heads(grounds[None], sheet.margin, [anchor.box for anchor in anchors])
    sheet.margin.update(map(look_of, heads))
    known = sheet.figures | find_lone_figures(lines)
    found = [strip for ground in join_grounds(grounds) for strip in find_strips(page.number, ground, rings, known)]
    strips = widen_cells(found, frames, lines)
    told = [line for line in lines if frame_of(line.box, strips) is not None]
    sheet.figures.update(line.style for line in told if is_figure(line.text))
    notes = [] if heads else find_side_notes([line for line in grounds[None] if line not in told])
    turned = find_turned(lines)
    aside = {id(line) for group in (*heads, *notes, turned) for line in group}
    barred = leave_edges(find_barred(page, lines, taken), sheet.cards)
    pairs = find_pairs(page.number, grounds[None]) if is_told and page.number > 1 else []
    frames = [*strips, *pairs, *frames, *find_banded(page, lines, taken), *barred]
    for line in lines:
        if id(line) in aside:
            continue
        item = LineItem(line, is_told=is_told)
        frame = frame_of(line.box, frames)
        (outside if frame is None else inside[frame]).append(item)
    boxes = [_Solid(frame.box, min(item.order for item in items), frame=frame) for frame, items in inside.items()]
    solids = [_Solid(anchor.box, -1, anchor=anchor) for anchor in anchors]
    boxes, solids = _leave_nested([*boxes, *solids], strips, inside)
    outside = [*_join_alike(solids, outside), *outside]
    outside = _with_cell_heads(_join_cells(boxes, outside, inside) if len(boxes) > 1 else boxes, outside)
    outside, astride = _part_astride(outside)
    flow: Iterable[FlowLine | FlowAnchor] = (
        element
        for part in _part_page(sheet, outside, headed)
        for element in _lay(page.number, part, None, inside, numbers)
    )
    regions = [Region(next(numbers), page.number, unite(line.box for line in note), None) for note in notes]
    groups = [*((join_number(head), None) for head in heads), *zip(notes, regions, strict=True)]
    flow = _with_aside(list(flow), groups) if groups else flow
    yield from run_round(flow, astride) if astride else flow
    for line in turned:
        yield FlowLine(line, Region(next(numbers), page.number, line.box, None))
    for solid in astride:
        yield from _lay(page.number, [solid], None, inside, numbers)


def _find_boxes(sheet: _Sheet, lines: Sequence[Line]) -> list[Frame]:
    """The boxes round text, with the bars that name them; what is drawn for tables and pictures is none of them."""
    frames = join_title_bars(sheet.frames, lines)
    frames = [frame for frame in frames if not any(_is_part_of(frame, anchor) for anchor in sheet.anchors)]
    if sheet.page.number == 1:
        frames = [frame for frame in frames if not is_cover_ground(frame, sheet.page)]
    return frames


def _part_page(sheet: _Sheet, items: list[Item], headed: Sequence[Sequence[Frame]]) -> list[list[Item]]:
    """What stands in the columns of a page, parted where its fold, panels, heads of columns and rules part it."""
    page = sheet.page
    sides = [side for half in part_at_fold(items, page.fold) for side in part_at_panels(half, sheet.panels)]
    sides = [part for side in sides for part in part_at_heads(side, headed)] if headed else sides
    bands = [band for side in sides for band in part_at_crossings(side, page.rules)]
    return [part for band in bands for part in part_at_dividers(band, page.rules)]


def _part_astride(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """The items that stand in the columns of a page, and the tables and pictures that text of several runs round."""
    texts = [item.box for item in items if item.is_text]
    astride = [item for item in items if not item.is_text and straddles(item.box, texts)]
    return ([item for item in items if item not in astride] if astride else items), astride


def _leave_nested(
    solids: Sequence[_Solid], strips: Sequence[Frame], inside: dict[Frame, list[Item]]
) -> tuple[list[_Solid], list[_Solid]]:
    """The boxes, and the tables and pictures, that stand in no box of text; the others are put into theirs.

    Of the boxes those of number strips alone are: other boxes in boxes are laid beside them.
    """
    holders = [frame for frame, items in inside.items() if frame not in strips and not _is_cell(items)]
    holders.sort(key=lambda frame: frame.box.area)
    boxes: list[_Solid] = []
    others: list[_Solid] = []
    for solid in solids:
        may_nest = bool(holders) and (solid.frame is None or solid.frame in strips)
        holder = frame_of(solid.box, holders) if may_nest else None
        if holder is not None:
            inside[holder].append(solid)
        else:
            (others if solid.frame is None else boxes).append(solid)
    return boxes, others


def _join_cells(boxes: list[_Solid], others: Sequence[Item], inside: dict[Frame, list[Item]]) -> list[_Solid]:
    """The boxes of a page, cells of number strips and cards that stand in a row made one: no column parts them."""
    cards = find_cards([box.box for box in boxes])
    cells = {box.box: box for box in boxes if box.box in cards or (box.frame and _is_cell(inside[box.frame]))}
    if len(cells) < MIN_CELLS:
        return boxes
    around = [item.box for item in (*others, *boxes) if item.box not in cells]
    rows = [tuple(cells[box] for box in row) for row in join_rows([*cells], around)]
    joined = {id(cell) for row in rows for cell in row}
    solids = [_Solid(unite(cell.box for cell in row), min(cell.order for cell in row), row=row) for row in rows]
    return [box for box in boxes if id(box) not in joined] + solids


def _with_cell_heads(solids: Sequence[_Solid], others: list[Item]) -> list[Item]:
    """All that stands in the columns of a page; the titles over the cells of a row are put into that."""
    heads = {id(solid): find_cell_heads([cell.box for cell in solid.row], others) for solid in solids if solid.row}
    taken = {id(item) for found in heads.values() for item in found}
    left = [item for item in others if id(item) not in taken] if taken else others
    return [*left, *(_with_heads(solid, found) if (found := heads.get(id(solid))) else solid for solid in solids)]


def _with_heads(solid: _Solid, heads: Sequence[LineItem]) -> _Solid:
    """A row of cells, with the title above each before it."""
    row = tuple(part for pair in zip(heads, solid.row, strict=True) for part in pair)
    return solid._replace(box=unite(part.box for part in row), order=min(part.order for part in row), row=row)


def _join_alike(solids: list[_Solid], others: Sequence[Item]) -> list[_Solid]:
    """The tables and pictures of a page, those of one size that stand in a row made one: the cards of a dashboard."""
    alike = find_cards([solid.box for solid in solids]) if len(solids) >= MIN_ALIKE else set()
    if len(alike) < MIN_ALIKE:
        return solids
    around = [item.box for item in (*others, *solids) if item.box not in alike]
    rows = [row for row in join_rows([*alike], around) if len(row) >= MIN_ALIKE]
    cells = {solid.box: solid for solid in solids}
    joined = {box for row in rows for box in row}
    return [solid for solid in solids if solid.box not in joined] + [
        _Solid(unite(row), -1, row=tuple(cells[box] for box in row)) for row in rows
    ]


def _is_cell(items: Sequence[Item]) -> bool:
    lines = [item.line for item in items if isinstance(item, LineItem)]
    return len(lines) == len(items) and is_cell(lines)


def _with_aside(flow: Flow, groups: Sequence[tuple[list[Line], Region | None]]) -> Flow:
    """The flow of a page, each group of lines in its margin before the first thing that stands beside or below it.

    They stand in the region of that, or in their own.
    """
    for lines, region in groups:
        right, top = lines[0].box.x1, lines[0].box.top
        boxes = (element.line.box if isinstance(element, FlowLine) else element.anchor.box for element in flow)
        near = (place for place, box in enumerate(boxes) if box.x1 > right and box.bottom > top)
        place = next(near, len(flow) - 1)
        own = region or flow[place].region
        if region is None and own.frame is not None:  # what stands in a margin is in no box beside it
            place = next(at for at, element in enumerate(flow) if element.region.frame is own.frame)
            bare = [element.region for element in (*flow[place:], *reversed(flow[:place]))]
            own = next((other for other in bare if other.frame is None), own)
        flow[place:place] = [FlowLine(line, own) for line in lines]
    return flow


def _is_part_of(frame: Frame, anchor: Anchor) -> bool:
    """Whether a box is drawn for a table or picture rather than for text: borders, shaded cells."""
    shared = shared_area(frame.box, anchor.box)
    return shared > 0.6 * frame.box.area or (frame.fill is None and shared > 0)


def _lay(
    page: int, items: list[Item], frame: Frame | None, inside: dict[Frame, list[Item]], numbers: "count[int]"
) -> Iterator[FlowLine | FlowAnchor]:
    if frame is not None and _is_cell(items):
        yield from _lay_cell(page, items, frame, numbers)
        return
    halves = part_halves(items) if frame is not None else []
    parts = halves or (part_title(items) if frame is not None else [])
    is_led = frame is not None and frame.fill is None and not frame.is_bordered and is_title_with_lead(halves)
    own = None if is_led else frame
    for group in parts or order_items(items):
        measure = [item for item in group if item.is_text] or group
        region = Region(next(numbers), page, unite(item.box for item in measure), own)
        for item in _join_rows(_join_numbers(group)):
            if isinstance(item, Line):
                yield FlowLine(item, region)
            else:
                for part in item.row or (item,):
                    if isinstance(part, LineItem):
                        yield FlowLine(part.line, region)
                    elif part.anchor is not None:
                        yield FlowAnchor(part.anchor, region)
                    elif part.frame is not None:
                        yield from _lay(page, inside[part.frame], part.frame, inside, numbers)


def _lay_cell(page: int, items: Sequence[Item], frame: Frame, numbers: "count[int]") -> Iterator[FlowLine]:
    """The figure of a number strip, then its label, which may begin higher beside it."""
    region = Region(next(numbers), page, frame.box, frame)
    lines = [item.line for item in items if isinstance(item, LineItem)]
    for line in sorted(lines, key=lambda line: (-line.style.size, line.baseline)):
        yield FlowLine(line, region)


def _join_numbers(group: list[Item]) -> list[Item]:
    """The items of one region, numbers in its margin put before their lines."""
    items = {id(item.line): item for item in group if isinstance(item, LineItem)}
    joined = join_hanging([item.line for item in items.values()])
    if len(joined) == len(items):
        return group
    solids: list[Item] = [item for item in group if isinstance(item, _Solid)]
    return solids + [items.get(id(line)) or LineItem(line) for line in joined]


def _join_rows(group: list[Item]) -> Iterator[Line | _Solid]:
    """The items of one region downwards, pieces on one baseline put together."""
    chapters = find_chapter_numbers([item.line for item in group if isinstance(item, LineItem)])
    row: list[Line] = []
    for item in sorted(group, key=lambda item: _level(item, chapters)):
        own = item if isinstance(item, _Solid) else item.line if isinstance(item, LineItem) else None
        if own is not None and (isinstance(own, _Solid) or id(own) in chapters):
            if row:
                yield merge_lines(row)
                row = []
            yield own
        elif isinstance(item, LineItem):
            if row and (
                item.line.baseline - row[0].baseline > SAME_BASELINE_EM * min(item.line.style.size, row[0].style.size)
                or item.line.words[0].angle != row[0].words[0].angle
                or item.line.words[0].angle % 180  # a line turned upwards is whole
            ):
                yield merge_lines(row)
                row = []
            row.append(item.line)
    if row:
        yield merge_lines(row)


def _level(item: Item, chapters: AbstractSet[int]) -> tuple[float, float]:
    if isinstance(item, LineItem):
        return item.box.top if id(item.line) in chapters else item.line.baseline, item.box.x0
    return item.box.top + min(10.0, item.box.height / 2), item.box.x0
