"""A report's words by what stands in them: for each figure its text, its section, and what its table says of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportparse.comparison.dating.brackets import says_brackets
from reportparse.comparison.naming.definitions import find_named_thing
from reportparse.comparison.naming.hanging import is_part
from reportparse.comparison.naming.parts import find_done
from reportparse.comparison.statements.counting import find_counting, say_counting
from reportparse.comparison.statements.memory import Memory
from reportparse.comparison.statements.table_cells import (
    TABLE,
    find_bases,
    find_introductions,
    find_negative,
    name_rows,
    read_corner,
)
from reportparse.comparison.terms.keys import Place
from reportparse.comparison.terms.wording import find_sentence, find_texts, record_of
from reportparse.comparison.terms.words import fold_unit
from reportparse.models import Report
from reportparse.models.facts import Figure
from reportparse.models.report import walk_items
from reportparse.models.select import find_homes, home_of


class Texts:
    """What is printed round the figures of a report; it does not change while they are read."""

    def __init__(self, report: Report) -> None:
        """Sort what is printed by the records and figures that ask for it."""
        self.texts = find_texts(report)
        self.homes = find_homes(
            report.sections, (*report.paragraphs, *report.tables, *report.callouts, *report.pictures)
        )
        self.notes = {table.id: " ".join(table.notes) for table in report.tables if table.notes}
        before = pairwise(report.paragraphs)
        self.fronts = {two.id: one.text for one, two in before if one.section == two.section}
        self.fronts |= {item.id: each.text for each in report.paragraphs for item in walk_items(each.items)}
        self.marked = {
            mark.id: (paragraph.id, mark.offset) for paragraph in report.paragraphs for mark in paragraph.footnote_refs
        }
        told = {note.id: note.text for note in report.footnotes}
        self.noted = {place: told[note] for note, place in self.marked.items() if note in told}
        self.captions = {table.id: TABLE.sub("", table.caption or "") for table in report.tables}
        self.counting = find_counting(report)
        self.corners = {table.id: f"{self.captions[table.id]} {read_corner(table)}".strip() for table in report.tables}
        told = find_introductions(report)
        self.over = {table: f"{words} {told.get(table, '')}" for table, words in self.corners.items()}
        self.over |= {picture.id: picture.caption for picture in report.pictures if picture.caption}
        self.rows = {name: label for table in report.tables for name, label in name_rows(table)}
        self.bases = {name: words for table in report.tables for name, words in find_bases(table)}
        self.negative = {name for table in report.tables for name in find_negative(table)}
        self.has_brackets_told = says_brackets(report)
        self.beside = _by_record(report.figures)
        leads = {each.id: _without_told(each.text, self.beside[each.id]) for each in report.paragraphs if each.items}
        self.notes |= {item.id: leads[each.id] for each in report.paragraphs for item in walk_items(each.items)}
        area = report.metadata.pcc.id if report.metadata.pcc else None
        self.towns = tuple(
            each.name for each in report.entities if each.kind == "place" and fold_unit(each.name) != area
        )

    def text_of(self, figure: Figure) -> str:
        """The text of the record that it stands in; of a cell of a number empty."""
        return self.texts.get(record_of(figure), "")

    def note_on(self, figure: Figure) -> str:
        """What the footnote says whose mark stands right behind a number: "95,870[1] in 2023/24"; else empty."""
        return self.noted.get((figure.source.id, figure.source.end), "")

    def section_of(self, figure: Figure) -> str:
        """The id of the section that it stands in, or empty."""
        sections = home_of(figure, self.homes).sections
        return sections[0].id if sections else ""

    def titles_of(self, figure: Figure) -> list[str]:
        """The titles of the sections that it stands in, the innermost first."""
        return [section.title for section in home_of(figure, self.homes).sections]

    def place_of(self, figure: Figure, titles: Sequence[str], memory: Memory) -> Place:
        """What stands round a figure that may say what it measures, and the measure of what it may be a part of."""
        text, record, table = self.text_of(figure), record_of(figure), figure.source.id
        caption = self.captions.get(table, "") if text else self.corners.get(table, "")
        title = self.rows.get(record, titles[0] if titles else "")
        is_one_of = figure.kind == "count" and is_part(figure, text) and not find_done(figure, text)
        whole = memory.outer if is_one_of else memory.whole
        counted = say_counting(figure, self.counting.get(table, ()))
        notes = " ".join(filter(None, (self.bases.get(record), self.notes.get(table), counted)))
        named = find_named_thing(text, figure.source.start, self.fronts.get(record, "")) if text else ""
        return Place(text, caption, title, self.beside[record], whole.get(record), notes, named)


def _by_record(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[record_of(figure)].append(figure)
    return found


def _without_told(text: str, figures: Iterable[Figure]) -> str:
    """What a paragraph says of its list: all but the sentences with numbers of their own that do not lead to it."""
    told = {find_sentence(text, figure.source.start) for figure in figures}
    told -= {find_sentence(text, len(text))} if text.endswith(":") else set()
    for start, end in sorted(told, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
