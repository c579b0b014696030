"""Text becomes figures, themes and entities.

`tag(text)` reads one text and `tag_lines(lines)` many; neither needs a PDF. For a whole report `read_paragraph`,
`read_table`, `read_picture`, `read_strip` and `themes_of` read its records in their context, a `Setting`, and `read_text` what stands in none;
`find_report_entities` gives its entities and `Targets` what its references point at.
"""

from reportparse.language.batch import as_plain, figure_as_plain, tag_lines
from reportparse.language.cells import read_table
from reportparse.language.charts import read_picture
from reportparse.language.context import Setting, read_paragraph, read_text, themes_of, walk_items
from reportparse.language.entities import Names, find_entities
from reportparse.language.model import Entity, Figure, Tagged
from reportparse.language.priorities import map_priority, map_priority_by_themes
from reportparse.language.references import Reference, Targets, find_references
from reportparse.language.report_entities import find_report_entities
from reportparse.language.strips import read_strip
from reportparse.language.tagging import find_figures, tag
from reportparse.language.themes import find_themes_of_section

__all__ = [
    "Entity", "Figure", "Names", "Reference", "Setting", "Tagged", "Targets", "as_plain", "figure_as_plain", "find_entities",
    "find_figures", "find_references", "find_report_entities", "find_themes_of_section", "map_priority",
    "map_priority_by_themes", "read_paragraph", "read_picture", "read_strip", "read_table", "read_text", "tag",
    "tag_lines", "themes_of", "walk_items",
]  # fmt: skip
