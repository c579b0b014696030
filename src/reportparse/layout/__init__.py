"""Words become lines, columns and one flow in reading order; what belongs to the page alone is set apart."""

from reportparse.layout.bullets import Bullet
from reportparse.layout.elements import Anchor, Flow, FlowAnchor, FlowLine, Region
from reportparse.layout.flow import order_pages
from reportparse.layout.frames import Frame
from reportparse.layout.furniture import Furniture, take_furniture
from reportparse.layout.initials import join_initials
from reportparse.layout.lines import Line, find_lines, is_raised, join_words
from reportparse.layout.spreads import mark_folds

__all__ = [
    "Anchor", "Bullet", "Flow", "FlowAnchor", "FlowLine", "Frame", "Furniture", "Line", "Region", "find_lines",
    "is_raised", "join_initials", "join_words", "mark_folds", "order_pages", "take_furniture",
]  # fmt: skip
