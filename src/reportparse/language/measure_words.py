"""The words of a measure, without what only leads to it, closes it or tells a time or a place."""

import re
from calendar import month_name

from reportparse.language.directions import direction_of
from reportparse.language.measure_times import tells_no_thing, without_times
from reportparse.language.tokens import verb_forms
from reportparse.language.words import alternatives, words

MAX_WORDS = 14  # a longer phrase is cut: the rest only tells more of the same
_LEVEL_NOUNS, _TARGET_NOUNS = words("clues", "level_nouns"), words("clues", "target_nouns")
_PLACES = words("places", "towns") | words("places", "areas") | words("places", "wide")
_NEXT_PLACE = re.compile(r"(?:,|\sand|\sin|\sacross|\sfor)\s((?:[A-Z][\w’'-]*\s?)+)$")  # "... officers per 1,000 people, Hampshire 1.7"
_JOINED_PLACE = re.compile(rf"\s(?:in|across|for)\s(?:{alternatives([name for name in _PLACES if ' and ' in name])})$")
_TRIM_END = frozenset({"not", "the", "a", "an", "of", "in", "to", "and", "for", "that", "at", "with", "on", "from", "by", "has", "have", "had", "is", "was", "were", "are", "during", "since", "our", "between", "compared", "also", "now", "or", "than", "around", "over", "they", "we", "itself", "themselves", "(", "”", "“", "which", "as", "just", "only", "every", "rather", "instead", "both", "until", "each"})
_EMPTY = {"figures", "numbers", "totals", "worth"} | _LEVEL_NOUNS | _TARGET_NOUNS - {"rate", "score"} | {"times", "remaining", "that", "it", "they", "year", "week", "month", "which", "who", "end", "start", "beginning", "time", "every", "highest", "lowest", "late", "early", "long", "said", "likely", "ahead", "date", "vs", "versus", "earlier", "before", "ago", "there", "one", "county", "region", "equal", "equivalent", "forecast", "projection", "prediction"} | {month.lower() for month in month_name[1:]}
_TRIM_START = frozenset({"more", "many", "fewer", "lower", "higher", "less", "longer", "below", "above", "up", "down", "the", "a", "an", "this", "these", "those", "our", "my", "their", "its", "all", "of", "in", "to", "and", "that", "for", "whilst", "while", "overall", "also", "just", "only", "or", "some", "such", "“", "”", "with", "on", "by", "at", "as", "than", "from", "about", "his", "her", "no", "itself", "ourselves", "themselves", "both"})
_NEUTRAL = frozenset({"recorded", "reported", "received", "seen", "made", "achieved", "registered", "logged"})  # "the 74% recorded in 2019"
_HOW_MUCH = frozenset({"slight", "small", "modest", "sharp", "marked", "large", "big", "further", "significant", "considerable"})
# A phrase that begins so lost its subject, or is whoever writes: "£10k myself along with the board".
_NO_MEASURE = frozenset({"which", "will", "would", "myself", "himself", "herself", "ourselves", "themselves"})

_WE, _TOLD = frozenset({"we", "i"}), frozenset({"reported", "published", "said", "stated", "gave", "printed"})


def _without_places(tokens: list[str]) -> list[str]:
    """Words without the places at their end: "rate for England and Wales", "officers per 1,000 people, Hampshire"."""
    if tokens[-2:-1] == ["and"]:
        tokens = _JOINED_PLACE.sub("", " ".join(tokens)).split(" ")
    while tokens and tokens[-1][:1].isupper() and (place := _NEXT_PLACE.search(" ".join(tokens))) and place[1] in _PLACES:
        tokens = " ".join(tokens)[: place.start()].split(" ")
    return tokens


def _is_verb(word: str) -> bool:
    """As in "they took 96 days to finalise"."""
    return verb_forms().get(word, ("", ""))[1] == "b" and word not in words("grammar", "noun_verbs")


def clean(phrase: str) -> str | None:
    """The phrase as a measure, None where nothing is left.

    >>> clean("the burglaries in Luton"), clean("last year")
    ('burglaries', None)
    """
    if not phrase:
        return None
    tokens = without_times(" ".join(phrase.split()).strip(" ,;:'\"“”")).split(" ")
    first, last = 0, len(tokens)
    is_that = tokens[0].lower() in ("that", "those") and tokens[1:2] in (["for"], ["of"], ["among"], ["in"], ["who"])
    while first < last and not is_that and tokens[first].lower() in _TRIM_START:
        first += 1
    while first < last and tokens[last - 1].lower() in _TRIM_END:
        last -= 1
    if last - first > 1 and tokens[last - 1] in ("up", "down") and tokens[last - 2].endswith(","):  # "visible in their area, up [five points]"
        last -= 1
        tokens[last - 1] = tokens[last - 1].rstrip(",")
    tokens = tokens[first:last]
    if tokens[:2] == ["ahead", "of"]:
        tokens = tokens[2:]
    if tokens[-1:] == ["cost"] and "at" in tokens[-4:-1]:  # "27 projects at a cost of £1.9m"
        tokens = tokens[: len(tokens) - tokens[::-1].index("at") - 1]
    tokens = _without_places(tokens)
    if not tokens or tokens[0] in _NO_MEASURE or (tokens[0].lower() in _WE and tokens[1:2] and tokens[1] in _TOLD):
        return None
    said = " ".join(tokens)
    if tells_no_thing(said) or said in _PLACES or said == "did so" or said.startswith("per "):
        return None
    if len(tokens) == 1 and (tokens[0].lower() in _EMPTY or _is_verb(tokens[0]) or tokens[0] in _NEUTRAL or direction_of(tokens[0].lower())):
        return None
    if len(tokens) == 2 and tokens[0].lower() in _HOW_MUCH and direction_of(tokens[1].lower()):
        return None
    return " ".join(tokens[:MAX_WORDS]) or None
