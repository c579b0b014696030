"""A figure that has a page to itself, with its label and nothing else: one of a strip that is spread over slides."""

import re
from collections.abc import Sequence

from reportparse.layout.lines import Line
from reportparse.layout.strips import is_cell
from reportparse.layout.tiles import holds_prose
from reportparse.pdf import Style

# What a page of its own may number: a chapter, or a year.
_NUMBERING = re.compile(r"\d{1,2}|(?:19|20)\d\d")


def find_lone_figures(lines: Sequence[Line]) -> set[Style]:
    """The type of the figure that the lines of a whole page are, with its label; none where it may number a chapter."""
    if not is_cell(lines) or holds_prose(lines):  # as on most pages
        return set()
    figure = max(lines, key=lambda line: line.style.size)
    return set() if _NUMBERING.fullmatch(figure.text) else {figure.style}


__all__ = ["find_lone_figures"]
