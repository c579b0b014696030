"""What is drawn on a scanned page: the ink of its image that is no word, no ruled table and no speck."""

from __future__ import annotations

from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from reportparse.geometry import Box, grow, has_middle_in, shared_area, unite
from reportparse.pdf.page import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image as Scan

    from reportparse.pdf.page import Word

# The page is looked at in cells of this many points a side, drawn with as many pixels; ink is joined over two of them.
CELL_PT = 2
# A cell with ink is darker than the paper round it by this much of 255: a black hairline of 0.25 pt leaves 32, the
# grain of the scans seen up to 12.
MIN_DARKER = 20
_PAPER_REACH = 8  # cells: how far apart the paper's own tone is looked at
_REACH = 2  # cells
# A word's letters reach out of the box that recognition gives it by up to this, in points.
WORD_SLACK_PT = 1.5
# and are at most this wide for their height; a W is 1.2.
MAX_LETTER_EM = 1.5
# What is drawn is at least this wide and high: less is a speck, a stamp's edge, a rule or a letter that was not read.
MIN_DRAWN_PT = 24.0
MAX_PAGE_SHARE = 0.85
# The lamp's shadow and the lid's edge run along a side of the page, up to this part of its width deep.
EDGE_SHARE = 0.12
# A rule inks this part of its row; between the rules of a table or a frame words fill this part of the height.
RULE_SHARE = 0.6
WRITTEN_SHARE = 0.3
# Words cover this part of a box of text; of charts seen at most a tenth.
TEXT_SHARE = 0.2

# A page of more square points is not looked at: A2 has 2,010,000, and takes 1.5 s if it is all grain.
MAX_PAGE_AREA = 2_100_000

# Words follow each other on a line while their baselines differ by less than this, in type sizes.
_SAME_LINE_EM = 0.3

_Cell = tuple[int, int]


def level(words: list[Word]) -> list[Word]:
    """The words of a page that was scanned askew, their baselines as on a straight page; their boxes stay."""
    slopes = [
        (after.baseline - word.baseline) / (after.x0 - word.x0)
        for word, after in pairwise(words)
        if after.x0 > word.x1 and abs(after.baseline - word.baseline) < _SAME_LINE_EM * word.style.size
    ]
    slope = median(slopes) if slopes else 0.0
    return [word._replace(baseline=word.baseline - slope * word.x0) for word in words] if slope else words


def find_parts(image: Scan, box: Box, words: Sequence[Word]) -> list[Image]:
    """The charts, photographs and other drawings on a scanned page, from the top.

    Args:
        image: The page as seen, a pixel a point.
        box: The part of the page that it shows.
        words: What is written there, as recognition placed it.
    """
    if box.area > MAX_PAGE_AREA:
        return []
    cells = _find_ink(image, box, words)
    parts = [part for part in _join(cells) if _is_large(_box_of(part, box))]
    merged = _merge([_box_of(part, box) for part in parts])
    drawn = [found for found in merged if found.area < MAX_PAGE_SHARE * box.area and not _is_edge(found, box)]
    kept = sorted((found for found in drawn if not _is_written(found, box, cells, words)), key=lambda found: found.top)
    return [Image(found, -1, 0, is_part=True) for found in kept]


def _find_ink(image: Scan, box: Box, words: Sequence[Word]) -> set[_Cell]:
    """(column, row) of the cells that are darker than the paper, where no word stands."""
    from PIL import ImageChops, ImageDraw, ImageFilter  # noqa: PLC0415  # comes with pdfplumber; only drawing needs it

    grey = image.convert("L")
    paper = grey.reduce(CELL_PT * _PAPER_REACH).filter(ImageFilter.MaxFilter(3)).resize(grey.size)
    darker = ImageChops.subtract(paper, grey)
    pen = ImageDraw.Draw(darker)
    for word in words:
        if _is_word(word):
            x0, top, x1, bottom = grow(word.box, WORD_SLACK_PT)
            pen.rectangle((x0 - box.x0, top - box.top, x1 - box.x0, bottom - box.top), fill=0)
    cells = darker.reduce(CELL_PT)
    return {(at % cells.width, at // cells.width) for at, value in enumerate(cells.tobytes()) if value > MIN_DARKER}


def _is_word(word: Word) -> bool:
    """Whether recognition saw letters rather than a line: not so wide for what it reads."""
    letters = sum(map(str.isalnum, word.text))
    return letters > 0 and word.x1 - word.x0 <= MAX_LETTER_EM * len(word.text) * (word.bottom - word.top)


def _join(cells: set[_Cell]) -> list[list[_Cell]]:
    """The cells in groups, each cell within reach of another of its group."""
    near = [(x, y) for x in range(-_REACH, _REACH + 1) for y in range(-_REACH, _REACH + 1)]
    left, groups = set(cells), []
    while left:
        group = [left.pop()]
        for x, y in group:  # grows as it is walked
            found = [(x + dx, y + dy) for dx, dy in near if (x + dx, y + dy) in left]
            left.difference_update(found)
            group.extend(found)
        groups.append(group)
    return groups


def _box_of(group: Sequence[_Cell], box: Box) -> Box:
    columns, rows = zip(*group, strict=True)
    return Box(
        box.x0 + min(columns) * CELL_PT, box.top + min(rows) * CELL_PT,
        box.x0 + (max(columns) + 1) * CELL_PT, box.top + (max(rows) + 1) * CELL_PT,
    )  # fmt: skip


def _is_large(box: Box) -> bool:
    return min(box.width, box.height) >= MIN_DRAWN_PT


def _is_edge(drawn: Box, page: Box) -> bool:
    """Whether it is the shadow along a side of the page."""
    deepest = EDGE_SHARE * page.width
    x_side = min(drawn.x1 - page.x0, page.x1 - drawn.x0)
    y_side = min(drawn.bottom - page.top, page.bottom - drawn.top)
    return min(x_side, y_side) <= deepest


def _merge(boxes: list[Box]) -> list[Box]:
    """Boxes that overlap become one: a line stands within its axes, apart from them."""
    merged: list[Box] = []
    for box in boxes:
        while over := [other for other in merged if shared_area(other, box)]:
            box = unite([box, *over])  # noqa: PLW2901  # grows
            merged = [other for other in merged if other not in over]
        merged.append(box)
    return merged


def _is_written(drawn: Box, page: Box, cells: set[_Cell], words: Sequence[Word]) -> bool:
    """Whether words fill a box: a table's, a frame's round text."""
    inside = [word.box for word in words if has_middle_in(word.box, drawn)]
    if sum(word.area for word in inside) > TEXT_SHARE * drawn.area:
        return True
    rules = _find_rules(drawn, page, cells)
    gaps = [(high, low) for (_, high), (low, _) in zip(rules, rules[1:], strict=False)]
    bands = [(high, low) for high, low in rules if low - high > MIN_DRAWN_PT / 2]
    written = [gap for gap in (*gaps, *bands) if _filled(gap, inside) >= WRITTEN_SHARE]
    return bool(written) and 2 * len(written) >= len(gaps) + len(bands)


def _find_rules(drawn: Box, page: Box, cells: set[_Cell]) -> list[tuple[float, float]]:
    """(top, bottom) of the rows of a box that are ink for most of its width: rules and filled bands."""
    first, last = round((drawn.x0 - page.x0) / CELL_PT), round((drawn.x1 - page.x0) / CELL_PT)
    rows = range(round((drawn.top - page.top) / CELL_PT), round((drawn.bottom - page.top) / CELL_PT))
    inked = [row for row in rows if sum((x, row) in cells for x in range(first, last)) > RULE_SHARE * (last - first)]
    runs = [[row for _, row in run] for _, run in groupby(enumerate(inked), lambda pair: pair[1] - pair[0])]
    return [(page.top + run[0] * CELL_PT, page.top + (run[-1] + 1) * CELL_PT) for run in runs]


def _filled(gap: tuple[float, float], words: Sequence[Box]) -> float:
    """The part of a gap's height beside which words stand."""
    high, low = gap
    rows = {row for word in words for row in range(round(word.top), round(word.bottom)) if high <= row < low}
    return len(rows) / max(1.0, low - high)
