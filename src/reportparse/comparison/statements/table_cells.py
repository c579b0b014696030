"""What tables say of their cells: of what a row of words is, which numbers are below 0, what the corner holds."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.comparison.terms.wording import find_sentence, name_cell
from reportparse.models import Report
from reportparse.models.content import Cell, Table

# The verb of an aim in front of what it aims at.
_AIM = re.compile(
    r"^(?:Reduc(?:e|ing)|Tackl(?:e|ing)|Disrupt(?:ing)?|Prevent(?:ing)?|Cut(?:ting)?|Improv(?:e|ing)|Increas(?:e|ing))\s"
)
_SCALE = re.compile(r",?\s\(?£\s?(?:['‘’]?000s?|m|k|million|thousand)?\)?$")  # "Reserves, £m"
_ANY_TABLE = re.compile(
    r"(?:(?:crime|offence|key|performance|headline)\s)?(?:outcome|result|measure|indicator|category|type|item|activity|area|theme"
    r"|description|metric|kpi|quarter|month|priority|categorie|activitie|prioritie)s?",
    re.IGNORECASE,
)
TABLE = re.compile(r"^(?:Table|Figure)\s\d+\s?[:.–-]?\s*")

_INTRODUCES = re.compile(r"\btable\b|\bbelow\b|:\s*$", re.IGNORECASE)
# A cell that says how a row is counted has no more letters: "full-time equivalents".
MAX_BASIS = 24
# A row of headers that says but the day, again and again: the years stand below.
_DAYS = re.compile(r"(?:\s?31(?:st)?\sMarch)+")


def name_rows(table: Table) -> Iterator[tuple[str, str]]:
    """The cells of words behind the first of a row, and what that says they are of: "Reduce serious violence"."""
    for row in table.rows[table.header_rows :]:
        for cell in row[1:]:
            if cell.value is None and row[0].text:
                yield name_cell(table.id, cell.row, cell.column), _AIM.sub("", row[0].text)


def find_bases(table: Table) -> Iterator[tuple[str, str]]:
    """The cells of numbers in rows with a short cell of words behind the label, with that: "Officers | FTE | 4,063"."""
    for row in table.rows[table.header_rows :]:
        words = [cell.text for cell in row[1:] if cell.value is None and 0 < len(cell.text) <= MAX_BASIS]
        if words:
            yield from ((name_cell(table.id, cell.row, cell.column), " ".join(words)) for cell in row if cell.value)


def find_negative(table: Table) -> Iterator[str]:
    """The cells whose numbers are below 0."""
    for row in table.rows:
        for cell in row:
            if cell.value is not None and cell.value < 0:
                yield name_cell(table.id, cell.row, cell.column)


def read_corner(table: Table) -> str:
    """The text of the first cell without its scale; it may say of which day the columns are: "At 31 March".

    A word for what any table has tells nothing: "Outcome", "Crime type".  A row of headers may say the day, too.
    """
    day = "at 31 March " if any(map(_DAYS.fullmatch, (" ".join(_texts(row)) for row in table.rows))) else ""
    corner = next((_SCALE.sub("", cell.text) for row in table.rows[:1] for cell in row[:1]), "")
    return day if _ANY_TABLE.fullmatch(corner) else day + corner


def find_introductions(report: Report) -> dict[str, str]:
    """By table without a caption, the sentence right before it: "The table shows the strength at 31 March 2022"."""
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    bare = {table.id for table in report.tables if not table.caption}
    before = {table: texts.get(name, "") for name, table in pairwise(report.order) if table in bare}
    last = {table: text[slice(*find_sentence(text, len(text)))] for table, text in before.items()}
    return {table: sentence for table, sentence in last.items() if _INTRODUCES.search(sentence)}


def _texts(row: Sequence[Cell]) -> Iterator[str]:
    return (cell.text for cell in row if cell.text)
