"""Of which time a figure is: what the report says, else what its paragraph, its section or the report is about."""

import re
from calendar import month_name
from collections.abc import Sequence
from typing import NamedTuple

from reportparse.comparison.dating.told_times import (
    ITS_END,
    ON_DAY,
    YEAR_END,
    YEAR_START,
    Times,
    is_end_of_march,
    read_day,
    says_year_end,
)
from reportparse.comparison.terms.times import end_of, move_year, type_of, year_before
from reportparse.comparison.terms.wording import (
    find_clause,
    find_sentence,
    record_of,
)
from reportparse.models.facts import Figure

# "A further 690 people were injured" is of the time of the sentence before.
_FURTHER = re.compile(r"(?:A\sfurther|Another|Of\s(?:these|those|them)|In\saddition|Among\s(?:these|them))\b")
_AND_ANOTHER = re.compile(r"[^.;,\d]{0,60}\band\s(?:a\sfurther\s)?\d")
_OTHER_TIME = re.compile(
    r"\b(?:over|in|within|across)\s(?:the\s)?(?:(?:next|last|past|coming|first)\s)?(?:two|three|four|five|six|ten|\d+)\syears\b"
    r"|\bhad\salready\b"
    r"|\b(?:two|three|four|five|six|ten|\d+)\syears\s(?:ago|earlier|before)\b"
    r"|\b(?:until|up\sto|by)\s(?:the\s)?(?:spring|summer|autumn|winter|christmas)\b"
    r"|\bin\sthe\s(?:week|weekend|month|days)\sof\b"
    # how long ago it was that those asked had seen something, in "seen an officer in the last month", is no time
    r"|\b(?:in|for|during)\sthe\s(?!last\smonth\b(?!\sof\b))(?:first|second|third|fourth|last|final)\s(?:quarter|half|month)\b",
    re.IGNORECASE,
)
# "When I was elected in 2016 there were 3,182": another year than that of the day behind it.
_IN_YEAR = re.compile(r"\bin\s((?:19|20)\d\d)\b(?![/–-])")
# "The scheme was established in 2016 and had 118 cadets at the end of the year".
_BEGUN = re.compile(
    r"\b(?:established|launched|founded|begun|began|started|opened|created|introduced|formed|set\sup)\s$"
)
# "The number of people hurt in 2019 was 897".
_YEAR_IS = re.compile(r"\bin\s(20\d\d)\s(?:is|was|were|stood\sat|came\sto|totalled|numbered)\s$")
_YEARS = re.compile(r"\b(20\d\d)\s?[/–-]\s?((?:20)?\d\d)\b")
# A sentence with such words compares with another time than the year before.
_LONG_AGO = re.compile(r"\b(?:since|ago|peak|pandemic|covid|lockdown|decade|over\sthe\s(?:past|last))\b", re.IGNORECASE)
# "The most since records began" says of this year how it ranks.
_RANKED_SINCE = re.compile(r"\b(?:most|fewest|\w+est|best|worst|first\stime)\b[^.;,\d]{0,30}\bsince\b", re.IGNORECASE)
# "32 more than on 31 March 2017, and a headcount of 3,391": the day is that of what is compared with.
_COMPARED_WITH = re.compile(r"\b(?:than|compared\s(?:to|with)|against|as)\s(?:at\s|the\sfigure\s)?$")
# "The old rules, which ended on 31 January 2020, ...": what stands between the two commas is said of what is before.
_OF_ASIDE = re.compile(
    r",\s(?:(?:which|who|where|when)\s\w|(?:\w+ly\s)?(?:established|launched|founded|begun|started|opened|created|introduced"
    r"|formed|set\sup|ended|closed|replaced|abolished|repealed|elected|appointed|signed|published|held)\s)[^,;.()]*$"
)
# "In the autumn the number stood at 37": of no day that was told before.
_TIME_FIRST = re.compile(r"\s*(?:In|At|On|By|During|Over|Since|For|After|Before|Until|When|As)\b")
# "£14.6m on 31 March 2025, up from £14.0m": the day is that of what is told before.
_SET_BESIDE = re.compile(r",\s(?:(?:up|down)\s(?:from|on)|from|compared\s(?:to|with)|against|as\sagainst|after)\s")
# "Above the national baseline of 4,175": of a time of its own.
_OWN_BASELINE = re.compile(r"\bbaseline(?:\s[a-z]+){0,2}\s$")
_FORESAW = re.compile(
    r"\b(?:[Ll]ast\syear|A\syear\sago)(?:(?:’s|'s)\s(?:\w+\s){1,3}(?:had\s)?|,?\s(?:we|I|it\swas)\s(?:had\s)?)"
    r"(?:thought|expected|forecast|believed|predicted|feared|hoped|assumed|said)\b"
)
# What something has come to is of now, whatever it is compared with: "rose to 61,840, 7% up on the pandemic".
_REACHED = re.compile(
    r"\b(?:rose|fell|grew|dropped|increased|decreased|climbed|risen|fallen|went\s\w+)\s(?:\w+\s){0,2}to\s$"
)
# "The budget will be £559.0m", "savings of £9.1m are required", and not "were required".
_IS_TO_BE = re.compile(r"\b(?:will|would|shall|is|are|must|(?:has|have|needs?|still)\sto)\b")
_WAS = re.compile(r"\b(?:was|were|had|did|(?:has|have)\sbeen|so\sfar|already|today|currently|now)\b")


_IN_FIRST = re.compile(r"\([^()]*\bin\s(?:its|their|our|the)\sfirst\s(?:\w+\s)?(?:weeks|months|year)\)")
# What goes on behind a number has times of its own: "many of which would have been telephone calls two years ago",
# "88 orders, when two years ago there were 42", "21,385, which means they have fallen in two years",
# "42, down by a third over five years".
_GOES_ON = re.compile(
    r",\s(?:(?:each|all|most|many|some|none|one)\sof\s(?:which|whom|these|them)|which|who|whose|when|where"
    r"|(?:an?\s)?(?:\w+\s)?(?:up|down|fall|rise|increase|decrease|drop|reduction|more|fewer|less|higher|lower))\b.*$",
    re.DOTALL,
)


# "In October you waited 15 minutes", and no number between.
_MONTHS, _APRIL = tuple(month_name), 4
_IN_MONTH = re.compile(rf"(?:^|[.:;]\s)[Ii]n\s({'|'.join(month_name[1:])}),?\s(?!\d)[^.:;,\d]*$")
_YEARS_BACK = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_YEARS_AGO = rf"\b({'|'.join(_YEARS_BACK)})\syears\sago\b"
_AGO_BEFORE = re.compile(
    rf"{_YEARS_AGO},?\s(?:there|it|this|they|the\s[a-z]+)\s(?:was|were|had\sbeen|stood\sat)\s(?:only\s|just\s)?$",
    re.IGNORECASE,
)
_AGO_BEHIND = re.compile(rf"\s(?:[a-z]+\s)?{_YEARS_AGO}", re.IGNORECASE)


class Dated(NamedTuple):
    """A period, assumed where the report does not say it, and plain where nothing in its record speaks against that."""

    period: str
    is_assumed: bool
    is_plain: bool


def date_figure(figure: Figure, text: str, titles: Sequence[str], times: Times, *, is_stock: bool) -> Dated | None:
    """The period of a figure; None where neither it nor the report has one.

    One that the report does not say is assumed: it sets values side by side.  Two witnesses are no guess: a paragraph
    whose values are all of the report's own year dates those that have none, too.
    """
    said, source, record = times.said[figure.id], times.source, figure.source.id
    if said and not (_is_foreseen(figure, text) and said == move_year(source.year or "", -1)):
        return Dated(said, is_assumed=False, is_plain=False)
    if figure.id in times.sums:
        return None
    ago = _find_years_ago(figure, text, source.year or "")
    if ago or _OTHER_TIME.search(_own_clause(figure, text)) or _is_of_first(figure, text):
        return Dated(end_of(ago) if is_stock else ago, is_assumed=True, is_plain=False) if ago else None
    if told := _find_told(figure, text, times, is_stock=is_stock) or _find_own_month(figure, text, source.year or ""):
        return told
    if _is_foreseen(figure, text) and source.year:
        return Dated((source.end if is_stock else None) or source.year, is_assumed=True, is_plain=False)
    if _OWN_BASELINE.search(text[: figure.source.start]):
        return None
    own = _near_year(figure, text, times) or _year_to_come(figure, text, times) or _year_of(titles) or source.year
    is_plain = own == source.year and not is_stock and _is_plain(figure, text, times)
    if figure.role == "baseline" and not figure.place:  # what another area had is of the same time
        before = move_year(own or "", -1)
        return Dated(before, is_assumed=True, is_plain=is_plain) if before else None
    if own is None:
        return None
    is_told = times.years.get(record) == source.year == own
    return Dated(own, is_assumed=not is_told, is_plain=is_plain)


def _find_own_month(figure: Figure, text: str, own_year: str) -> Dated | None:
    """The month of the report's year that opens the part of an average or share: "in October you waited 15 minutes"."""
    is_level = figure.kind in ("duration", "percent") and figure.role == "actual"
    match = _IN_MONTH.search(text, 0, figure.source.start) if is_level else None
    if match is None or type_of(own_year) != "financial year":
        return None
    month = _MONTHS.index(match[1])
    return Dated(f"{int(own_year[:4]) + (month < _APRIL)}-{month:02}", is_assumed=True, is_plain=False)


def _is_of_first(figure: Figure, text: str) -> bool:
    """Whether a bracket tells what it was when a thing was new: "1,840 clients (1,265 in its first eight months)"."""
    return any(match.start() < figure.source.start < match.end() for match in _IN_FIRST.finditer(text))


def _find_years_ago(figure: Figure, text: str, own_year: str) -> str | None:
    """The year so many before the report's own: "two years ago there were 42", "it was 26 three years ago"."""
    start, _ = find_sentence(text, figure.source.start)
    match = _AGO_BEFORE.search(text, start, figure.source.start) or _AGO_BEHIND.match(text, figure.source.end)
    return move_year(own_year, -_YEARS_BACK[match[1].casefold()]) if match and figure.role != "change" else None


def _own_clause(figure: Figure, text: str) -> str:
    """The clause of a figure without what goes on behind it with a time of its own."""
    if not text:
        return ""
    clause = find_clause(figure, text)
    behind = figure.source.end - text.find(clause)
    return clause[:behind] + _GOES_ON.sub("", clause[behind:])


def _is_foreseen(figure: Figure, text: str) -> bool:
    """Whether it is what was expected a year ago of now: "Last year we expected it to go down to £22m"."""
    start, _ = find_sentence(text, figure.source.start)
    return figure.role == "forecast" and _FORESAW.search(text, start, figure.source.start) is not None


def _find_told(figure: Figure, text: str, times: Times, *, is_stock: bool) -> Dated | None:
    """The day or year that its own words say, or those of its paragraph where it is what is there on a day."""
    if before := _day_before(figure, text, times):
        return Dated(before, is_assumed=False, is_plain=False)
    if match := _YEAR_IS.search(text[: figure.source.start]):
        return Dated(match[1], is_assumed=False, is_plain=False)
    source, day = times.source, times.days.get(figure.source.id)
    end = source.end
    match = _IN_YEAR.search(find_clause(figure, text)[: figure.source.start]) if is_stock and day else None
    if match and not _BEGUN.search(find_clause(figure, text)[: match.start()]):
        return Dated(match[1], is_assumed=True, is_plain=False)
    is_beside = times.around.get(figure.source.id) == end and figure.source.id not in times.named
    if figure.role == "baseline":
        then = year_before(end or "") if is_stock and is_beside and not day else None
        return Dated(then, is_assumed=True, is_plain=True) if then else None
    if is_stock and end and YEAR_START.search(find_clause(figure, text)):
        return Dated(year_before(end) or end, is_assumed=False, is_plain=False)
    is_at_end = says_year_end(figure, text) or is_end_of_march(figure, text)
    is_at_end = is_at_end or _ends_what_began(figure, text)
    if is_at_end and figure.kind == "money" and not is_stock and source.year:
        return Dated(source.year, is_assumed=False, is_plain=False)  # "at the end of the year there was an underspend"
    is_last = is_at_end and (is_stock or figure.kind != "money")
    start, _ = find_sentence(text, figure.source.start)
    told = [period for at, period in times.named.get(figure.source.id, ()) if at < figure.source.start][-1:]
    told = [] if _TIME_FIRST.match(text, start) else told
    is_of_day = is_stock and figure.role == "actual" and end in (day, *told)
    if end and (is_last or is_of_day):
        return Dated(end, is_assumed=False, is_plain=False)
    is_told = YEAR_END.search(text, *find_sentence(text, figure.source.start)) is not None
    is_there = is_stock and not day and (is_told or is_beside)
    return Dated(end, is_assumed=True, is_plain=True) if end and is_there else None


def _ends_what_began(figure: Figure, text: str) -> bool:
    """Whether it is of the end of the year whose start was told: "When the year began it was 40; at its end 33"."""
    start, _ = find_sentence(text, figure.source.start)
    start, _ = find_sentence(text, max(0, start - 2))
    is_its = ITS_END.search(find_clause(figure, text)) is not None
    return is_its and YEAR_START.search(text, start, figure.source.start) is not None


def _day_before(figure: Figure, text: str, times: Times) -> str | None:
    """The day that stands between the number before and this one: "and reserves at 31 March 2021 stood at £10.2m"."""
    start, _ = find_sentence(text, figure.source.start)
    ends = [end for end in times.ends.get(record_of(figure), ()) if start <= end <= figure.source.start]
    match = ON_DAY.search(text, max(ends, default=start), figure.source.start)
    if match and text.startswith(")", match.end()):  # "£10.2m on 31 March 2019 (£9.9m on 31 March 2018), others £2.6m"
        opening = text.rfind("(", start, match.start())
        match = next(reversed([*ON_DAY.finditer(text, start, max(opening, start))]), None)
    is_compared = match is not None and _COMPARED_WITH.search(text, start, match.start()) is not None
    is_compared = is_compared or (match is not None and _is_aside(text, start, match))
    # In brackets right behind the day of the value before: "£12.3m on 31 March 2023 (£11.9m)".
    is_bracket = match is not None and text[match.end() : figure.source.start] == " ("
    if match and figure.role == "baseline" and (is_bracket or _SET_BESIDE.match(text, match.end())):
        return year_before(read_day(match))
    # "Lines were 64 at 31 March 2020; there were 406 arrests".
    is_of_before = match is not None and ";" in text[match.end() : figure.source.start]
    return read_day(match) if match and not (is_compared or is_of_before) else None


def _is_aside(text: str, start: int, day: re.Match[str]) -> bool:
    """Whether a day is told of something else: "Under the old rules, which ended on 31 January 2020, 187 appealed"."""
    return _OF_ASIDE.search(text, start, day.start()) is not None and text.startswith(",", day.end())


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


def _year_to_come(figure: Figure, text: str, times: Times) -> str | None:
    """The year after the report's, where its record has just told of that, and goes on with what is to be."""
    following = move_year(times.source.year or "", 1)
    told = [period for at, period in times.named.get(figure.source.id, ()) if at < figure.source.start]
    sentence = text[slice(*find_sentence(text, figure.source.start))]
    is_to_be = _IS_TO_BE.search(sentence) is not None and not _WAS.search(sentence)
    return following if told and told[-1] == following and figure.role != "baseline" and is_to_be else None


def _names_year(words: str, year: str) -> bool:
    found = {f"{start}/{end[-2:]}" for start, end in _YEARS.findall(words)}
    return year in found or ("/" not in year and re.search(rf"\b{year[:4]}\b(?![/–-])", words) is not None)


def _is_plain(figure: Figure, text: str, times: Times) -> bool:
    """Whether no other time is named up to its sentence, nor another than the year before compared with."""
    start, end = find_sentence(text, figure.source.start)
    named = {period for at, period in times.named.get(figure.source.id, ()) if at < end}
    is_reached = _REACHED.search(text, start, figure.source.start) is not None
    return not named - {
        times.source.year,
        times.source.end,
        move_year(times.source.year or "", -1),
    } and (is_reached or not _LONG_AGO.search(_RANKED_SINCE.sub("", text[start:end])))


def _year_of(titles: Sequence[str]) -> str | None:
    """The year that the innermost title with one names: "The budget for 2023/24"."""
    for title in titles:
        years = {f"{start}/{end[-2:]}" for start, end in _YEARS.findall(title)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None
