"""What a report says about itself: title, kind, area, period, meeting, read from its opening lines and its file."""

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reportparse.registry import match_report

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = f"(?a:{'|'.join(MONTHS)})"
_CENTURY = r"(?:19|20)\d\d"
_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH}),?\s+({_CENTURY})\b", re.IGNORECASE)
_RANGE = re.compile(rf"{_DATE.pattern}\s*(?:-|–|—|to|until)\s*{_DATE.pattern}", re.IGNORECASE)
_MONTHS = re.compile(
    rf"\b({_MONTH})\s+({_CENTURY})\s*(?:-|–|—|to|until)\s*({_MONTH})\s+({_CENTURY})\b", re.IGNORECASE
)
_YEAR_END = re.compile(rf"\byear (?:ended|ending|to|that ended)(?: on)? (?:the )?{_DATE.pattern}", re.IGNORECASE)
_YEARS = re.compile(r"(?<![\d/£,.])((?:19|20)\d{2})(?:\s*[/–—-]\s*|\s+to\s+(?=20\d\d))((?:20)?\d{2})(?![\d/%]|[.,]\d)")
_SHORT_YEARS = re.compile(r"(?<![\d/£,.])([12]\d)\s?[/]\s?([12]\d)(?![\d/%]|[.,]\d)")
_LABEL = re.compile(r"^(?P<label>[A-Z][\w ]{2,30}?)\s*:\s+(?P<value>\S.*)$")

_MEETING = re.compile(r"^(date of (?:the )?meeting|meeting date|meeting|date)$", re.IGNORECASE)
# Who stands before the meeting, rather than who wrote for whom: the first that is named.
_PRESENTERS = [
    re.compile(rf"^({names})$", re.IGNORECASE)
    for names in (
        "presented by|presenter|presenting officer|to be presented by",
        "report of|report by|report from|from",
        "author|report author|lead officer|responsible officer",
    )
]
# A meeting told in words or beside the board's name: "to be held on Tuesday 28 September 2021", "Panel, 16 September".
_MEETS = re.compile(
    rf"(?:\bmeeting\b.{{0,60}}?|\bheld on\b.{{0,20}}?|\b(?:panel|board|committee|commission)\b\s*[,:–|-]?\s*)"
    rf"(?:\w+day,?\s+)?({_DATE.pattern})",
    re.IGNORECASE,
)
_OTHER_MEETING = re.compile(r"\b(?:minutes|previous|last|next)\b", re.IGNORECASE)
_PACK = re.compile(
    r"^agenda$|\bpublic document pack\b|\breports? pack\b|\bagenda pack\b|^agenda\b(?! item)", re.IGNORECASE
)
_ITEM = re.compile(r"^(?:agenda )?item(?: (?:no\.?|number))?\s*\d+\s*[:.–-]\s*", re.IGNORECASE)
_TITLE = re.compile(r"^(title|report title|subject|title of report)$", re.IGNORECASE)
_PUBLISHED = re.compile(r"^(published|date of publication|publication date)$", re.IGNORECASE)

_END_OF_TERM = re.compile(r"\bend[- ]of[- ]term\b", re.IGNORECASE)
_ANNUAL = re.compile(r"\bannual (?:\w+ )?report\b|\badroddiad blynyddol\b", re.IGNORECASE)
_BOARD = re.compile(r"\b(date of meeting|agenda item|purpose of (?:the )?(?:paper|report))\b", re.IGNORECASE)

_NAMES = {
    "pcc": "{} Police and Crime Commissioner",
    "pfcc": "{} Police, Fire and Crime Commissioner",
    "mayor": "{} Mayor",
    "mopac": "Mayor's Office for Policing and Crime",
    "authority": "City of London Police Authority Board",
}

# How many lines a report's opening has at most: a cover and the first page.
MAX_OPENING = 60
# How many lines of a page in a pack may come before its title and labels; longest title, longest line with a meeting.
MAX_HEAD, MAX_TITLE, MAX_TOLD = 12, 120, 160


class Pcc(NamedTuple):
    """The police area, with the contract's names."""

    id: str
    name: str
    force: str
    score: float


class Period(NamedTuple):
    """The time that a report is about."""

    label: str
    start: date
    end: date


class Metadata(NamedTuple):
    """With the contract's names; None where the report does not say."""

    title: str | None
    kind: str
    pcc: Pcc | None
    period: Period | None
    meeting_date: date | None
    presented_by: str | None
    published: str | None
    """In ISO 8601."""


def read_metadata(
    opening: Sequence[str],
    *,
    furniture: Sequence[str],
    document: Mapping[str, str],
    hosts: Sequence[str],
    body: str,
    pages: Sequence[Sequence[str]] = (),
) -> Metadata:
    """Read what the opening lines say, helped by running heads, the file's own metadata and links.

    Args:
        opening: Lines of the cover and first page, in order.
        furniture: Running heads and feet.
        document: The PDF's metadata: "Title", "Author", "Subject".
        hosts: Host names of links.
        body: All text.
        pages: Lines of each later page: in an agenda pack the report begins on one of them.
    """
    front = opening[:MAX_OPENING]
    paper = _find_paper(front, pages)
    opening = paper or front
    labels = [*_read_labels(opening), *(_read_labels(front) if paper else ())]
    told = [document.get(key, "") for key in ("Title", "Author", "Subject")]
    title = _first(labels, _TITLE) or _find_title(opening, "" if paper else told[0])
    period = _find_period([title or "", *opening[:20], told[0], *furniture, *opening[20:]])
    published = _read_date(_first(labels, _PUBLISHED))
    return Metadata(
        title=title,
        kind="board_paper" if paper else _find_kind(title or "", opening),
        pcc=_find_pcc([*front, *opening] if paper else opening, furniture, told, hosts, body, period),
        period=period,
        meeting_date=_read_date(_first(labels, _MEETING)) or _find_meeting(front, furniture),
        presented_by=next((name for label in _PRESENTERS if (name := _first(labels, label))), None),
        published=published.isoformat() if published else None,
    )


def _find_paper(front: Sequence[str], pages: Sequence[Sequence[str]]) -> Sequence[str]:
    """The first page of the report in an agenda pack: it names the report, and says whose it is; none otherwise."""
    if not any(_PACK.search(line) for line in front) or _first(_read_labels(front), _TITLE):
        return ()
    for lines in pages:
        head = lines[:MAX_HEAD]
        labels = _read_labels(head)
        is_told = any(_first(labels, label) for label in (*_PRESENTERS, _TITLE))
        if is_told and any(_names_report(line) for line in head):
            return lines[:MAX_OPENING]
    return ()


def _find_meeting(front: Sequence[str], furniture: Sequence[str]) -> date | None:
    """The day of a meeting that the front or running head of a paper tells without a label; other meetings aside."""
    if not any(_PACK.search(line) or _BOARD.search(line) for line in front):
        return None
    lines = [line for line in (*front, *furniture) if len(line) <= MAX_TOLD and not _OTHER_MEETING.search(line)]
    match = next((match for line in lines if (match := _MEETS.search(line))), None)
    return _read_date(match[1]) if match else None


def _names_report(line: str) -> bool:
    return len(line) <= MAX_TITLE and bool(_ANNUAL.search(line) or _END_OF_TERM.search(line))


def _read_labels(opening: Sequence[str]) -> list[tuple[str, str]]:
    """("Date of meeting", "26 September 2021") for each line of that form."""
    matches = (_LABEL.match(line) for line in opening)
    return [(match["label"].strip(), match["value"].strip()) for match in matches if match]


def _first(labels: Sequence[tuple[str, str]], name: re.Pattern[str]) -> str | None:
    return next((value for label, value in labels if name.match(label)), None)


def _find_title(opening: Sequence[str], told: str) -> str | None:
    """The first short line that names the report; else what the file calls itself."""
    for line in opening:
        if _names_report(line):
            return _ITEM.sub("", line).rstrip(".")
    return told.strip() or None


def _find_kind(title: str, opening: Sequence[str]) -> str:
    text = " ".join([title, *opening])
    if _END_OF_TERM.search(title):
        return "end_of_term_report"
    if _ANNUAL.search(title):
        return "annual_report"
    if _END_OF_TERM.search(text) and not _ANNUAL.search(text):
        return "end_of_term_report"
    if _ANNUAL.search(text):
        return "annual_report"
    return "board_paper" if _BOARD.search(text) else "other"


def _find_period(lines: Sequence[str]) -> Period | None:
    """The first period that the lines tell, in the order in which they speak for the report."""
    for line in lines:
        period = read_period(line)
        if period is not None:
            return period
    return None


def read_period(text: str) -> Period | None:
    """The years that `text` tells, however they are written; a financial year begins on 1 April.

    >>> read_period("Annual Report 2020-21")
    Period(label='2020/21', start=datetime.date(2020, 4, 1), end=datetime.date(2021, 3, 31))
    >>> read_period("End of term report 2016-2021").label
    '2016/21'
    >>> read_period("Annual report 2021 - 2022").label
    '2021/22'
    >>> read_period("1 April 2019 – 31 March 2020").label
    '2019/20'
    >>> read_period("Annual report: May 2021 to March 2022").start
    datetime.date(2021, 5, 1)
    """
    if match := _RANGE.search(text):
        start, end = _date(match[1], match[2], match[3]), _date(match[4], match[5], match[6])
        if start and end and start < end:
            return _span(start, end)
    if (match := _YEAR_END.search(text)) and (end := _date(match[1], match[2], match[3])):
        return _span(_year_before(end), end)
    if match := _MONTHS.search(text):
        start, month = _date("1", match[1], match[2]), _date("1", match[3], match[4])
        if start and month and start < month:
            return _span(start, month.replace(day=calendar.monthrange(month.year, month.month)[1]))
    if match := _YEARS.search(text) or _SHORT_YEARS.search(text):
        first, last = _full_year(match[1]), _full_year(match[2])
        if 1 <= last - first <= 6:
            return Period(f"{first}/{last % 100:02}", date(first, 4, 1), date(last, 3, 31))
    return None


def _year_before(end: date) -> date:
    """The first day of the year that ends on a day: of a whole month, where it is the last of one.

    >>> _year_before(date(2024, 2, 28)), _year_before(date(2024, 2, 29))
    (datetime.date(2023, 3, 1), datetime.date(2023, 3, 1))
    """
    days = calendar.monthrange(end.year - 1, end.month)[1]
    return end.replace(year=end.year - 1, day=min(end.day, days)) + timedelta(days=1)


def _span(start: date, end: date) -> Period:
    """Days that are told in full, named by their years."""
    return Period(f"{start.year}/{end.year % 100:02}" if start.year < end.year else str(end.year), start, end)


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _read_date(text: str | None) -> date | None:
    match = _DATE.search(text or "")
    return _date(match[1], match[2], match[3]) if match else None


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), MONTHS[month.casefold()], int(day))
    except ValueError:
        return None


def _find_pcc(
    opening: Sequence[str],
    furniture: Sequence[str],
    told: Sequence[str],
    hosts: Sequence[str],
    body: str,
    period: Period | None,
) -> Pcc | None:
    match = match_report(opening, furniture, told, hosts, body)
    if match is None:
        return None
    area, on = match.area, period.end if period else date.max
    return Pcc(area.id, _NAMES[area.body(on) or "pcc"].format(area.name), area.force(on), match.score)
