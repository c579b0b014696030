"""Titles that stand in a drawing, over what it shows."""

from collections.abc import Sequence

from reportparse.geometry import Box, shared_height
from reportparse.layout import Line
from reportparse.pictures.labels import read_amount


def find_inner_title(labels: Sequence[Line], box: Box) -> Line | None:
    """The title that stands in a drawing: its highest line of words, in the upper quarter, larger or bold.

    Of lines beside each other it is the largest: a card may tell at its corner whether a target was met.  Where several
    are as large, each names what stands below it.
    """
    if not labels:
        return None
    highest = min(labels, key=lambda line: line.baseline).box
    beside = [line for line in labels if shared_height(line.box, highest) > 0.5 * highest.height]
    top = max(beside, key=lambda line: line.style.size)
    if any(line is not top and line.style == top.style for line in beside):
        return None
    if top.box.top > box.top + 0.3 * box.height or read_amount(top.text) is not None or top.words[0].angle:
        return None
    sizes = sorted([line.style.size for line in labels])
    stands_out = top.style.size > sizes[len(sizes) // 2] + 0.4 or top.style.is_bold
    return top if stands_out else None
