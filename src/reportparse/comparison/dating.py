"""Of which time a figure is: what the report says, else what its paragraph, its section or the report is about."""

import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reportparse.comparison.hanging import is_in_brackets
from reportparse.comparison.records import PeriodType, Source
from reportparse.comparison.times import end_of, last_day, move_year, normal_period, type_of
from reportparse.comparison.wording import (
    find_clause,
    find_sentence,
    has_year_behind,
    is_at_end,
    is_year_before,
    record_of,
)
from reportparse.models.facts import Figure

_AT_MARCH = re.compile(r"\b(?:at|on|as\sof)\s(?:the\s)?31(?:st)?\s(?:of\s)?March\b", re.IGNORECASE)
# "12 months to September": which month the years end with that the headers below name.
_YEARS_TO = re.compile(
    r"\b(?:years?|(?:12|twelve)[\s-]months?)\s(?:to|ending|ended)\s(?:the\s)?(?:end\sof\s)?(?:\d\d?(?:st|nd|rd|th)?\s(?:of\s)?)?"
    rf"({'|'.join(month_name[1:])})\b",
    re.IGNORECASE,
)
# "A further 690 people were injured" is of the time of the sentence before.
_FURTHER = re.compile(r"(?:A\sfurther|Another|Of\s(?:these|those|them)|In\saddition|Among\s(?:these|them))\b")
_AND_ANOTHER = re.compile(r"[^.;,\d]{0,60}\band\s(?:a\sfurther\s)?\d")
_OTHER_TIME = re.compile(
    r"\b(?:over|in|within|across)\s(?:the\s)?(?:(?:next|last|past|coming|first)\s)?(?:two|three|four|five|six|ten|\d+)\syears\b"
    r"|\bhad\salready\b"
    r"|\b(?:two|three|four|five|six|ten|\d+)\syears\s(?:ago|earlier|before)\b"
    r"|\bin\sthe\s(?:week|weekend|month|days)\sof\b",
    re.IGNORECASE,
)
# "than in the previous twelve months (98,617)": the year before, whatever stands in front of the sentence.
_PREVIOUS = re.compile(
    r"\b(?:previous|preceding|prior)\s(?:(?:twelve|12)\smonths|year)(?:\s\(|(?:’s|'s)\s(?:(?:total|figure|level)\s(?:of\s)?)?)$"
)
_LAST_YEAR = re.compile(r"\s?(?:Last\syear|(?:In|Over|During)\sthe\s(?:last|past)\syear)\b(?!’s|'s)")
# What dates a figure by the year before already.
_TOLD_BEFORE = re.compile(r"“.*\b(?:last|previous|prior|preceding|before|earlier|ago)\b.*”", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\b[Tt]his\s(?:financial\s)?year\b")
_MONTHS = {name.casefold(): at for at, name in enumerate(month_name) if name}
_YEAR_END = re.compile(
    r"\b(?:at|by)\s(?:the\s)?(?:financial\s)?year[\s-]end\b|\b(?:at|by)\sthe\s(?:end|close)\sof\s(?:the\s|this\s)?(?:financial\s)?year\b",
    re.IGNORECASE,
)
_ON_DAY = re.compile(
    rf"\b(?:at|on|as\sof)\s(?:the\s)?(\d\d?)(?:st|nd|rd|th)?\s({'|'.join(month_name[1:])})\s(20\d\d)\b", re.IGNORECASE
)
# "When I was elected in 2016 there were 3,182": another year than that of the day behind it.
_IN_YEAR = re.compile(r"\bin\s((?:19|20)\d\d)\b(?![/–-])")
# "The number of people hurt in 2019 was 897".
_YEAR_IS = re.compile(r"\bin\s(20\d\d)\s(?:is|was|were|stood\sat|came\sto|totalled|numbered)\s$")
_YEARLY: tuple[PeriodType, ...] = ("financial year", "calendar year", "year ending")
_YEARS = re.compile(r"\b(20\d\d)\s?[/–-]\s?((?:20)?\d\d)\b")
# A sentence with such words compares with another time than the year before.
_LONG_AGO = re.compile(r"\b(?:since|ago|peak|pandemic|covid|lockdown|decade|over\sthe\s(?:past|last))\b", re.IGNORECASE)
# What something has come to is of now, whatever it is compared with: "rose to 61,840, 7% up on the pandemic".
_REACHED = re.compile(
    r"\b(?:rose|fell|grew|dropped|increased|decreased|climbed|risen|fallen|went\s\w+)\s(?:\w+\s){0,2}to\s$"
)
# So near, in letters, a value and what it is compared with stand in one sentence.
NEAR = 120


class Dated(NamedTuple):
    """A period, assumed where the report does not say it, and plain where nothing in its record speaks against that."""

    period: str
    is_assumed: bool
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Times:
    """The times that the records of a report name."""

    source: Source
    said: Mapping[str, str | None]
    """By id of a figure, the period that the report gives it."""
    named: Mapping[str, frozenset[str]]
    """By id of a record of text, all periods that its figures have."""
    years: Mapping[str, str]
    """By id of a record of text, the one year that all its values have, but for what they are compared with."""
    days: Mapping[str, str]
    """By id of a record of text, the one day."""
    ends: Mapping[str, Sequence[int]]
    """By id of a record of text, where its figures end."""
    sums: frozenset[str]
    """Ids of the totals of tables whose rows, or columns, are years: they are of all of these."""


def read_times(
    figures: Sequence[Figure], source: Source, text_of: Callable[[Figure], str], captions: Mapping[str, str]
) -> Times:
    """The times of a report's figures; `text_of` gives the text that one stands in, `captions` are by table."""
    beside: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        beside[record_of(figure)].append(figure)
    said = {
        figure.id: _said_period(figure, text_of(figure), captions.get(figure.source.id, ""), beside)
        for figure in figures
    }
    said |= _date_beside(figures, said, source)
    in_text = [figure for figure in figures if figure.source.kind in ("paragraph", "item", "callout")]
    named: dict[str, set[str]] = defaultdict(set)
    values: dict[str, set[str]] = defaultdict(set)
    for figure in in_text:
        period = said[figure.id]
        if period:
            named[figure.source.id].add(period)
            if figure.role != "baseline" and not is_in_brackets(figure, text_of(figure)):
                values[figure.source.id].add(period)
    return Times(
        source, said, {name: frozenset(found) for name, found in named.items()},
        _single(values, _YEARLY), _single(values, ("date",)),
        {name: [figure.source.end for figure in told] for name, told in beside.items()},
        frozenset(_find_sums(figures)),
    )  # fmt: skip


def _find_sums(figures: Iterable[Figure]) -> Iterator[str]:
    """Totals without a year in a row, or column, of values of several years."""
    along: dict[tuple[str, str, int | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.source.kind == "cell":
            along[figure.source.id, "row header", figure.source.column].append(figure)
            along[figure.source.id, "column header", figure.source.row].append(figure)
    for (_, header, _), told in along.items():
        if len({each.period for each in told if each.period_source == header}) > 1:
            yield from (each.id for each in told if each.is_total and not each.period)


def _date_beside(figures: Sequence[Figure], said: Mapping[str, str | None], source: Source) -> dict[str, str]:
    """The values that stand beside one of the year before the report's: "187,905 hours (168,240 in 2018-2019)"."""
    before = move_year(source.year or "", -1)
    found = {}
    for figure, other in pairwise(figures):
        is_beside = record_of(figure) == record_of(other) and 0 <= other.source.start - figure.source.end <= NEAR
        is_pair = (figure.role, other.role, figure.kind) == ("actual", "baseline", other.kind)
        is_one = figure.measure == other.measure or other.measure is None
        is_open = said[figure.id] is None and said[other.id] == before
        if source.year and before and is_beside and is_pair and is_one and is_open:
            found[figure.id] = source.year
    return found


def _single(values: Mapping[str, set[str]], types: Sequence[PeriodType]) -> dict[str, str]:
    return {name: min(found) for name, found in values.items() if len(found) == 1 and type_of(min(found)) in types}


def _said_period(figure: Figure, text: str, caption: str, beside: Mapping[str, Sequence[Figure]]) -> str | None:
    """The period that the report gives a figure; "the end of March 2024" is a day, a year to March a financial one.

    A baseline that has but the period of the value it is set beside is of the year before, where it says so.
    """
    period = normal_period(figure.period) if figure.period else None
    if period is None and (match := _ON_DAY.search(caption)):
        return _read_day(match)
    if (
        period
        and type_of(period) == "financial year"
        and _YEAR_END.search(find_clause(figure, text) if text else figure.measure or "")
    ):
        return end_of(period)
    if period and figure.role == "actual" and _opens_last_year(figure, text, beside[record_of(figure)]):
        return None
    is_resolved = (figure.period_source or "text") != "text"
    if period and not is_resolved and _PREVIOUS.search(text[: figure.source.start]):
        return move_year(period, -1)
    if period and _is_of_year_before(figure, text, beside[record_of(figure)]):
        return move_year(period, -1) if is_year_before(figure, text) else None
    if period and type_of(period) == "calendar year" and (match := _YEARS_TO.search(caption)):
        return normal_period(f"{last_day(f'{period}-{_MONTHS[match[1].casefold()]:02}')} YE")
    if period and type_of(period) == "calendar year" and _AT_MARCH.search(caption):
        return f"{period}-03-31"
    return last_day(period) if period and type_of(period) == "month" and is_at_end(figure, text) else period


def _opens_last_year(figure: Figure, text: str, beside: Iterable[Figure]) -> bool:
    """Whether its time is but "last year" at the start of its sentence, which may be the year that is reported on."""
    start, _ = find_sentence(text, figure.source.start)
    is_set_apart = _THIS_YEAR.search(text) is not None  # "Last year it was 1,027. This year it is 1,104."
    is_set_apart = is_set_apart or any(  # "There were 88 appeals. Last year we received 99 appeals."
        (each.kind, each.role, each.measure) == (figure.kind, "actual", figure.measure)
        for each in beside
        if each.source.end <= start
    )
    return _LAST_YEAR.match(text, start) is not None and find_clause(figure, text).find("20") < 0 and not is_set_apart


def _is_of_year_before(figure: Figure, text: str, beside: Iterable[Figure]) -> bool:
    """Whether a baseline has but the period of the value that it is set beside: "£243 in 2023/24, up from £228"."""
    is_resolved = _TOLD_BEFORE.search(figure.period_source or "") is not None
    if figure.role != "baseline" or is_resolved or not text or has_year_behind(figure, text):
        return False
    start, end = find_sentence(text, figure.source.start)
    return any(
        other.role == "actual"
        and (other.kind, other.measure, other.period) == (figure.kind, figure.measure, figure.period)
        for other in beside
        if other.place == figure.place
        and abs(other.source.start - figure.source.start) <= NEAR
        and start <= other.source.start < end
    )


def date_figure(figure: Figure, text: str, titles: Sequence[str], times: Times, *, is_stock: bool) -> Dated | None:
    """The period of a figure; None where neither it nor the report has one.

    One that the report does not say is assumed: it sets values side by side.  Two witnesses are no guess: a paragraph
    whose values are all of the report's own year dates those that have none, too.
    """
    said, source, record = times.said[figure.id], times.source, figure.source.id
    if said:
        return Dated(said, is_assumed=False, is_plain=False)
    if figure.id in times.sums:
        return None
    if _OTHER_TIME.search(find_clause(figure, text)):
        return None
    if told := _find_told(figure, text, times, is_stock=is_stock):
        return told
    own = _near_year(figure, text, times) or _year_of(titles) or source.year
    is_plain = own == source.year and not is_stock and _is_plain(figure, text, times)
    if figure.role == "baseline" and not figure.place:  # what another area had is of the same time
        before = move_year(own or "", -1)
        return Dated(before, is_assumed=True, is_plain=is_plain) if before else None
    if own is None:
        return None
    is_told = times.years.get(record) == source.year == own
    return Dated(own, is_assumed=not is_told, is_plain=is_plain)


def _find_told(figure: Figure, text: str, times: Times, *, is_stock: bool) -> Dated | None:
    """The day or year that its own words say, or those of its paragraph where it is what is there on a day."""
    if before := _day_before(figure, text, times):
        return Dated(before, is_assumed=False, is_plain=False)
    if match := _YEAR_IS.search(text[: figure.source.start]):
        return Dated(match[1], is_assumed=False, is_plain=False)
    end, day = times.source.end, times.days.get(figure.source.id)
    if is_stock and day and (match := _IN_YEAR.search(find_clause(figure, text)[: figure.source.start])):
        return Dated(match[1], is_assumed=True, is_plain=False)
    if figure.role == "baseline":
        return None
    is_last = (is_stock or figure.kind != "money") and _YEAR_END.search(find_clause(figure, text))
    is_of_day = is_stock and figure.role == "actual" and day == end
    return Dated(end, is_assumed=False, is_plain=False) if end and (is_last or is_of_day) else None


def _day_before(figure: Figure, text: str, times: Times) -> str | None:
    """The day that stands between the number before and this one: "and reserves at 31 March 2021 stood at £10.2m"."""
    start, _ = find_sentence(text, figure.source.start)
    ends = [end for end in times.ends.get(record_of(figure), ()) if start <= end <= figure.source.start]
    match = _ON_DAY.search(text, max(ends, default=start), figure.source.start)
    return _read_day(match) if match else None


def _read_day(match: re.Match[str]) -> str:
    return f"{match[3]}-{_MONTHS[match[2].casefold()]:02}-{int(match[1]):02}"


def _near_year(figure: Figure, text: str, times: Times) -> str | None:
    """The year of the record's values where that is the report's own, or another that stands before in the sentence."""
    year = times.years.get(figure.source.id)
    if year is None or year == times.source.year:
        return year
    start, end = find_sentence(text, figure.source.start)
    if _FURTHER.match(text[start:end].lstrip()) and start > 1:
        start, _ = find_sentence(text, start - 2)
    is_behind = _AND_ANOTHER.match(text, figure.source.end) is not None and _names_year(
        text[figure.source.end : end], year
    )
    return year if is_behind or _names_year(text[start : figure.source.start], year) else None


def _names_year(words: str, year: str) -> bool:
    found = {f"{start}/{end[-2:]}" for start, end in _YEARS.findall(words)}
    return year in found or ("/" not in year and re.search(rf"\b{year[:4]}\b(?![/–-])", words) is not None)


def _is_plain(figure: Figure, text: str, times: Times) -> bool:
    """Whether no other time is named in its record, nor another than the year before compared with."""
    start, end = find_sentence(text, figure.source.start)
    is_reached = _REACHED.search(text, start, figure.source.start) is not None
    return not times.named.get(figure.source.id, frozenset()) - {
        times.source.year,
        times.source.end,
        move_year(times.source.year or "", -1),
    } and (is_reached or not _LONG_AGO.search(text[start:end]))


def _year_of(titles: Sequence[str]) -> str | None:
    """The year that the innermost title with one names: "The budget for 2023/24"."""
    for title in titles:
        years = {f"{start}/{end[-2:]}" for start, end in _YEARS.findall(title)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None
