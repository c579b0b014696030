"""What a report states: each figure with what it measures and of which time it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import PurePath
from typing import NamedTuple

from reportparse.comparison.again import date_meant, find_meant, names_place
from reportparse.comparison.anchors import may_be_one
from reportparse.comparison.counting import find_counting, say_counting
from reportparse.comparison.dating import Dated, date_figure
from reportparse.comparison.durations import as_count, as_length_of_time, as_own_level, is_mark
from reportparse.comparison.ends import hang_in_pictures, pair_ends
from reportparse.comparison.gapping import with_noun
from reportparse.comparison.hanging import (
    is_bare_in_brackets,
    is_pair_in_brackets,
    is_part,
    is_said_exactly,
    is_said_part,
    is_told_apart,
)
from reportparse.comparison.keys import Key, Place, is_of_earlier
from reportparse.comparison.naming import read_key
from reportparse.comparison.parts import find_done
from reportparse.comparison.portions import part_stocks
from reportparse.comparison.profiles import Profile, is_taken_over, read_profile
from reportparse.comparison.quoting import find_year_quoted, is_denied, is_quoted, is_revised_to, says_reported
from reportparse.comparison.records import Source
from reportparse.comparison.rivals import part_rivals, part_rows
from reportparse.comparison.sameness import means_the_same
from reportparse.comparison.stated import Statement, follow_names, without_words
from reportparse.comparison.table_cells import TABLE, find_negative, name_rows, read_corner
from reportparse.comparison.times import end_of, move_year, type_of, year_before
from reportparse.comparison.told_times import find_calendar_year, read_times
from reportparse.comparison.witnesses import date_echoes, date_last_years
from reportparse.comparison.wording import find_context, find_sentence, find_subject, find_texts, is_of_row, record_of
from reportparse.comparison.words import WORD, fold_unit, own_words
from reportparse.models import Report
from reportparse.models.facts import Figure
from reportparse.models.report import walk_items
from reportparse.models.select import find_homes, home_of
from reportparse.registry.measures import find_measure, read_qualifier

# "1,702 robberies (0.9 for every 1,000 people)": a rate in brackets is of what is counted before it.
_OPENED = re.compile(r"[^().;\d]{0,60}\(\s*")
_COUNTED_LABEL = re.compile(r"\(([A-Za-z-]+(?:\s[a-z-]+)?):?\s$")
# "The total for 2024/25 has gone up since": of what the sentence before tells, counted as that.
_THE_NUMBER_OF_YEAR = re.compile(
    r"\s*(?:The|This|That|Last\syear(?:’s|'s))\s(?:\w+\s)?(?:total|figure|number|count|rate|level)"
    r"\s(?:(?:for|in|of)\s(?:20\d\d|the\s(?:year|previous|last|12|twelve))|last\syear|the\syear)"
)
# "On that wider basis there were 15,334 offences".
_OTHER_BASIS = re.compile(
    r"\b[Oo]n\s(?:this|that|the|a|its|their|our)\s(?:\w+ly\s)?(?:wider|narrower|broader|fuller|stricter|looser)"
    r"\s(?:basis|definition|count|measure|method)\b"
)
# What a note calls the figure that it is about.
_OF_FIGURES = own_words(
    "the figure, number, total, count or value that was given, stated, reported or published in last year's report, "
    "the previous annual report"
).split()
# A household's bill to the penny, and how much it may change from one year to the next: £24 on £169.15 was 14%.
_BAND_D, _BILL, MAX_BILL_CHANGE = "precept-band-d", re.compile(r"£\d{2,3}\.\d\d"), 0.2
# Casualties are counted by the calendar, whatever year a report is of.
_OF_CALENDAR = ("road-deaths", "road-serious-injuries", "killed-or-seriously-injured")


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
    told = date_last_years(list(_read_statements(report, source)))
    return date_echoes(follow_names(pair_ends(hang_in_pictures(part_stocks(part_rows(part_rivals(told)))))))


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


class _Hung(NamedTuple):
    """What a figure hangs on in its record."""

    before: Statement | None
    """The last of its kind."""
    told: Statement | None
    """What was said before of what it corrects."""
    meant: Statement | None
    """What it tells for another time, by its words."""
    is_quoted: bool
    is_followed: bool
    """Whether what has come of it follows."""
    is_bare: bool
    """Whether it is the year before's, in brackets and without a word."""


class _Reader:
    """Reads the statements of a report one after the other: a figure may hang on the one before it in its record."""

    def __init__(self, report: Report, source: Source) -> None:
        self.source = source
        self.texts = find_texts(report)
        self.homes = find_homes(
            report.sections, (*report.paragraphs, *report.tables, *report.callouts, *report.pictures)
        )
        self.notes = {table.id: " ".join(table.notes) for table in report.tables if table.notes}
        self.notes |= {item.id: each.text for each in report.paragraphs for item in walk_items(each.items)}
        self.marked = {
            mark.id: (paragraph.id, mark.offset) for paragraph in report.paragraphs for mark in paragraph.footnote_refs
        }
        self.captions = {table.id: TABLE.sub("", table.caption or "") for table in report.tables}
        self.counting = find_counting(report)
        self.corners = {table.id: f"{self.captions[table.id]} {read_corner(table)}" for table in report.tables}
        self.rows = {name: label for table in report.tables for name, label in name_rows(table)}
        self.negative = {name for table in report.tables for name in find_negative(table)}
        over = self.corners | {picture.id: picture.caption for picture in report.pictures if picture.caption}
        self.times = read_times(report.figures, source, self.text_of, over, self._section_of)
        self.beside = _by_record(report.figures)
        self.towns = tuple(
            each.name for each in report.entities if each.kind == "place" and fold_unit(each.name) != source.area
        )
        self.last: dict[tuple[str, str], Statement] = {}
        self.whole: dict[str, str] = {}
        self.outer: dict[str, str] = {}  # that of which several parts are told, one behind the other
        self.named: dict[tuple[str, str, str], Statement] = {}
        self.told: dict[str, list[Statement]] = defaultdict(list)

    def text_of(self, figure: Figure) -> str:
        """The text of the record that it stands in; of a cell of a number empty."""
        return self.texts.get(record_of(figure), "")

    def read(self, figure: Figure, following: Figure | None, told: Statement | None) -> Statement | None:
        """What a figure states; None where it is of nothing that is named, or of no time."""
        text, record = self.text_of(figure), record_of(figure)
        figure = as_own_level(as_length_of_time(as_count(figure)), text)
        figure = with_noun(figure, text, self.beside[record])
        is_nameless = not figure.measure and not text
        is_unclear = is_nameless or is_denied(figure, text) or is_pair_in_brackets(figure, text)
        is_unclear = is_unclear or is_said_exactly(figure, following, text)
        if figure.value is None or figure.review == "rejected" or is_unclear:
            return None
        hung = self._find_hung(figure, following, told)
        titles = [section.title for section in home_of(figure, self.homes).sections]
        place = self._place_of(figure, titles)
        profile = read_profile(figure, place)
        key, head = self._name(figure, place, profile, hung)
        hung = hung if hung.meant is None or head else hung._replace(meant=None)
        dated = self._date(figure, titles, key, hung)
        if dated is None:
            return None
        context = find_context(figure, text, place.title)
        key = key._replace(role="forecast") if text and _is_to_come(key, dated.period, self.source) else key
        is_cell = figure.source.kind == "cell" and not text  # a cell of prose is prose
        statement = Statement(
            self.source, figure, key, *dated, is_cell, context, hung.is_quoted,
            is_negative=figure.role != "change" and record in self.negative, profile=profile,
            hangs_on=(head.hangs_on or head.figure.id) if head else "",
        )  # fmt: skip
        if figure.role != "change" and not hung.is_quoted and text:
            self._remember(statement, record)
        return statement

    def _find_hung(self, figure: Figure, following: Figure | None, told: Statement | None) -> _Hung:
        text, record = self.text_of(figure), record_of(figure)
        before = self.last.get((record, figure.kind))
        is_followed = is_revised_to(figure, following, text)
        is_bare = before is not None and is_bare_in_brackets(figure, before.figure, text)
        told = told if told and record_of(told.figure) == record else None
        meant = None
        if text and not (told or is_bare) and figure.role in ("actual", "baseline"):
            noted = self._find_noted(figure)
            meant = noted or self._find_counted_back(figure, text)
            meant = meant or find_meant(figure, text, self.beside[record], self.told[record])
        is_said_before = bool(meant and figure.source.kind == "footnote") and says_reported(figure, text)
        is_said_before = is_said_before or is_quoted(figure, text) or is_followed
        return _Hung(before, told, meant, is_said_before, is_followed, is_bare)

    def _find_counted_back(self, figure: Figure, text: str) -> Statement | None:
        """What is by so many more or fewer than a baseline as its sentence says: "six more than the 4,203 of then"."""
        record, (start, _) = record_of(figure), find_sentence(text, figure.source.start)
        changes = [
            float(each.value or 0) for each in self.beside[record]
            if each.role == "change" and each.kind == figure.kind and start <= each.source.start < figure.source.start
        ]  # fmt: skip
        if figure.role != "baseline" or len(changes) != 1:
            return None
        fitting = [
            each for each in self.told[record]
            if each.figure.kind == figure.kind and each.figure.role == "actual"
            and abs(float(each.figure.value or 0) - float(figure.value or 0)) == changes[0]
        ]  # fmt: skip
        return fitting[0] if len(fitting) == 1 else None

    def _find_bill(self, figure: Figure, key: Key) -> Statement | None:
        """What a Band D household pays, told before of another year: "It has since been set at £270.15 for 2025/26".

        Sums to the penny that are near each other are no others', if they have a year and no place.
        """
        is_bill = _BILL.fullmatch(figure.text) is not None and figure.period is not None and figure.role != "change"
        if not is_bill or figure.place or (key.is_common and key.measure not in ("precept", _BAND_D)):
            return None
        return next(
            (
                each for each in self.told[record_of(figure)]
                if each.key.measure == _BAND_D and not each.key.place and _BILL.fullmatch(each.figure.text)
                and abs(float(each.figure.value or 0) / float(figure.value or 1) - 1) <= MAX_BILL_CHANGE
            ), None,
        )  # fmt: skip

    def _find_noted(self, figure: Figure) -> Statement | None:
        """What stands last before the mark of the note that a figure stands in, which has no other words of its own."""
        if figure.source.id not in self.marked:
            return None
        paragraph, offset = self.marked[figure.source.id]
        before = [
            each for each in self.told[paragraph]
            if each.figure.source.end <= offset and each.figure.kind == figure.kind and each.figure.role == "actual"
        ]  # fmt: skip
        if not before or not may_be_one(figure, before[-1].figure):
            return None
        own, told = own_words(figure.measure or "").split(), own_words(before[-1].figure.measure or "").split()
        return before[-1] if set(own) <= {*told, *_OF_FIGURES} else None

    def _section_of(self, figure: Figure) -> str:
        sections = home_of(figure, self.homes).sections
        return sections[0].id if sections else ""

    def _place_of(self, figure: Figure, titles: Sequence[str]) -> Place:
        text, record, table = self.text_of(figure), record_of(figure), figure.source.id
        caption = self.captions.get(table, "") if text else self.corners.get(table, "")
        title = self.rows.get(record, titles[0] if titles else "")
        is_one_of = figure.kind == "count" and is_part(figure, text) and not find_done(figure, text)
        whole = self.outer if is_one_of else self.whole
        notes = " ".join(filter(None, (self.notes.get(table), say_counting(figure, self.counting.get(table, ())))))
        return Place(text, caption, title, self.beside[record], whole.get(record), notes)

    def _name(
        self, figure: Figure, place: Place, profile: Profile, hung: _Hung
    ) -> tuple[Key, Statement | None]:
        """What a figure is of: its own words say it, or what it hangs on, which is given, too."""
        text, before = place.text, hung.before
        key = self._read_key(figure, place)
        if text and not key.place and (town := find_subject(figure, text, self.towns)):
            key = key._replace(place=" ".join(WORD.findall(town.casefold())))
        if bill := self._find_bill(figure, key):
            return bill.key, None
        is_there = not key.place or not names_place(figure, text, place.beside)
        if hung.meant and (key.place == hung.meant.key.place or is_there) and not key.counted:
            return hung.meant.key, hung.meant
        if hung.told and not before and not figure.measure:  # "Revised from 2,118 to 2,131", in a note
            return hung.told.key._replace(role=key.role), None
        if before and before.key.is_common and (label := _COUNTED_LABEL.search(text[: figure.source.start])):
            counted = read_qualifier(label[1], find_measure(before.key.measure))
            if counted:  # "4,224 officers (FTE: 4,113)"
                return before.key._replace(counted=counted, role=key.role), None
        head = None
        is_of_before = hung.is_quoted or hung.told or hung.is_bare
        if before and (is_of_before or means_the_same(figure, key, before, text, profile)):
            key = before.key._replace(role=key.role, place=key.place, unit=key.unit or before.key.unit)
            head = before if (figure.role == "baseline" or hung.is_bare) and not key.place else None
        elif before and before.key == key and _is_doubtful(figure, before.figure, text):
            key = without_words(key, figure)  # "It took 9 seconds; in 2022/23 it took 11": no number of calls
        elif _is_unnamed(figure, key, place) or (not profile.is_own and _has_only_its_measure(key, figure)):
            key = without_words(key, figure)
        elif before and key.counted is None and _goes_on_from(figure, key, before, text):
            key = key._replace(counted=before.key.counted)
        held = self.last.get((record_of(figure), "count"))
        if held and figure.kind == "rate" and _OPENED.fullmatch(text, held.figure.source.end, figure.source.start):
            return key._replace(measure=held.key.measure, is_common=held.key.is_common), None
        return key, head

    def _date(self, figure: Figure, titles: Sequence[str], key: Key, hung: _Hung) -> Dated | None:
        """Of which time a figure is: its own, or that of what it hangs on."""
        text, record = self.text_of(figure), record_of(figure)
        if hung.told:
            return Dated(hung.told.period, hung.told.is_assumed, hung.told.is_plain)
        said = self.times.said[figure.id]
        if hung.is_followed and not said and (year := find_year_quoted(figure, text, self.source.year)):
            return Dated(year, is_assumed=False, is_plain=False)
        if hung.before and hung.is_bare and said == hung.before.period and (year := year_before(said or "")):
            return Dated(year, hung.before.is_assumed, is_plain=False)
        if hung.before and hung.is_quoted and not hung.is_followed:
            return Dated(hung.before.period, hung.before.is_assumed, hung.before.is_plain)
        if hung.meant and (period := date_meant(figure, hung.meant, said, text, self.beside[record])):
            return Dated(period, is_assumed=False, is_plain=False)
        if not said and key.measure in _OF_CALENDAR and (year := self._find_calendar_year(figure)):
            is_before = figure.role == "baseline" or hung.is_bare
            return Dated(move_year(year, -1 if is_before else 0) or year, is_assumed=True, is_plain=True)
        if not said and figure.role == "actual" and is_said_part(figure, text) and (whole := self._find_whole(figure)):
            return Dated(whole.period, whole.is_assumed, is_plain=False)
        is_stock = key.is_common and find_measure(key.measure).is_stock
        day = hung.before.period if is_stock and hung.before else ""
        if hung.before and type_of(day) == "date" and type_of(said or "") == "calendar year":  # "1,081 (1,069 in 2017)"
            return Dated(f"{said}{day[4:]}", hung.before.is_assumed, is_plain=False)
        asked = figure.model_copy(update={"role": "baseline"}) if hung.is_bare else figure
        return date_figure(asked, text, titles, self.times, is_stock=is_stock)

    def _find_whole(self, figure: Figure) -> Statement | None:
        """The last count that a record has told, where that is of a calendar year: "51 of them died"."""
        told = [each for each in self.told[record_of(figure)] if each.figure.kind == "count"]
        whole = next((each for each in reversed(told) if each.figure.role == "actual"), None)
        return whole if whole and type_of(whole.period) == "calendar year" else None

    def _find_calendar_year(self, figure: Figure) -> str | None:
        """The calendar year that the text before a figure names, or that what it told of the roads before is of."""
        roads = [each for each in self.told[record_of(figure)] if each.key.measure in _OF_CALENDAR]
        own = [each.period for each in roads if each.figure.role == "actual"]
        told = [period for period in own if type_of(period) == "calendar year"]
        return find_calendar_year(self.text_of(figure), figure.source.start) or (told[-1] if told else None)

    def _remember(self, statement: Statement, record: str) -> None:
        figure, key = statement.figure, statement.key
        self.last[record, figure.kind] = statement
        self.told[record].append(statement)
        if figure.role == "actual":
            self.named[record, figure.kind, figure.measure or ""] = statement
        if key.is_common and figure.kind == "count":
            self.whole[record] = key.measure
            if not is_part(figure, self.text_of(figure)):
                self.outer[record] = key.measure

    def _read_key(self, figure: Figure, place: Place) -> Key:
        """Its own, or that of the value it is set beside, others between: "39 and 601, against 46 and 566"."""
        key = read_key(figure, place, self.source.area)
        compared = self.named.get((record_of(figure), figure.kind, figure.measure or ""))
        if compared is None or figure.role != "baseline" or key.is_common:
            return key
        return compared.key._replace(role=key.role, place=key.place)


def _is_to_come(key: Key, period: str, source: Source) -> bool:
    """Whether a year had not begun when its value was told, so that it is planned: "The programme for 2024/25"."""
    is_year = type_of(period) == "financial year" and end_of(period) > (source.end or "9999")
    is_set = not key.is_common or find_measure(key.measure).is_set_before
    return is_year and key.role == "actual" and not is_set


def _is_on_other_basis(figure: Figure, text: str) -> bool:
    """Whether its sentence says that it is counted otherwise than what has the name: "On that wider basis"."""
    return _OTHER_BASIS.search(text, find_sentence(text, figure.source.start)[0], figure.source.start) is not None


def _is_unnamed(figure: Figure, key: Key, place: Place) -> bool:
    """Whether nothing names it, as one of two numbers of two things: "both rose: to 3,377 and 6,240"."""
    if not key.measure or is_mark(figure, place):
        return True
    if key.is_common and (is_told_apart(figure, place.text) or _is_on_other_basis(figure, place.text)):
        return True
    is_of_two = figure.measure is None or " and " in figure.measure
    return is_of_two and is_of_row(figure, place.text, place.beside)


def _goes_on_from(figure: Figure, key: Key, before: Statement, text: str) -> bool:
    """Whether it is of the measure of the value before it by what stands in a sentence before its own."""
    start, _ = find_sentence(text, figure.source.start)
    is_same = is_of_earlier(figure, figure.measure or "", text) or _THE_NUMBER_OF_YEAR.match(text, start) is not None
    return key.measure == before.key.measure and is_same


def _is_doubtful(figure: Figure, before: Figure, text: str) -> bool:
    """Whether its measure stands but in a sentence before, beside a value far off; "it is now 31 seconds" is told."""
    is_told = figure.kind == "duration" and (figure.unit or "") in figure.text
    return not is_told and is_taken_over(figure, text) and not may_be_one(figure, before)


def _has_only_its_measure(key: Key, figure: Figure) -> bool:
    """Whether a value is named by no more words than its measure has: those may be another's."""
    said = set(own_words(figure.measure or "").split())
    return figure.role != "baseline" and not key.is_common and set(key.measure.split()) <= said


def _by_record(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[record_of(figure)].append(figure)
    return found
