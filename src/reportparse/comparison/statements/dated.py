"""Of which time a figure of a report is: its own words say it, or what it hangs on."""

import re
from collections.abc import Sequence
from operator import attrgetter

from reportparse.comparison.dating.figures import Dated, date_figure
from reportparse.comparison.dating.surveys import find_survey_year, find_year_answered, find_year_asked, year_within
from reportparse.comparison.dating.told_times import find_calendar_year
from reportparse.comparison.naming.hanging import is_said_part
from reportparse.comparison.statements.again import date_meant
from reportparse.comparison.statements.hung import Hung
from reportparse.comparison.statements.quoting import find_year_quoted
from reportparse.comparison.statements.story import Story
from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import move_year, type_of, year_before
from reportparse.comparison.terms.wording import find_clause, find_sentence, record_of
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure

# "3.4% fewer than in 2023, when it was 834": of the year that is compared with.
_WHEN_IT_WAS = re.compile(r",\swhen\s(?:it|there|they)\s(?:was|were|had\sbeen)\s$")
_FROM = re.compile(r"\bfrom\s(?:(?:a|the)\s\w+\sof\s)?$")
_OF_YEAR = re.compile(r"\s(?:[a-z]+\s){0,2}(?:for|in|of)\s((?:19|20)\d\d(?:/\d\d)?)\b")
_SURVEY = "survey-responses"
_ANSWERED = re.compile(
    r"\s(?:people|residents|of\syou)\s(?:answered|replied|responded|took\s(?:part|it)|completed|(?:filled|sent)\s(?:\w+\s)?(?:in|back))\b"
)
_FROM_APRIL = re.compile(r"\b[Ff]rom\s(?:1\s)?April\s(20\d\d)\b[^.;\d]{0,50}$")
_WILL = re.compile(r"\bwill\b[^.;]*$")
# "The council tax for Band D goes up by £15, or 6.57%, to £243.15", in the report of the year before.
_GOES_TO = re.compile(r"\b(?:goes|is\sgoing)\s(?:up|down)\b[^;]*\bto\s$")
# "The number of those who were seriously injured rose to 842", behind the deaths of a calendar year.
_HURT = re.compile(
    r"\b(?:died|killed|deaths?|fatal(?:ities|ly)?(?!\sFour)|injured|injuries|casualties|lost\s(?:their\slives?|someone))\b",
    re.IGNORECASE,
)
# Casualties are counted by the calendar, whatever year a report is of.
_OF_CALENDAR = ("road-deaths", "road-serious-injuries", "killed-or-seriously-injured")


def date_statement(
    figure: Figure, titles: Sequence[str], named: tuple[Key, Statement | None], hung: Hung, story: Story
) -> Dated | None:
    """Of which time a figure is: its own, or that of what it hangs on; `named` is its key and whose that is."""
    key, head = named
    text, record = story.texts.text_of(figure), record_of(figure)
    said = story.times.said[figure.id]
    if hung.told:
        return Dated(hung.told.period, hung.told.is_assumed, hung.told.is_plain)
    if hung.before and (of_before := _date_by_before(hung.before, hung, said, text[figure.source.end :], story)):
        return of_before
    is_open = said in (None, story.source.year) if hung.is_corrected else not said
    if is_open and (year := _find_year_reported(figure, hung, text, story.source.year)):
        return Dated(year, is_assumed=False, is_plain=False)
    if hung.meant and (period := date_meant(figure, hung.meant, said, text, story.texts.beside[record])):
        return Dated(period, is_assumed=False, is_plain=False)
    if of_kind := _date_by_kind(figure, key, hung, said, story):
        return of_kind
    if of_survey := _date_by_survey(figure, key, hung, said, story):
        return of_survey
    if not said and figure.role == "actual" and is_said_part(figure, text) and (whole := _find_whole(figure, story)):
        return Dated(whole.period, whole.is_assumed, is_plain=False)
    is_stock = key.is_common and find_measure(key.measure).is_stock
    day = hung.before.period if is_stock and hung.before else ""
    if hung.before and type_of(day) == "date" and type_of(said or "") == "calendar year":  # "1,081 (1,069 in 2017)"
        return Dated(f"{said}{day[4:]}", hung.before.is_assumed, is_plain=False)
    asked = figure.model_copy(update={"role": "baseline"}) if hung.is_bare else figure
    dated = _as_of_year(date_figure(asked, text, titles, story.times, is_stock=is_stock), key, said, story)
    return _as_time_before(dated, head, figure, text) if dated and head and figure.role == "baseline" else dated


def _as_of_year(dated: Dated | None, key: Key, said: str | None, story: Story) -> Dated | None:
    """Visits are of a year, though its end is told beside them: "38 visitors at the year end, 301 visits"."""
    is_flow = key.is_common and key.kind == "count" and not find_measure(key.measure).is_stock
    is_end = dated is not None and not said and dated.period == story.source.end
    year = story.source.year if is_flow and is_end else None
    return Dated(year, is_assumed=True, is_plain=False) if year else dated


def _date_by_before(
    before: Statement, hung: Hung, said: str | None, behind: str, story: Story
) -> Dated | None:
    """By the value before it: of the year before that in brackets, of the same time where it quotes what was said."""
    year = year_before(before.period)
    if hung.is_bare and year and said == before.period:
        return Dated(year, before.is_assumed, is_plain=False)
    if hung.is_bare and year and story.texts.has_brackets_told:
        return Dated(year, before.is_assumed and not before.is_plain, is_plain=before.is_plain)
    is_same = hung.is_quoted and not hung.is_followed
    own = _OF_YEAR.match(behind) if is_same else None
    if own and type_of(own[1]) == type_of(before.period):  # "51 died in 2022. Last year I reported 48 deaths for 2021"
        return Dated(own[1], is_assumed=False, is_plain=False)
    return Dated(before.period, before.is_assumed, before.is_plain) if is_same else None


def _as_time_before(dated: Dated, head: Statement, figure: Figure, text: str) -> Dated:
    """What a value is compared with, where no time is said: that of a day or year before, "down from 171".

    "From £193.15 to £203.15 in 2020/21" tells of 2019/20, whatever year the report is of; and of "rose to £12.8m at
    31 March 2024 from £12.1m" the second is of another day than the first.
    """
    before = year_before(head.period)
    is_open = dated.is_assumed and dated.period == year_before(head.source.year or "")
    is_start = _FROM.search(text[: figure.source.start]) is not None
    if before and type_of(head.period) == "date" and (is_open or (is_start and dated.period == head.period)):
        return Dated(before, head.is_assumed, is_plain=False)
    is_year = head.figure.role == "actual" and type_of(head.period) in ("financial year", "calendar year")
    is_other = is_year and not head.is_assumed and head.period != head.source.year
    return Dated(before, is_assumed=True, is_plain=False) if before and is_open and is_start and is_other else dated


def _find_whole(figure: Figure, story: Story) -> Statement | None:
    """The last count that a record has told, where that is of a calendar year: "51 of them died"."""
    told = [each for each in _told_of_now(figure, story) if each.figure.kind == "count"]
    whole = next((each for each in reversed(told) if each.figure.role == "actual"), None)
    return whole if whole and type_of(whole.period) == "calendar year" else None


def _told_of_now(figure: Figure, story: Story) -> list[Statement]:
    """What the record of a figure has told, but for what it was when something is compared with it."""
    text = story.texts.text_of(figure)
    told = story.memory.told[record_of(figure)]
    return [each for each in told if not _WHEN_IT_WAS.search(text[: each.figure.source.start])]


def _date_by_survey(figure: Figure, key: Key, hung: Hung, said: str | None, story: Story) -> Dated | None:
    """By the year of the survey that so many answered, or that the share is of; None where it is of none."""
    if key.measure == _SURVEY and (year := _find_own_survey(figure, said, story.texts.text_of(figure))):
        return Dated(year, is_assumed=False, is_plain=False)
    is_share = figure.kind == "percent" and figure.role != "change"
    surveyed = _find_survey(figure, story) if is_share else None
    if surveyed is None and is_share and not said and figure.role == "actual":
        asked = find_year_asked(story.texts.text_of(figure), figure.source.start, figure.source.end)
        return Dated(asked, is_assumed=True, is_plain=False) if asked else None
    if surveyed is None or (said and not _is_of_survey(figure, surveyed)):
        return None
    year = year_before(surveyed.period) if figure.role == "baseline" or hung.is_bare else surveyed.period
    return Dated(year or surveyed.period, is_assumed=True, is_plain=False)


def _find_own_survey(figure: Figure, said: str | None, text: str) -> str | None:
    """The calendar year in which so many answered a survey, where its sentence names that or months of it."""
    if answered := find_year_answered(text, figure.source.end):
        return answered
    year = find_survey_year(text, figure.source.start) if text and figure.role == "actual" else None
    is_open = not said or figure.period == year  # "November 2022" is said, and no year from April
    return year_within(said) or (year if is_open else None)


def _is_of_survey(figure: Figure, surveyed: Statement) -> bool:
    """Whether the time that is said of a share is that of the survey: its year, or months of that."""
    return surveyed.period in (figure.period, year_within(figure.period))


def _find_survey(figure: Figure, story: Story) -> Statement | None:
    """The answers to a survey of the last calendar year that a record, or the paragraph of its list, has counted.

    Shares of those who answered are of that year: "4,118 people answered in 2025. 67% of them feel safe".
    """
    record = record_of(figure)
    told = story.memory.told[record] or story.memory.told[record.partition(".")[0]]
    counts = [each for each in told if each.figure.kind == "count" and each.figure.role == "actual"]
    surveyed = [each for each in counts if each.key.measure == _SURVEY or _answers(each, story)]
    surveyed = [each for each in surveyed if type_of(each.period) == "calendar year"]
    is_last = bool(surveyed) and surveyed[-1] is counts[-1]
    return max(reversed(surveyed), key=attrgetter("period")) if is_last else None


def _answers(counted: Statement, story: Story) -> bool:
    """Whether people are counted who answered: "In 2024, 3,806 people answered"."""
    return _ANSWERED.match(story.texts.text_of(counted.figure), counted.figure.source.end) is not None


def _find_year_reported(figure: Figure, hung: Hung, text: str, own: str | None) -> str | None:
    """The year that an earlier report told of, where its value stands beside what has come of it."""
    if hung.is_corrected:
        return move_year(own or "", -1)
    return find_year_quoted(figure, text, own) if hung.is_followed else None


def _date_by_kind(figure: Figure, key: Key, hung: Hung, said: str | None, story: Story) -> Dated | None:
    """By what it is: what is set before its year begins, or casualties, which are counted by the calendar."""
    if year := _find_year_to_come(figure, key, said, story):
        return Dated(year, is_assumed=True, is_plain=False)
    year = None if said else _find_road_year(figure, key, hung, story)
    return Dated(year, is_assumed=True, is_plain=True) if year else None


def _find_year_to_come(figure: Figure, key: Key, said: str | None, story: Story) -> str | None:
    """The year of what is set before it begins: "from April 2021 it is £218.15", "the bill will go up to £295.57"."""
    text = story.texts.text_of(figure)
    if figure.kind != "money" or figure.role == "change" or not text:
        return None
    if match := _FROM_APRIL.search(text[: figure.source.start]):
        return f"{match[1]}/{(int(match[1]) + 1) % 100:02}"
    is_set = key.is_common and find_measure(key.measure).is_set_before
    start, _ = find_sentence(text, figure.source.start)
    is_planned = figure.role == "forecast" and _WILL.search(text[: figure.source.start]) is not None
    is_to_come = is_set and (is_planned or _GOES_TO.search(text, start, figure.source.start) is not None)
    return move_year(story.source.year or "", 1) if is_to_come and not said else None


def _find_road_year(figure: Figure, key: Key, hung: Hung, story: Story) -> str | None:
    """The calendar year of casualties on the roads: that which their record names, or has told of others."""
    if key.measure not in _OF_CALENDAR:
        return _find_year_of_others(figure, story) if figure.kind == "count" else None
    year = _find_calendar_year(figure, story)
    return (move_year(year, -1) or year) if year and (figure.role == "baseline" or hung.is_bare) else year


def _find_year_of_others(figure: Figure, story: Story) -> str | None:
    """The calendar year of what a record has told of the roads, where a clause goes on with deaths and injuries."""
    text = story.texts.text_of(figure)
    roads = [each for each in story.memory.told[record_of(figure)] if each.key.measure in _OF_CALENDAR]
    own = [each.period for each in roads if each.figure.role == "actual" and type_of(each.period) == "calendar year"]
    is_told = figure.role == "actual" and bool(own) and _HURT.search(find_clause(figure, text))
    return own[-1] if is_told and all(each.period in own or each.figure.role != "actual" for each in roads) else None


def _find_calendar_year(figure: Figure, story: Story) -> str | None:
    """The calendar year that the text before a figure names, or that what it told of the roads before is of."""
    roads = [each for each in _told_of_now(figure, story) if each.key.measure in _OF_CALENDAR]
    own = [each.period for each in roads if each.figure.role == "actual"]
    told = [period for period in own if type_of(period) == "calendar year"]
    return find_calendar_year(story.texts.text_of(figure), figure.source.start) or (told[-1] if told else None)
