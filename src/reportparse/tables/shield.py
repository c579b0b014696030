"""Fully ruled tables are kept from the search for pictures, which would take their rules and grounds for a drawing."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from reportparse.geometry import Box, grow, has_middle_in, shared_area
from reportparse.layout.lines import find_lines
from reportparse.pdf import Fill, Page, Path, Rule, Word
from reportparse.tables.captions import find_number
from reportparse.tables.find import find_ruled
from reportparse.tables.grid import Grid
from reportparse.tables.rulings import WHITE_FROM

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


class Shielded(NamedTuple):
    """What was taken off a page for a while."""

    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    paths: tuple[Path, ...]


def shield_tables(pages: Sequence[Page]) -> tuple[list[Page], dict[int, Shielded]]:
    """The pages without their fully ruled tables, and by the number of the page what was taken off."""
    left: list[Page] = []
    taken: dict[int, Shielded] = {}
    for page in pages:
        boxes = _find_boxes(page)
        if not boxes:
            left.append(page)
            continue
        words = tuple(word for word in page.words if _is_in(word.box, boxes))
        rules = tuple(rule for rule in page.rules if _is_in(Box(rule.x0, rule.top, rule.x1, rule.bottom), boxes))
        fills = tuple(fill for fill in page.fills if _is_in(fill.box, boxes))
        paths = tuple(path for path in page.paths if _is_in(path.box, boxes))
        taken[page.number] = Shielded(words, rules, fills, paths)
        orders, shielded = {word.order for word in words}, set(rules)
        left.append(
            page._replace(
                words=tuple(word for word in page.words if word.order not in orders),
                rules=tuple(rule for rule in page.rules if rule not in shielded),
                fills=tuple(fill for fill in page.fills if not _is_in(fill.box, boxes)),
                paths=tuple(path for path in page.paths if not _is_in(path.box, boxes)),
            )
        )
    return left, taken


def unshield_tables(pages: Sequence[Page], taken: dict[int, Shielded]) -> list[Page]:
    """The pages with what `shield_tables` took off, in the order of the page's content."""
    whole = []
    for page in pages:
        back = taken.get(page.number)
        if back is None:
            whole.append(page)
            continue
        whole.append(
            page._replace(
                words=tuple(sorted((*page.words, *back.words), key=attrgetter("order"))),
                rules=(*page.rules, *back.rules),
                fills=tuple(sorted((*page.fills, *back.fills), key=attrgetter("depth"))),
                paths=tuple(sorted((*page.paths, *back.paths), key=attrgetter("depth"))),
            )
        )
    return whole


def _find_boxes(page: Page) -> list[Box]:
    """The boxes of grids that are filled with text."""
    upright = sum(not rule.is_horizontal for rule in page.rules)
    if upright < 2 or len(page.rules) - upright < 2:
        return []
    boxes = []
    for grid in find_ruled(page):
        places = sum(cell.row_span * cell.column_span for cell in grid.cells if cell.words)
        is_full = grid.row_count >= MIN_ROWS and places >= MIN_FILLED * grid.row_count * grid.column_count
        if is_full and not _has_bars(grid, page):
            boxes.append(_with_caption(grow(grid.box, MARGIN_PT), page))
    return boxes


def _has_bars(grid: Grid, page: Page) -> bool:
    """Whether most coloured boxes in a grid hold no text: bars of a chart, rather than the ground of cells."""
    fills = [fill.box for fill in page.fills if min(fill.color) < WHITE_FROM and has_middle_in(fill.box, grid.box)]
    bare = sum(not any(has_middle_in(word.box, box) for word in grid.words) for box in fills[:MAX_LOOKED_AT])
    return bare * 2 > min(len(fills), MAX_LOOKED_AT) or _stand(grid, page)


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


def _is_in(box: Box, boxes: Sequence[Box]) -> bool:
    return any(has_middle_in(box, other) for other in boxes)
