"""Lines that tell what the colours of cells mean: texts each right of a small square or disc of a colour of its own."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby

from reportparse.layout.lines import find_lines
from reportparse.pdf import Page, Path, Word
from reportparse.tables.rulings import WHITE_FROM

# Sides of a sample of colour, in points, and how much they differ; most of them on a page that are looked at.
MIN_SAMPLE_PT, MAX_SAMPLE_PT, SQUARE_PT, MAX_SAMPLES = 4.0, 16.0, 1.5, 200
# A text stands this near right of its sample, at most, and level with it.
NEAR_PT, LEVEL_PT = 8.0, 3.0
# Fewest colours of a line.
MIN_COLORS = 2


def leave_legends(page: Page, words: Sequence[Word]) -> Sequence[Word]:
    """The words without lines of such texts, which are rows of no table."""
    samples = sorted(filter(_is_sample, page.paths), key=lambda path: path.box.middle[1])
    if not MIN_COLORS <= len(samples) <= MAX_SAMPLES:
        return words
    heights = [path.box.middle[1] for path in samples]
    gone: set[int] = set()
    for _, level in groupby(find_lines(page.number, words), key=lambda line: line.baseline):
        lines = list(level)
        at = lines[0].box.middle[1]
        near = samples[bisect_left(heights, at - LEVEL_PT) : bisect_right(heights, at + LEVEL_PT)]
        colors = [path.fill for line in lines for path in near if 0 <= line.box.x0 - path.box.x1 <= NEAR_PT]
        if MIN_COLORS <= len(lines) == len(colors) == len(set(colors)):
            gone.update(word.order for line in lines for word in line.words)
    return [word for word in words if word.order not in gone] if gone else words


def _is_sample(path: Path) -> bool:
    width, height = path.box.width, path.box.height
    is_square = abs(width - height) <= SQUARE_PT and MIN_SAMPLE_PT <= min(width, height) <= MAX_SAMPLE_PT
    return is_square and path.fill is not None and min(path.fill) < WHITE_FROM
