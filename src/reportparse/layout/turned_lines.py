"""Lines turned upwards beside the text of an upright page, as credits of photographs and names of chapters are set."""

from collections.abc import Sequence

from reportparse.layout.lines import Line

_UPWARDS = (90, 270)


def find_turned(lines: Sequence[Line]) -> list[Line]:
    """The turned lines that stand clear of all upright ones, left or right of these or in the white between columns.

    They break none of the texts beside them.  None on a page that is mostly turned.
    """
    turned = [line for line in lines if line.words[0].angle in _UPWARDS]
    if not turned or 2 * len(turned) >= len(lines):
        return []  # as on most pages
    upright = [line.box for line in lines if not line.words[0].angle]
    return [line for line in turned if not any(box.x0 < line.box.x1 and line.box.x0 < box.x1 for box in upright)]
