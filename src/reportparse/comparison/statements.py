"""What a report states: each figure with what it measures and of which time it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import PurePath

from reportparse.comparison.dating import Dated, date_figure, read_times
from reportparse.comparison.hanging import (
    find_other,
    is_bare_in_brackets,
    is_denied,
    is_in_brackets,
    is_pair_in_brackets,
    is_part,
    is_quoted,
    is_revised_to,
    is_said_again,
    is_sum,
)
from reportparse.comparison.keys import Key, Place
from reportparse.comparison.naming import read_key
from reportparse.comparison.parts import find_behind
from reportparse.comparison.portions import part_stocks
from reportparse.comparison.profiles import Profile, little_words, read_profile
from reportparse.comparison.records import Source
from reportparse.comparison.rivals import part_rivals, part_rows
from reportparse.comparison.stated import BOUNDS, NAMELESS, Statement
from reportparse.comparison.witnesses import date_echoes
from reportparse.comparison.wording import find_context, find_subject, find_texts, record_of
from reportparse.comparison.words import WORD, fold_unit, is_name, own_words
from reportparse.models import Report
from reportparse.models.content import Table
from reportparse.models.facts import Figure
from reportparse.models.select import find_homes, home_of
from reportparse.registry.measures import find_measure

# "1,702 robberies (0.9 for every 1,000 people)": a rate in brackets is of what is counted before it.
_OPENED = re.compile(r"[^().;\d]{0,60}\(\s*")
# "999 calls answered in under 10 seconds": a length that something had to keep to.
_DONE_IN = re.compile(r"\b[a-z]{3,}ed\s(?:in\s)?$")
_ON_AVERAGE = re.compile(r"\s(?:days\s)?on\saverage\b")
# The verb of an aim in front of what it aims at.
_AIM = re.compile(
    r"^(?:Reduc(?:e|ing)|Tackl(?:e|ing)|Disrupt(?:ing)?|Prevent(?:ing)?|Cut(?:ting)?|Improv(?:e|ing)|Increas(?:e|ing))\s"
)
_BECAME = re.compile(r"\s?(?:[\w-]+\s){0,3}to\s")
_TABLE = re.compile(r"^(?:Table|Figure)\s\d+\s?[:.–-]?\s*")
_TIME_WORDS = frozenset(
    [
        "year",
        "month",
        "during",
        "last",
        "previous",
        "period",
        "time",
        "total",
        "recorded",
        "reported",
        "calendar",
        "financial",
        "week",
        "over",
    ]
)
_YEARS_BEFORE = frozenset(
    ("previous year", "year before", "last year", "prior year")
)  # "the 38,215 of the previous year"
_PRONOUNS = frozenset(("it", "this", "that", "they", "these", "them"))


def read_source(report: Report, taken: set[str]) -> Source:
    """What the report is called in a comparison."""
    metadata = report.metadata
    file = PurePath(report.source.path).name if report.source.path else None
    area = metadata.pcc.id if metadata.pcc else None
    year = metadata.period.label if metadata.period else None
    end = metadata.period.end.isoformat() if metadata.period else None
    return make_source(area, year, file, end, taken)


def make_source(area: str | None, year: str | None, file: str | None, end: str | None, taken: set[str]) -> Source:
    """A report by its area and year, else its file; two of one area and year are told apart by a number."""
    base = " ".join(filter(None, (area, year))) or file or "report"
    name, number = base, 2
    while name in taken:
        name, number = f"{base} ({number})", number + 1
    taken.add(name)
    return Source(id=name, file=file, area=area, year=year, end=end)


def find_statements(report: Report, source: Source) -> list[Statement]:
    """The figures that state one value of something; what readers rejected is left out."""
    return date_echoes(part_stocks(part_rows(part_rivals(_read_statements(report, source)))))


def _read_statements(report: Report, source: Source) -> Iterator[Statement]:
    reader = _Reader(report, source)
    told: Statement | None = None  # what was said before, where this report goes on with what has come of it
    for figure, following in zip_longest(report.figures, report.figures[1:]):
        statement = reader.read(figure, following, told)
        if statement is None:
            continue
        if statement.is_quoted and is_revised_to(figure, following, reader.text_of(figure)):
            told = statement
            continue
        yield statement
        if told is not None:
            yield told
            told = None


class _Reader:
    """Reads the statements of a report one after the other: a figure may hang on the one before it in its record."""

    def __init__(self, report: Report, source: Source) -> None:
        self.source = source
        self.texts = find_texts(report)
        self.homes = find_homes(
            report.sections, (*report.paragraphs, *report.tables, *report.callouts, *report.pictures)
        )
        self.notes = {table.id: " ".join(table.notes) for table in report.tables if table.notes}
        self.captions = {table.id: _TABLE.sub("", table.caption or "") for table in report.tables}
        self.corners = corners = {table.id: f"{self.captions[table.id]} {_corner(table)}" for table in report.tables}
        self.rows = {name: label for table in report.tables for name, label in _name_rows(table)}
        self.negative = {name for table in report.tables for name in _find_negative(table)}
        self.times = read_times(report.figures, source, self.text_of, corners)
        self.beside = _by_record(report.figures)
        self.towns = tuple(
            each.name for each in report.entities if each.kind == "place" and fold_unit(each.name) != source.area
        )
        self.last: dict[tuple[str, str], Statement] = {}
        self.whole: dict[str, str] = {}
        self.named: dict[tuple[str, str, str], Statement] = {}

    def text_of(self, figure: Figure) -> str:
        """The text of the record that it stands in; of a cell of a number empty."""
        return self.texts.get(record_of(figure), "")

    def read(self, figure: Figure, following: Figure | None, told: Statement | None) -> Statement | None:
        """What a figure states; None where it is of nothing that is named, or of no time."""
        text, record, table = self.text_of(figure), record_of(figure), figure.source.id
        is_nameless = not figure.measure and not text
        is_unclear = is_nameless or is_denied(figure, text) or is_pair_in_brackets(figure, text)
        if figure.value is None or figure.review == "rejected" or is_unclear:
            return None
        titles = [section.title for section in home_of(figure, self.homes).sections]
        title = titles[0] if titles else ""
        caption = self.captions.get(table, "") if text else self.corners.get(table, "")
        title = self.rows.get(record, title)
        place = Place(text, caption, title, self.beside[record], self.whole.get(record), self.notes.get(table, ""))
        key, profile = self._read_key(figure, place), read_profile(figure, place)
        if text and not key.place and (town := find_subject(figure, text, self.towns)):
            key = key._replace(place=" ".join(WORD.findall(town.casefold())))
        before = self.last.get((record, figure.kind))
        was_quoted = is_quoted(figure, text) or is_revised_to(figure, following, text)
        is_bare = before is not None and is_bare_in_brackets(figure, before.figure, text)
        if before and (was_quoted or told or is_bare or _means_the_same(figure, key, before, text, profile)):
            key = before.key._replace(role=key.role, place=key.place, unit=key.unit or before.key.unit)
        elif not key.measure or _is_mark(figure, place) or (not profile.is_own and _has_only_its_measure(key, figure)):
            key = key._replace(measure=f"{NAMELESS}{figure.id}", is_common=False, counted=None)
        held = self.last.get((record, "count"))
        if held and figure.kind == "rate" and _OPENED.fullmatch(text, held.figure.source.end, figure.source.start):
            key = key._replace(measure=held.key.measure, is_common=held.key.is_common)
        is_stock = key.is_common and find_measure(key.measure).is_stock
        dated = date_figure(
            figure.model_copy(update={"role": "baseline"}) if is_bare else figure, text, titles, self.times,
            is_stock=is_stock,
        )  # fmt: skip
        if told and record_of(told.figure) == record:
            dated = Dated(told.period, told.is_assumed, told.is_plain)
        elif before and was_quoted and not is_revised_to(figure, following, text):
            dated = Dated(before.period, before.is_assumed, before.is_plain)
        if dated is None:
            return None
        statement = Statement(
            self.source,
            figure,
            key,
            *dated,
            figure.source.kind == "cell",
            find_context(figure, text, title),
            was_quoted,
            is_negative=figure.role != "change" and record in self.negative,
            profile=profile,
        )
        if figure.role != "change" and not was_quoted and text:
            self.last[record, figure.kind] = statement
            if figure.role == "actual":
                self.named[record, figure.kind, figure.measure or ""] = statement
            if key.is_common and figure.kind == "count":
                self.whole[record] = key.measure
        return statement

    def _read_key(self, figure: Figure, place: Place) -> Key:
        """Its own, or that of the value it is set beside, others between: "39 and 601, against 46 and 566"."""
        key = read_key(figure, place, self.source.area)
        compared = self.named.get((record_of(figure), figure.kind, figure.measure or ""))
        if compared is None or figure.role != "baseline" or key.is_common:
            return key
        return compared.key._replace(role=key.role, place=key.place)


def _is_mark(figure: Figure, place: Place) -> bool:
    """Whether it is a mark to keep to, and no time that something took: "85% were answered in under ten seconds"."""
    if figure.kind != "duration":
        return False
    if _ON_AVERAGE.match(place.text, figure.source.end):  # "closed within 46 days on average"
        return False
    is_bound = figure.qualifier in BOUNDS
    is_done = _DONE_IN.search(place.text[: figure.source.start]) is not None
    is_kept_to = is_done or any(each.kind == "percent" for each in place.beside)
    return (is_bound and is_kept_to) or figure.text.casefold().startswith("within ")


def _has_only_its_measure(key: Key, figure: Figure) -> bool:
    """Whether a value is named by no more words than its measure has: those may be another's."""
    said = set(own_words(figure.measure or "").split())
    return figure.role != "baseline" and not key.is_common and set(key.measure.split()) <= said


def _name_rows(table: Table) -> Iterator[tuple[str, str]]:
    """The cells of words behind the first of a row, and what that says they are of: "Reduce serious violence"."""
    for row in table.rows[table.header_rows :]:
        for cell in row[1:]:
            if cell.value is None and row[0].text:
                yield f"{table.id}.r{cell.row}c{cell.column}", _AIM.sub("", row[0].text)


def _find_negative(table: Table) -> Iterator[str]:
    """The cells whose numbers are below 0."""
    for row in table.rows:
        for cell in row:
            if cell.value is not None and cell.value < 0:
                yield f"{table.id}.r{cell.row}c{cell.column}"


def _corner(table: Table) -> str:
    """The text of the first cell, which may say of which day its columns are: "At 31 March"."""
    return next((cell.text for row in table.rows[:1] for cell in row[:1]), "")


def _means_the_same(figure: Figure, key: Key, before: Statement, text: str, profile: Profile) -> bool:
    """Whether a figure is of what the one before it is: in brackets behind it, as "it", or in the same words."""
    words = (figure.measure or "").casefold()
    is_own = (
        find_other(figure, text) or is_part(figure, text) or is_sum(figure, text) or _says_more(figure, words, text)
    )
    is_same = not key.is_common and words == (before.figure.measure or "").casefold()
    is_near = before.profile is None or before.profile.sentence == profile.sentence or is_name(before.key.measure)
    is_short = (
        is_same
        and not is_own
        and (figure.role == "baseline" or (is_near and profile.is_own) or profile.near <= little_words())
    )
    return (
        is_in_brackets(figure, text)
        or words in _PRONOUNS
        or (words in _YEARS_BEFORE and figure.role == "baseline")
        or is_short
        or is_said_again(figure, text)
        or _is_beside(figure, before, text)
        or (_is_from_to(figure, before, text) and (before.key.is_common or not key.is_common))
    )


def _says_more(figure: Figure, words: str, text: str) -> bool:
    """Whether what stands behind a number tells another thing than its measure: "19 were killed and 178 injured"."""
    behind = find_behind(figure, text)
    more = {word for word in own_words(behind).split() if word.isalpha() and len(word) > 3} - set(
        own_words(words).split()
    )
    return figure.role == "actual" and bool(more - _TIME_WORDS)


def _is_beside(figure: Figure, before: Statement, text: str) -> bool:
    """Whether a baseline follows the value that it is compared with: "vehicle crime to 1,932 from 2,114"."""
    gap = text[before.figure.source.end : figure.source.start]
    is_same = figure.measure == before.figure.measure
    return figure.role == "baseline" and before.figure.role == "actual" and is_same and not re.search(r"[.;]\s", gap)


def _is_from_to(figure: Figure, before: Statement, text: str) -> bool:
    """Whether it is what the one before has become: "from 33,117 incidents to 28,017"."""
    gap = text[before.figure.source.end : figure.source.start]
    is_pair = before.figure.role == "baseline" and figure.role == "actual"
    return is_pair and _BECAME.fullmatch(gap) is not None


def _by_record(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[record_of(figure)].append(figure)
    return found
