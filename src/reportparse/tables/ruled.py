"""Ruled tables: every face of the graph of rules is a cell, so merged cells come out by themselves."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportparse.geometry import Box
from reportparse.pdf import Word
from reportparse.tables.grid import Grid, GridCell, compact
from reportparse.tables.refine import refine
from reportparse.tables.rulings import REACH_PT, Edge, Rulings

# Part of a side that has to be drawn for it to part two places.
MIN_DRAWN = 0.6
# Grids of more places than this are drawings.
MAX_PLACES = 40_000
# A row or column thinner than this holds no text: a double rule.
MIN_PLACE_PT = 3.0
# Least share of faces with text: below are charts and empty forms.
MIN_FILLED = 0.3

Place = tuple[int, int]


def read_ruled(page: int, rulings: Rulings, words: Sequence[Word]) -> Grid | None:
    """The grid that `rulings` draw round `words`, or None where they draw no table."""
    xs, ys = _find_lines(rulings)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2 or rows * columns > MAX_PLACES:
        return None
    inside = _place_words(words, xs, ys)
    if len(inside) < 4:
        return None
    cells, xs = refine(_make_cells(rulings, xs, ys, inside), xs)
    grid = compact(Grid(page, Box(xs[0], ys[0], xs[-1], ys[-1]), tuple(cells), tuple(xs), "ruled"))
    return grid if _is_table(grid) else None


def read_row(page: int, rulings: Rulings, words: Sequence[Word]) -> Grid | None:
    """The one row of places that `rulings` draw round `words`, empty ones kept; None where they draw more or less.

    It is no table, but may be a piece of one that a page break tore off.
    """
    xs, ys = _find_lines(rulings)
    inside = _place_words(words, xs, ys) if len(ys) == 2 and len(xs) > 2 else {}
    if not inside:
        return None
    cells = _make_cells(rulings, xs, ys, inside)
    return Grid(page, Box(xs[0], ys[0], xs[-1], ys[-1]), tuple(cells), tuple(xs), "ruled")


def _make_cells(
    rulings: Rulings, xs: list[float], ys: list[float], inside: Mapping[Place, Sequence[Word]]
) -> list[GridCell]:
    cells = []
    for face in _find_faces(rulings, xs, ys):
        top, left = min(r for r, _ in face), min(c for _, c in face)
        bottom, right = max(r for r, _ in face), max(c for _, c in face)
        inner = tuple(word for place in sorted(face) for word in inside.get(place, ()))
        cells.append(GridCell(top, left, bottom - top + 1, right - left + 1, inner))
    return cells


def _is_table(grid: Grid) -> bool:
    filled = [cell for cell in grid.cells if cell.words]
    if grid.row_count < 2 or grid.column_count < 2 or len(filled) < 4:
        return False
    return len(filled) >= MIN_FILLED * len(grid.cells)


def _find_lines(rulings: Rulings) -> tuple[list[float], list[float]]:
    """The places of vertical and horizontal lines, with the outer border where it is not drawn."""
    xs = _cluster([edge.at for edge in rulings.upright])
    ys = _cluster([edge.at for edge in rulings.level])
    ys += _find_ends(rulings.upright, ys) if len(ys) > 1 else []
    box = rulings.box
    for at, lines in ((box.x0, xs), (box.x1, xs), (box.top, ys), (box.bottom, ys)):
        if all(abs(at - line) > 2 * REACH_PT for line in lines):
            lines.append(at)
    return sorted(xs), sorted(ys)


def _find_ends(upright: Sequence[Edge], ys: Sequence[float]) -> list[float]:
    """Height in the first band at which most vertical rules begin: the border below cells that are merged in a head."""
    begins = [edge.start for edge in upright if ys[0] + 2 * REACH_PT < edge.start < ys[1] - 2 * REACH_PT]
    groups = _cluster(begins)
    return groups if len(groups) == 1 and len(begins) > 1 else []


def _cluster(values: list[float]) -> list[float]:
    """Values within reach of each other as their mean.

    >>> _cluster([1.0, 2.0, 40.0])
    [1.5, 40.0]
    """
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= MIN_PLACE_PT:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _place_words(words: Sequence[Word], xs: list[float], ys: list[float]) -> dict[Place, list[Word]]:
    """Words by the place their middle stands in."""
    places: dict[Place, list[Word]] = defaultdict(list)
    left, right, upper, lower = xs[0], xs[-1], ys[0], ys[-1]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        if left <= x <= right and upper <= y <= lower:
            places[_index(y, ys), _index(x, xs)].append(word)
    return places


def _index(value: float, lines: list[float]) -> int:
    return min(max(bisect_left(lines, value) - 1, 0), len(lines) - 2)


def _find_faces(rulings: Rulings, xs: list[float], ys: list[float]) -> list[list[Place]]:
    """Places that no drawn side parts, together; one that is no rectangle falls apart by rows."""
    right = _find_sides(rulings.upright, xs, ys)
    below = _find_sides(rulings.level, ys, xs)
    parent: dict[Place, Place] = {(r, c): (r, c) for r in range(len(ys) - 1) for c in range(len(xs) - 1)}

    def root(place: Place) -> Place:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for r, c in list(parent):
        if (r, c + 1) in parent and (c + 1, r) not in right:
            parent[root((r, c + 1))] = root((r, c))
        if (r + 1, c) in parent and (r + 1, c) not in below:
            parent[root((r + 1, c))] = root((r, c))
    faces: dict[Place, list[Place]] = defaultdict(list)
    for place in parent:
        faces[root(place)].append(place)
    return [part for face in faces.values() for part in _split_face(face, right)]


def _split_face(face: list[Place], right: set[Place]) -> list[list[Place]]:
    """A face that is a rectangle, or the pieces of its rows between drawn sides."""
    rows, columns = {r for r, _ in face}, {c for _, c in face}
    if len(face) == (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1):
        return [face]
    pieces: list[list[Place]] = []
    for r, c in sorted(face):
        if pieces and pieces[-1][-1] == (r, c - 1) and (c, r) not in right:
            pieces[-1].append((r, c))
        else:
            pieces.append([(r, c)])
    return pieces


def _find_sides(edges: Sequence[Edge], lines: list[float], across: list[float]) -> set[Place]:
    """(line, band) for every side that is drawn: the part of a line between two lines that cross it."""
    drawn: dict[Place, float] = defaultdict(float)
    for edge in edges:
        line = _find_nearest(edge.at, lines)
        first, last = max(bisect_left(across, edge.start) - 1, 0), min(bisect_left(across, edge.end), len(across) - 1)
        for band in range(first, last):
            a, b = across[band], across[band + 1]
            if edge.start < b and edge.end > a:
                drawn[line, band] += (min(edge.end, b) - max(edge.start, a)) / (b - a)
    return {side for side, share in drawn.items() if share >= MIN_DRAWN}


def _find_nearest(at: float, lines: Sequence[float]) -> int:
    after = bisect_left(lines, at)
    return min((i for i in (after - 1, after) if 0 <= i < len(lines)), key=lambda i: abs(lines[i] - at))
