"""Text becomes figures, themes and entities.

`tag(text)` reads one text and `tag_lines(lines)` many; neither needs a PDF.
"""

from reportparse.language.batch import as_plain, figure_as_plain, tag_lines
from reportparse.language.model import Entity, Figure, Tagged
from reportparse.language.tagging import find_figures, tag

__all__ = ["Entity", "Figure", "Tagged", "as_plain", "figure_as_plain", "find_figures", "tag", "tag_lines"]
