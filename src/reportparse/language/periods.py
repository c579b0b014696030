"""Years, months, dates and stretches of time, in the contract's notation: "2019/20", "2020-05", "2020-09-30 YE"."""

import calendar
import re
from functools import lru_cache

from reportparse.language.model import Period, Span
from reportparse.language.windows import find_round

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_FINANCIAL = (
    rf"(?:FY\s?)?(?:{_YEAR}\s?[/–-]\s?(?:{_YEAR}|\d\d)(?!\d)(?!-\d)"
    rf"|(?<![\d/.£])[012]\d\s?/\s?[0123]\d(?![\d/%]))"
)
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?{_MONTH},?\s(?:of\s)?{_YEAR}"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)"
_POINT = rf"(?:{_DATE}|{_YEAR})"
_TWELVE = r"(?:(?:[Yy]ear|(?:[Tt]welve|12)[\s-][Mm]onths?)\s(?:ending|ended|to|up\sto|ending\sin)(?:\sthe\send\sof)?|Y/?E)"
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_SCANNER = re.compile(
    rf"(?<![A-Za-z])(?=[\dA-Zabflsty])(?:(?P<ye>\b{_TWELVE}\s(?P<ye_date>{_DATE}))"
    rf"|(?P<range>\b(?:(?:between|from)\s)?(?P<from>{_POINT}|{_DAY}?{_MONTH})\s?(?:-|–|to|and|until)\s?(?P<to>{_DATE}"
    rf"|{_YEAR})\b)"
    rf"|(?P<quarter>\b(?:Q|Qtr\.?\s?|Quarter\s)(?P<q>[1-4])(?:\s(?:of\s)?(?P<q_year>{_FINANCIAL}))?)"
    rf"|(?P<ordinal>\b(?:{'|'.join(ORDINALS)})\squarter)\sof\s(?P<o_year>{_FINANCIAL})"
    rf"|(?P<numeric>\b\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)?\d\d\b)"
    rf"|(?P<financial>{_FINANCIAL})"
    rf"|(?P<date>\b{_DATE})"
    rf"|(?P<day>\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH})|(?P<day2>\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d{{3}}))"
    rf"|(?P<year>(?<![\d,.£#]){_YEAR}(?![\d,]*\d|%|s?\s(?:officers|people|victims|calls|incidents|offences)\b)s?))"
)
# What every time expression holds, and how far one reaches before and behind it: "the twelve months up to the end of ...".
_ANCHOR = re.compile(
    r"[0-9QJFMASOND](?:(?<=[0-9])(?:\d\d\d|[/.]\d)|(?<=[A-Z])(?:tr|uarter|[1-4]|anuary|ebruary|arch|pril|ay|une|uly|ugust|eptember"
    r"|ctober|ovember|ecember|an|eb|ar|pr|un|ul|ug|ept?|ct|ov|ec)\b)"
)
_REACH = (70, 50)  # characters
_ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SAME_BREATH = re.compile(r"[^.;:]{1,60}(?:\.\d[^.;:]{0,40})?")  # from one quarter to the next
_SINCE = re.compile(r"\bsince\s(?:the\s)?(?:(?:\w+\s){1,6}(?:of|in)\s)?$", re.IGNORECASE)


def find_periods(text: str) -> list[Period]:
    """Every time expression in reading order; those without a year have the label "".

    >>> [period.label for text in ("Year ending 31 March 2022", "YE March 2022") for period in find_periods(text)]
    ['2022-03-31 YE', '2022-03-31 YE']
    """
    found = list(find_round(_SCANNER, text, _ANCHOR.finditer(text), _REACH))
    if not found:
        return []
    labels = [_label(text, match) for match in found]
    for at in range(len(found) - 2, -1, -1):
        if found[at]["quarter"] and not labels[at] and _SAME_BREATH.fullmatch(text, found[at].end(), found[at + 1].start()):
            labels[at] = _quarter_of(found[at]["q"], labels[at + 1])
    return [Period(Span(*match.span()), label) for match, label in zip(found, labels, strict=True)]


def _quarter_of(quarter: str, label: str) -> str:
    """A quarter without its year, where a later one has it: "86% in Q1 and 88% in Q3 of 2022/23"."""
    year, _, other = label.rpartition(" Q")
    return f"{year} Q{quarter}" if year and other else ""


def _label(text: str, match: re.Match[str]) -> str:
    if match["ye"]:
        return _year_ending(match["ye_date"])
    if match["range"]:
        return _between(match["from"], match["to"], match["range"])
    if match["quarter"]:
        return f"{financial_year(match['q_year'])} Q{match['q']}" if match["q_year"] else ""
    if match["ordinal"]:
        return f"{financial_year(match['o_year'])} Q{ORDINALS[match['ordinal'].split()[0].lower()]}"
    if match["numeric"]:
        return _numeric_date(match["numeric"])
    if match["day"] or match["day2"]:
        return ""
    before = text[max(0, match.start() - 30) : match.start()]
    is_since = "ince" in before and _SINCE.search(before) is not None
    if match["financial"]:
        label = financial_year(match["financial"])
        return f"{label[:4]}-04/.." if is_since else label
    label = _point(match[0].rstrip("s") if match["year"] else match[0])
    return f"{label}/.." if is_since else label


def _numeric_date(text: str) -> str:
    """A date in figures, the day first as in Britain; "" for one without a century or that is none.

    >>> _numeric_date("31/03/2023"), _numeric_date("31.3.23"), _numeric_date("31/13/2023")
    ('2023-03-31', '', '')
    """
    day, month, year = map(int, re.split(r"[./]", text))
    is_date = year > 1000 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return f"{year}-{month:02}-{day:02}" if is_date else ""


@lru_cache(maxsize=1024)
def financial_year(text: str) -> str:
    """A year from April in any of its spellings.

    >>> financial_year("2018-2019"), financial_year("19/20"), financial_year("FY2023–24"), financial_year("2016-22")
    ('2018/19', '2019/20', '2023/24', '2016/2022')
    """
    first, second = re.findall(r"\d+", text)[:2]
    first = first if len(first) == 4 else f"20{first}"
    second = second if len(second) == 4 else f"{first[:2]}{second}"
    if int(second) != int(first) + 1 and int(second) % 100:
        return f"{first}/{second}"
    return f"{first}/{second[-2:]}"


def is_day(label: str) -> bool:
    """Whether a period is one day.

    >>> is_day("2023-03-31"), is_day("2023-03"), is_day("2023-03-31 YE")
    (True, False, False)
    """
    return _ONE_DAY.fullmatch(label) is not None


def a_year_before(label: str) -> str | None:
    """The same stretch of time a year earlier; None of a span.

    >>> a_year_before("2022/23"), a_year_before("2024-02-29"), a_year_before("2023-06-30 YE"), a_year_before("2016/..")
    ('2021/22', '2023-02-28', '2022-06-30 YE', None)
    """
    return _move(label, -1)


def a_year_later(label: str) -> str | None:
    """The same stretch of time a year later; None of a span.

    >>> a_year_later("2022/23"), a_year_later("2023-03-31"), a_year_later("2024-02-29")
    ('2023/24', '2024-03-31', '2025-02-28')
    """
    return _move(label, 1)


def _move(label: str, by: int) -> str | None:
    match = re.fullmatch(r"(\d{4})(/\d\d)?((?:-\d\d){0,2}(?:\sYE|\sQ\d)?)", label)
    if match is None:
        return None
    year = int(match[1]) + by
    return f"{year}/{(year + 1) % 100:02}{match[3]}" if match[2] else f"{year}{match[3].replace('-02-29', '-02-28')}"


def _month(text: str) -> int:
    found = re.search(r"[A-Za-z]+", re.sub(r"^\d+(?:st|nd|rd|th)?\s(?:of\s)?", "", text))
    word = found[0].lower() if found else ""
    return _MONTHS.get(word) or _SHORT.get(word, 0)


@lru_cache(maxsize=1024)
def _point(text: str) -> str:
    year = re.search(_YEAR, text)
    month = _month(text)
    day = re.match(r"\d{1,2}(?!\d)", text)
    if not year:
        return f"{month:02}" + (f"-{int(day[0]):02}" if day else "")
    if not month:
        return year[0]
    return f"{year[0]}-{month:02}" + (f"-{int(day[0]):02}" if day else "")


def _year_ending(text: str) -> str:
    point = _point(text)
    if len(point) == len("2020-09"):
        point += f"-{calendar.monthrange(int(point[:4]), int(point[5:]))[1]:02}"
    return f"{point} YE"


def _between(first: str, last: str, whole: str) -> str:
    start, end = _point(first), _point(last)
    if start[2:3] in ("", "-"):  # a month, or a day of it, without its year
        start = f"{int(end[:4]) - (start[:2] > end[5:7] > '')}-{start}"
    if re.fullmatch(rf"{_YEAR}\s?[-–]\s?{_YEAR}", whole) and int(end) == int(start) + 1:
        return f"{start}/{end[2:]}"
    same_year = start[5:7] == "04" and end[5:7] == "03" and int(end[:4]) == int(start[:4]) + 1
    return f"{start[:4]}/{end[2:4]}" if same_year else f"{start}/{end}"
