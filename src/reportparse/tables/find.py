"""Where tables stand on a page, and their grids: ruled ones first, the rest by white space."""

from collections.abc import Sequence

from reportparse.geometry import has_middle_in
from reportparse.pdf import Page, Word
from reportparse.tables.grid import Grid
from reportparse.tables.ruled import read_ruled
from reportparse.tables.rulings import find_edges, find_grounds, group_edges
from reportparse.tables.segments import cut_rows, find_regions
from reportparse.tables.stacks import find_stacks
from reportparse.tables.unruled import read_unruled


def find_grids(page: Page) -> list[Grid]:
    """The tables of a page, from top to bottom; no word is in two of them."""
    level, upright = find_edges(page)
    grids: list[Grid] = []
    words: Sequence[Word] = page.words
    groups = group_edges(level, upright)
    for rulings in sorted(groups, key=lambda group: group.box.area):
        if len(rulings.upright) < 2 and len(rulings.level) < 2:
            continue
        grid = read_ruled(page.number, rulings, words)
        if grid is not None:
            grids.append(grid)
            taken = {word.order for word in grid.words}
            words = [word for word in words if word.order not in taken]
    level = sorted([*level, *find_grounds(page, [grid.box for grid in grids])])
    for room in find_stacks(level, words):
        inside = [word for word in words if word.angle == 0 and has_middle_in(word.box, room)]
        found = read_unruled(page.number, cut_rows(inside), level) if len(inside) > 3 else []
        grids += found
        taken = {word.order for grid in found for word in grid.words}
        words = [word for word in words if word.order not in taken]
    for rows in find_regions(page.number, words):
        grids += read_unruled(page.number, rows, level)
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0))
