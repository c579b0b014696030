"""Text becomes figures, themes and entities.

`tag(text)` reads one text and `tag_lines(lines)` many; neither needs a PDF. For a whole report `read_paragraphs`,
`read_cells` and `themes_of` read its records in their context.
"""

from reportparse.language.batch import as_plain, figure_as_plain, tag_lines
from reportparse.language.context import read_cells, read_paragraphs, resolve_period, themes_of
from reportparse.language.model import Entity, Figure, Tagged
from reportparse.language.tagging import find_figures, tag

__all__ = [
    "Entity", "Figure", "Tagged", "as_plain", "figure_as_plain", "find_figures", "read_cells", "read_paragraphs",
    "resolve_period", "tag", "tag_lines", "themes_of",
]  # fmt: skip
