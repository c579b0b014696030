"""Figures of paragraphs and lists, with what their place in the report tells about each.

A text that says "this year" or "over the same period" points at something outside it; here that is looked up.
What no word points at stays open: a period is never guessed.
"""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple, Protocol

from reportparse.language.batch import figure_as_plain
from reportparse.language.model import Figure, Period, Span
from reportparse.language.nearest import period_of
from reportparse.language.periods import ORDINALS, a_year_before, a_year_later, find_periods, is_day
from reportparse.language.sentences import find_sentences, sentence_at
from reportparse.language.tagging import find_figures
from reportparse.language.themes import find_themes
from reportparse.language.windows import find_round
from reportparse.years import YEAR_BEFORE, YEAR_EARLIER

_YEAR = r"(?:financial\s|reporting\s|fiscal\s)?year"
_POINTERS = re.compile(
    rf"\b(?:(?P<own>(?:this(?:\s(?:first|full|last|latest)){{0,2}}|the\scurrent|the\spresent|this\spast)\s{_YEAR}|the\sreporting\s(?:year|period)"
    rf"|(?:during|in|over|throughout|within|for)\sthe\s{_YEAR}(?!\s(?:to|end|19|20|before|prior|ahead|after|following))|in-year"
    r"|(?:during|in|over|throughout|across|for)\sthe\s(?:whole|full|entire)\syear"
    r"|(?:in|over|during|within|throughout|across)\sthe\spast\s(?:year|(?:twelve|12)\smonths)(?!’|')|year\s(?:under\sreview|(?:of|covered\sby|in)\sthis\sreport))"
    rf"|(?P<last>(?<!the\s)last\s{_YEAR}(?!(?:’s|'s)\s(?:\w+\s)?report\b)|{YEAR_EARLIER})"
    rf"|(?P<next>(?:next|the\scoming|the\sforthcoming)\s{_YEAR})"
    r"|(?P<later>(?:(?:a|one)\syear|(?:twelve|12)\smonths)\slater\b)"
    r"|(?P<same>(?:the\ssame|that|this)\s(?:period|year|quarter|time)\b(?!\s(?:last|of|and\s[\d£][^\s]*\slast\stime|the\s(?:previous|year))))"
    rf"|(?:in|during|over|for)\sthe\s(?P<quarter>{'|'.join(ORDINALS)})(?:\squarter(?!\sof\s)|(?P<row>(?=[,.;]|\sand\s|\s\d)))"
    r")\b",
    re.IGNORECASE,
)
# Each of them holds one; it begins with a class of letters, so that the scan skips to these.
_TIME = re.compile(r"[YyPpQqTtMmSsFfLl](?i:(?<=y)ear|(?<=p)eriod|(?<=q)uarter|(?<=t)ime|(?<=m)onths|(?<=s)econd|(?<=t)hird|(?<=f)ourth|(?<=f)inal|(?<=l)ast)")
# "99,104 in the first quarter, 101,027 in the second": what the second is.
_OF_QUARTERS = re.compile(r"\bquarter\b[^.;:]*$")
_REACH = (30, 24)  # characters: "throughout the reporting " before it, " covered by this report" behind
_COMPARES = re.compile(
    r"\b(?:compared\s(?:to|with)|comparison\s(?:to|with)|than|against|as(?:\s(?:[\w’'-]+\s){1,4}?(?:did|was|were|had(?:\sbeen)?))?|on|from|versus|vs\.?|since|over|beats?|above|below"
    r"|the\ssame\s(?:period|time)(?:\sin)?)\s(?:that\sof\s|in\s|the\s(?:figure|level|total|rate|number)\s(?:for|in|of)\s)?$",
    re.IGNORECASE,
)
# When an earlier report told it, which is no time of what it told: "reported last year as 2,118", "Last year we said".
_TOLD_THEN = re.compile(
    r"(?:\b(?:published|stated|quoted|printed)|(?:\b(?:as|which|that|we|I)|\()\s?(?:(?:was|were|had)\s)?(?:reported|said|given))\s$"
)
_TELLS_THEN = re.compile(r",?\s(?:we|I)\s(?:reported|said|stated|published|gave)\b")
# "Last year I reported 4,466": what was told of that year.
_NUMBER_NEXT = re.compile(r"\s(?:a\s(?:figure|total|number)\sof\s)?[£\d]")
# What stands between a pointer and the value of that time: "10,661 of the year before", "the year before it was 31".
_VALUE_IN_FRONT = re.compile(r"(?:\s?\([^()]{0,20}\)|\))?[^.;,()\d]{0,30}")
_VALUE_BEHIND = re.compile(r"\s\(|[^.;()\d]{0,40}")
# "Last year 4,310 were recorded, compared with 4,500 the year before": the first is the report's own year.
_LAST_YEAR = re.compile(r"last\syear$", re.IGNORECASE)
# "Ranging from 71% in July to 84% in February": of a part of the year.
_IN_MONTH = re.compile(rf"[^.;,()\d]{{0,30}}\b(?:in|by|for|during)\s(?:early\s|late\s|mid-)?(?:{'|'.join(month_name[1:])})\b(?!\s\d)")
# "In October you waited 15 minutes, and in the whole year seven": no number between.
_MONTH_FIRST = re.compile(rf"(?:^|[.:;]\s)[Ii]n\s(?:{'|'.join(month_name[1:])}),?\s(?!\d)[^.:;,\d]*$")
_BEFORE_THAT = re.compile(r"\s(?:in\s|for\s)?the\syear\sbefore\sthat\b")
_OF_BRACKETS = re.compile(
    r"\b(?:figures?|numbers?|values?|those|totals?|percentages?)\s(?:\w+\s)?in\s(?:brackets|parentheses)\s[^.;]{0,60}"
    r"|\b(?:figures|numbers|values|those)\s(?:for|of|from)\s[^.;]{0,40}\sin\s(?:brackets|parentheses)\b", re.IGNORECASE,
)
# "Over the same time" is none that a day tells.
_OVER = re.compile(r"\b(?:over|during|within|across)\s$", re.IGNORECASE)
_FINANCIAL_YEAR = re.compile(r"(\d{4})/\d\d")
_BUT = re.compile(r"[,;]\s(?:but|while|whereas|although|though)\s")
_OF_SOME = re.compile(r",\s(?:[a-z]+\s){0,3}of\s(?:whom|which)\s(?:had|were|was|have)\b|,\swho\shad\b")
_MARK_IN_FRONT = re.compile(r"[,;]\s(?:(?:and|but|while)\s)?(?:in\s)?(?:the\s)?$")
_COMPARE_REACH = 40  # characters: the longest of these phrases


class Setting(NamedTuple):
    """What the report says that holds for all its texts."""

    period: str | None = None
    """Its own year, "2020/21": what "this year" means in it."""
    area: str | None = None
    """Id of its own police area: figures about that one have no place of their own."""
    titles: Mapping[str, str] = {}
    """Titles of its sections by id."""


class _Text(Protocol):
    id: str
    text: str
    items: Any


class _Paragraph(_Text, Protocol):
    section: str | None


def walk_items(items: Iterable[Any]) -> Iterator[Any]:
    """All items of a list, nested ones after their own."""
    for item in items:
        yield item
        yield from walk_items(item.items)


def read_paragraph(paragraph: _Paragraph, setting: Setting) -> Iterator[dict[str, Any]]:
    """Figures of a paragraph and of the items of its list, in order, with `source` and `period_source`."""
    title = setting.titles.get(paragraph.section or "", "")
    yield from read_text(paragraph.text, {"kind": "paragraph", "id": paragraph.id}, setting.period, title)
    lead = _last_period(paragraph.text) if paragraph.items else None
    lead_in_brackets = _told_of_brackets(paragraph.text, setting.period) if paragraph.items else None
    for item in walk_items(paragraph.items):
        for row in read_text(item.text, {"kind": "item", "id": item.id}, setting.period, title):
            place = row["source"]
            is_aside = lead_in_brackets is not None and _is_in_brackets(item.text, place["start"], place["end"])
            told = lead_in_brackets if is_aside else lead
            if row["period"] is None and told is not None:
                row["period"], row["period_source"] = told, "the list's introduction"
            yield row


def _is_in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a number stands alone in brackets."""
    return text[:start].endswith("(") and text.startswith(")", end)


# "For the first time since 2014", "the fewest since 2012": how long none was so, and no time of what follows.
_NEVER_BEFORE = re.compile(r"\b(?:first|\w+est|most|best|worst|record)\b[^.;]{0,40}\bsince\s(?:\w+\s)?(?:19|20)\d\d\S*$", re.IGNORECASE)


# "It came to £516.9m (2024/25: £503.4m), funded by:", "down from 163 in 2023/24. It holds:": what the list is set beside.
_ASIDE = re.compile(r"\([^()]*\)")
_COMPARED_WITH = re.compile(r"\b(?:compared\s(?:to|with)|against|than|versus|vs\.?|from\s[£\d])[^,;:()]*$", re.IGNORECASE)


def _last_period(text: str) -> str | None:
    """The period of the sentence that introduces a list, where it names just one, and not of what it compares with.

    >>> _last_period("Crime fell. In 2019/20 we funded:")
    '2019/20'
    >>> _last_period("For the first time since 2014 crime went down:")
    >>> _last_period("Spending came to £516.9m (2024/25: £503.4m), from:")
    >>> _last_period("The 2017/18 total has been updated to 152,590.")
    >>> _last_period("It paid for (numbers in brackets are for 2021/22):")
    """
    start, end = find_sentences(text)[-1]
    sentence = _OF_BRACKETS.sub("", text[start:end])
    periods = [period for period in find_periods(sentence) if period.label]
    if not sentence.rstrip().endswith(":") and _has_number(sentence, periods):
        return None  # it tells something itself and introduces nothing
    values = [match.span() for match in _ASIDE.finditer(sentence) if _has_number(match[0], periods, match.start())]
    labels = {
        period.label
        for period in periods
        if not _NEVER_BEFORE.search(sentence[: period.span.end])
        and not _COMPARED_WITH.search(sentence[: period.span.start])
        and not any(first < period.span.start < last for first, last in values)
    }
    return labels.pop() if len(labels) == 1 else None


def _has_number(text: str, periods: Iterable[Period], start: int = 0) -> bool:
    """Whether a text that begins there has a number beside its periods: that is of their time, and nothing behind is."""
    dates = {at for period in periods for at in range(period.span.start, period.span.end)}
    return any(char.isdigit() for at, char in enumerate(text, start) if at not in dates)


def read_text(text: str, place: dict[str, Any], own: str | None, title: str = "") -> Iterator[dict[str, Any]]:
    """Figures of one text in the contract's shape.

    Args:
        text: Offsets point into it.
        place: The figures' `source` without the offsets.
        own: The report's own period.
        title: That of the section.
    """
    figures = find_figures(text)
    if not figures:
        return
    pointers = _find_pointers(text) if any(figure.period is None for figure in figures) else []
    sentences = find_sentences(text) if pointers else []
    taken = {match.start() for match in pointers if match["last"] and _has_value(text, match, figures)}
    for at, figure in enumerate(figures):
        period, source = figure.period, "text" if figure.period else None
        if period is None and pointers and not _BEFORE_THAT.match(text, figure.end) and not _is_of_month(text, figure):
            near = [other.start for other in figures[max(0, at - 6) : at + 7] if other is not figure]
            sentence = sentence_at(sentences, figure.start)
            found = _follow(
                text, figure, _resolve(text, figure, pointers, taken, sentence, (own, title), near, _before_said(figures[:at], sentence, sentence_at(sentences, sentence[0] - 1))), sentence, near
            )
            period, source = found or (None, None)
        if period is None and at and _BEFORE_THAT.match(text, figure.end):
            period = a_year_before(figures[at - 1].period or "")
            source = "“the year before that”" if period else None
        if period is None and _is_in_brackets(text, figure.start, figure.end):
            period = _told_of_brackets(text, own)
            source = "what is said of brackets" if period else None
        yield _as_row(figure, period, source, place)


def _is_of_month(text: str, figure: Figure) -> bool:
    """Whether a month without its year tells the time of a figure, so that words for the year do not."""
    return _IN_MONTH.match(text, figure.end) is not None or _MONTH_FIRST.search(text, 0, figure.start) is not None


def _before_said(figures: Sequence[Figure], sentence: tuple[int, int], before: tuple[int, int]) -> str | None:
    """A year before the time of the last value, where the text tells it: "in January 2024, against 29 a year before".

    The value stands in the sentence, or in the one before it.
    """
    values = [each for each in figures if each.start >= min(sentence[0], before[0]) and each.role == "actual"]
    inside = [each for each in values if each.start >= sentence[0]]
    value = next(iter((inside or values)[-1:]), None)
    return a_year_before(value.period) if value and value.period else None


def _told_of_brackets(text: str, own: str | None) -> str | None:
    """The period that "Figures in brackets are those of 2019/20" tells, or "of the year before"."""
    note = _OF_BRACKETS.search(text)
    if not note:
        return None
    said = [period.label for period in find_periods(note[0]) if period.label]
    return said[0] if said else move_year(own, -1) if re.search(YEAR_BEFORE, note[0], re.IGNORECASE) else None


def _find_pointers(text: str) -> list[re.Match[str]]:
    """The words of a text that point at a time."""
    found = find_round(_POINTERS, text, _TIME.finditer(text), _REACH)
    told = [match for match in found if not (match["last"] and _is_of_telling(text, match))]
    return [match for match in told if match["row"] is None or _OF_QUARTERS.search(text, 0, match.start())]


def _is_of_telling(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _COMPARE_REACH) : match.start()]
    tells = _TELLS_THEN.match(text, match.end())
    return _TOLD_THEN.search(before) is not None or (tells is not None and not _NUMBER_NEXT.match(text, tells.end()))


def _as_row(figure: Figure, period: str | None, source: str | None, place: dict[str, Any]) -> dict[str, Any]:
    row = figure_as_plain(figure)
    row["considered"] = list(figure.considered)
    place = place | {"start": row.pop("start"), "end": row.pop("end")}
    return row | {"period": period, "period_source": source, "source": place}


# A baseline is of a time of its own.
_SET_BESIDE = re.compile(r",\s(?:and|but|while|against)\s(?:with|to|by|for|in|at)\s£?\d")
_FROM = re.compile(r"\bfrom\b[^.;,\d]{0,40}$")
_OWN_BASELINE = re.compile(r"\bbaseline(?:\s[a-z]+){0,2}\s$")


def _has_value(text: str, match: re.Match[str], figures: Iterable[Figure]) -> bool:
    """Whether the words for an earlier year stand at a value of that year, so that they hold for no other."""
    return any(
        (figure.role == "baseline" or _is_of_when(text, match, figure))
        and (
            (figure.end <= match.start() and _VALUE_IN_FRONT.fullmatch(text, figure.end, match.start()))
            or (figure.start >= match.end() and _VALUE_BEHIND.fullmatch(text, match.end(), figure.start))
        )
        for figure in figures
    )


def _resolve(
    text: str,
    figure: Figure,
    pointers: list[re.Match[str]],
    taken: AbstractSet[int],
    sentence: tuple[int, int],
    told: tuple[str | None, str],
    near: Sequence[int],
    said: str | None,
) -> dict[Period, str]:
    """The periods that the pointing words of a sentence mean, and where each was found.

    Args:
        text: Of the paragraph.
        figure: Whose period is asked for.
        pointers: The pointing words of the text.
        taken: Where those begin that stand at a value of their own.
        sentence: Where the figure's begins and ends.
        told: The report's own period, and the section's title.
        near: Where the figures beside it begin.
        said: A year before the time that the text tells of the value in front of it.
    """
    found: dict[Period, str] = {}
    inside = [match for match in pointers if sentence[0] <= match.start() < sentence[1]]
    has_earlier = any(match["last"] and not _LAST_YEAR.match(match["last"]) for match in inside)
    for match in inside:
        if _is_of_others(text, figure, match, sentence[0], near):
            continue
        low, high = sorted((figure.start, match.start()))
        if match["own"] and figure.role == "baseline" and (match.start() < low + 1 or any(low < other < high for other in near)):
            continue  # "fell from 29,980 to 27,281 in the year"
        role = "baseline" if _stands_behind(text, match, figure) else figure.role
        is_anothers = match.start() in taken and role != "baseline"
        is_own = has_earlier and match.start() - sentence[0] < 2 and _LAST_YEAR.match(match[0]) is not None
        is_first = match.start() - sentence[0] < len("In ") + 1  # "A year earlier it was 4,203"
        if said and (role == "baseline" or is_first) and match["last"] and not _LAST_YEAR.match(match[0]):
            found[Period(Span(*match.span()), said)] = f"“{match[0]}”: a year before what it is beside"
            continue
        label, source = _meaning(text, match, role, *told, is_anothers=is_anothers or is_own)
        if label:
            found[Period(Span(*match.span()), label)] = f"“{match[0]}”: {source}"
    return found


def _is_of_others(text: str, figure: Figure, match: re.Match[str], start: int, near: Sequence[int]) -> bool:
    """Whether pointing words of the sentence from `start` tell the time of another value than the figure."""
    if match.end() <= figure.start and _OWN_BASELINE.search(text, match.end(), figure.start):
        return True  # "seven fewer than a year earlier, but still above the national baseline of 4,175"
    if match["later"] and figure.role == "baseline":
        return True  # "a year later it was 52, up from 41"
    if match["last"] and text[match.end() : figure.start] == " to " and _FROM.search(text, start, match.start()):
        return True  # "fell from the record of last year to 4,166"
    if match["same"] and any(figure.end <= other < match.start() for other in near):
        return True  # "968, a reduction from the 1,027 of 2024, now that the figure for that year is final"
    if match.start() > figure.end and _BUT.search(text, figure.end, match.start()):
        return True  # "87% until the summer, but in the year as a whole 80.1%"
    if figure.role != "baseline" and match.start() > figure.end and _OF_SOME.search(text, figure.end, match.start()):
        return True  # "100,273 people, some of whom had come to them the year before"
    # As in "This year it was 89%, and last year 88%", and in "36,902 reports, and with 38,766 in the year before".
    is_behind = match["last"] is not None and match.start() > figure.end
    is_set_beside = is_behind and _SET_BESIDE.search(text, figure.end, match.start()) is not None
    return is_set_beside or (is_behind and _opens_next(text, match, near))


def _opens_next(text: str, match: re.Match[str], near: Iterable[int]) -> bool:
    """Whether pointing words lead to the number right behind them, behind a mark."""
    return _MARK_IN_FRONT.search(text, 0, match.start()) is not None and any(match.end() < at <= match.end() + len(" £") for at in near)


def _stands_behind(text: str, match: re.Match[str], figure: Figure) -> bool:
    """Whether the figure is the one behind "when a year earlier"."""
    return _is_of_when(text, match, figure) and _VALUE_BEHIND.fullmatch(text, match.end(), figure.start) is not None


def _is_of_when(text: str, match: re.Match[str], figure: Figure) -> bool:
    """As in "when a year earlier it took 3", "the previous year, when 14 were recorded"."""
    is_before = text[: match.start()].endswith(("when ", "When "))
    return figure.start > match.end() and (is_before or text.startswith((", when ", " when "), match.end()))


def _meaning(
    text: str, match: re.Match[str], role: str, own: str | None, title: str, *, is_anothers: bool
) -> tuple[str | None, str]:
    if match["later"] or match["same"]:
        said = [period.label for period in find_periods(text[: match.start()]) if period.label]
        if match["later"]:
            return (a_year_later(said[-1]), "a year after what was said before") if said else (None, "")
        if said and is_day(said[-1]) and _OVER.search(text[: match.start()]):
            return None, ""  # from one day to another
        named = [period.label for period in find_periods(title) if period.label]
        return (said[-1], "said before") if said else (named[-1] if len(named) == 1 else None, "section title")
    if match["quarter"]:
        year = move_year(own, 0)
        return (f"{year} Q{ORDINALS[match['quarter'].lower()]}" if year else None), "the report's own year"
    shift = -1 if match["last"] else 1 if match["next"] else 0
    compares = _COMPARES.search(text[max(0, match.start() - _COMPARE_REACH) : match.start()])
    if match["last"] and (is_anothers or (compares and role != "baseline")):
        shift = 0  # "5% more than last year" is about this one
    return move_year(own, shift), "the report's own year"


def move_year(label: str | None, shift: int) -> str | None:
    """The year from April that lies `shift` years later; None for any other period.

    >>> move_year("2019/20", -1), move_year("2016/2021", 0)
    ('2018/19', None)
    """
    match = _FINANCIAL_YEAR.fullmatch(label or "")
    if not match:
        return None
    first = int(match[1]) + shift
    return f"{first}/{(first + 1) % 100:02}"


def _follow(
    text: str, figure: Figure, meant: dict[Period, str], sentence: tuple[int, int], near: list[int]
) -> tuple[str, str] | None:
    """The period that the words nearest to a figure mean, and where it was found."""
    others = [Span(start, start + 1) for start in near]
    label = period_of(text, Span(figure.start, figure.end), list(meant), sentence, others)
    return next(((label, source) for period, source in meant.items() if period.label == label), None) if label else None


def themes_of(text: str, section: str | None, titles: Mapping[str, str]) -> list[dict[str, Any]]:
    """Themes of a paragraph or table in the contract's shape; the title of its section is a weak witness."""
    found = find_themes(text, titles.get(section or "", ""))
    return [{"id": theme, "score": score} for theme, score in found]
