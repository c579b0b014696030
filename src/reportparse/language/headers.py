"""What one header of a table says: a measure, a period, a role, a place, that it is a total."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reportparse.language.model import Period
from reportparse.language.periods import find_periods
from reportparse.language.places import find_places
from reportparse.language.words import alternatives, load
from reportparse.registry import match_area

_DATA = load("headers")
_ROLES: dict[str, str] = {word: role for role, listed in _DATA["roles"].items() for word in listed}
_ADJECTIVES: dict[str, str] = {word: role for role, listed in _DATA["adjectives"].items() for word in listed}
_GENERIC, _TOTALS = frozenset(_DATA["words"]["generic"]), frozenset(_DATA["words"]["totals"])
_AREAS, _LABELS = frozenset(_DATA["words"]["areas"]), frozenset(_DATA["words"]["labels"])
_MEASURES = frozenset(_DATA["words"]["measures"])
_COUNTED_NOUNS = frozenset(_DATA["words"]["counted"])
_UP, _DOWN = frozenset(_DATA["words"]["up"]), frozenset(_DATA["words"]["down"])
_TIMES: dict[str, str] = {word: unit for unit, listed in _DATA["times"].items() for word in listed}
_NOUNS: dict[str, str] = {word: role for role, listed in _DATA["nouns"].items() for word in listed}
_LETTERS = {"s": "seconds", "h": "hours"}

_SCALE = re.compile(
    r"\(\s*(?:[£$€]?\s?['‘’]?[\d,]*0{3}s?|[£$€]\s?(?:m|k|millions?)?|%)\s*\)|[£$€]\s?['‘’]?(?:0{3}s?|m|k)?(?=\s|$)", re.IGNORECASE
)
# "Incidents attended within target": what is kept to names the row, as a part of its measure.
_KEPT_TO = re.compile(r"\b(?:with)?in(?:side)?\s(?:the\s|its\s|our\s)?target$|\b(?:on|to|meeting|met)\s(?:the\s|its\s|our\s)?target$")
# An aside of more letters than this is a remark on a header, no part of the name.
_LONG_BRACKETS = re.compile(r"\([^()]{60,}\)")
# What is nothing but a bracket of so many words tells of the row, but does not name it.
_ONLY_REMARK = re.compile(r"\((?:[^()\s]+\s+){3,}[^()\s]+\)")
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:[a-z]{2,})?"
# Months without their year: "Jan", "April to June", "Oct-Dec".
MONTHS_ALONE = re.compile(rf"(?P<first>{_MONTH_NAME})\.?(?:\s?(?:to|-|–|/)\s?(?P<last>{_MONTH_NAME})\.?)?")
_FULL_YEAR = re.compile(r"(?:the\s)?(?:full|whole)\syear", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BASE = re.compile(
    r"\bper\s(?:head(?:\sof)?|capita|[\d,]+)(?:\s(?:of\sthe\s)?(?:population|people|residents|households))?"
)
_RELATION = re.compile(r"\s(?:since|in|on|from|vs\.?|versus|over|against|to|compared\s(?:to|with)|between|of|for)\s")
_MARK = re.compile(r"^\s*([*†‡§¹²³⁴]+)\s*|\s*([*†‡§¹²³⁴]+|\[\^?\d{1,2}\])\s*$")
_HALF = re.compile(r"\b(?P<first>first|1st|second|2nd)\s(?:half|six\smonths)|\bh(?P<number>[12])\b", re.IGNORECASE)
_ON = re.compile(
    r"(?:(?:%\s)?(?:change|difference|variance|movement)\s)?(?:on|against|vs\.?|versus|compared\s(?:to|with)|from|over)\s",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(?:last|previous|prior|preceding)\s(?:financial\s)?year\b", re.IGNORECASE)
_REMARK = re.compile(r"\s*\((?:revised|provisional|restated|estimated|rounded|unaudited|draft|r|p)\)", re.IGNORECASE)
_BOUND = re.compile(
    r"(?:[\s(,–-]*\b(?:since|in|as\sat|at|during|for|to|up|from|and|of|by|the|on|between|year|years)\s*)+$"
)
_SHORT_MONTH = re.compile(
    r"\b((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*)[\s.'’–-]+(\d\d)(?![\d/.,%])", re.IGNORECASE
)
_MONTHS = re.compile(r"\bm(?:n)?ths\b", re.IGNORECASE)
_SHORT_YEARS = re.compile(r"(?<![\d£.,/–-])([012]\d)\s?[/–-]\s?([0-3]\d)(?![\d/.,%–-])")
_FY = re.compile(r"\bFY\s?'?(\d\d)(?![\d/–-])", re.IGNORECASE)
# "3.9 Road deaths", "4. Robbery": an indicator's number in front of its name.
_ROW_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,2}[.):]?)\s+(?=[A-Z])")
# "Pandemic year 2020/21": what a year is called is no name of a measure.
_YEAR_CALLED = re.compile(r"(?:the\s)?\w+\syear:?\s\(?\d{4}(?:\s?[/–-]\s?\d{2,4})?\)?", re.IGNORECASE)
_FINANCIAL_YEAR = re.compile(r"(\d{4})/\d\d")
_TIME_IN = re.compile(
    rf"\((?:in\s)?(?:working\s)?(?P<bracket>{alternatives(list(_TIMES))})\)"
    rf"|^(?:average\s)?(?:working\s)?(?P<lost>{alternatives(list(_TIMES))})\s(?:lost|taken|to)\b"
    rf"|^(?P<spent>hours|years)\sof\s(?=[a-z])"
    rf"|\b(?:number|no\.?|total|average|mean|median)\s(?:number\s)?(?:of\s)?(?:working\s)?(?P<counted>{alternatives(list(_TIMES))})\b"
    rf"|\bin\s(?P<ends>{alternatives(list(_TIMES))})$"
    r"|(?<=\s)\((?P<letter>[sh])\)",  # not "visit(s)"
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^(?:total\s)?(?:number|numbers|no\.?|count)\sof\s(?:the\s)?(?P<noun>\w[\w'’/-]*(?:\s\w[\w'’/-]*){0,2})$",
    re.IGNORECASE,
)


class Head(NamedTuple):
    """A header, read."""

    text: str
    measure: str | None
    """What is left of it for the name of the measure; null where it only says how something is counted."""
    kind_of_count: str | None
    """"Number", "Rate per 1,000": for a table that has no better name for what it counts."""
    period: str | None
    role: str | None
    direction: str | None
    place: str | None
    area: str | None
    """Id of the police area that it names."""
    unit: str | None
    """A length of time, or the noun counted."""
    is_total: bool
    is_base: bool
    """Whether its period is what a change is counted from: "On the previous year"."""
    mark: str | None
    """The sign of a note: "*", "[1]"."""


@lru_cache(maxsize=4096)
def read_head(text: str) -> Head:
    """Read one header by its own words.

    >>> head = read_head("2020/21 (forecast)")
    >>> head.period, head.role, head.measure
    ('2020/21', 'forecast', None)
    >>> read_head("Change since Nov 2019").role, read_head("Climate change").role
    ('change', None)
    """
    mark = _MARK.search(text)
    unnumbered = _ROW_NUMBER.sub("", _MARK.sub("", text))
    plain = _spell_periods(_LONG_BRACKETS.sub("", unnumbered).strip(" :–-"))
    periods = find_periods(plain)
    rest = "" if _YEAR_CALLED.fullmatch(plain) and len(periods) == 1 else without_periods(plain)
    is_base = bool(_ON.match(plain)) and bool(periods or _YEAR_BEFORE.search(plain))
    role = "change" if is_base else _read_role(rest)
    place, area = _read_place(rest)
    is_total = _is_total(rest)
    words = _words(_BASE.sub(" ", rest.lower()))
    is_generic = all(word in _GENERIC or word in _COUNTED_NOUNS for word in words)
    rest = _HALF.sub("", rest).strip(" ()") if _HALF.search(rest) else rest
    rest = _REMARK.sub("", rest)
    is_role = rest.lower().strip(" ()%:") in _ROLES
    is_remark = any(pattern.fullmatch(rest) for pattern in (_ONLY_REMARK, _FULL_YEAR, MONTHS_ALONE))
    named = None if is_remark or is_generic or is_total or place or is_role or is_base else _tidy(rest, role)
    return Head(
        text=plain,
        measure=named,
        kind_of_count=rest if is_generic and words and not role else None,
        period=_read_period(plain, periods),
        role=role,
        direction=_read_direction(words) if role == "change" else None,
        place=place,
        area=area,
        unit=_read_unit(rest),
        is_total=is_total,
        is_base=is_base,
        mark=(mark[1] or mark[2]) if mark else None,
    )


def _spell_periods(text: str) -> str:
    """The times of a header as running text has them: in a header "20-21" can only be a year.

    >>> _spell_periods("Nov-19"), _spell_periods("20-21"), _spell_periods("Q1 19/20"), _spell_periods("FY21")
    ('Nov 2019', '2020/21', 'Q1 2019/20', '2020/21')
    """
    text = _MONTHS.sub("months", text)
    text = _SHORT_MONTH.sub(lambda match: f"{match[1]} 20{match[2]}", text)
    text = _FY.sub(lambda match: f"20{int(match[1]) - 1:02}/{match[1]}", text)
    return _SHORT_YEARS.sub(_spell_years, text)


def _spell_years(match: re.Match[str]) -> str:
    return f"20{match[1]}/{match[2]}" if (int(match[1]) + 1) % 100 == int(match[2]) else match[0]


def names_areas(head: str) -> bool:
    """Whether a column with this head holds names of areas.

    >>> names_areas("Local authority area"), names_areas("Output")
    (True, False)
    """
    words = _words(head.lower())
    return " ".join(words) in _AREAS or (bool(words) and words[-1] in _AREAS) or (bool(words) and words[0] in _AREAS)


def names_rows(head: str) -> bool:
    """Whether a column with this head holds numbers that only name its rows: "Ref", "Page"."""
    return head.strip(" .:").lower() in _LABELS or head.strip(" :").lower() in _LABELS


def names_measures(head: str) -> bool:
    """Whether a column with this head holds what is measured.

    >>> names_measures("Performance measure"), names_measures("Ambition")
    (True, False)
    """
    words = _words(head.lower())
    return bool(words) and words[-1] in _MEASURES


def _words(text: str) -> list[str]:
    return [word.strip("().,:;*") for word in text.split() if word.strip("().,:;*–-")]


def without_scale(text: str) -> str:
    """A caption less the scale of its numbers.

    >>> without_scale("Revenue budget, £m"), without_scale("Precept by band (£)")
    ('Revenue budget', 'Precept by band')
    """
    return _SCALE.sub("", text).strip(" ,:–-")


def without_periods(text: str) -> str:
    """The header less the times it names, and the words that bound them.

    >>> without_periods("Change since Nov 2019"), without_periods("Members, November 2019 and November 2020")
    ('Change', 'Members')
    """
    for period in reversed(find_periods(text)):
        before, after = text[: period.span.start], text[period.span.end :]
        text = f"{_BOUND.sub(' ', before)} {after}"
    return re.sub(r"\(\s*\)", "", re.sub(r"\s+", " ", text)).strip(" ,:–-/")


def _read_role(rest: str) -> str | None:
    """A role where the header is nothing but its word, names it in brackets, or says what it is the change of."""
    low = re.sub(r"\s+", " ", rest.lower()).strip()
    for inside in [*_BRACKETS.findall(low), _BRACKETS.sub(" ", low).strip()]:
        words = [word for word in inside.split() if word not in _GENERIC or word in _ROLES]
        for core in (inside.strip(" %:"), " ".join(words).strip(" %:")):
            if core in _ROLES:
                return _ROLES[core]
        last = words[-1] if words else ""
        head = _RELATION.split(f"{inside} ")[0].strip(" %")
        if _RELATION.search(f"{inside} ") and head in _ROLES:
            return _ROLES[head]
        if "%" in inside and _ROLES.get(last) == "change":
            return "change"
    said = _BRACKETS.sub(" ", low).split() or [""]
    if _KEPT_TO.search(low):
        return None
    return _ADJECTIVES.get(said[0]) or (_NOUNS.get(said[-1]) if len(said) > 1 else None) or _read_demand(said)


def _read_demand(said: Sequence[str]) -> str | None:
    """Of what is to be saved a target: "Savings requirement", "Savings to be made"; a budget requirement is what is spent."""
    is_demand = said[-1] in ("requirement", "requirements", "required") or said[-3:-1] == ["to", "be"] or "must" in said
    return "target" if is_demand and said[0].startswith(("saving", "efficienc")) else None


def _read_direction(words: list[str]) -> str | None:
    up, down = any(word in _UP for word in words), any(word in _DOWN for word in words)
    return None if up == down else "up" if up else "down"


@lru_cache(maxsize=4096)
def _read_place(rest: str) -> tuple[str | None, str | None]:
    """A police area, a country or a town that is all of a header."""
    if not rest or not rest[0].isupper() or len(rest) > 60:
        return None, None
    match = match_area(rest)
    if match is not None and match.score >= 100 and _is_all_name(rest, match.area.names):
        return rest, match.area.id
    found = find_places(rest)
    whole = sum(place.end - place.start for place in found)
    return (rest, None) if found and whole >= len(rest.strip(" ()")) - 4 else (None, None)


def _is_all_name(rest: str, names: tuple[str, ...]) -> bool:
    """Whether a header is an area's name and no more: not "Kent's victims"."""
    plain = rest.casefold().replace("&", "and")
    return any(plain.startswith(name.casefold().replace("&", "and")) and len(plain) <= len(name) + 14 for name in names)


def _is_total(rest: str) -> bool:
    words = [word for word in _words(rest.lower()) if word not in {"£", "£000", "£m", "%"}]
    return " ".join(words) in _TOTALS


def _read_period(text: str, periods: list[Period]) -> str | None:
    labels = [period.label for period in periods if period.label]
    if not labels:
        return None
    half = _HALF.search(text)
    year = _FINANCIAL_YEAR.fullmatch(labels[-1])
    if half and year:
        first = int(year[1])
        is_first = (half["number"] or half["first"]).lower() in ("first", "1st", "1")
        return f"{first}-04/{first}-09" if is_first else f"{first}-10/{first + 1}-03"
    return labels[-1]


def _read_unit(rest: str) -> str | None:
    time = _TIME_IN.search(rest)
    if time:
        said = next(word for word in time.groups() if word).lower()
        return _LETTERS.get(said) or _TIMES[said]
    if rest.lower() in _COUNTED_NOUNS:
        return rest.lower()
    counted = _COUNTED.match(rest)
    return counted["noun"] if counted else None


def _tidy(rest: str, role: str | None) -> str:
    """The name less what only says how it is counted or given.

    >>> _tidy("Number of referrals", None), _tidy("Officers (target)", "target")
    ('referrals', 'Officers')
    """
    text = _SCALE.sub("", rest)
    text = re.sub(r"^(?:total\s)?(?:number|numbers|no\.?|nos\.?)\sof\s(?:the\s)?", "", text, flags=re.IGNORECASE)
    if role:
        text = _BRACKETS.sub(lambda match: "" if match[1].strip().lower() in _ROLES else match[0], text)
        words = alternatives([word for word, named in _ROLES.items() if named == role and word[0].isalpha()])
        text = re.sub(rf"^(?:%\s)?(?:{words})(?:\s(?:in|of|for|on))?\s", "", text, flags=re.IGNORECASE)
        text = re.sub(rf"\s(?:{words})$", "", text, flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", text).strip(" ,:–-") or rest


__all__ = ["MONTHS_ALONE", "Head", "names_areas", "names_measures", "names_rows", "read_head", "without_periods", "without_scale"]
