"""Fully ruled tables are kept from the search for pictures, which would take their rules and grounds for a drawing."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from reportparse.geometry import Box, grow, has_middle_in, shared_area
from reportparse.layout.lines import find_lines
from reportparse.pdf import Fill, Page, Path, Rule, Word
from reportparse.tables.find import Ruled, read_rules
from reportparse.tables.grid import Grid
from reportparse.tables.named import find_number
from reportparse.tables.rulings import WHITE_FROM
from reportparse.tables.tiles import may_be_tiled

# Part of its places that are filled, and fewest rows, of a grid that no chart would draw.
MIN_FILLED, MIN_ROWS = 0.6, 3
# Rules lie this far outside the middle of the border, in points.
MARGIN_PT = 3.0
# Coloured boxes of a grid that are looked at.
MAX_LOOKED_AT = 60
# Cells that end at one height are of one row, or of two or three where rows are merged.
MIN_HEIGHTS = 4
# The caption of a table stands within so many points above it.
CAPTION_PT = 30.0

_T = TypeVar("_T")
_Sides = tuple[float, float, float, float]


class Shielded(NamedTuple):
    """A page with rules, what they draw, and what was taken off it for a while."""

    ruled: Ruled
    left: Page
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    paths: tuple[Path, ...] = ()


def shield_tables(pages: Sequence[Page]) -> tuple[list[Page], dict[int, Shielded]]:
    """The pages without their fully ruled tables, and by the number of the page what was read and taken off."""
    taken = {page.number: _shield(read_rules(page)) for page in pages if _may_be_ruled(page)}
    return [taken[page.number].left if page.number in taken else page for page in pages], taken


def _may_be_ruled(page: Page) -> bool:
    upright = sum(not rule.is_horizontal for rule in page.rules)
    return (upright >= 2 and len(page.rules) - upright >= 2) or may_be_tiled(page)


def _shield(ruled: Ruled) -> Shielded:
    page = ruled.page
    boxes = [_with_caption(grow(grid.box, MARGIN_PT), page) for grid in ruled.grids if _is_full(grid, page)]
    if not boxes:
        return Shielded(ruled, page)
    words, other_words = _part([(word, word[1:5]) for word in page.words], boxes)
    rules, other_rules = _part([(rule, rule[:4]) for rule in page.rules], boxes)
    fills, other_fills = _part([(fill, fill.box) for fill in page.fills], boxes)
    paths, other_paths = _part([(path, path.box) for path in page.paths], boxes)
    left = page._replace(words=other_words, rules=other_rules, fills=other_fills, paths=other_paths)
    return Shielded(ruled, left, words, rules, fills, paths)


def _part(things: Iterable[tuple[_T, _Sides]], boxes: Sequence[Box]) -> tuple[tuple[_T, ...], tuple[_T, ...]]:
    """Those whose middle stands in one of `boxes`, and the others."""
    inside: list[_T] = []
    others: list[_T] = []
    for thing, (x0, top, x1, bottom) in things:
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        for left, upper, right, lower in boxes:
            if left <= x <= right and upper <= y <= lower:
                inside.append(thing)
                break
        else:
            others.append(thing)
    return tuple(inside), tuple(others)


def unshield_tables(pages: Sequence[Page], taken: Mapping[int, Shielded]) -> list[Page]:
    """The pages with what `shield_tables` took off; those that nobody changed are what they were before."""
    return [_unshield(page, taken[page.number]) if page.number in taken else page for page in pages]


def _unshield(page: Page, back: Shielded) -> Page:
    if page is back.left:
        return back.ruled.page
    return page._replace(
        words=tuple(sorted((*page.words, *back.words), key=attrgetter("order"))),
        rules=(*page.rules, *back.rules),
        fills=tuple(sorted((*page.fills, *back.fills), key=attrgetter("depth"))),
        paths=tuple(sorted((*page.paths, *back.paths), key=attrgetter("depth"))),
    )


def _is_full(grid: Grid, page: Page) -> bool:
    """Whether a grid is filled with text, as no chart is."""
    places = sum(cell.row_span * cell.column_span for cell in grid.cells if cell.words)
    is_full = grid.row_count >= MIN_ROWS and places >= MIN_FILLED * grid.row_count * grid.column_count
    return is_full and not _has_bars(grid, page)


def _has_bars(grid: Grid, page: Page) -> bool:
    """Whether most coloured boxes in a grid hold no text: bars of a chart, rather than the ground of cells."""
    fills = [fill.box for fill in page.fills if min(fill.color) < WHITE_FROM and has_middle_in(fill.box, grid.box)]
    middles = [((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2) for word in grid.words] if fills else []
    bare = sum(not _holds_any(box, middles) for box in fills[:MAX_LOOKED_AT])
    return bare * 2 > min(len(fills), MAX_LOOKED_AT) or _stand(grid, page)


def _holds_any(box: Box, places: Sequence[tuple[float, float]]) -> bool:
    x0, top, x1, bottom = box
    return any(x0 <= x <= x1 and top <= y <= bottom for x, y in places)


def _stand(grid: Grid, page: Page) -> bool:
    """Whether coloured boxes of one width stand on one foot and are of many heights, as cells of one row never are."""
    heights: dict[tuple[int, int], set[int]] = {}
    for fill in page.fills[: 2 * MAX_LOOKED_AT]:
        if min(fill.color) < WHITE_FROM and shared_area(fill.box, grid.box) > 0:
            foot = round(fill.box.bottom), round(fill.box.width)
            heights.setdefault(foot, set()).add(round(fill.box.height))
    return any(len(found) >= MIN_HEIGHTS for found in heights.values())


def _with_caption(box: Box, page: Page) -> Box:
    """The box, up to the top of a line right above it that names the table."""
    above = [w for w in page.words if box.top - CAPTION_PT < w.top < box.top and box.x0 - 9 <= w.x0 <= box.x1]
    tops = [line.box.top for line in find_lines(page.number, above) if find_number(line.text)] if above else []
    return box._replace(top=min(tops) - 1) if tops else box
