"""Noun phrases of a sentence: the subject of a verb, what a number counts, what stands before a word."""

import re

from reportparse.language.clauses import Sentence
from reportparse.language.nouns import is_plural
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_LEADING, _OF_HEADS = words("nouns", "leading"), words("nouns", "of_heads")
_LEAD, _NOUN = re.compile(r"R*,?P[DANXP]*?[NX](?=D)"), re.compile(r"[AN]+")
_LEADS_TO = {"thanks", "according", "owing", "due", "prior"}  # and "to"
_SPANS_OF_TIME = {
    "year", "years", "month", "months", "quarter", "period", "week", "weeks", "time", "spring", "summer", "autumn", "winter", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter",
}  # fmt: skip
_NOUN_AND_WHO = re.compile(r"[DAN]*N(?:P[DAN]*[NM])*P?S(?=[^Q,;:()]*$)")  # "the share of victims who felt that they had been heard"
_ROW, _ROW_START = re.compile(r"[AN]+(?:,[AN]+)*C[AN]+"), re.compile(r"[AN]+(?:,[AN]+)*")
_LABELLED = re.compile(r"NX(?:CX)?(?=[AN])")  # "tier one and two knife offences"
_DATED_ASIDE = re.compile(r"Q[AN]*P[DA]*T[^,;:SCBWV]*,R*[BWVE]P?Q")
_THOSE = ("this", "that", "these", "those")
_STATES = words("nouns", "states")
_TURNING = ("year", "month", "week", "quarter")
_OPEN_NOUN = "ANGRDP"
_INSIDE_SUBJECT = "DANPXTQCERGI\"'()%&"
_MAX_NOUN_WORDS = 7


def subject_of(sentence: Sentence, verb: int, start: int) -> tuple[int, int] | None:
    """The noun phrase (first, behind the last) in front of the verb at token `verb`, from `start` on."""
    last = verb
    while last > start and sentence.tags[last - 1] in "R,":
        if sentence.tags[last - 1] == ",":
            last = _before_parenthesis(sentence, last - 1, start)
        else:
            last -= 1
    if sentence.word(last - 1) == "there" and last - 1 > start:  # "for every 1,000 residents there were": what stands before it tells when or of whom
        start = last - 1
    opening = _NOUN_AND_WHO.match(sentence.tags, start, last)
    if not opening and "S" in sentence.tags[start:last] and (comma := sentence.tags.rfind(",", start, last)) > 0:
        start = comma + 1  # "Following an effort, the proportion of stops where video has been used has increased"
        opening = _NOUN_AND_WHO.match(sentence.tags, start, last)
    first = start if opening and sentence.word(opening.end() - 1) in ("who", "which", "that", "where") else last
    while first > start and _in_subject(sentence, first - 1, last, start):
        first -= 1
    first = _without_lead(sentence, first, last)
    return (first, last) if any(tag in "NAMXQ" for tag in sentence.tags[first:last]) else None


def _before_parenthesis(sentence: Sentence, comma: int, start: int) -> int:
    """Where "the number, which had fallen before," had its noun."""
    for left in range(comma - 1, start - 1, -1):
        if sentence.tags[left] == ",":
            is_clause = sentence.tag(left + 1) in "SE" or sentence.word(left + 1) == "as"  # which may hold an "and"
            is_clause = is_clause or sentence.tags[left + 1 : left + 3] == "PS"  # ", from which charities may ask for more,"
            is_aside = is_clause or is_dated_aside(sentence, left + 1) or (sentence.tag(left + 1) in "GPD" and "C" not in sentence.tags[left:comma])
            return left if is_aside else comma
    return comma


def is_dated_aside(sentence: Sentence, at: int) -> bool:
    """Whether a number opens an aside that tells its time: "Robberies, 906 in 2021/22, came to 815"."""
    return sentence.tag(at - 1) == "," and _DATED_ASIDE.match(sentence.tags, at) is not None


def _in_subject(sentence: Sentence, at: int, last: int, start: int) -> bool:
    tag = sentence.tags[at]
    if tag == "E":
        is_finite = at + 1 < last and sentence.tags[at + 1] in "DQAN" and not sentence.word(at + 1).startswith(("within", "under", "over"))
        return at > start and (sentence.tags[at - 1] in "NRCX)E" or sentence.word(at - 1) in ("being", "be")) and not is_finite
    if tag == "B" and sentence.word(at) == "being":  # "the likelihood of being searched"
        return at > start and sentence.tags[at - 1] == "P"
    if tag == "B" and at > start and sentence.tags[at - 1] == "I":  # "devices waiting to be examined"
        return True
    if tag in "VBWS" and _is_relative(sentence, at, last, start):
        return True
    if tag == "V":
        return at > start and sentence.tags[at - 1] == "I" and at + 1 < last
    if tag == "M":
        return at + 1 == last or (sentence.word(at) in ("that", "those") and sentence.tags[at + 1] == "P")  # "while that for staff was"
    if tag == ",":
        right = sentence.tags[at + 1 : last]
        of = sentence.tags.rfind("P", start, at)
        if sentence.word(of) == "of" and _ROW.fullmatch(right) and _ROW_START.fullmatch(sentence.tags, of + 1, at):
            return True  # "the proportion of Black, Asian and Minority Ethnic officers"
        return "C" in right and "P" not in sentence.tags[start:at] and "T" not in sentence.tags[start:at]
    return tag in _INSIDE_SUBJECT


def _is_relative(sentence: Sentence, at: int, last: int, start: int) -> bool:
    """Whether the token is in a relative clause on the subject: "reoffending among those who attend is lower"."""
    left = at
    while left > start and sentence.tags[left] in "BWVERANP" and sentence.tags[left] != "S" and at - left < 6:
        left -= 1
    is_open = sentence.tags[left] == "S" and sentence.word(left) in ("who", "which", "that", "where") and sentence.tag(left - 1) in "NMD"
    return is_open and (at < last - 1 or sentence.tags[at] in "VE")


def _without_lead(sentence: Sentence, first: int, last: int) -> int:
    """Past what stands in front of a subject: "In 2019/20", "Across Kent", "However"."""
    tags = sentence.tags
    if "whole" in sentence.said[first + 2 : last - 1]:  # "In the county as a whole violent crime was down"
        whole = sentence.said.index("whole", first + 2)
        if sentence.said[whole - 2 : whole] == ["as", "a"]:
            return _without_lead(sentence, whole + 1, last)
    while first < last and tags[first] in "C,":
        first += 1
    period = tags.rfind("T", first, last)
    if period >= 0 and tags[first] == "P" and period + 1 < last:
        return _without_lead(sentence, period + 1, last)
    first += 2 * (sentence.word(first) in _LEADS_TO and sentence.word(first + 1) == "to")
    first += 2 * (sentence.said[first : first + 2] in (["to", "date"], ["in", "addition"]))
    first += 3 * (tags[first : first + 3] == "PDN" and first + 3 < last and sentence.word(first + 1) in _THOSE)  # "in those places violence"
    first += _place_in_front(sentence, first, last) or _time_in_front(sentence, first, last)
    lead = _LEAD.match(tags[first:last])
    first += lead.end() if lead else 0
    while first < last and (tags[first] in "RCP,I" or (tags[first] == "G" and tags[first + 1] in "DP")):
        first += 1
    return first


def _place_in_front(sentence: Sentence, first: int, last: int) -> int:
    """How many tokens "In Bristol" takes before a subject without a comma: "In Bristol burglary was down"."""
    if sentence.word(first) not in ("in", "across"):
        return 0
    at = first + 1
    while at < last and sentence.text[sentence.spans[at][0]].isupper():
        at += 1
    return at - first if first + 1 < at < last and sentence.tags[at] in "NA" else 0


def _time_in_front(sentence: Sentence, first: int, last: int) -> int:
    """How many tokens "Over the same months" takes before a subject without a comma."""
    if sentence.tags[first : first + 1] != "P":
        return 0
    stop = next((at for at in range(first + 1, min(first + 5, last)) if sentence.word(at) in _SPANS_OF_TIME), last)
    return stop + 1 - first if stop + 1 < last and sentence.tags[stop + 1] in "DANMQ" else 0


def noun_after(sentence: Sentence, at: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `at`: what is counted.

    Behind a plural only another plural or a name goes on; "of" goes on behind "members" and its like.
    """
    if (at, end) not in sentence.nouns:
        sentence.nouns[at, end] = _find_noun(sentence, at, end)
    return sentence.nouns[at, end]


def _find_noun(sentence: Sentence, at: int, end: int) -> tuple[int, int] | None:
    tags, said = sentence.tags, sentence.said
    if not _may_open(sentence, at):
        return None
    if (label := _LABELLED.match(tags, at)) and (noun := noun_after(sentence, label.end(), end)):
        return at, noun[1]
    first, is_of = at, said[at] == "of"
    while first < end and (said[first] in _LEADING or (is_of and tags[first] in "DX")):
        first += 1
    if is_of and _is_time_noun(sentence, first):
        return None
    if sentence.tag(first) == "R" and sentence.tag(first + 1) in "EA":
        first += 1
    last, plural, stop = first, False, min(end, first + _MAX_NOUN_WORDS)
    while last < stop:
        tag, word = tags[last], said[last]
        if word == "of" and last > first and (said[last - 1] in _OF_HEADS or _is_within_name(sentence, last, plural)):
            plural = False
        elif tag == "C" and last > first and _joins(sentence, last, plural):
            pass
        elif not _goes_on(sentence, last, tag, word, plural):
            break
        else:
            plural = is_plural(word) and tag == "N"
        last += 1
    if last == first + 1 and said[first] in _STATES:  # "with nine overdue"
        return None
    while last > first and tags[last - 1] in "PCA" and not (tags[last - 1] == "A" and last - 1 == first):
        last -= 1
    is_whose = sentence.tag(last) == "Q" and is_owner(said[last - 1])  # "12 of the Force's 40 stations"
    return (first, last) if last > first and not is_whose else None


def is_owner(word: str) -> bool:
    """Whether a word says whose the next one is: "Force's".

    >>> is_owner("Force’s"), is_owner("forces")
    (True, False)
    """
    return word.endswith(("'s", "’s"))


def whole_of(sentence: Sentence, at: int, end: int) -> tuple[int, int] | None:
    """What the next number counts, of which the one at a token is a part: "12 of the Force's 40 stations"."""
    owner = next((behind for behind in range(at + 3, at + 6) if is_owner(sentence.word(behind - 1))), 0)
    whole = owner or at + 2 + (sentence.tag(at + 2) == "D")
    if sentence.word(at + 1) != "of" or sentence.tag(whole) != "Q":
        return None
    return noun_after(sentence, whole + 1, end if end > whole else len(sentence.tags))


def _may_open(sentence: Sentence, at: int) -> bool:
    """Whether a noun may begin at a token: "this year" is a time."""
    is_time = sentence.word(at) in ("next", "last", "this") and sentence.word(at + 1) in _TURNING
    return not is_time and (sentence.tag(at) in _OPEN_NOUN or _is_rung(sentence, at))


def _is_rung(sentence: Sentence, at: int) -> bool:
    """As in "272,311 999 calls": which calls."""
    return sentence.word(at) in ("999", "101") and sentence.tag(at) == "X" and sentence.tag(at + 1) == "N"


def _is_within_name(sentence: Sentence, at: int, plural: bool) -> bool:
    """Whether "of" stands inside a name that goes on to what is counted: "Freedom of Information requests"."""
    starts = [sentence.text[sentence.spans[near][0]] for near in (at - 1, at + 1) if near < len(sentence.spans)]
    following = _NOUN.match(sentence.tags[at + 1 : at + 4])
    return not plural and all(map(str.isupper, starts)) and following is not None and is_plural(sentence.word(at + following.end()))


def _is_time_noun(sentence: Sentence, at: int) -> bool:
    """As in "the 4,203 of a year earlier", "the 41 of the previous year"."""
    at += sentence.word(at) in ("previous", "last", "preceding", "prior", "same", "financial")
    return sentence.word(at).removesuffix("'s").removesuffix("’s") in ("year", "month", "quarter", "period", "report")


def _joins(sentence: Sentence, at: int, plural: bool) -> bool:
    """Whether "and" stays inside: "rape and other sexual offences", but not "officers and 12 staff"."""
    following = _NOUN.match(sentence.tags[at + 1 : at + 4])
    return not plural and following is not None and is_plural(sentence.word(at + following.end()))


def _goes_on(sentence: Sentence, at: int, tag: str, word: str, plural: bool) -> bool:
    if _is_rung(sentence, at):
        return True
    if tag not in "ANG" or (tag == "G" and (plural or sentence.tag(at + 1) != "N")):
        return False
    if not plural:
        return True
    is_name = sentence.text[sentence.spans[at][0]].isupper()
    return is_name or (tag == "N" and is_plural(word) and base_of(word) == word)


def noun_apposed(sentence: Sentence, at: int, start: int) -> tuple[int, int] | None:
    """The noun phrase whose number follows it, set apart: "the volunteers, 388 of them, recorded", "(388 of them)"."""
    is_between = sentence.tag(at - 1) + sentence.tag(at + 3) in (",,", "()")
    if not is_between or sentence.said[at + 1 : at + 3] != ["of", "them"] or "Q" in sentence.tags[start : at - 1]:
        return None
    return noun_before(sentence, at - 1, start)


def noun_before(sentence: Sentence, at: int, start: int) -> tuple[int, int] | None:
    """The noun phrase, with what hangs on it by "of" and its like, that ends just before token `at`."""
    first = at
    while first > start and (sentence.tags[first - 1] in "DANPXTCR\"'" or (sentence.tags[first - 1] == "G" and sentence.tag(first - 2) == "N")):
        first -= 1
    own = sentence.tags.rfind("CD", first, at)  # "a further offence and a saving of £1,450"
    first = own + 1 if own > first and "N" in sentence.tags[own:at] else _without_lead(sentence, first, at)
    return (first, at) if any(tag in "NX" for tag in sentence.tags[first:at]) else None
