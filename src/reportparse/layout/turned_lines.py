"""Lines turned upwards: beside the text of an upright page, as credits of photographs are, or all those of a page."""

from collections.abc import Iterable, Sequence

from reportparse.layout.elements import Flow, FlowAnchor, FlowLine
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


def order_turned(page: Iterable[FlowLine | FlowAnchor]) -> Flow:
    """The flow of a page; one all of whose lines are turned one way, as a wide table is with its heading, as so read.

    What stands further down on the page as it is turned to be read comes later, tables and pictures among the lines.
    """
    flow = list(page)
    angles = {element.line.words[0].angle for element in flow if isinstance(element, FlowLine)}
    if len(angles) != 1 or not angles <= {*_UPWARDS}:
        return flow
    is_upwards = angles == {270}

    def place(element: FlowLine | FlowAnchor) -> tuple[float, float]:
        box = element.line.box if isinstance(element, FlowLine) else element.anchor.box
        return (box.x0, -box.bottom) if is_upwards else (-box.x1, box.top)

    return sorted(flow, key=place)
