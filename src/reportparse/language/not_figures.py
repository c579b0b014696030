"""Numbers that are no figures: dates, ages, telephone numbers, names, references, back-references, mere time."""

import re
from collections.abc import Callable, Sequence

from reportparse.language.addresses import touches
from reportparse.language.mere_times import says_when
from reportparse.language.model import Amount, Span
from reportparse.language.spots import Ending, Spot
from reportparse.language.tokens import is_noun
from reportparse.language.words import ends_in, words
from reportparse.text import MAX_VALUE

_MAX_BACK_REFERENCE = 12  # number words up to twelve point back; digits and larger words count again (rule A2)
_REACH = 30  # characters looked at before and behind a number: the longest clue and a qualifier
_SENTENCE_REACH = 80  # characters: what a sentence may have said before that tells of its numbers
_MAX_AGE = 120

_NAME_BEFORE, _AGE_BEFORE = Ending("name_before"), Ending("age_before")
_BACK_BEFORE, _CALL_BEFORE = Ending("back_reference"), Ending("call_before")
_AGE_AFTER = re.compile(
    r"[\s-]*(?:years?[\s-]old|year[\s-]olds?|years of age|['’]?s\b|\+?\s(?:years\s)?and\s(?:over|under|above))", re.IGNORECASE
)
_LINK_WORDS = r"(?:and|or|to|who|with|in|at|for|when|living|wish)\b"
_NOUN_BEHIND = re.compile(rf"\s(?!{_LINK_WORDS}|years)[a-z]{{4,}}")
_NO_NOUN_BEHIND = re.compile(rf"(?!\s[a-z])|\s{_LINK_WORDS}")
_PERSONS_BEFORE = re.compile(
    r"\b(?:the|those|people|children|anyone|them|women|men|boys|girls|residents?|victims?|mostly|mainly|adults?|persons?|passengers?"
    r"|clients?|someone|everyone|child|woman|man|offenders?|drivers?)\s$"
)
_PERSONS = re.compile(r"\b(?:people|children|women|men|boys|girls|victims|suspects|offenders|clients|patients|detainees|drivers)\b[^.;:]*$")
_ARE_BEFORE = re.compile(r"\b(?:are|were)\s$")
_PERSONS_RIGHT = re.compile(r"\b(?:those|them|people|children|adults|women|men|girls|boys)\s$")
_WHO_WAS = re.compile(r"\bwho\s(?:was|is)\s(?:only\s|just\s)?$")  # "the older of them, who was 16, "
_SHARE_ARE = re.compile(r"(?:%|cent)\s(?:\w+\s){0,2}(?:are|were)\s(?:aged\s)?$")  # "38% were under 25"
_AMONG_NAMES = re.compile(r"[\w@#/.]\(?$|[A-Za-z]-$|\([a-z]$|[&§]\s?$|\b[Ss]\d+[A-Z]?\s\($")  # "S1 (1)" of an Act
_VAGUE = re.compile(
    r"s\b|\s?(?:x|×)\s?\d|['’]s\b|st\b|nd\b|rd\b|th\b|[A-Za-z]\w*|/\d|\(\w+\)|\s?[ap]m\b|[.:]\d\d\s?[ap]m\b"
)  # glued to a number it makes a name or a time of day
_WORD_BEHIND, _WHEN_BEHIND, _NEXT_WORD = re.compile(r"\s[a-zA-Z]"), re.compile(r"\swhen\b"), re.compile(r"[\s/-]*([A-Za-z]+)?")
_CAPITAL_BEFORE = re.compile(r"[a-z,]\s(?P<name>(?:[A-Z]\w*\s)*[A-Z][a-z]+)\s$")  # "Committee Room 1", not "in Luton 1"
_THAT_OF = re.compile(r"\b(?:that|those)\s(?:of|for|in)\s(?:the\s)?$")  # "and that of Stalking Protection Orders 27"
_PARAGRAPH = re.compile(r"\d{1,2}\.\d{1,2}\s[A-Z]")  # "2.4 Section 28"
_MARKER = re.compile(r"(?:^|[.;:]\s|,\s)\($")  # of a list: "(1) ...; (2) ..."
_WAS_BEFORE = re.compile(r"\b(?:was|is|were)\s(?:only\s|just\s)?$")
_OF_YEAR = re.compile(r"\s(?:of|in)\s(?:19|20)\d\d\b")  # "two more than the nine of 2020/21"
# "Formed in 1857, ...": years of these centuries are told without a noun behind them; those of later ones are periods.
_CENTURIES, _BEFORE_YEAR = ("16", "17", "18"), re.compile(r"\b(?:in|since|from|until|before|after|to)\s$")
_COMPARED_BEFORE = re.compile(r"\b(?:compared|with|than|from|against)\s(?:with\s|to\s)?$", re.IGNORECASE)
_BASE_BEFORE = re.compile(r"\b(?:per|(?:for|of|out of|in) every|each)\s$", re.IGNORECASE)
_EVERY_BEFORE = re.compile(r"\b(?:every|each|per)\s$", re.IGNORECASE)
_OF_EVERY_BEFORE = re.compile(r"\b(?:of|for|in)\severy\s$", re.IGNORECASE)  # "of every £10 of council tax"
_EXTREME_BEFORE = re.compile(r"\b(?:youngest|oldest)\b[^.;:,]{0,40}\s$", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged\s(?:between\s|over\s|under\s|from\s)?|ages?\sof\s|(?:boys?|girls?|children|teenagers?|youths?|pupils|lads?)\sof\s(?=$))$"
)  # "questions from boys of 13 and 14"
_AGE_IS = re.compile(r"\b(?:average|mean|median)\sage\s(?:\w+\s){0,3}?(?:is|was|of)\s(?:now\s)?$")
_ORDINAL_WORD = re.compile(r"^an?[\s-](?:third|fifth|sixth|tenth)$", re.IGNORECASE)
_NEXT_NOUN = re.compile(r"\s([a-z]+)\b")
_OF_A_YEAR = re.compile(r"\b(?:[Ff]inancial|[Ll]ast|[Tt]his|[Pp]revious|[Ee]ach|[Ee]very|[Tt]hat|[Ss]ame|[Tt]he)\s(?:\w+\s)?year\s$")  # no "Year 6"
_NOUN_NAMED = re.compile(r"\bthe\s(?:unit|group|round)\s$")
_RANKING = re.compile(
    r"\b(?:ranked|ranks|rank|placed|position|highest|lowest|best|worst|out\sof|nationally|in\sthe\scountry|of\s(?:all\s|the\s)?(?:\d+\s)?forces)\b"
)
_MOVED_BEFORE = re.compile(r"\b(?:up|down|rising|falling|improving)\s(?:from|to)\s$")
_OF_MANY = re.compile(r"\s(?:out\s)?of\s(?:the\s|all\s)?(?:\d|(?:five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b)")
_RANK = re.compile(r"\d(?:st|nd|rd|th)\b")
_IT_WAS, _RANK_REACH = re.compile(r"\b(?:it|we|force|Police)\s(?:is|was|were|are|had\sbeen|came|stood|ranked)\s(?:now\s|only\s)?$"), 250  # characters
_RANK_MOVE = re.compile(r"\bfrom\s\d+(?:st|nd|rd|th)\b[^.;]{0,50}\sto\s\d+(?:st|nd|rd|th)\b")
# "Split in two", "cut into three": no things are counted.
# "We had stopped going after six": an hour.
_HOUR, _HOUR_BEHIND = re.compile(r"\b(?:went|going|go|out|open|close[sd]?|home|up)\s(?:\w+\s)?(?:after|before|until|till|at)\s$"), re.compile(r"[,.;”\"]|\so[’']clock|\s(?:at\snight|in\sthe)\b")
_PARTED = re.compile(r"\b(?:split|splits|splitting|divide[ds]?|dividing|cut|broke|broken|breaks?|parted|halved)\s(?:\w+\s){0,3}(?:in|into)\s$", re.IGNORECASE)
_PARTS_BEHIND = re.compile(r"\s(?:parts|halves|pieces|thirds)\b|(?!\s\w)|\s(?:and|by|for|in|on|with|to|so|as|at|from|when|after|because|but)\b")
_DOUBLE = re.compile(r"[\s-](?:and\s\w+\s)?(?:decker|key|keying|glaz|check|click|stand|whammy)")
_TWICE = re.compile(r"\s(?:as\s(?:many|much|high|likely|often|long)|the\s(?:\w+\s)?(?:number|rate|national|average|level|figure)|that\sof|what)\b")
_CLOCK = re.compile(r"\d?\d:[0-5]\d\s?(?:am|pm|hrs)?$")
_PART_BEFORE = re.compile(r"(?:\b(?:first|second|last|latter|other|each|either|the|and)\s(?:a\s)?|\bin\s|-)$", re.IGNORECASE)
_OF_AN_HOUR = re.compile(r"\sof\san\shour\b")
_PART_OF_TIME = re.compile(r"\s(?:a\s)?(?:day|year|term|hour|way|an hour)\b|-")
_MORE_AFTER = re.compile(r"\s(?:more|less|fewer|above|below|higher|lower)\s", re.IGNORECASE)
_ONE_COUNTS = re.compile(r"\bat\sleast\sone$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?:to|and|or)\s|\s?[-–,]\s?")  # "aged 11 to 17", "Years 4 and 6"
_RUNS_ON = {"age", "name", "list number", "paragraph number"}


def why_none(text: str, amounts: Sequence[Amount], periods: Sequence[Span], addresses: Sequence[Span]) -> list[str | None]:
    """What each number is if it is no figure ("date", "age", "name" ...), else None."""
    reasons: list[str | None] = []
    for n, amount in enumerate(amounts):
        reason = why_not(text, amount, periods, addresses)
        if reason is None and n and reasons[-1] in _RUNS_ON and _runs_on(text, amounts[n - 1], amount):
            reason = reasons[-1]
        reasons.append(reason)
    return reasons


def _runs_on(text: str, first: Amount, second: Amount) -> bool:
    is_near = _GOES_ON.fullmatch(text, first.span.end, second.span.start) is not None
    is_next = first.in_words and second.in_words and first.value is not None and second.value == first.value + 1
    return is_near and _is_plain(second) and (is_next or not _NOUN_BEHIND.match(text, second.span.end))


def why_not(text: str, amount: Amount, periods: Sequence[Span], addresses: Sequence[Span]) -> str | None:
    """What the number is if it is no figure ("date", "age", "name" ...), else None."""
    if touches(amount.span, periods):
        return "date"
    if touches(amount.span, addresses):
        return "address"
    if any(value is not None and abs(value) >= MAX_VALUE for value in (amount.value, amount.low, amount.high)):
        return "code"
    start, end = amount.span
    value = float(amount.value or 0)
    spot = Spot(text, amount, text[max(0, start - _REACH) : start], text[end : end + _REACH], text[start:end], value)
    rules = _PLAIN_RULES if _is_plain(amount) else _UNIT_RULES
    return next((reason for reason, holds in rules if holds(spot)), None)


def _is_plain(amount: Amount) -> bool:
    return amount.unit is None and amount.rule in ("number", "range")


def _is_glued(spot: Spot) -> bool:
    return bool(_AMONG_NAMES.search(spot.before[-7:])) or (not spot.amount.in_words and bool(_VAGUE.match(spot.after)))


def _is_room(spot: Spot) -> bool:
    is_bare = not spot.amount.in_words and spot.value < 100 and not _WORD_BEHIND.match(spot.after)
    name = _CAPITAL_BEFORE.search(spot.before) if is_bare else None
    if name and _THAT_OF.search(spot.text[: spot.amount.span.start - len(name["name"]) - 1]):
        return False
    return name is not None and name["name"] not in words("places", "towns") | words("places", "areas") | words("places", "wide")


def _is_paragraph(spot: Spot) -> bool:
    return spot.amount.span.start == 0 and bool(_PARAGRAPH.match(spot.text))


def _is_list_number(spot: Spot) -> bool:
    return spot.value < 30 and spot.after.startswith(")") and bool(_MARKER.search(spot.before))


def _is_age(spot: Spot) -> bool:
    if spot.value >= _MAX_AGE:
        return False
    if _AGE_AFTER.match(spot.after) or _AGED.search(spot.before):
        return True
    if (_AGE_BEFORE.search(spot.before) or _WHO_WAS.search(spot.before)) and not _NOUN_BEHIND.match(spot.after):
        return True
    if _AGE_IS.search(spot.before):
        return True
    if _WHEN_BEHIND.match(spot.after) and _WAS_BEFORE.search(spot.before):
        return True
    if _EXTREME_BEFORE.search(spot.before) and not _WORD_BEHIND.match(spot.after.replace(" and ", ". ", 1)):
        return True
    is_limit = spot.amount.qualifier in ("over", "under") and 4 < spot.value < 100
    behind = _NEXT_NOUN.match(spot.after)
    has_noun = not _NO_NOUN_BEHIND.match(spot.after) and not (behind and not is_noun(behind[1]) and not behind[1].endswith("s"))
    if not is_limit or has_noun:
        return False
    start = spot.amount.span.start
    if _ARE_BEFORE.search(spot.before):
        return spot.amount.in_words or bool(_SHARE_ARE.search(spot.before)) or bool(_PERSONS.search(spot.text, max(0, start - _SENTENCE_REACH), start))
    is_person = _PERSONS_RIGHT if spot.amount.in_words else _PERSONS_BEFORE  # "64 of them under 18", "children under five"
    return bool(is_person.search(spot.before))


_THEY_NUMBER = re.compile(r"(?:(?<!\bthis\s)\b[a-z]{3,}s(?:\snow)?|\b(?:they|we|people)(?:\snow)?)\snumber\s$", re.IGNORECASE)  # "Volunteers number 620"

_THEY_WHO_NUMBER = re.compile(
    r"s,\s(?:who|which|whose)\s[^.;:]{3,120},\snumber\s$|s\s(?:who|that)\s[^.;:,\d]{3,60}\snumber\s$"
)


_TIMES_BEHIND = re.compile(r"\stimes\b")


def _is_name(spot: Spot) -> bool:
    if spot.amount.qualifier != "exact" or "," in spot.words or not _NAME_BEFORE.search(spot.before):
        return False
    if _TIMES_BEHIND.match(spot.after):  # "visited our custody units 198 times"
        return False
    if _THEY_NUMBER.search(spot.before) or _THEY_WHO_NUMBER.search(spot.text[: spot.amount.span.start]):
        return False
    return not _NOUN_NAMED.search(spot.before) and not _OF_A_YEAR.search(spot.before)


# Nobody rings what "there had been".
_TAKES_CALLS = re.compile(r"\s+(?:received|took|had|saw|handled|got|answered|was\scalled)\s(?:[a-z]+\s){0,2}\d[\d,]*\s(?:calls|times)")
_THERE_WERE = re.compile(r"\bthere\s(?:was|were|are|had\sbeen|have\sbeen)\s(?:\w+\s)?$", re.IGNORECASE)


# "That for 101 was one minute", "those to 999 rose".
_IT_WAS = re.compile(r"\b(?:is|are|was|were)\s$")  # "The number of recruits was 159."
_RUNG_BEFORE = re.compile(r"\b(?:for|to|on|via|through)\s$")
_VERB_BEHIND = re.compile(r"\s(?:is|was|are|were|has|have|had|fell|rose|grew|stood|took|one|two|three|four|five|six|seven|eight|nine|ten|\d)\b")


_THINGS_BEHIND = re.compile(r"\s([a-z]+)\s[a-z]+s\b")
_COUNTED_IN_FRONT = re.compile(r"\d\s(?:[A-Za-z’'-]+\s){1,6}\($")  # "164 notices (119)"


def _is_telephone(spot: Spot) -> bool:
    if spot.words not in words("clues", "telephone"):
        return False
    if spot.words not in words("clues", "called") and _COMPARED_BEFORE.search(spot.before):  # "compared with 112 in 2020/21"
        return False
    if _THERE_WERE.search(spot.before) or _THEY_NUMBER.search(spot.before):
        return False
    if spot.words not in words("clues", "called") and _IT_WAS.search(spot.before):
        return False
    if _TAKES_CALLS.match(spot.after):
        return True
    if spot.words not in words("clues", "called") and _COUNTED_IN_FRONT.search(spot.text[: spot.amount.span.start]) and spot.after.startswith(")"):
        return False
    if spot.words in words("clues", "called") and _RUNG_BEFORE.search(spot.before) and _VERB_BEHIND.match(spot.after):
        return True
    behind = _NEXT_WORD.match(spot.after)
    follows = (behind[1] or "").lower() if behind else ""
    things = _THINGS_BEHIND.match(spot.after)
    is_counted = follows.endswith("s") or bool(things and is_noun(things[1]) and follows not in words("clues", "call_after"))
    if spot.words not in words("clues", "called") and is_counted:  # "and 112 retailers", "and 112 street lights"
        return False
    is_called = bool(_CALL_BEFORE.search(spot.before)) and not spot.after[:2].strip()[:1].isupper()
    return follows in words("clues", "call_after") or not follows or is_called


def _is_old_year(spot: Spot) -> bool:
    return len(spot.words) == 4 and spot.words[:2] in _CENTURIES and bool(_BEFORE_YEAR.search(spot.before)) and not _WORD_BEHIND.match(spot.after)


def _is_base(spot: Spot) -> bool:
    return ends_in(spot.before, ("per", "every", "each")) and bool(_BASE_BEFORE.search(spot.before))


def _is_hour(spot: Spot) -> bool:
    return spot.amount.in_words and spot.amount.qualifier == "exact" and spot.value <= _MAX_BACK_REFERENCE and bool(_HOUR.search(spot.before) and _HOUR_BEHIND.match(spot.after))


def _is_parted(spot: Spot) -> bool:
    return spot.amount.in_words and spot.value <= _MAX_BACK_REFERENCE and bool(_PARTED.search(spot.before) and _PARTS_BEHIND.match(spot.after))


def _is_one(spot: Spot) -> bool:
    return spot.amount.in_words and spot.words.lower().split()[-1] == "one" and not _ONE_COUNTS.search(spot.words)


_IS_NIL = re.compile(r"\b(?:is|was|were|are|been|at|to)\s$")


def _is_zero_name(spot: Spot) -> bool:
    is_part = spot.words == "Zero" and re.search(r"[A-Z]\w+\s$", spot.before) is not None  # "Vision Zero"
    if spot.words.lower() == "nil":  # "the number was nil", and no nil return
        return _IS_NIL.search(spot.before) is None
    return is_part or (spot.words.lower().endswith("zero") and bool(re.match(r"[\s-](?:tolerance|carbon|emission)", spot.after)))


def _points_back(spot: Spot) -> bool:
    small = spot.amount.in_words and spot.amount.value is not None and spot.value <= _MAX_BACK_REFERENCE
    is_plain = small and "dozen" not in spot.words and spot.amount.qualifier == "exact"
    is_part = spot.before.endswith("of which ")  # "22 requests, of which seven were met", and no "which seven"
    return is_plain and not is_part and bool(_BACK_BEFORE.search(spot.before)) and not _OF_YEAR.match(spot.after)


def _is_pound_base(spot: Spot) -> bool:
    if spot.amount.unit != "GBP":
        return False
    return bool(_OF_EVERY_BEFORE.search(spot.before)) or (spot.value == 1 and bool(_EVERY_BEFORE.search(spot.before)))


def _is_ordinal(spot: Spot) -> bool:
    if spot.amount.unit != "rank":
        return False
    start, end = spot.amount.span
    if _OF_MANY.match(spot.after):  # "14th of 44"
        return False
    moves = _RANK_MOVE.search(spot.text, max(0, start - 70), end + 70)
    is_next = _MOVED_BEFORE.search(spot.before) or _RANK.search(spot.text, max(0, start - _SENTENCE_REACH), start)
    if _IT_WAS.search(spot.before) and not _WORD_BEHIND.match(spot.after) and _RANK.search(spot.text, max(0, start - _RANK_REACH), start):
        return False  # "28th in the country. By March 2024 it was 2nd."
    reach = _SENTENCE_REACH if is_next else _REACH
    return not moves and not _RANKING.search(spot.text, max(0, start - reach), end + _REACH)


def _is_double_name(spot: Spot) -> bool:
    if spot.words.lower().endswith("twice") and not _TWICE.match(spot.after):
        return True
    return spot.amount.rule == "multiple in words" and bool(_DOUBLE.match(spot.after))


def _is_ordinal_word(spot: Spot) -> bool:
    """As in "a third adviser": a noun in the singular stands right behind."""
    if spot.amount.rule != "fraction in words" or not _ORDINAL_WORD.search(spot.words):
        return False
    behind = _NEXT_NOUN.match(spot.after)
    return behind is not None and is_noun(behind[1]) and not behind[1].endswith(("s", "er", "full"))


def _is_part_of_time(spot: Spot) -> bool:
    if spot.amount.rule != "fraction in words":
        return False
    if _MORE_AFTER.match(spot.after):  # "and a fifth above the level of 2019/20"
        return False
    if _OF_AN_HOUR.match(spot.after):
        return True
    if _PART_BEFORE.search(spot.before):
        return not re.match(r"\sof\s", spot.after) or bool(re.search(r"first|second", spot.before[-8:]))
    return bool(_PART_OF_TIME.match(spot.after))


def _is_one_to_one(spot: Spot) -> bool:
    return spot.amount.unit == "ratio" and (spot.value == 1 or bool(_CLOCK.match(spot.words)))


_PLAIN_RULES: tuple[tuple[str, Callable[[Spot], bool]], ...] = (
    ("name", _is_glued), ("name", _is_room), ("paragraph number", _is_paragraph), ("list number", _is_list_number), ("age", _is_age),
    ("name", _is_name), ("telephone number", _is_telephone), ("base of a rate", _is_base), ("one", _is_one), ("name", _is_zero_name),
    ("back-reference", _points_back), ("parts", _is_parted), ("time of day", _is_hour), ("date", _is_old_year),
)  # fmt: skip
_UNIT_RULES: tuple[tuple[str, Callable[[Spot], bool]], ...] = (
    ("time", says_when), ("base of a rate", _is_pound_base), ("ordinal", _is_ordinal), ("ordinal", _is_ordinal_word), ("name", _is_double_name),
    ("time", _is_part_of_time), ("ratio of work", _is_one_to_one),
)  # fmt: skip
