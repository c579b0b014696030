"""The words of a measure that only tell a time, or what is left where a period or a number was taken out."""

import re
from calendar import month_name

from reportparse.language.periods import ORDINALS

_MONTHS = "|".join(month_name[1:])
_LEAD = re.compile(
    r"(?:an?\s)?year\son,?\s|(?:the\s)?figures?\sfor\s(?!the\s(?:year|previous)|last)|to\sdate\s|(?:the\s)?(?:year|period)\swith\s(?:an?\s)?",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:\sas(?:\sa\swhole)?|,\sone(?:\severy)?|\sby\sthe\send\sof\s\w+|\sfor\sthe\s(?:year|period|quarter)"
    r"|\s(?:last|this)\s(?:financial\s)?year|(?:\s(?:for|in|over|of))?\sto\sdate)$",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset(("as", "whole", "one", "every", "year", "period", "quarter", "date", *map(str.lower, month_name[1:])))
_ASIDE = re.compile(r",\s(?:the|its|their)\s(?:most|highest|lowest|best|worst|fewest|largest|smallest)\b.*$|\sof,\s.*$")
_GAP = re.compile(r"\bof\s(?=(?:for|in|on|at|by|to|from)\s)")
_NO_THING = re.compile(
    # "the 62 days it took", "another £64,000 was paid"
    r"(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:paid|spent|given|awarded|recorded|reported|made|received|recovered)"
    r"|(?:it|they|we|this|that)\s(?:had\s|has\s|have\s)?\w+"
    # "in three years", "the end of March", "over the year", "each month"
    r"|(?:\w+\s)?(?:years|months|weeks|days)|(?:the\s)?(?:end|start|beginning|close)\sof\s(?:the\s)?(?:\w+\s)?"
    rf"(?:year|month|quarter|{_MONTHS})"
    r"|(?:(?:over|during|through|throughout|across|in)\s)?(?:the|last|this|next|each|every|a|per)\s(?:financial\s)?"
    r"(?:year|month|week|quarter|day)(?:’s|'s)?"
    # "the year before the figures were", "last year's figure", "the figures for last year"
    r"|(?:the\s)?year\s(?:under\s(?:review|report)|in\squestion|(?:of|covered\sby|in)\sthis\sreport)"
    r"|(?:year|month|quarter)\s(?:before|earlier|ago|previously|after|later)\b.*"
    rf"|(?:the\s)?(?:{'|'.join(ORDINALS)})"  # "455 times in the first quarter, 502 in the second"
    r"|(?:previous|last|prior|preceding|full|whole|calendar|financial)\s(?:financial\s)?year"
    r"|(?:last|this|the\sprevious)\s(?:year|month)['’]s\s(?:figure|number|total|rate|level)"
    r"|(?:figures?|numbers?)\s(?:for|in|of)\s(?:the\s)?(?:last|previous|prior)\s(?:year|month)",
    re.IGNORECASE,
)


def without_times(phrase: str) -> str:
    """The phrase without a time at its start or end.

    >>> without_times("budget for the year"), without_times("crime in the county as a whole")
    ('budget', 'crime in the county')
    """
    if lead := _LEAD.match(phrase):
        phrase = phrase[lead.end() :]
    if phrase[phrase.rfind(" ") + 1 :].lower() in _LAST_WORDS:
        phrase = _END.sub("", phrase)
    if ", " in phrase:
        phrase = _ASIDE.sub("", phrase)
    return _GAP.sub("", phrase) if "of " in phrase else phrase


def tells_no_thing(phrase: str) -> bool:
    """Whether a phrase tells only when, or that something was so.

    >>> tells_no_thing("the end of March"), tells_no_thing("year before the figures were"), tells_no_thing("arrests")
    (True, True, False)
    """
    return _NO_THING.fullmatch(phrase) is not None
