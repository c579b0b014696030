"""The times that a report gives its figures, and those of its records: what a figure is dated by."""

import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportparse.comparison.dating.brackets import find_time_of_brackets, stands_in_brackets
from reportparse.comparison.dating.last_years import is_of_last_year
from reportparse.comparison.dating.seasons import BARE_YEAR, year_of_season
from reportparse.comparison.naming.hanging import is_in_brackets
from reportparse.comparison.records import PeriodType, Source
from reportparse.comparison.terms.times import end_of, last_day, move_year, normal_period, type_of
from reportparse.comparison.terms.wording import (
    find_clause,
    find_sentence,
    has_year_behind,
    is_at_end,
    is_year_before,
    record_of,
)
from reportparse.models.facts import Figure

# So many sentences, and those before it, may go without the year that they are of.
MAX_BACK = 3
_LATTER = re.compile(r"\s*(?:In|Over)\sthe\slatter\b")
# "164 visits since April 2021", in a report of 2021/22; "from April 2022 it is £236".
_SINCE_APRIL = re.compile(r"(20\d\d)-04/\.\.")
# The year of what is compared with: "688, compared with 619 in 2020", "a reduction from the 1,027 of 2024".
_OF_COMPARED = re.compile(
    r"\b(?:compared\s(?:to|with)|against|than|from|versus|on)\s(?:the\s)?\d[\d,]*\s(?:\w+\s)?(?:in|of|for)\s(?:19|20)\d\d\b"
    r"|\b(?:more|fewer|less|higher|lower)\sthan\s(?:in|for)\s(?:19|20)\d\d\b(?![/–-])"
    r"|\b(?:compared\s(?:to|with)|against|than|versus|on)\s(?:in\s)?(?:19|20)\d\d\b"
    r"|\(\d[\d,]*\sin\s(?:19|20)\d\d\)|\((?:19|20)\d\d:\s\d[\d,]*\)"
    r"|[;,]\s(?:(?:and|but|while)\s)?(?:in|for)\s(?:19|20)\d\d,?\s(?:it|they|there|the\s(?:number|figure|total)s?)\s(?:was|were|had)\b"
    r"|^\s*(?:In|For)\s(?:19|20)\d\d,?\s(?:it|that|the\s(?:number|figure|total)s?)\s(?:was|were|had)\b"
)
_AT_MARCH = re.compile(
    r"\b(?:at|on|as\sof)\s(?:the\s)?(?:31(?:st)?|end\sof|close\sof)\s(?:of\s)?March\b"
    r"|[,:;(–]\s?(?:31(?:st)?|end\sof)\s(?:of\s)?March\b",  # "The workforce, 31 March"
    re.IGNORECASE,
)
# "12 months to September": which month the years end with that the headers below name.
_YEARS_TO = re.compile(
    r"\b(?:years?|(?:12|twelve)[\s-]months?)\s(?:to|ending|ended)\s(?:the\s)?(?:end\sof\s)?(?:\d\d?(?:st|nd|rd|th)?\s(?:of\s)?)?"
    rf"({'|'.join(month_name[1:])})\b",
    re.IGNORECASE,
)
# "than in the previous twelve months (98,617)": the year before, whatever stands in front of the sentence.
_PREVIOUS = re.compile(
    r"\b(?:previous|preceding|prior)\s(?:(?:twelve|12)\smonths|year)(?:\s\(|(?:’s|'s)\s(?:(?:total|figure|level)\s(?:of\s)?)?)$"
)
# What dates a figure by the year before already.
_TOLD_BEFORE = re.compile(r"“.*\b(?:last|previous|prior|preceding|before|earlier|ago)\b.*”", re.IGNORECASE)
_MONTHS = {name.casefold(): at for at, name in enumerate(month_name) if name}
YEAR_END = re.compile(
    r"\b(?:when|as)\sthe\s(?:financial\s)?year\s(?:ended|closed|came\sto\san\send)\b"
    r"|\b(?:at|by)\s(?:the\s)?(?:financial\s)?year[\s-]end\b|\b(?:at|by)\sthe\s(?:end|close)\sof\s(?:the\s|this\s)?(?:financial\s)?year\b"
    r"|\bat\sthe\send\sof\sMarch\b(?!\s20\d\d)",
    re.IGNORECASE,
)
# "At the start of the year there were 40 lines, at its end 33".
YEAR_START = re.compile(
    r"\b(?:when|as)\sthe\s(?:financial\s)?year\s(?:began|started|opened)\b"
    r"|\bat\sthe\s(?:start|beginning)\sof\s(?:the\s|this\s)?(?:financial\s)?year\b",
    re.IGNORECASE,
)
ITS_END = re.compile(r"\b(?:when\sit\s(?:ended|closed)|(?:at|by)\sits\s(?:end|close))\b", re.IGNORECASE)
# The report's own, beside a number: "141 groups at the end of March, nine more than a year ago".
_MARCH_END = (
    r"\b(?:(?:[Aa]t|[Bb]y)\s(?:the\s)?(?:end|close)\sof"
    r"|(?:[Aa]t|[Oo]n)\s(?:the\s)?(?:last\sday\sof|31(?:st)?(?:\sof)?))"
    r"\sMarch\b(?!,?\s(?:19|20)\d\d)"
)
_MARCH_BEFORE = re.compile(rf"{_MARCH_END}[^.;()\d]{{0,60}}$")
_MARCH_BEHIND = re.compile(rf"[^.;,()\d]{{0,60}}?{_MARCH_END}")
ON_DAY = re.compile(
    rf"\b(?:at|on|as\sof)\s(?:the\s)?(\d\d?)(?:st|nd|rd|th)?\s({'|'.join(month_name[1:])})\s(20\d\d)\b", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_GIVEN = re.compile(r"\b(?:made|gave|given|granted|awarded|received|secured|won|provided|allocated|donated)\b")
_YEARLY: tuple[PeriodType, ...] = ("financial year", "calendar year", "year ending")
# So near, in letters, a value and what it is compared with stand in one sentence.
NEAR = 120


@dataclass(frozen=True, slots=True)
class Times:
    """The times that the records of a report name."""

    source: Source
    said: Mapping[str, str | None]
    """By id of a figure, the period that the report gives it."""
    named: Mapping[str, Sequence[tuple[int, str]]]
    """By id of a record of text, where those of its figures begin that have a period, and that."""
    years: Mapping[str, str]
    """By id of a record of text, the one year that all its values have, but for what they are compared with."""
    days: Mapping[str, str]
    """By id of a record of text, the one day."""
    ends: Mapping[str, Sequence[int]]
    """By id of a record of text, where its figures end."""
    around: Mapping[str, str]
    """By id of a record, the one day that all values on a day of its section have."""
    sums: frozenset[str]
    """Ids of the totals of tables whose rows, or columns, are years: they are of all of these."""


def read_times(
    figures: Sequence[Figure],
    source: Source,
    text_of: Callable[[Figure], str],
    captions: Mapping[str, str],
    section_of: Callable[[Figure], str] = lambda _: "",
) -> Times:
    """The times of a report's figures; `text_of` gives the text that one stands in, `captions` are by table."""
    beside: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        beside[record_of(figure)].append(figure)
    said = {
        figure.id: _said_in_text(figure, text_of(figure), captions.get(figure.source.id, ""), beside, source.year)
        for figure in figures
    }
    said |= _date_beside(figures, said, source)
    in_text = [figure for figure in figures if figure.source.kind in ("paragraph", "item", "callout")]
    named: dict[str, list[tuple[int, str]]] = defaultdict(list)
    values: dict[str, set[str]] = defaultdict(set)
    for figure in in_text:
        period = said[figure.id]
        if period:
            named[figure.source.id].append((figure.source.start, period))
            if figure.role != "baseline" and not is_in_brackets(figure, text_of(figure)):
                values[figure.source.id].add(period)
    return Times(
        source, said, named, _single(values, _YEARLY), _single(values, ("date",)),
        {name: [figure.source.end for figure in told] for name, told in beside.items()},
        _days_around(in_text, said, section_of),
        frozenset(_find_sums(figures)),
    )  # fmt: skip


def _days_around(
    figures: Sequence[Figure], said: Mapping[str, str | None], section_of: Callable[[Figure], str]
) -> dict[str, str]:
    """By record the one day that its section tells."""
    days: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        period = said[figure.id]
        if period and figure.role == "actual" and type_of(period) == "date":
            days[section_of(figure)].add(period)
    known = {name: min(found) for name, found in days.items() if name and len(found) == 1}
    return {figure.source.id: known[section_of(figure)] for figure in figures if section_of(figure) in known}


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


def _year_since_april(period: str | None, own_year: str | None) -> str | None:
    """The financial year of the report, or the next one, where a period begins with it; others as they are."""
    since = _SINCE_APRIL.fullmatch(period or "")
    year = f"{since[1]}/{(int(since[1]) + 1) % 100:02}" if since and own_year else None
    return year if year and year in (own_year, move_year(own_year or "", 1)) else period


def _said_in_text(
    figure: Figure, text: str, caption: str, beside: Mapping[str, Sequence[Figure]], own_year: str | None
) -> str | None:
    """The period that the report gives a figure; one that its sentence says of all brackets is of these alone."""
    period = _said_period(figure, text, caption, beside, own_year)
    meant = find_time_of_brackets(text, figure.source.start)
    if meant and stands_in_brackets(figure, text):
        return meant
    return None if meant and period == meant else period


def _said_period(
    figure: Figure, text: str, caption: str, beside: Mapping[str, Sequence[Figure]], own_year: str | None
) -> str | None:
    """The period that the report gives a figure; "the end of March 2024" is a day, a year to March a financial one.

    A baseline that has but the period of the value it is set beside is of the year before, where it says so.
    """
    period = normal_period(figure.period) if figure.period else None
    period = _year_since_april(period, own_year)
    if period is None and (match := ON_DAY.search(caption)):
        return read_day(match)
    if (
        period
        and type_of(period) == "financial year"
        and figure.kind != "money"  # "at the end of the year there was an underspend of £4.2m (2013-14: £3.4m)"
        and (says_year_end(figure, text) or is_end_of_march(figure, text))
    ):
        return end_of(period)
    if period and (year := year_of_season(period, text)) == own_year and year:
        return year
    if period and figure.role == "actual" and is_of_last_year(figure, text, beside[record_of(figure)]):
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
    return _read_month(period, figure, text, own_year) if period and type_of(period) == "month" else period


def _read_month(month: str, figure: Figure, text: str, own_year: str | None) -> str:
    """A month, its last day where its end is spoken of, or the report's year in which a sum was given once.

    As in "made £1.2m available in August 2019".
    """
    start, _ = find_sentence(text, figure.source.start)
    is_given = figure.kind == "money" and _GIVEN.search(text, start, figure.source.start) is not None
    year = int(month[:4]) - (month[5:] < "04")
    if is_given and own_year == f"{year}/{(year + 1) % 100:02}":
        return own_year
    return last_day(month) if is_at_end(figure, text) else month


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


def find_calendar_year(text: str, at: int) -> str | None:
    """The only year that the sentence at a place or else one before it names, no financial one; of two the latter.

    The year that it compares with is none: "fell to 49, nine fewer than in 2017".
    """
    start, end = find_sentence(text, at)
    compared = {year for match in _OF_COMPARED.finditer(text, start, end) for year in BARE_YEAR.findall(match[0])}
    for _ in range(MAX_BACK):
        told = BARE_YEAR.findall(_OF_COMPARED.sub("", text[start:end]))
        if years := [year for year in told if year not in compared]:
            return years[-1] if len({*years}) == 1 or _LATTER.match(text, end) else None
        if start < 2:
            break
        start, end = find_sentence(text, start - 2)[0], start
    return None


def says_year_end(figure: Figure, text: str) -> bool:
    """Whether the clause of a figure, or its header, says the end of the year; of another's bracket it is the other's.

    As in "visitors (44 at year end) carried out 203 visits".
    """
    if not text:
        return YEAR_END.search(figure.measure or "") is not None
    start = figure.source.start
    is_inside = text.rfind("(", 0, start) > text.rfind(")", 0, start)
    clause = find_clause(figure, text)
    return YEAR_END.search(clause if is_inside else _IN_BRACKETS.sub("", clause)) is not None


def is_end_of_march(figure: Figure, text: str) -> bool:
    """Whether the words beside a figure, or a header, say the end of March and not of which year."""
    if not text:
        return _AT_MARCH.search(figure.measure or "") is not None
    is_before = _MARCH_BEFORE.search(text[: figure.source.start]) is not None
    return is_before or _MARCH_BEHIND.match(text, figure.source.end) is not None


def read_day(match: re.Match[str]) -> str:
    """The date that a match of `ON_DAY` has."""
    return f"{match[3]}-{_MONTHS[match[2].casefold()]:02}-{int(match[1]):02}"
