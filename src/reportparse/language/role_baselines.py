"""Roles: what an actual is compared with: "from A to B", "compared with 94%", "71% (68% in 2020/21)"."""

import re

from reportparse.language.clauses import Sentence, clause_end
from reportparse.language.directions import direction_of
from reportparse.language.links import Link, governor
from reportparse.language.role_case import Case, Role
from reportparse.language.tokens import base_of
from reportparse.language.when_own import is_then
from reportparse.language.words import words
from reportparse.years import YEAR_BEFORE

_IN_YEAR_BEFORE = re.compile(rf"(?:(?:in|for) )?{YEAR_BEFORE}")
_COMPARISONS, _WRONGS, _STATE_VERBS = words("clues", "comparisons"), words("clues", "wrongs"), words("clues", "state_verbs")
_REACH = 14  # tokens: how far "increased ... by", "target for ... is" reach over a noun phrase
_THEN_VERB = re.compile(r",R*[BVWE]")  # "which had risen to 1,192, came down to 1,074", over word classes
_TIMED_BEHIND, _TIMED_ALONE = re.compile(r"[AN]{0,2}PT"), re.compile(r"PT(?:[.,;]|$)")
_GROWN_BY = re.compile(r"Q(?:CQ)?(?:\([^()]*\))?$")
NOUN_WORDS, _VERB_OR_COMMA = re.compile(r"[DANPT]+"), re.compile(r"[BWVEG,]")  # over word classes
_DONE = re.compile(r"(?<=[AN])BR?E(?:P[DAN]+)?(?=\()")  # "179 orders were made by the courts (148)"
_WIDE = re.compile(r"\b(?:national(?:ly)?|england|similar|peer|elsewhere|uk|(?:force|regional|county)\saverage)\b")
_WIDE_ALONE = re.compile(r"\(?(?:england(?:\s(?:and|&)\swales)?|nationally|national|uk)[:\s]*")  # "71% (England and Wales 67%)"
# "in 2019 it was 164", "when it had been 6.4"
_AS_IT_WAS = re.compile(r"(?:(?:in |at )?(?:the )?(?:end of )?T(?: ,)? |when )?(?:(?:it|this|that|they|the figure) (?:was|were|had been|stood at|had stood at)|there had been)(?: only| just)?")
# "163 visits; the year before, they had made 54"
OF_YEAR_BEFORE = re.compile(r"^(?:[^;,]{0,60} )?[;,] (?:but |and |while )?(?:in )?(?:the|a) (?:year|quarter|month) (?:before|earlier)\b")
_AFTER_ONE = re.compile(r"\b(?:following|followed|after|from) (?:an? (?:record )?(?:low|high|peak)|one) of$")  # "after one of £1.9m in 2021/22"
_FROM_BASE = re.compile(r"\bfrom (?:an?|the|its|our|this|that) (?:[a-z]+ ){0,2}(?:base|starting point) of$")
_BARE_AFTER = re.compile(r"(?:PM|[AN]+)?,?P|[DANP]+,P")  # over word classes: "2,486 pieces of correspondence, after 2,167"
_LATER_THAN = ("after", "following")
_HAVING = re.compile(r", having \w+(?: with| in| out| to| of)?$")
# What may stand between "compared with a" and its number.
_BEFORE_NUMBER = frozenset(("compared", "reported", "recorded", "corrected", "revised", "restated", "amended", "published"))
_MOST = 10  # tokens of that
_YEAR = re.compile(r"\d{4}(?:[/-]\d\d)?")  # that from April 2017 comes after that of the calendar
_DOUBLE = ("double", "twice")
_PASSING = frozenset(("overtaking", "exceeding", "surpassing", "beating", "passing", "topping"))
_SET_AGAINST = frozenset(("set", "measured", "judged", "compared", "tested", "checked", "stood", "stands"))
_SETTING_BESIDE = frozenset(("above", "below", "than", "against"))
_EARLIER = re.compile(
    r"\b(?:previous|last|prior|preceding)\s(?:\w+\s)?(?:year|quarter|month|period)|\bpreviously\b|\byear\s(?:before|earlier|ago)"
)
# "(153, given as 148 in the last report)": behind an earlier value, how it was told before.
_SAID_OF_IT = re.compile(
    r"[,;] (?:previously |originally |formerly |first |last year |then )?"
    r"(?:given|reported|published|stated|shown|restated|revised|corrected|amended|updated|recorded as|not \d)\b"
)
_LATELY = re.compile(r"\b(?:in|within|during|over) the last (?:\w+ )?months?\b(?! of)")  # "the share who had seen an officer in the last month"
# "logged (2,131 in the previous year)", "2,276, previous year 2,131": beside a value with no words but of its time.
_OPENED, _TIME_IN_FRONT = re.compile(r"(?:\(|,\s|,\sand\s|\bthe\s)$"), re.compile(rf"(?:\(|[,;]\s){YEAR_BEFORE}(?:\s?[:,]|\swas|\sit\swas)?\s$", re.IGNORECASE)
_TIME_REACH = 60  # characters: the longest of these
_TIME_WORDS = 7  # tokens of it
TIME_BEHIND = re.compile(rf"\s(?:in\s|for\s|of\s)?{YEAR_BEFORE}\s?(?:[),;.]|$)", re.IGNORECASE)
_YEAR_THEN = re.compile(rf"\b{YEAR_BEFORE}\b", re.IGNORECASE)
# "Where there had been 371 in eleven", "where it had 19", "where it had recorded 2,237".
_WHERE_HAD, _WHERE_REACH = re.compile(r"\bwhere (?:there|it|they|we|i) had(?P<been> (?:been|E)(?: Q (?:in|with|by|at))?)?$"), 6
_DONE_WITH = re.compile(r"[BVWE][BVWERPDAN]*N$")  # over word classes: "£0.5m has gone into reserves, which stood at £36.2m on 31 March 2023"
_ENDS_BEFORE = re.compile(rf"\b{YEAR_BEFORE}$")  # "lower than in the year before (93.6%)"


def find_named_baseline(case: Case) -> Role | None:
    """As in "from the 2019/20 baseline of 12,000 tonnes", "double the 2021 figure of 1,950"."""
    if case.link and case.sentence.word(case.link.token).endswith(_DOUBLE) and NOUN_WORDS.fullmatch(case.sentence.tags[case.floor : case.at]):
        return Role("baseline", None, "double the ... of")
    if case.before and case.sentence.word(case.at - 1) == "the" and case.sentence.word(case.at - 2).endswith(_DOUBLE):
        return Role("baseline", None, "twice the ... of its time")
    if _is_beside_that(case):
        return Role("baseline", None, "in addition to the ... of its time")
    if _is_part_of_earlier(case):
        return Role("baseline", None, "part of the ... of its time")
    if _is_passed(case):
        return Role("baseline", None, "passing the ... of its time")
    if _FROM_BASE.search(" ".join(case.sentence.said[max(case.floor, case.at - _WHERE_REACH) : case.at])):
        return Role("baseline", None, "from a base of")
    near = case.sentence.said[max(case.floor, case.at - 3) : case.at]
    return Role("baseline", None, "“baseline”") if "baseline" in near else None


def _is_beside_that(case: Case) -> bool:
    """As in "a grant of £2.9 million, in addition to the £1.4 million of 2018/19"."""
    sentence, at = case.sentence, case.at
    is_beside = " ".join(sentence.said[max(0, at - 4) : at]) == "in addition to the" and sentence.tags[at + 1 : at + 3] == "PT"
    return is_beside and case.before is not None and case.before.name == "actual"


def _is_part_of_earlier(case: Case) -> bool:
    """As in "164 visits, less than half of the 379 of 2019/20", "a third of the 90 in 2019/20", "a fraction of the 554"."""
    sentence, at = case.sentence, case.at
    is_timed = _TIMED_BEHIND.match(sentence.tags, at + 1) is not None
    is_part = at > 2 and (sentence.tags[at - 3] == "Q" or sentence.said[at - 3] == "fraction")
    return is_timed and is_part and sentence.said[at - 2 : at] == ["of", "the"] and case.before is not None


def _is_passed(case: Case) -> bool:
    """As in "33,980 letters, overtaking the 27,415 of 2021/22"."""
    passing, *the = case.sentence.said[case.at - 2 : case.at] if case.at > 1 else ("",)
    is_timed = _TIMED_BEHIND.match(case.sentence.tags, case.at + 1) is not None
    return passing in _PASSING and the == ["the"] and is_timed and case.before is not None


def find_comparison(case: Case) -> Role | None:
    """As in "compared with 94%", "against a national figure of 79.8", "lower than the 408", "vs 21", "an increase on the 85.5"."""
    sentence = case.sentence
    for left in range(case.at - 1, max(case.floor, case.at - _REACH) - 1, -1):
        tag, word = sentence.tags[left], sentence.said[left]
        if (word in _COMPARISONS and _is_comparison(sentence, left)) or (word == "short" and sentence.said[left + 1 : left + 3] == ["of", "the"]):
            return Role("baseline", None, f"“{word}” before")
        if tag == "(" and left == case.at - 1 and (sentence.tag(left - 1) == "T" or _ends_in_year_before(sentence, left)):
            continue
        if tag in "VCG,;:(" or (tag == "E" and word not in _BEFORE_NUMBER) or tag == "W":
            return None
        if tag == "B" and sentence.tag(left - 1) != "S":
            return None
    return None


def _ends_in_year_before(sentence: Sentence, end: int) -> bool:
    """As in "lower than in the year before (93.6%)"."""
    return _ENDS_BEFORE.search(" ".join(sentence.said[max(0, end - 4) : end])) is not None


def _is_comparison(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    if word == "than" and sentence.word(at - 1) == "longer" and sentence.tag(at + 1) == "Q":  # "nobody waits longer than five days"
        return False
    if word in ("on", "over") and is_growth_of(sentence, at):
        return True
    if word == "on" and sentence.word(at + 1) == "average":  # "officers lost on average 11.6 days"
        return False
    if word == "on":
        return direction_of(sentence.word(at - 1)) is not None or sentence.word(at - 1) == "improvement" or _is_level(sentence, at - 1)
    if word in ("above", "below"):
        return sentence.tag(at + 1) in "DQ" or sentence.word(at + 1) == "last"  # "above last year's 64,235", "a shade below 95.1%"
    if word in ("under", "over"):  # "a little under the 12,410 a year ago", not "patrols under a £1m grant"
        return sentence.tags[at + 1 : at + 3] == "DQ" and sentence.word(at + 1) not in ("a", "an")
    is_number = sentence.tag(at + 1) == "Q" and (sentence.tag(at + 2) not in "AN" or sentence.word(at + 2) == "last")  # "3,047 crimes against 2,885 last year"
    return word != "against" or is_number or not (sentence.word(at - 1) in _WRONGS or _is_whom(sentence, at))


def _is_level(sentence: Sentence, at: int) -> bool:
    """As in "is up on 2,197", "2,310, down on 2,402"; not in "callers gave up on 24.8% of them", where "up" is of the verb."""
    is_of_verb = sentence.tag(at - 1) in "EVG" and base_of(sentence.word(at - 1)) not in _STATE_VERBS
    return sentence.word(at) in ("up", "down") and not is_of_verb


def _is_whom(sentence: Sentence, at: int) -> bool:
    """As in "proved against 16 officers": whom what is done is against, in a sentence that has no number to compare."""
    is_done = sentence.tag(at - 1) in "EV" and sentence.word(at - 1) not in _SET_AGAINST and not direction_of(sentence.word(at - 1))
    return is_done and sentence.tag(at + 2) in "AN" and "Q" not in sentence.tags[:at]


def is_growth_of(sentence: Sentence, at: int) -> bool:
    """As in "a decrease of 27.8% (or 60) on 216", "of £15 or 6.6% on £228", "up 6.9% on 2,197": what "on" leads to was."""
    grown = _GROWN_BY.search(sentence.tags, 0, at)
    first = grown.start() if grown else 0
    if first < 2:
        return False
    word, is_growth = sentence.word(first - 1), direction_of(sentence.word(first - 2)) is not None
    return (word == "of" and is_growth) or (sentence.word(at) == "on" and (word in ("up", "down") or (word == "by" and is_growth)))


def find_next_earlier(case: Case) -> Role | None:
    """As in "12,406 (2022/23: 11,870; 2021/22: 10,922)": the second of the earlier values."""
    is_next = case.before is not None and case.before.name == "baseline" and case.sentence.tags[case.at - 4 : case.at] == "Q;T:"
    return Role("baseline", None, "period and number in brackets") if is_next else None


def find_earlier(case: Case) -> Role | None:
    """In brackets or a clause of its own: "71% (68% in 2020/21)", "1,016 (788)", "while the national average was 79.8"."""
    sentence, at, link = case.sentence, case.at, case.link
    is_told = case.before is not None and (case.before.name in ("actual", "forecast") or case.before.rule == "to be found")
    if not link or not case.before or not is_told or not link.same_unit or link.kind == "of":
        return None
    if sentence.tags[max(0, at - 3) : at] in ("(T:", ";T:") and "(" in sentence.tags[max(0, at - 8) : at]:
        return Role("baseline", None, "period and number in brackets")
    inside = sentence.text[sentence.spans[case.floor - 1][1] : sentence.spans[min(clause_end(sentence, at), len(sentence.spans)) - 1][1]].lower()
    if link.kind == "bracket":
        told = sentence.word(link.token)
        if not any(character.isdigit() for character in told) or " in " in told:  # "one in ten (11%)" tells one thing twice
            return None
        tells = "T" in sentence.tags[case.floor : clause_end(sentence, at)] or _EARLIER.search(inside) or _WIDE.search(inside)
        between = _DONE.sub("", sentence.tags[link.floor : at])
        is_ended = sentence.tag(at + 1) == ")" or _SAID_OF_IT.match(sentence.text, sentence.spans[at][1]) is not None
        is_bare = sentence.tag(at - 1) == "(" and is_ended and not _VERB_OR_COMMA.search(between)
        is_before = sentence.word(at + 1) == "before" and sentence.tag(at + 2) == ")"  # "71 schools (64 before)"
        return Role("baseline", None, "in brackets behind") if tells or is_bare or is_before else None
    is_previous = sentence.word(at - 1) == "previously" and sentence.tag(at - 2) == "," and sentence.tag(at + 1) in ").,;"
    if is_previous or (link.kind == "far" and OF_YEAR_BEFORE.search(" ".join(sentence.said[case.floor : at]))):
        return Role("baseline", None, "the year before")
    if case.start >= case.floor and at - case.start < _MOST and not _is_later(case) and _AS_IT_WAS.fullmatch(" ".join(_said_or_time(case))):
        return Role("baseline", None, "“it was” beside the actual")
    told = sentence.text[sentence.spans[case.start][0] : sentence.spans[at][0]].lower()
    if case.start >= case.floor and _WIDE_ALONE.fullmatch(told):
        return Role("baseline", None, "beside the actual")
    told = _LATELY.sub("", told)
    if case.start >= case.floor and (_EARLIER.search(told) or _WIDE.search(told)) and "B" in sentence.tags[case.start : at]:
        return Role("baseline", None, "beside the actual")
    return None


def find_as_it_was(case: Case) -> Role | None:
    """As in "waits six seconds (it was seven seconds)"."""
    sentence, at = case.sentence, case.at
    is_beside = case.before is not None and case.before.name == "actual" and case.link is not None and case.link.same_unit
    is_so = sentence.tag(case.floor) == "(" and _AS_IT_WAS.fullmatch(" ".join(sentence.said[case.floor + 1 : at]))
    return Role("baseline", None, "in brackets, as it was") if is_beside and is_so else None


def find_where_had_been(case: Case) -> Role | None:
    """As in "131 robberies of business premises, where there had been 107 in twelve", "where a year ago they waited 2 minutes"."""
    sentence, at = case.sentence, case.at
    said = (_word_or_class(sentence, one) for one in range(max(0, at - _WHERE_REACH), at))
    told = _WHERE_HAD.search(" ".join(said))
    is_having = sentence.word(at - 2) == "having" and sentence.tag(at - 1) == "E"  # "arrested 301 people, having arrested 266"
    is_having = is_having or (sentence.word(at - 1) == "as" and sentence.word(at + 1) in ("had", "did"))  # "79 chose it, as 64 had done"
    is_replaced = sentence.said[at - 3 : at] == ["in", "place", "of"]  # "at 133 in place of 148"
    is_after = sentence.word(at - 1) == "after" and sentence.tag(at + 1) in ".,;" and case.amount.unit == "%"
    if case.before and (is_having or is_replaced or (is_after and case.link and case.link.same_unit)):
        return Role("baseline", None, "having been")
    is_had = told is not None and (told["been"] is not None or sentence.tag(at + 1) in ".,;)")
    is_before = is_had or _is_where_then(case)
    return Role("baseline", None, "where there had been") if is_before and case.before else None


def _word_or_class(sentence: Sentence, at: int) -> str:
    """The word, or the class of a number and of what had been done."""
    is_class = sentence.tags[at] in "QE" and sentence.said[at] != "been"
    return sentence.tags[at] if is_class and sentence.said[at] != "had" else sentence.said[at]


def _is_where_then(case: Case) -> bool:
    """As in "waited 6 minutes where a year ago they waited 3", "six were taken there, where 41 had been in the previous year"."""
    sentence, floor = case.sentence, case.floor
    near = sentence.said[floor : case.at]
    if "where" not in near:
        return False
    first = sentence.spans[floor + near.index("where")][0]
    last = sentence.spans[min(clause_end(sentence, case.at), len(sentence.spans)) - 1][1]
    return _YEAR_THEN.search(sentence.text, first, last) is not None


def _is_later(case: Case) -> bool:
    """As in "in 2021/22 it was 9.8%; in 2022/23 it was 11.2%": no earlier value, but the next of a series."""
    sentence, link = case.sentence, case.link
    first = link.token if link and ";" in sentence.tags[link.token : case.start] else case.start
    own = [sentence.said[at] for at in range(first, case.at) if sentence.tags[at] == "T"]
    other = [sentence.said[at] for at in range(link.token if link else 0) if sentence.tags[at] == "T"]
    years = [year[0] for said in (*other[-1:], *own[-1:]) if (year := _YEAR.search(said))]
    return bool(own and other) and len(years) == len(("other", "own")) and years[1] > years[0]


def find_with_its_time(case: Case) -> Role | None:
    """As in "2,276 were logged (2,131 in the previous year)", "2,276, previous year 2,131": with its time alone."""
    link, text, (start, end) = case.link, case.sentence.text, case.sentence.spans[case.at]
    before = text[max(0, start - _TIME_REACH) : start]
    is_known = before.endswith((" the ", " ("))  # "up 9% on the 1,930 of the year before", "in ten seconds (88.4% last year)"
    opens = _TIME_IN_FRONT.search(before)
    is_known = is_known or _is_last_time(case) or (opens is not None and opens[0].startswith("("))  # "£213,940 for 13 (previous year: £198,500)"
    is_known = is_known or _stands_alone(text, start, end)  # "94.0% within ten seconds, and 93.1% in the year before"
    if not link or not (link.same_unit or is_known) or not case.before or case.before.name not in ("actual", "change"):
        return None
    is_told = case.sentence.tags[case.at - 1 : case.at + 4] == "(QPT)" or _is_last_time(case)
    is_so = is_told or opens or (_OPENED.search(before) and TIME_BEHIND.match(text, end)) or _stands_alone(text, start, end)
    return Role("baseline", None, "beside the actual, with its time alone") if is_so else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a number is joined by "and", and nothing but the year before stands behind: it has no noun of its own."""
    return text.endswith(" and ", 0, start) and TIME_BEHIND.match(text, end) is not None


def _is_last_time(case: Case) -> bool:
    """As in "it gave 98.2% this time and 97.8% last time"."""
    said, at = case.sentence.said, case.at
    return said[at + 1 : at + 3] == ["last", "time"] and said[max(0, at - 3) : at] == ["this", "time", "and"]


def _said_or_time(case: Case) -> list[str]:
    """The words from the start of the clause to the amount, with "T" for a period."""
    said, tags = case.sentence.said, case.sentence.tags
    return ["T" if tags[at] == "T" else said[at] for at in range(case.start, case.at)]


def find_of_period(case: Case) -> Role | None:
    """In a bracket behind what time it is of: "14% above 2020/21 (9,860)", "an increase on the previous year (14,226)".

    Or behind the value: "22.4%, a little above that of the year before (21.7%)".
    """
    sentence, at = case.sentence, case.at
    if sentence.tag(at - 1) != "(" or sentence.tag(at + 1) != ")" or case.before is None:
        return None
    is_time = sentence.tag(at - 2) == "T" or _EARLIER.search(" ".join(sentence.said[max(0, at - 4) : at - 1])) is not None
    is_time = is_time or sentence.word(at - 2) == "before"  # "4,012 requests, 11.8% more than before (3,588)"
    is_compared = case.before.name == "change" and case.amount.unit in (None, "GBP", "%")
    between = sentence.said[case.link.token + 1 : at] if case.link and case.link.same_unit else []
    is_compared = is_compared or (case.before.name == "actual" and not _SETTING_BESIDE.isdisjoint(between))
    is_compared = is_compared or "as in" in " ".join(sentence.said[max(0, at - _TIME_WORDS) : at])  # "twice as many as in 2022/23 (3,088)"
    return Role("baseline", None, "in a bracket behind its time") if is_time and is_compared else None


def find_before_actual(case: Case) -> Role | None:
    """As in "226 visits, after 198 in 2022/23", "4,061, having been 4,512 in the year before", "having made 198 then".

    Or "61% said so, 58% having said so the year before".
    """
    sentence, at, link = case.sentence, case.at, case.link
    if sentence.word(at - 2) == "," and sentence.word(at - 1) in _LATER_THAN and case.before and sentence.tags[at + 1 : at + 3] == "PT":
        return Role("baseline", None, "“after” before")  # "33,118 crimes, or 21.9% of all, after 32,342 in 2019/20"
    is_alike = link is not None and (link.same_unit or case.amount.unit == "rank")
    if not is_alike or not case.before or case.before.name != "actual":
        return None
    is_timed = "T" in sentence.tags[at : clause_end(sentence, at)] or TIME_BEHIND.match(sentence.text, sentence.spans[at][1])
    is_after = sentence.word(at - 1) in _LATER_THAN and link is not None and bool(is_timed) and sentence.tag(at - 2) in ",NQC"
    is_after = is_after or _is_bare_after(sentence, link, at) or _is_with_its_year(sentence, at)
    is_after = is_after or (bool(is_timed) and _AFTER_ONE.search(" ".join(sentence.said[max(0, at - 5) : at])) is not None)
    is_past = _HAVING.search(" ".join(sentence.said[max(0, at - 5) : at])) is not None
    is_past = is_past or (sentence.word(at + 1) == "having" and _YEAR_THEN.search(" ".join(sentence.said[at + 1 : at + _MOST])) is not None)
    is_past = is_past or (is_then(sentence, at) and sentence.word(case.governor) in ("been", "was", "were", "at"))
    return Role("baseline", None, f"“{sentence.word(at - 1)}” before") if is_after or is_past else None


def _is_bare_after(sentence: Sentence, link: Link | None, at: int) -> bool:
    """As in "2,702 of them, after 2,845": nothing but "of them" or its noun between, and nothing behind."""
    between = sentence.tags[link.token + 1 : at] if link else ""
    return sentence.word(at - 1) in _LATER_THAN and _BARE_AFTER.fullmatch(between) is not None and sentence.tag(at + 1) in ".,;C"


def _is_with_its_year(sentence: Sentence, at: int) -> bool:
    """As in "came to £15.9m, with £18.7m in 2021/22": bare, with the only time of the sentence up to it behind."""
    is_bare = sentence.word(at - 2) == "," and sentence.word(at - 1) == "with" and "T" not in sentence.tags[:at]
    return is_bare and sentence.tags[at + 1 : at + 3] == "PT"


def find_past_before_now(case: Case) -> Role | None:
    """As in "the average wait, which was 15 minutes in October, is now down to 31 seconds"."""
    sentence = case.sentence
    rest = sentence.said[case.at + 1 : case.at + 14]
    if "now" in rest and sentence.said[max(case.start, case.at - 3) : case.at][-2:] == ["had", "been"]:  # "where there had been 34"
        return Role("baseline", None, "“had been” before “now”")
    if sentence.tag(case.start - 1) != "S" or sentence.word(case.start) not in ("was", "were", "stood", "had"):
        return None
    is_dated = case.link is not None and case.link.same_unit and _TIMED_ALONE.match(sentence.tags, case.at + 1) is not None
    is_aside = sentence.tag(case.start - 2) == "," and sentence.word(case.start - 1) == "which" and is_dated
    is_told = case.before is not None and case.before.name == "actual"  # "72%, which was 70% in 2014/15"
    between = sentence.tags[case.link.token : case.start - 2] if case.link else ""
    is_told = is_told and not (sentence.word(case.start) != "was" and _DONE_WITH.search(between))
    if case.before and ((is_aside and is_told) or _IN_YEAR_BEFORE.match(" ".join(rest))):  # "£96,850, which was £112,300 the year before"
        return Role("baseline", None, "“was” a year earlier")
    later = next((at for at in range(case.at + 1, min(case.at + 14, len(sentence.tags))) if sentence.tags[at] == "Q"), None)
    moves = later is not None and sentence.word(governor(sentence, later)) == "to" and _THEN_VERB.search(sentence.tags, case.at, later) is not None
    return Role("baseline", None, "“was” before “now”") if "now" in rest or moves else None
