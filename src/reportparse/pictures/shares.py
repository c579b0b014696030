"""One bar cut into shares, each in a colour of its own that a legend names: "How each pound is spent"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportparse.geometry import has_middle_in, unite
from reportparse.pdf import Color
from reportparse.pictures.labels import Label
from reportparse.pictures.legend import Legend
from reportparse.pictures.pies import Slice, tell_shares
from reportparse.pictures.readings import Reading
from reportparse.pictures.shapes import Bar, Outline

# Edges that differ by less than this, in points, are one.
SAME_PT = 1.0
# Fewest parts of a bar that are a chart: two may be the halves of a band.
MIN_PARTS = 3
# The bar is at least so long, in points, and so many times as long as it is thick.
MIN_LENGTH_PT, MIN_RATIO = 60.0, 3.0


def find_share_bars(bars: Iterable[Bar]) -> Iterator[list[Bar]]:
    """Level bars in parts that touch, whose colours all stand on small squares of one size, too.

    The shaded cells of a table's row have others of their width above or below, or one colour, or none has a sample.
    """
    columns: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    rows: defaultdict[tuple[int, int], set[Bar]] = defaultdict(set)
    colors: defaultdict[int, set[Color]] = defaultdict(set)
    for bar in bars:
        box, color = bar
        rows[round(box.top / SAME_PT), round(box.bottom / SAME_PT)].add(bar)
        columns[_sides(bar)].add(round(box.top / SAME_PT))
        if abs(box.width - box.height) <= SAME_PT / 2:
            colors[round(box.width / SAME_PT)].add(color)
    for row in rows.values() if colors else ():
        for parts in _split(sorted(row)):
            whole, shades = unite(bar.box for bar in parts), {bar.color for bar in parts}
            is_long = whole.width >= max(MIN_LENGTH_PT, MIN_RATIO * whole.height)
            is_named = any(shades <= own for own in colors.values())
            is_alone = all(len(columns[_sides(bar)]) == 1 for bar in parts)
            if len(shades) == len(parts) >= MIN_PARTS and is_long and is_named and is_alone:
                yield parts


def _sides(bar: Bar) -> tuple[int, int]:
    return round(bar.box.x0 / SAME_PT), round(bar.box.x1 / SAME_PT)


def read_share_bar(parts: Sequence[Bar], labels: Sequence[Label], legend: Legend) -> Reading:
    """The shares of a bar by the lengths of its parts, what is printed on each, and the legend."""
    whole = sum(box.width for box, _ in parts)
    slices = [Slice(Outline((), bar.box, bar.color), 100 * bar.box.width / whole) for bar in parts]
    texts = [[label for label in labels if has_middle_in(label.box, bar.box)] for bar in parts]
    return tell_shares(slices, texts, legend)


def _split(row: Sequence[Bar]) -> Iterator[list[Bar]]:
    """Boxes of a row that touch, from left to right."""
    parts = list(row[:1])
    for before, part in pairwise(row):
        if part.box.x0 - before.box.x1 > SAME_PT:
            yield parts
            parts = []
        parts.append(part)
    yield parts


__all__ = ["find_share_bars", "read_share_bar"]
