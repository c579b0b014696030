"""Which measure a figure is of: a common one that its words mean, or its own words."""

import re

from reportparse.comparison.naming.common import find_common
from reportparse.comparison.naming.matching import match_words
from reportparse.comparison.naming.parts import find_all_bracket
from reportparse.comparison.terms.keys import EXCEPT, Key, Place, without_area
from reportparse.comparison.terms.wording import find_clause, find_nearest
from reportparse.comparison.terms.words import WORD, fold_unit, own_words
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure, read_qualifier

# What the year was that had it: "ended the year with an underspend".
_YEAR_WITH = re.compile(
    r"^(?:the\s)?(?:(?:financial\s)?year\swith|(?:(?:final|provisional|draft|revenue)\s)*(?:out-?turn|accounts?|position)"
    r"\s(?:for\sthe\syear\s)?(?:shows?|showed|was|is))\s(?:an?\s)?",
    re.IGNORECASE,
)
# Marks of a value, not of what is measured: "Robbery (revised)".
_REVISION = re.compile(
    r"\((?:revised|restated|updated|provisional|amended)\)|\b(?:revised|restated)\b"
    r"|^(?:final|provisional|audited|draft)\s(?=[a-z])",
    re.IGNORECASE,
)
# How it is given, behind a header's name: "Average answer time (seconds)".
_GIVEN_IN = re.compile(
    r"\s?\((?:in\s)?(?:%|£\w*|seconds?|secs?|minutes?|mins?|days|hours|number|no\.?|rate|count|mins?:secs?|mm:ss|hh:mm:ss|[A-Z]|[a-z])\)",
    re.IGNORECASE,
)
# How people are counted, where it stands in a header of its own: "Special constables, Headcount".
# The rest of a header of time, "Full year 2021/22", too.
_BY_HEAD = re.compile(r",\s(?:headcount|heads|FTE|full[\s-]time\sequivalents?|full(?:\syear)?)$", re.IGNORECASE)
# Along what a table parts it, of which each row says its own: "Antisocial behaviour by district".
_BY_PART = re.compile(
    r"\sby\s(?:(?:policing|police|local)\s)?(?:district|borough|town|area|division|authority|quarter|month|year)s?(?:\sand\s[a-z]+)?$"
)
# When it was, not what: "Band D precept 2023/24", "police officers, 31 March 2024".
_WHEN = re.compile(
    r"\s(?:in|during|over)\s(?:the\s)?(?:spring|summer|autumn|winter)(?:\sof)?$"
    r"|\s(?:in|during|over)\sthe\s(?:(?:financial\s)?year|(?:twelve|12)\smonths)$"
    r"|,?\s\(?(?:at|by)\s(?:the\s)?(?:end\sof\s(?:the\s)?(?:financial\s)?year|(?:financial\s)?year[\s-]end)\)?$"
    r"|,?\s(?:(?:in|at|on|as\sat)\s)?(?:\d{1,2}\s(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s)?20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?$"
)

# How a table is laid out: "101 calls by quarter".
_BY_TIME = re.compile(
    r",?\s(?:by|for\seach|in\seach|each)\s(?:(?:calendar|financial)\s)?(?:quarter|month|year)\b", re.IGNORECASE
)
# "They make 3,944.5 full-time officers": nobody counts heads in tenths.
_TENTHS = re.compile(r"\d\.\d+$")
# "Days lost through sickness came to 9.8 for each officer": a length of time, though its unit opens the sentence.
_TIMES = frozenset(("days", "hours", "weeks", "minutes"))
# "A year earlier the number of staff had been 2,351".
_THEN = re.compile(
    r"^(?:(?:an?|the)\s)?(?:year\s(?:earlier|before|ago)|(?:previous|last)\syear),?\s(?:the\s)?", re.IGNORECASE
)

# "The most burglaries were in Medway, 410", "The towns with the most crime were Dover (610) and Deal (402)": how they
# stand among others, and not what they are.
_THE_MOST = re.compile(
    r"^(?:the\s)?(?:most|fewest)\s(?=[a-z-]+s\b)(?![a-z]+ous\b)"
    r"|^(?:the\s)?(?:[a-z]+\s){0,2}(?:districts?|boroughs?|towns?|cit(?:y|ies)|areas?|wards?|divisions?|places?)\swith\s"
    r"(?:the\s)?(?:most|fewest|highest|lowest|largest|smallest)\s(?:(?:number|numbers|level|levels)\sof\s)?",
    re.IGNORECASE,
)

# Who has it, which is the whole and none of the two: "the gross budget of the force and my office".
_OF_BOTH = re.compile(
    r"\s(?:of|for)\s(?:the\s)?(?:\w+\s)?(?:[Pp]olice|[Ff]orce|[Cc]onstabulary)\sand\s(?:my|our|the|its)\s(?:own\s)?[Oo]ffice$"
)


def read_key(figure: Figure, place: Place, area: str | None) -> Key:
    """What a figure measures, by its own words and by those round it."""
    told = figure.measure or ""
    for more in (_THEN, _OF_BOTH, _REVISION, _YEAR_WITH, _WHEN):
        told = more.sub("", told)
    told = _THE_MOST.sub("", told) if figure.place else told
    told = without_area(told, area)
    words = _BY_PART.sub("", _WHEN.sub("", _BY_HEAD.sub("", _GIVEN_IN.sub("", EXCEPT.sub("", told)))))
    role = {"baseline": "actual"}.get(figure.role, figure.role)
    if figure.kind == "count" and (figure.unit or "").casefold() in _TIMES:
        figure = figure.model_copy(update={"kind": "duration", "unit": (figure.unit or "").casefold()})
    unit = fold_unit(figure.unit) if figure.kind in ("rate", "duration", "ratio", "other") else ""
    unit = "" if figure.kind == "ratio" and unit == "times" else unit  # "2.9 times more likely", "a ratio of 2.9"
    where = " ".join(WORD.findall((figure.place or "").casefold()))
    where = "" if area and where == area.replace("-", " ") else where
    is_cell = not place.text
    place = place._replace(caption=without_area(_BY_TIME.sub("", _WHEN.sub("", place.caption)), area))
    near = place.caption if is_cell else place.text
    found, phrase = find_common(figure, words, place, area)
    if found is None:
        return Key(own_words(phrase), False, None, figure.kind, unit, where, role)
    is_beside = figure.role == "baseline"  # the words of the value that it is set beside are its own
    around = (
        (near, place.notes) if is_cell
        else (find_clause(figure, near),) if is_beside
        else (*find_nearest(figure, near, place.beside), find_all_bracket(figure, near), place.notes)
    )  # fmt: skip
    measure = find_measure(found)
    is_set = role == "forecast" or (role == "target" and not is_cell)  # a column of budgets is beside one of spending
    role = "actual" if is_set and measure.is_set_before else role  # councils bill what was set
    own = (told,) if found == match_words(words, figure.kind, figure.unit or "", False) else (phrase,)
    counted = next((said for part in (*own, *around) if (said := read_qualifier(part, measure))), None)
    counted = counted or (measure.qualifiers.get("fte") if _TENTHS.search(figure.text) else None)
    counted = None if counted == "delivered" and role != "actual" else counted  # "savings to be found"
    is_of_kind = counted == figure.kind or (counted, figure.kind) == ("rate", "count")
    counted = None if is_of_kind else counted  # "per 1,000" says of a rate what its kind says, and nothing of a count
    unit = "days" if unit == "working days" and "sickness" in measure.needs else unit  # nobody is ill on other days
    return Key(found, True, counted, figure.kind, unit, where, role)
