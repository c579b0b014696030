"""Numbers that are no figures: dates, ages, telephone numbers, names, references, back-references, mere time."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportparse.language.model import Amount, Span
from reportparse.language.words import alternatives, load, words

_CLUES = load("clues")
_TIMES = {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "working days"}
_LONG_TIMES = {"days", "weeks", "months", "years"}
_MAX_BACK_REFERENCE = 12  # number words up to twelve point back; digits and larger words count again (rule A2)
_REACH = 30  # characters looked at before and behind a number: the longest clue and a qualifier


def _ends(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w-])(?:{alternatives(_CLUES[key]).replace('.', chr(92) + '.')})[\s-]*$", re.IGNORECASE)


_NAME_BEFORE, _AGE_BEFORE, _WHEN_BEFORE = _ends("name_before"), _ends("age_before"), _ends("when_before")
_BACK_BEFORE, _CALL_BEFORE = _ends("back_reference"), _ends("call_before")
_WHEN_AFTER = re.compile(rf"[\s-](?:{alternatives(_CLUES['when_after'])})\b", re.IGNORECASE)
_AGE_AFTER = re.compile(
    r"[\s-]*(?:years?[\s-]old|year[\s-]olds?|years of age|['’]?s\b"
    r"|\+?\s(?:years\s)?and\s(?:over|under|above))",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(r"\s(?!years|and\b|or\b|to\b|in\b|who\b|when\b|with\b|wish|at\b|for\b)[a-z]{4,}")
_AMONG_NAMES = re.compile(r"[\w@#/.]$|[A-Za-z]-$|\([a-z]$|[&§]\s?$")
_MARKER = re.compile(r"(?:^|[.;:]\s|,\s)\($")  # of a list: "(1) ...; (2) ..."
_VAGUE = re.compile(
    r"s\b|\s?(?:x|×)\s?\d|['’]s\b|st\b|nd\b|rd\b|th\b|[A-Za-z]\w*|/\d|\(\w+\)|\s?[ap]m\b"
    r"|[.:]\d\d\s?[ap]m\b"
)
_BASE_BEFORE = re.compile(r"\b(?:per|for every|out of every|in every|each)\s$", re.IGNORECASE)
_CLOCK = re.compile(r"\d?\d[:.]\d\d")
_PLACE_IN_LIST = re.compile(r"\bnumber\s$", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<!\d)0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}|\b0800\s?\d+\s?\d*|https?://\S+|www\.\S+"
    r"|\S+@\S+\.\w+|[#@]\w+|"
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b"
)
_ONE_COUNTS = re.compile(r"\bat\sleast\sone$", re.IGNORECASE)


def find_addresses(text: str) -> list[Span]:
    """Telephone numbers, web and mail addresses, postcodes: nothing in them is a figure."""
    return [Span(*match.span()) for match in _PHONE.finditer(text)]


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span shares a character with one of `others`, which are in order and apart."""
    at = bisect_left(others, (span.start, span.end))
    return any(span.overlaps(other) for other in others[max(0, at - 1) : at + 2])


def why_not(text: str, amount: Amount, periods: Sequence[Span], addresses: Sequence[Span]) -> str | None:
    """What the number is if it is no figure ("date", "age", "name" ...), else None."""
    if touches(amount.span, periods):
        return "date"
    if touches(amount.span, addresses):
        return "address"
    if _is_plain(amount):
        reason = _plain_reason(text, amount)
        if reason:
            return reason
    if amount.unit in _TIMES and _says_when(text, amount):
        return "time"
    if amount.unit == "rank" and not re.search(
        r"\b(?:ranked|ranks|rank|placed|position|highest|lowest|best|out of|nationally)\b",
        text[max(0, amount.span.start - _REACH) : amount.span.end + _REACH],
    ):
        return "ordinal"
    if amount.rule == "multiple in words" and re.match(
        r"[\s-](?:decker|key|keying|glaz|check|click|stand|whammy)", text[amount.span.end :]
    ):
        return "name"
    if amount.rule == "fraction in words" and _is_time_of(text, amount):
        return "time"
    return "ratio of work" if amount.unit == "ratio" and _is_one_to_one(text, amount) else None


def _is_plain(amount: Amount) -> bool:
    return amount.unit is None and amount.rule in ("number", "range")


def _is_one_to_one(text: str, amount: Amount) -> bool:
    return amount.value == 1 or bool(
        re.match(
            r"\d\d?:[0-5]\d\s?(?:am|pm"
            r"|hrs)?$",
            text[amount.span.start : amount.span.end],
        )
    )


def _is_time_of(text: str, amount: Amount) -> bool:
    before, after = (
        text[max(0, amount.span.start - _REACH) : amount.span.start],
        text[amount.span.end : amount.span.end + 20],
    )
    if re.search(r"(?:\b(?:first|second|last|latter|other|the|and)\s(?:a\s)?|\bin\s|-)$", before, re.IGNORECASE):
        return not re.match(r"\sof\s", after) or "first" in before[-8:] or "second" in before[-8:]
    return bool(re.match(r"\s(?:a\s)?(?:day|year|term|hour|way|an hour)\b|-", after))


def _plain_reason(text: str, amount: Amount) -> str | None:
    start, end = amount.span
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if _AMONG_NAMES.search(before) or (not amount.in_words and _VAGUE.match(after)):
        return "name"
    if _MARKER.search(before) and after.startswith(")") and (amount.value or 0) < 30:
        return "list number"
    if (_AGE_BEFORE.search(before) and (amount.value or 0) < 120 and not _NOUN_BEHIND.match(after)) or _AGE_AFTER.match(after):
        return "age"
    word = text[start:end]
    if (
        amount.qualifier in ("over", "under")
        and not re.match(r"\s[a-z]", after)
        and not amount.in_words
        and 5 < (amount.value or 0) < 100
    ):
        return "age" if re.search(r"\b(?:the|those|people|children|anyone)\s$", before) else None
    if _NAME_BEFORE.search(before) and amount.qualifier == "exact":
        is_noun = re.search(r"\b(?:the|a)\s\w+\s$", before) or before[:1].islower()
        return "name" if not (is_noun and re.search(r"\b(?:the)\s(?:unit|group|round)\s$", before)) else None
    if word in words("clues", "telephone") and _is_telephone(before, after):
        return "telephone number"
    if _BASE_BEFORE.search(before):
        return "base of a rate"
    return _word_reason(before, after, amount, word)


def _is_telephone(before: str, after: str) -> bool:
    behind = re.match(r"[\s/-]*([A-Za-z]+)?", after)
    follows = (behind[1] or "").lower() if behind else ""
    return (
        follows in words("clues", "call_after")
        or not follows
        or (bool(_CALL_BEFORE.search(before)) and not after[:2].strip()[:1].isupper())
    )


def _word_reason(before: str, after: str, amount: Amount, word: str) -> str | None:
    if not amount.in_words:
        return None
    last = word.lower().split()[-1]
    if last == "one":
        return None if _ONE_COUNTS.search(word) else "one"
    if last == "zero":
        return "name" if re.match(r"[\s-](?:tolerance|carbon|emission)", after) else None
    small = amount.value is not None and amount.value <= _MAX_BACK_REFERENCE and "dozen" not in word
    if small and amount.qualifier == "exact" and _BACK_BEFORE.search(before):
        return "back-reference"
    return None


def _says_when(text: str, amount: Amount) -> bool:
    start, end = amount.span
    before, after = text[max(0, start - _REACH) : start].lower(), text[end : end + _REACH].lower()
    if re.match(r"[\s-](?:old|olds|of\sage)\b", after) or _AGE_BEFORE.search(before):
        return True
    if _WHEN_AFTER.match(after):
        return True
    if (
        amount.unit in _LONG_TIMES
        and _WHEN_BEFORE.search(before)
        and not re.search(
            r"\bfurther\s$|\b(?:a"
            r"|an)\sinitial\s$",
            before,
        )
    ):
        return True
    return (
        amount.unit in ("months", "years")
        and bool(re.search(r"\b(?:over|during|in)\s(?:just\s)?$", before))
        and amount.qualifier == "exact"
    )
