"""Spans of text that hold an amount: sign, currency, number, scale, unit, with the qualifier in front.

One scan finds the candidates; what looks like a number and is none is sorted out by `not_figures`.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportparse.language.model import Amount, Span
from reportparse.language.numbers import DIGITS, WORDS, parse
from reportparse.language.words import alternatives, ends_in, last_words, load
from reportparse.years import YEAR_BEFORE

_DATA = load("amounts")
_SCALES: dict[str, int] = _DATA["scales"]
_UNITS: dict[str, str] = _DATA["units"]
_UNIT_NAMES = {said.lower(): unit for said, unit in _UNITS.items()}
_FRACTIONS: dict[str, int] = _DATA["fractions"]
_MULTIPLES: dict[str, int] = _DATA["multiples"]
_QUALIFIERS: dict[str, str] = _DATA["qualifiers"]
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
_LETTERS = {"h": "hours", "m": "minutes", "s": "seconds"}
_LETTERED = re.compile(r"(\d+)([hms])")
_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}

_SIGNS = dict.fromkeys("+▲△↑", "up") | dict.fromkeys("-−▼▽↓", "down")

_NUMBER = rf"(?:{DIGITS}|\b{WORDS}\b)"
_SCALE = r"(?:\s?(?a:million|billion|thousand|mn|bn|m|k)\b)"
_POINTS = r"(?:\s?(?:percentage[\s-]points?|%\s?pts?|pp|ppts?|p\.p\.)\b|[\s-]points?\b)"
_PERCENT = r"(?:\s?%|[\s-]?per[\s-]?cent\b)"
_MEASURE = rf"(?:[\s-]?(?:{alternatives(list(_UNITS))})\b)"
_MULTIPLE = r"(?:(?<=\.\d)|(?<=\.\d\d))\stimes\b|\stimes\b(?=\s(?:more|as|less|higher|the|its|their|what|that\sof))"
_TAIL = rf"(?P<points>{_POINTS})|(?P<percent>{_PERCENT})|(?P<times>{_MULTIPLE})"
_ATOM = (
    r"(?P<sign>[+\u2212±▲▼△▽↑↓]\s?|(?<![\w-])-(?=[\d£]))?(?P<currency>[£€$]\s?)?"
    rf"(?P<number>(?<![\w.]){_NUMBER})(?P<half>\sand\sa\shalf\b)?(?P<scale>{_SCALE})?"
    rf"(?:{_TAIL}|(?P<pence>p\b|\spence\b)|(?P<rank>(?:st|nd|rd|th)\b)|(?P<unit>{_MEASURE}))?"
)
# A candidate begins with a sign, a digit or one of the words below: the scan passes over the rest at once.
_STARTS = sorted({*_DATA["numbers"], *_FRACTIONS, *_MULTIPLES})
_TIMES = ["second", "minute", "hour", "day", "week", "month", "year"]  # "almost a minute"
_COUNTED = sorted({*_DATA["magnitudes"], *_FRACTIONS, *_TIMES, "dozen"})  # behind "a": "a dozen", "a quarter"


def _by_letter(items: list[str]) -> str:
    """Any of the words, in small letters or with a capital, told apart by the first letter: much faster than a flat list."""
    letters = sorted({item[0] for item in items})
    tails = {letter: sorted((item[1:] for item in items if item[0] == letter), key=len, reverse=True) for letter in letters}
    return "|".join(f"[{letter}{letter.upper()}](?:{'|'.join(tails[letter])})" for letter in letters)


# The one class of characters in front lets the scan skip from space to space; so a word is found by what stands before it.
_WORD_START = re.compile(rf"{_by_letter(_STARTS)}|[Aa]n?[\s-](?={_by_letter(_COUNTED)})")
_INITIALS = "Aa" + "".join({letter for word in _STARTS for letter in (word[0], word[0].upper())})
_STEP = re.compile(
    rf"[^a-zA-Z](?:(?=[{_INITIALS}])(?<=[\W_])(?P<word>{_WORD_START.pattern})|(?<=\d)"
    r"|(?<=[£€$+\u2212±▲▼△▽↑↓-])[£€$+\u2212±▲▼△▽↑↓-]*\s?(?=[\d£]))"
)
_COMPOUND = re.compile(
    r"(?P<clock>(?:\d{1,3}h\s?)?\d{1,3}m\s?[0-5]?\ds\b|\d{1,3}h\s?[0-5]?\dm\b)"
    rf"|(?P<ratio>(?<![\d:./])\d+(?:\.\d+)?:\d+(?:\.\d+)?(?![\d:%])"
    r"|(?:(?<=ratio\sof\s)\d+|(?<!from\s)(?<!by\s)(?<![\d:./£])\d+\.\d+)\sto\s(?:1|one)\b(?![\d.,]*\d|\s?%))"
    rf"|(?P<share>\b(?P<part>{_NUMBER})\s(?:(?:[a-z]+\s){{0,2}}(?:in"
    rf"|out\sof)\s)(?:every\s)?(?P<whole>{_NUMBER})\b(?![.,]\d|\s?(?:%|per\s?cent|million|bn|m\b|{alternatives(list(_UNITS))}\b)))"
    rf"|(?P<halves>(?=h)half\sa\s(?:million|billion|dozen)\b)"
    rf"|(?P<fraction>(?=[a-z])\b(?:(?P<over>one|two|three|four|a|an)[\s-])?(?P<under>(?a:{alternatives(list(_FRACTIONS))}))\b)"
    rf"|(?P<multiple>(?=[a-z])\b(?a:{alternatives(list(_MULTIPLES))})\b)"
    rf"|(?P<single>(?=a)\ban?\s(?:{alternatives(_TIMES)})\b)",
    re.IGNORECASE,
)
_LESS_OR_MORE = re.compile(r"\b(?:almost|nearly|(?:just\s)?under|just\sover|(?:less|more)\sthan|by)\s$", re.IGNORECASE)
_ALONE = re.compile(_ATOM, re.IGNORECASE)
_ADDED = ["a further", "an additional", "another", "a total of", "to a total of"]  # between qualifier and number
_QUALIFIER = re.compile(
    rf"\b({alternatives(list(_QUALIFIERS)).replace('.', chr(92) + '.')})(?:\s(?:{alternatives(_ADDED)}))?\s?$", re.IGNORECASE
)
_QUALIFIER_ENDINGS = last_words([*_QUALIFIERS, *_ADDED])
_DASH = re.compile(r"\s?[-–—]\s?")
_YEAR_BEHIND = re.compile(r"\b(?:19|20)\d\d$|/\d\d$")
_TO_A_THIRD = re.compile(r"\s(?:in\s\S+\s)?to\s(?:just\s|only\s|under\s|over\s)?(?:\d|£|[a-z]+\s(?:minutes|seconds|hours|days|weeks|months)|[a-z]+[.,;])")
_MAX_QUALIFIER = 40  # characters: the longest qualifier and what may stand between


def find_amounts(text: str, dates: Sequence[Span] = ()) -> list[Amount]:
    """All amounts in reading order, ranges and compound lengths put together; none that begins in one of the `dates`."""
    joined = list(_join(text, list(_find_atoms(text, dates))))
    ends = [0, *(amount.span.end for amount in joined)]
    return [_qualify(text, amount, floor) for amount, floor in zip(joined, ends, strict=False)]


def _find_atoms(text: str, dates: Sequence[Span]) -> Iterator[Amount]:
    done = 0
    ends = {place: end for start, end in dates for place in range(start, end)}
    step = _WORD_START.match(text) or _STEP.search(text)
    while step:
        start, end = step.span(step.lastindex or 0)
        at = step.end()
        if start in ends:
            at = max(at, ends[start] - 1)
        elif start >= done:
            match = _match(text, start) or _match(text, end)
            amount = _READERS.get(match.lastgroup or "", _read_atom)(match) if match else None
            if amount:
                yield amount
                done = amount.span.end
                at = max(at, done - 1)
        step = _STEP.search(text, at)


def _match(text: str, at: int) -> re.Match[str] | None:
    return _COMPOUND.match(text, at) or _ALONE.match(text, at)


def _read_ratio(match: re.Match[str]) -> Amount | None:
    left, right = (parse(part) for part in re.split(r":|\sto\s", match["ratio"]))
    return Amount(Span(*match.span()), left / right, unit="ratio", rule="ratio") if right else None


def _read_share(match: re.Match[str]) -> Amount | None:
    part, whole = parse(match["part"]), parse(match["whole"])
    is_year = 1900 <= whole <= 2100
    if not part or part >= whole or is_year or whole > 1000:
        return _read_alone(match)
    is_every = " every " in match[0] or (match["part"] + match["whole"]).isalpha()  # "two out of every three"
    if " out of " in match[0] and whole not in (5, 10, 100, 1000) and not is_every:
        return _read_alone(match)
    return Amount(Span(*match.span()), _percent(part, whole), unit="%", in_words=True, rule="share in words")


def _read_alone(match: re.Match[str]) -> Amount | None:
    """The first number of what looked like a share, with its own unit: "63,417 hours in 2017"."""
    alone = _ALONE.match(match.string, match.start())
    return _read_atom(alone) if alone else None


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(Decimal("0.01")).normalize() + 0


def _read_fraction(match: re.Match[str]) -> Amount | None:
    whole = _FRACTIONS[match["under"].lower()]
    over = (match["over"] or "").lower()
    if whole != 2 and not over:
        return None
    part = parse(over) if over not in ("", "a", "an") else Decimal(1)
    return Amount(Span(*match.span()), _percent(part, Decimal(whole)), unit="%", in_words=True, rule="fraction in words")


def _read_halves(match: re.Match[str]) -> Amount:
    return Amount(Span(*match.span()), parse(match[0]), in_words=True)


def _read_multiple(match: re.Match[str]) -> Amount:
    word, span = match["multiple"].lower(), Span(*match.span())
    value = Decimal(_MULTIPLES[word])
    if word == "halved":
        return Amount(span, value, unit="%", direction="down", in_words=True, rule="multiple in words")
    direction = "up" if word not in ("double", "twice") else None
    return Amount(span, value, unit="times", direction=direction, in_words=True, rule="multiple in words")


def _read_atom(match: re.Match[str]) -> Amount:
    number, sign, currency, scale, half = match.group("number", "sign", "currency", "scale", "half")
    value = parse(number) + (Decimal("0.5") if half else 0)
    if scale:
        value *= _SCALES[scale.strip().lower()]
    unit, tail = None, match.lastgroup  # what is said last
    if currency:
        unit = _CURRENCIES[currency.strip()]
    elif tail == "pence":
        unit, value = "GBP", value / 100
    elif tail == "points":
        unit = "points" if _plain_unit(match[tail]) in ("point", "points") else "percentage points"
    elif tail == "percent":
        unit = "%"
    elif tail in ("times", "rank"):
        unit = tail
    elif tail == "unit":
        unit = _UNIT_NAMES[_plain_unit(match[tail])]
    direction = _SIGNS.get(sign.strip()) if sign else None
    return Amount(Span(*match.span()), value, unit=unit, direction=direction, in_words=not number[:1].isdigit())


def _read_single(match: re.Match[str]) -> Amount | None:
    """As in "almost a minute"; without a qualifier "a week" is a base: "400 a week"."""
    start = match.start()
    if not _LESS_OR_MORE.search(match.string, max(0, start - 12), start):
        return None
    return Amount(Span(*match.span()), Decimal(1), unit=match[0].lower().split()[1] + "s", in_words=True)


def _read_clock(match: re.Match[str]) -> Amount:
    """As in "6m 12s", "1h 05m": alone an "m" is a million."""
    parts = _LETTERED.findall(match["clock"].lower())
    unit = _LETTERS[parts[-1][1]]
    seconds = sum(int(number) * _SECONDS[_LETTERS[letter]] for number, letter in parts)
    return Amount(Span(*match.span()), Decimal(seconds) / _SECONDS[unit], unit=unit, rule="compound length")


_READERS = {"clock": _read_clock, "ratio": _read_ratio, "share": _read_share, "fraction": _read_fraction, "halves": _read_halves, "multiple": _read_multiple, "single": _read_single}


def _plain_unit(said: str) -> str:
    """A unit in small letters, whatever white space or hyphen is in front of it or inside."""
    return " ".join(said.lower().lstrip("-").split())


def _join(text: str, atoms: list[Amount]) -> Iterator[Amount]:
    at = 0
    while at < len(atoms):
        first, second = atoms[at], atoms[at + 1] if at + 1 < len(atoms) else None
        joined = _join_pair(text, first, second) if second else None
        if second and not joined and text[max(0, first.span.start - 5) : first.span.start].lower() == "from ":
            first, joined = _join_from(text, first, second)
        if joined:
            yield joined
        else:
            yield first
        at += 2 if joined else 1


# "We have revised last year's figure of 1,012 to 1,027": what it was and is.
_CHANGED, _CHANGED_REACH = re.compile(r"\b(?:revis|correct|restat|amend|adjust)(?:e|ed|ing|es|s)?\s[^.;,\d]{0,40}$"), 60


def _join_from(text: str, first: Amount, second: Amount) -> tuple[Amount, Amount | None]:
    """As in "from £2 to £4 million" shares its scale; in "from 14 to 15 minutes to six" the first two are a range."""
    gap = text[first.span.end : second.span.start]
    if gap == " to " and _TO_A_THIRD.match(text, second.span.end):
        span = Span(first.span.start, second.span.end)
        return first, Amount(span, None, first.value, second.value, second.unit, in_words=first.in_words, rule="range")
    is_goal = re.fullmatch(r"\sto\s(?:\w+\s){0,2}", gap) is not None
    return first._replace(value=_scaled_like(first, second)) if is_goal else first, None


def _join_pair(text: str, first: Amount, second: Amount) -> Amount | None:
    if first.value is None or second.value is None:
        return None
    gap = text[first.span.end : second.span.start]
    if len(gap) > len(" and "):  # the longest of the gaps below
        return None
    before = text[max(0, first.span.start - 9) : first.span.start].lower()
    larger, smaller = _SECONDS.get(first.unit or "", 0), _SECONDS.get(second.unit or "", 0)
    if larger > smaller > 0 and gap in (" ", " and ", ", "):
        value = (first.value * larger + second.value * smaller) / smaller
        span = Span(first.span.start, second.span.end)
        return first._replace(span=span, value=value, unit=second.unit, rule="compound length")
    is_between = before.endswith("between ") and re.fullmatch(r"\s(?:and|to)\s", gap) is not None
    low_first = first.value < second.value and second.value <= 10 * first.value and first.rule == second.rule == "number"
    signed = bool(second.direction) and gap == "" and text[second.span.start] in "-−"
    is_year = text[first.span.start - 1 : first.span.start] in ("/", "-") or _YEAR_BEHIND.search(text[first.span.start : first.span.end])
    is_goal = before.endswith("by ") and first.unit == second.unit  # "by £1.3m to £8.9m"
    is_goal = is_goal or _CHANGED.search(text[max(0, first.span.start - _CHANGED_REACH) : first.span.start]) is not None
    is_range = gap == " to " and low_first and not is_year and not is_goal and not before.endswith(("from ", "(", "score of ", "rate of "))
    is_dashed = _DASH.fullmatch(gap) is not None or signed or is_range
    if not (is_between or is_dashed) or {first.unit, second.unit} - {None, second.unit}:
        return None
    low = _scaled_like(first, second)
    start = first.span.start - len("between ") if is_between else first.span.start
    span = Span(start, second.span.end)
    return Amount(span, None, low, second.value, second.unit, in_words=first.in_words, rule="range")


def _scaled_like(first: Amount, second: Amount) -> Decimal | None:
    """The first of "£2 to £4 million", whose scale stands behind the second alone."""
    if first.unit != "GBP" or not first.value or not second.value or second.value < 1000 * first.value or first.value >= 1000:
        return first.value
    return first.value * next(scale for scale in (10**9, 10**6, 10**3) if second.value >= scale)


_GOING = re.compile(r"\b(?:go|goes|going|gone|went|moved?|moving|crept|shot|pushed|brought|taken|adds?|added|adding)\s$", re.IGNORECASE)


_BOUND_BEHIND = re.compile(r"\sor\s(?:(more|over|above|higher)|less|fewer|under|below|lower|sooner|faster)\b", re.IGNORECASE)


_GROWN = re.compile(r"\b(?:increase|decrease|rise|fall|reduction|growth|improvement)\sof\s[£\d][\d.,]*[\w%]*(?:\spoints?|\sper\scent)?(?:\s\([^()]{1,20}\))?\s$")
_MAX_GROWTH = 60


# "396,210 calls, slightly fewer than 402,318 last year", "94.6%, a shade below 95.1%": no bound, but what it is compared with.
_SET_BESIDE = re.compile(
    r"[^.;:()]{0,40},\s(?:(?:which\s(?:is|was)|still|again|and)\s)?"
    r"(?:(?:slightly|somewhat|marginally|considerably|significantly|substantially|far|much|only\sjust|just"
    r"|a\s(?:little|bit|shade|touch|fraction|whisker|good\sdeal|great\sdeal|lot))\s)?"
)
_BESIDE = frozenset(("more than", "less than", "fewer than", "above", "below", "under", "over"))
# A bound is a round number; what is printed to its last digit, or has a time of its own, is another value.
_TO_THE_LAST = re.compile(r"£?\d[\d,]+[1-9]|£?[\d,]*\.\d+%?")
_OF_TIME = re.compile(rf"\s(?:[a-z]+\s)?(?:(?:in|for|of)\s)?(?:{YEAR_BEFORE}|20\d\d\b)", re.IGNORECASE)


def _is_set_beside(text: str, amount: Amount, floor: int, match: re.Match[str]) -> bool:
    """Whether a number is compared with the one before: "396,210 calls, slightly fewer than 402,318 last year"."""
    if not floor or match[1].lower() not in _BESIDE or not _SET_BESIDE.fullmatch(text, floor, match.start()):
        return False
    is_exact = _TO_THE_LAST.fullmatch(text, amount.span.start, amount.span.end) is not None
    return is_exact or _OF_TIME.match(text, amount.span.end) is not None


def _qualify(text: str, amount: Amount, floor: int) -> Amount:
    """The amount with the qualifier in front of it or behind; "266 more than twelve" has none, its words belong to 266."""
    if bound := _BOUND_BEHIND.match(text, amount.span.end):  # "ten seconds or less"
        span = Span(amount.span.start, bound.end())
        return amount._replace(span=span, qualifier="at_least" if bound[1] else "up_to")
    start = amount.span.start
    if amount.unit in _SECONDS and text[max(0, start - len("longer than ")) : start].lower() == "longer than ":
        return amount._replace(qualifier="over")  # whose words stay outside: "nobody waits longer than five days"
    first = max(floor, start - _MAX_QUALIFIER)
    match = _QUALIFIER.search(text, first, start) if ends_in(text[first:start], _QUALIFIER_ENDINGS) else None
    is_others = match and floor and match[1].lower().endswith("than") and not text[floor : match.start()].strip()
    if not match or (is_others and not _YEAR_BEHIND.search(text[max(0, floor - 5) : floor])):
        return amount
    if _is_set_beside(text, amount, floor, match):
        return amount
    begin = match.start()
    if match[1].lower() == "over" and _GROWN.search(text, max(0, begin - _MAX_GROWTH), begin):
        return amount  # "an increase of £15 (6.3%) over £236"
    if match[1].lower() == "up to" and _GOING.search(text, max(0, begin - _MAX_QUALIFIER), begin):
        return amount  # "has gone up to 38.8%"
    word = re.sub(r"\s+", " ", match[1].lower())
    return amount._replace(span=Span(begin, amount.span.end), qualifier=_QUALIFIERS[word])
