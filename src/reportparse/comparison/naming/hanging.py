"""How a figure hangs on the one before it in its record: a part, a share, the same at another time."""

import re

from reportparse.comparison.naming.parts import find_done
from reportparse.comparison.terms.numbers import is_same
from reportparse.comparison.terms.wording import find_clause, find_sentence
from reportparse.models.facts import Figure

# What stands in brackets behind a value is the same thing at another time: "90.1% (88.4% in 2021/22)".
_IN_BRACKETS = re.compile(r"\(\s*(?:[£]?[\d,.]+\s?(?:%|m|bn|k|million)?)\s(?:in|for|the\syear\sbefore|last\syear)\b")
_BARE = re.compile(r"\(\s*[£]?[\d,.]+\s?(?:%|m|bn|k|million)?\s*\)")
# "84.2% were satisfied; treatment was rated highest (92.8%)": the bracket is of what follows the number before.
_ANOTHER_PART = re.compile(r"[;:.,)]\s|\b(?:and|while|with|but|was|were)\s")
# "9,655 offences of arson and criminal damage (9,702)": one thing.
_JOINED_NOUN = re.compile(r"\sand\s(?:(?!was|were|had|have|has|are|is)[a-z-]+\s){1,2}$")
# "702 were seriously injured (626)"; behind another bracket of its sentence a longer one: "(3,318), of which 1,311 were
# handled under Schedule 3 (1,204)".
_WAS = r"(?:\s(?!and\b|while\b|but\b|with\b)[a-z-]+){0,2}\s(?:was|were)\s"
_ONE_PREDICATE = re.compile(rf"{_WAS}(?:(?!and\b|while\b|but\b|with\b)[a-z-]+\s){{1,4}}")
_LONG_PREDICATE = re.compile(
    rf"{_WAS}(?:(?!and\b|while\b|but\b|with\b)(?:[A-Za-z][\w’'-]*|(?<=[a-z]\s)\d{{1,2}})\s){{1,8}}"
)
_BRACKETED = re.compile(r"\(\s?£?\d[^()]*\)")
_PAIR = re.compile(r"\(\s*[£]?[\d,.]+%?\sand\s[£]?[\d,.]+%?\s*\)")
# "Four in five victims (", "Three in four were satisfied: " in front of the exact share, from which a share in words is
# no further than so many points.
_OPENS_BRACKET = re.compile(r"[^().;:\d]{0,50}(?:\(|:\s)")
MAX_ROUNDED = 3.0
_PASSED = re.compile(r"\b(?:past|passed|topped|exceeded|surpassed|crossed|broke(?:n)?(?:\sthrough)?)\s(?:the\s)?$")
# A bare number in brackets is the year before's where it is of the size of the value before it.
MAX_RATIO = 2.0
# "For hate crime it was 16.4%".
_FOR = re.compile(
    r"(?:[Ff]or|[Aa]mong)\s(?!the\s(?:year|force|county)\b|\d)([^,\d]+?)(?:\s(?:alone|only))?,?(?:\s(?:who|which)\s[^,\d]+,)?\s(?:it|this|the\s(?:figure|rate|number|share|proportion))"
    r"\s(?:was|is|stood|rose|fell|went|came|grew|dropped|increased|decreased)\b"
)
_FOR_NEXT = re.compile(
    r"\d%?(?:,\sand|,|\sand)\s(?:for|among|in|that\sof)\s((?!the\s(?:year|previous)|\d)[^,.;\d]{3,50}?)(?:,\sto|\sit\swas)?\s$"
)
# "of which 1,701 were rape", "Of these, 8.2% were abandoned", "88% of them".
_PART_BEFORE = re.compile(
    r"(?<!\d\s)(?<!\bresult\s)(?<!\bconsequence\s)(?<!\bcourse\s)\b(?:of|among|amongst)\s(?:which|whom|these|those|them)\b[^.;\d]{0,30}$"
    r"|(?:^|[.:]\s)(?:of|among|amongst)\s(?:these|those|them)\b[^.]*$"
    r"|(?:^|[.;]\s)of\s(?:the|all|our)\s(?:[^.;,\d]|20\d\d(?:[/–-]\d\d)?){3,60}?,?\s$",
    re.IGNORECASE,
)
# "More than half, £243.8m, came from Government".
_SHARE_FIRST = re.compile(
    r"(?:\b(?:half|(?:a|one|two|three)[\s-](?:thirds?|quarters?|fifths?|tenths?))|\d\s?%|\bper\scent)(?:\sof\s(?:it|this|that|which))?,\s(?:or\s)?$",
    re.IGNORECASE,
)
_CAME = re.compile(r",\s(?:came|comes|come|went|goes|is|was)\s")
# "The number of crimes fell. There were 57,604 of them".
_WHOLE_BEFORE = re.compile(r"(?:^|[.;]\s)There\s(?:was|were|are)\s(?:\w+\s)?$")
# "77 requests for a review: 14 were upheld, 55 were not": a number without a noun behind one with it.
_NO_NOUN = re.compile(r"\s(?:was|were|did|had|have|has|are|is|could|went|took|chose)\b")
# "151 reviews were completed, with 27 (18%) upheld".
_DONE_BEHIND = re.compile(r"(?:\s\([^()]*\))?\s(?:being\s|then\s)?[a-z]{2,}(?:ed|eld)\b(?!\s(?:by\s)?[a-z]+s\b)")
_ONE_OF_THEM = re.compile(r"[^.;,\d]{0,40}\b(?:one|them|each|it)\b")
_PART_BEHIND = re.compile(
    r"\s?(?:of|among|amongst)\s(?:(?:these|them|which|whom)\b|those\b(?!\s(?:\w+ed|who|that|in(?!\s20))\b)|the\s(?:total|whole)\b|the\s[a-z]{4,}s,?\s(?!of\b)|(?:all\s)?(?:cases|offences|incidents)\b)"
)
# "In 2022/23 there were 26,832 of them": all that there were.
_THERE = re.compile(r"\b[Tt]here\s(?:were|are|was|is|had\sbeen|have\sbeen)\s(?:\w+\s){0,2}$")
_LISTED = re.compile(r"\d[\d,]*\s[a-z][^.:;]*[:;]\s(?:[^.:]*(?:[,;]|\band)\s)?(?:a\sfurther\s)?$")
_SENTENCE_BEGINS = re.compile(r"[\w)%]\.\s$")
# "with a charge rate of 10.2%", "and 4.2% resulted in a charge": shares of what has just been counted.
_SHARE_BEFORE = re.compile(
    r"(?:,\s|\s)(?:with|and|but)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,4}(?:of\s|at\s)?$"
    r"|;\s$"
    r"|\b(?:third|quarter|half|fifth|tenth|thirds|quarters|fifths),\s$"  # "More than a third, 35.1%, are women"
    r"|\b[Tt]he\s(?:[\w-]+\s){0,3}(?:rate|proportion|share|percentage)\s(?:\w+\s){0,3}(?:was|is|stood\sat|(?:rose|fell|increased|decreased|improved|dropped|grew|went\s\w+)\s(?:to|from))\s$"
    r"|\band\sthe\s(?:[\w-]+\s){0,3}(?:rate|proportion|share|percentage)\s(?:\w+\s){0,2}(?:improved|rose|fell|increased|dropped|went\s\w+|came\sdown|climbed)\sto\s$"
)
# Counted in the sentence before: "612 complaints were made. 61% of them", and "612 complaints. 61% were resolved".
_COUNTED_BEFORE = re.compile(r"\d[\d,]*\s[a-z]+(?:\s[a-z]+)?\.\s$")
_VERB_FIRST = re.compile(r"(?:was|were|had|have|has|led|resulted|ended)\b")
_IN_TOTAL = re.compile(r"\s(?:in\s(?:total|all)|altogether)\b")
_CHANGED_TO = re.compile(r"(?:\bby\s[\w,]+|\b[\w,]+\s(?:more|fewer|less)\b[^,;.]*),\s$")
# "The previous year's total was 102,418", "In the year before it was 98".
_SAME_BEFORE = re.compile(
    r"(?:(?:The|That|Last|In)\s)?(?:the\s)?"
    r"(?:(?:previous|prior|preceding)?\s?year(?:’s|'s)\s(?:total|figure|number|level|equivalent)"
    r"|(?:total|figure|number|level|equivalent(?:\sfigure)?|comparable\sfigure|corresponding\sfigure)\s(?:for|in)\s"
    r"(?:the\s(?:previous|preceding|prior)\s\w+|[^,.]{0,20}20\d\d\S*)"
    r"|(?:previous\syear|year\sbefore|year\searlier),?\s"
    r"(?:it|this|there|that|the\s(?:\w+\s)?(?:figure|number|total|rate|share|proportion)))\s(?:was|were|had\sbeen|stood\sat)\s$",
    re.IGNORECASE,
)


_APART = re.compile(
    r"\b(?:[Aa](?:nother)?\s(?:separate|different|narrower|wider|second)|[Aa]nother)\s(?:survey|question|poll|count|measure|definition)\b"
    r"|\b(?:is|was|are|were)\s(?:surveyed|asked|counted|measured|recorded)\s(?:apart|separately|elsewhere),"
    r"|\b(?:bids?|bidding|appl(?:y|ied)|asked)\sfor\s(?:more|further|extra|additional)\b"
    r"|^\s*If\s[^,.]+(?:,|\btoo,)\s",
    re.MULTILINE,
)


def is_in_brackets(figure: Figure, text: str) -> bool:
    """Whether it is the value of another time, in brackets behind its own: "90.1% (88.4% in 2021/22)"."""
    start = max(0, figure.source.start - 2)
    match = _IN_BRACKETS.search(text, start)
    return match is not None and match.start() < figure.source.end


def is_bare_in_brackets(figure: Figure, before: Figure, text: str) -> bool:
    """Whether it stands alone in brackets, of the size of the value before it: "1,571 robberies (1,362)"."""
    match = _BARE.match(text, text.rfind("(", 0, figure.source.end))
    if match is None or match.end() <= figure.source.start or before.role != "actual":
        return False
    between = _JOINED_NOUN.sub(" ", text[before.source.end : match.start()])
    if text.endswith(", ", 0, before.source.start):
        between = between.removeprefix(",")  # "Fewer than half, 39%, feel safe at night (38%)"
    start, _ = find_sentence(text, before.source.start)
    is_behind = _BRACKETED.search(text, start, before.source.start) is not None
    predicate = _LONG_PREDICATE if is_behind else _ONE_PREDICATE
    if _ANOTHER_PART.search(between) and not predicate.fullmatch(between):
        return False
    value, other = float(figure.value or 0), float(before.value or 0)
    if is_same(value, figure.text, other, before.text):  # "nine in ten (90.3%)"
        return False
    return other / MAX_RATIO <= value <= other * MAX_RATIO


def is_said_exactly(figure: Figure, following: Figure | None, text: str) -> bool:
    """Whether the next number, in brackets, is what this share in words rounds: "four in five victims (80.3%)"."""
    if following is None or following.source.id != figure.source.id or any(map(str.isdigit, figure.text)):
        return False
    gap = text[figure.source.end : following.source.start]
    is_near = abs(float(following.value or 0) - float(figure.value or 0)) < MAX_ROUNDED
    return figure.kind == following.kind == "percent" and is_near and _OPENS_BRACKET.fullmatch(gap) is not None


def as_passed(figure: Figure, text: str) -> Figure:
    """A mark that was passed as what there were more than: "clips went past 40,000 for the first time, to 40,215"."""
    is_passed = figure.role == "actual" and figure.qualifier == "exact" and _PASSED.search(text[: figure.source.start])
    return figure.model_copy(update={"qualifier": "over"}) if is_passed else figure


def is_pair_in_brackets(figure: Figure, text: str) -> bool:
    """Whether it is one of two in brackets behind two: "4,903 offences, of which 1,701 were rape (4,720 and 1,588)"."""
    return any(match.start() < figure.source.start < match.end() for match in _PAIR.finditer(text))


def is_said_again(figure: Figure, text: str) -> bool:
    """Whether the words in front say that it is of what the one before is: "The previous year's total was 102,418"."""
    clause = find_clause(figure, text)
    start = text.find(clause)
    return _SAME_BEFORE.fullmatch(text[start : figure.source.start].lstrip()) is not None


def find_other(figure: Figure, text: str) -> str:
    """What a clause says that its number is of, where it goes on from the one before: "For hate crime it was 16.4%".

    Or in a row: "4.1% for rape, for burglary 14.2% and for hate crime 13.0%".
    """
    match = _FOR_NEXT.search(text[: figure.source.start]) or _FOR.match(find_clause(figure, text).strip())
    return match[1] if match else ""


def is_part(figure: Figure, text: str) -> bool:
    """Whether it is a part of what the figure before it counts: "of which 1,701 were rape"."""
    before = text[: figure.source.start]
    if _WHOLE_BEFORE.search(before):
        return False
    if is_said_part(figure, text):
        return True
    is_bare = figure.kind == "count" and _NO_NOUN.match(text, figure.source.end) is not None
    is_done = figure.kind == "count" and _DONE_BEHIND.match(text, figure.source.end) is not None
    if is_done and before.endswith(" with "):
        return True
    if is_bare and (_LISTED.search(before) or _begins_behind_number(before) or find_done(figure, text)):
        return True
    return figure.kind == "duration" and _ONE_OF_THEM.match(text, figure.source.end) is not None


def is_said_part(figure: Figure, text: str) -> bool:
    """Whether words say that it is a part: "of these", "88% of them"."""
    before = text[: figure.source.start]
    if before.endswith("(") and text.startswith(" of them)", figure.source.end):
        return False  # "volunteers (1,089 of them)": that many there are
    if _SHARE_FIRST.search(before) and _CAME.match(text, figure.source.end):
        return True
    is_behind = figure.kind != "money" and _PART_BEHIND.match(text, figure.source.end) is not None
    return (is_behind and not _THERE.search(before)) or _PART_BEFORE.search(before) is not None


def _begins_behind_number(before: str) -> bool:
    """Whether a sentence begins and the one before it has a number: not "Robbery rose. 401 were recorded"."""
    if not _SENTENCE_BEGINS.search(before):
        return False
    start, end = find_sentence(before, len(before.rstrip()) - 1)
    return any(character.isdigit() for character in before[start:end])


def is_told_apart(figure: Figure, text: str) -> bool:
    """Whether its sentence says that it is another measure: "A separate survey", "We bid for more and got"."""
    start, _ = find_sentence(text, figure.source.start)
    return _APART.search(text, start, figure.source.start) is not None


def is_sum(figure: Figure, text: str) -> bool:
    """Whether it is the sum of what stands before it: "grants of £98.9m and income of £6.1m: £105m in total".

    Behind a change it is what that led to: "three fewer homicides, 14 in all".
    """
    is_led_to = _CHANGED_TO.search(text[: figure.source.start]) is not None
    return not is_led_to and _IN_TOTAL.match(text, figure.source.end) is not None


def is_share(figure: Figure, text: str) -> bool:
    """Whether it may be a share of what the figure before it counts: "with a charge rate of 10.2%"."""
    before = text[: figure.source.start]
    is_next = _COUNTED_BEFORE.search(before) is not None and _VERB_FIRST.match(figure.measure or "") is not None
    return figure.kind == "percent" and (is_next or _SHARE_BEFORE.search(before) is not None)
