"""The words before and behind a number in its own part of a sentence, and the subject that it goes on from."""

import re
from collections.abc import Iterable, Iterator

from reportparse.comparison.terms.wording import (
    MAX_PHRASE,
    SHORT_FORM,
    find_clause,
    find_predicate,
    find_sentence,
    go_on,
    to_mark,
)
from reportparse.comparison.terms.words import is_generic, own_words
from reportparse.models.facts import Figure

# Where a part of a clause ends: a number, a mark, or "and" with a new subject.
_PART = re.compile(r"[,;:(]\s?|(?<![\d/–-])(?!(?:101|999)\b)(?!(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b)\d[\d,.]*%?\s?")
_JOINT = re.compile(r"\b(?:and|while|whilst|but)\s")
# The verb that a number hangs on, with what compares in front of it.
_VERB_LAST = re.compile(
    r"\s(?:(?:has|have|had|also|then|now|just|only|it|again)\s)*"
    r"(?:is|was|were|are|been|be|stood|stands?|numbered|totall?ed|reached|cost|made\sup|formed|came|comes|went|rose|fell"
    r"|turned\sout(?:\sto\sbe)?|proved\sto\sbe"
    r"|dropped|grew|increased|decreased|declined|reduced|climbed|improved|amounted|accounted|equated|averaged|remained|stayed|used|carried\sout|conducted)"
    r"(?:\s(?:up|down|on|average|further|again|slightly|sharply|back|out|in|all|to|at|for|from|by|of|just|only|a|an|total|the|now|some|well))*\s*$"
)
# What opens a sentence and tells when: "In 2022/23", "At 31 March 2024 there were", "During the year".
# "203 members of the Special Constabulary", "the Police Cadets have grown from 311 members in March".
_MEMBERS_OF = re.compile(r"\s(?:\w+\s)?members\sof\s(?:the|our|its)\s((?:[A-Z][\w’'-]+\s?)+)")
_HAVING_MEMBERS = re.compile(
    r"(?:(?:The|Our|Its)\s)?([A-Z][^.;,:()\d]{2,60}?)(?:,\s[^.;,:()]{3,40},)?"
    r"\s(?:now\s)?(?:has|have|had|grew|rose|fell)\s(?!said|told|asked)"
)
_LEAD = re.compile(
    r"^(?:(?:In|During|At|On|As\sat|By|Over|For|Throughout|Between)\s[^,]{0,40}?(?:\d{4}(?:[/-]\d\d)?|year|months?),?\s)?"
    r"(?:(?:There\s(?:were|was)|(?:(?:The|My)\s)?(?:force|police|office|officers|we|constabulary|commissioner|panel|team)\s"
    r"(?:\w+ed|had|has|found|took|made|saw|dealt\swith|carried\sout))\s?)?",
    re.IGNORECASE,
)
# "complaints handled by the Resolution Team": who counted does not matter.
_BY_WHOM = re.compile(
    r"\s((?:that\swere\s|which\swere\s)?(?:handled|received|recorded|reported|made|logged|taken|registered|opened|submitted|referred"
    r"|dealt\swith|carried\sout|conducted|completed))\s(?:by|to|with|at)\s.*$"
)
_SUBJECT = re.compile(
    r"([A-Z][^.;:,]{2,80}?)\s(?:is|was|were|are|has|have|had|rose|fell|accounted|made|went|came|dropped|increased|decreased|continued"
    r"|remains?|remained|stayed|kept|keeps|stood|reached|numbered|grew|totalled|cost)\b"
)
_THEY = re.compile(
    r"\s*(?:(?:Between|Among)\sthem|Together|In\stotal)?,?\s?[Tt]hey\s(?!includ|compris|were|are|was|rang|rose|fell)"
)
_IT_HAS = re.compile(r"\b[Ii]t\s(?:now\s|then\s)?(?:has|had)\s$")
# "We have 283 Special Constables.": of whom the next sentence goes on.
_COUNTED = re.compile(r"\d[\d,]*\s((?:[A-Za-z][\w’'-]*\s?){1,4})[.,]")
# "to the Victim Care and Advice Service", "with VCAS": a name at the end.
_TO_NAME = re.compile(r"\s(?:to|with|by)\s(?:the\s|our\s|my\s)?(?:[A-Z][\w&’'-]*\s?(?:(?:and|of|for)\s(?=[A-Z]))?)+$")
_NUMBERING = re.compile(
    r"^(?:(?:Chapter|Section|Part|Theme|Priority|Objective|Appendix|Annex)\s\w+|\d[\d.]*)\s?[:.–-]?\s", re.IGNORECASE
)
# Numbers that a verb has before it comes to the one asked for: "fell by 3.3% to", "rose from 1,204 in 2021/22 to".
_PASSED = re.compile(
    r"\s(?:by|from)\s(?:an?\s)?£?\d[\d,.]*(?:\s?(?:%|m|per\scent|million|points|percentage\spoints))?"
    r"(?:,?\sor\s£?\d[\d,.]*%?,?)?(?:\s(?:in|offences\sin)\s\S{4,7})?(?=\s(?:to|from)\s)"
)
# "The number of vehicle crimes, which includes theft from vehicles, was 3,150".
_RELATIVE = re.compile(
    r",\s(?:which|who|where|including)\s[^,.;\d]*,(?=\s(?:is|was|were|stood|rose|fell|came|numbered|increased|decreased)\b)"
)
# "The Special Constabulary, with 262 officers in March 2016, contributed 81,912 hours".
_WITH = re.compile(r",\swith\s[^,.;]*,(?=\s[a-z]+(?:ed|ave|ade|ook|id|ent)\s)")
# The next in a row of things and their numbers, without a preposition that would hang it on the one before.
_NEXT_THING = re.compile(
    r"(?:,\sand|,\swhile|;|,|\sand|\swhile|\bwith)\s(?:that\s(?:of|for)\s|the\s|those\s(?:of|for)\s|an?\s(?=(?:999|101)\b))?"
    r"((?!(?:a|an|in|to|from|by|of|up|down|or|compared|against|which|who|about|some|over|nearly|almost|then|has|had|is|was|were"
    r"|it|this|that|another|just|now|only|there|we|i|more|fewer|at|on|for|with)\b)(?:[A-Za-z]|999|101)(?:[^,;.:\d£]|\b(?:999|101)\b){2,60}?)\s(?:of\s|at\s|to\s|in\s)?£?$"
)
_AND_ALSO = (
    r"\sand\s((?:[a-z]+\s)?[a-z]{3,}s)(?=[.,;)]|$|\s(?:handled|received|recorded|reported|made|logged|were|was|in|from|to|by|at"
    r"|for|during|on|and|who|which|that)\b)"
)
_WHO_FIRST = re.compile(r"(?:who|which|they|that|it|these|of)\b", re.IGNORECASE)
_PRONOUNS = frozenset(("they", "these", "those", "this", "that", "each", "both", "there"))
_DIGIT = re.compile(r"\d")
# "Solved rates improved for rape, to 8.6%": how it changed stands inside the name.
_CHANGED_FOR = re.compile(
    r"\s(?:(?:has|have|had|also)\s)*(?:improved|rose|risen|fell|fallen|grew|grown|increased|decreased|dropped|declined)\s(?=(?:for|among|in)\s[a-z])"
)
_TO_BEHIND_COMMA = re.compile(r",(?=\s(?:to|from)\s(?:£|just\s|only\s|about\s)?$)")
_ONE_VERB = re.compile(r"[a-z]+ing")
_TIMES_ONLY = re.compile(
    r"(?:\w+\s)*(?:year|years|months?|total|number|figure|average|rest|other|others|remaining|respectively)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\([^()]*\)")
_OFTEN = re.compile(r"^(?:times|occasions)\b")
_AND_MORE = re.compile(r"\sand\s([a-z]+(?:\s[a-z]+)?)(?=[.,;]|$|\s(?!\d))")
# How places are set in order: "ahead of Canterbury", "and the fewest in Sevenoaks".
_IN_ORDER = re.compile(
    r"\b(?:followed|ahead|then|next|with|in|had|saw|came|were|was|most|fewest|least|highest|lowest|best|worst)\b"
)
# "2,103 offences and all sexual offences together to 6,048": what is joined has a number of its own.
_NUMBERED = re.compile(r"(?:\s[a-z]+){0,5}\s(?:to|by|from|at)\s£?\d")
# "98 people serve as special constables".
_SERVING = re.compile(
    r"^\s(?:people|volunteers|residents|men\sand\swomen)\s(?:\w+\s)?(?:serve|served|work|worked|volunteer|volunteered|act|acted)\s(?:\w+\s)?(?:as|in)\s(?:the\s)?"
    r"((?:(?!(?:and|on|at|in|during)\b)[^.,;(])+)"
)
_JOINING = re.compile(
    r"(?:\s(?:of|among|amongst)\s(?:(?:these|those)\s[a-z]+s|these|those|them|which|whom))?\s(?:(?:is|was|were|are|had|has|have|been)\s)*"
)
_SHARE_ASIDE = re.compile(r"\s\(\d[\d.]*\s?(?:%|per\scent)\)")
_DONE = re.compile(
    r"\d[\d,]*\s(?:[a-z]+\s){0,2}?(?:(?:was|were|had|has|have|been)\s)+(\w+)(?:\s(?:on|by|at|in)\s\w+)?"
    r"(?:,|;|\sand|,\sand|\sbut|\swhile)\s$"
)
_ALL_BRACKET = re.compile(r"\((?:all|both|each)\s([^)]+)\)")
# What stands behind a number says something with its section's title where it has so many letters that count.
MIN_BEHIND = 4


def find_heads(figure: Figure, text: str, title: str) -> Iterator[str]:
    """What stands before and behind the number in its part of the sentence, and before it alone where a verb states it.

    "98 people serve as special constables", "Officers from a minority background were 7.4%".
    """
    before, behind = _find_before(figure, text), _OFTEN.sub("", go_on(text, figure.source.end))
    head = _VERB_LAST.sub("", before)
    if text[: figure.source.start].endswith("("):  # "One in three officers (35.1%) is a woman"
        head = figure.measure or head
    yield f"{head} {behind}"
    if figure.kind == "duration" and not _WHO_FIRST.match(head):  # "The Special Constabulary contributed 81,912 hours"
        yield f"{head} {figure.unit}"
    yield f"{_find_before(figure, text, is_whole=True)} {behind}"
    if head != before or before.endswith(":") or not behind:
        yield head
        yield without_agent(head)
        if title and len(own_words(head)) >= MIN_BEHIND and not (is_generic(head) or head.casefold() in _PRONOUNS):
            yield f"{head} {_NUMBERING.sub('', title)}"
    for told in (behind, find_predicate(figure, text), find_behind(figure, text)):
        yield told
        yield f"{head} {told}"
        if title and len(own_words(told)) >= MIN_BEHIND and not (is_generic(told) or told == "on average"):
            yield f"{told} {_NUMBERING.sub('', title)}"
    if serving := find_serving(figure, text):
        yield serving


def find_serving(figure: Figure, text: str) -> str:
    """As what the people serve who are counted: "98 people serve as special constables"."""
    match = _SERVING.match(text[figure.source.end : figure.source.end + MAX_PHRASE])
    return match[1] if match else ""


def find_head(figure: Figure, text: str) -> str:
    """What stands before the number in its part of the sentence, without the verb."""
    return _VERB_LAST.sub("", _find_before(figure, text))


def without_agent(words: str) -> str:
    """Words without who counted or took: that does not change what is measured.

    >>> without_agent("Complaints about the police handled by the Resolution Team")
    'Complaints about the police handled'
    >>> without_agent("Victims referred to the Victim Care and Advice Service")
    'Victims referred'
    """
    return _TO_NAME.sub("", _BY_WHOM.sub(r" \1", words))


def find_joined(figure: Figure, text: str) -> str:
    """The words that "and" joins to those behind a number: "stalking and harassment"."""
    behind = go_on(text, figure.source.end)
    at = text.find(behind, figure.source.end) + len(behind) if behind else len(text)
    match = _AND_MORE.match(text, at)
    match = None if match and _NUMBERED.match(text, match.end()) else match
    return f"{behind} {match[1]}" if match else ""


def find_both(figure: Figure, text: str) -> str:
    """What is counted with what stands behind the number: the enquiries of "1,611 complaints and enquiries handled"."""
    noun = re.escape(figure.unit or "") if figure.kind == "count" else ""
    match = re.compile(rf"\s{noun}{_AND_ALSO}").match(text, figure.source.end) if noun else None
    return match[1] if match else ""


def is_but_where(figure: Figure, own: str) -> bool:
    """Whether a number's own part says but where it was: "and Thanet 3,466", "followed by Canterbury with 1,544"."""
    return bool(figure.place) and own_words(_IN_ORDER.sub("", own)) == own_words(figure.place or "")


def find_own_part(figure: Figure, text: str, others: Iterable[Figure]) -> str:
    """What stands between the number before and this one, where it names another thing: "and allegations 4,037".

    "PCSO numbers fell to 241 and police staff rose to 2,050", "cost £1.31m, commissioning £2.24m".
    """
    start, _ = find_sentence(text, figure.source.start)
    ends = [
        each.source.end
        for each in others
        if each.kind == figure.kind and start < each.source.end <= figure.source.start
    ]
    if not ends or figure.role != "actual":
        return ""
    match = _NEXT_THING.search(_CLOSED.sub("", text[max(ends) : figure.source.start]))
    part = _VERB_LAST.sub("", f" {match[1]}").strip() if match else ""
    is_joint = part.endswith((" and", " or"))  # "other income and £1.6m from reserves"
    is_verb = _ONE_VERB.fullmatch(part) is not None  # "64 lines were closed, leaving 17"
    return "" if is_joint or is_verb or is_generic(part) or _TIMES_ONLY.fullmatch(part) else part


def find_subject_of(text: str, at: int) -> Iterator[str]:
    """The subject of the sentence that a place in a text is in, and that of the sentence before.

    "Shop theft has become common. 7,010 offences were recorded": the second sentence is about the first one's subject.
    """
    start, _ = find_sentence(text, at)
    for begin in (start, find_sentence(text, start - 2)[0]) if start > 1 else (start,):
        if match := _SUBJECT.match(text[begin:at].lstrip()):
            yield _LEAD.sub("", match[1])


def find_membership(figure: Figure, words: str, text: str) -> str:
    """Whose members are counted: "203 members of the Special Constabulary", "Cadets have 311 members"; else empty."""
    if figure.kind != "count" or own_words(words) != "member":
        return ""
    if match := _MEMBERS_OF.match(text, figure.source.end):
        return match[1]
    start, _ = find_sentence(text, figure.source.start)
    match = _HAVING_MEMBERS.match(text[start : figure.source.start].lstrip())
    return match[1] if match else ""


def find_pronoun(text: str, at: int) -> str:
    """Whom "They" are who open a sentence, or "it" that has so many: the subject of the sentence before; else empty."""
    start, _ = find_sentence(text, at)
    if not (_THEY.match(text, start) or _IT_HAS.search(text, start, at)):
        return ""
    before = text[find_sentence(text, start - 2)[0] : start].lstrip()
    match = _SUBJECT.match(before) or _COUNTED.search(before)
    return _LEAD.sub("", match[1]) if match else ""


def find_topic(figure: Figure, words: str, text: str) -> str:
    """What the sentence before is about, where this one but counts: "Robbery rose. 401 were recorded"; else empty.

    That sentence has no number, and this one names nothing in front of its own; words that it does not have are those
    of a number further before.
    """
    start, end = find_sentence(text, figure.source.start)
    said = set(own_words(text[start:end]).split())
    is_counted = is_generic(words) or said.isdisjoint(own_words(words).split())
    front = _LEAD.sub("", text[start : figure.source.start].lstrip()).strip()
    if start == 0 or front or not is_counted or not is_generic(find_behind(figure, text)):
        return ""
    before = text[find_sentence(text, start - 2)[0] : start].lstrip()
    match = _SUBJECT.match(before)
    return _LEAD.sub("", match[1]) if match and not _DIGIT.search(before) else ""


def _find_before(figure: Figure, text: str, *, is_whole: bool = False) -> str:
    """The words in front of a number in its part of the sentence; those behind another number are that one's.

    Without what only opens it, "There were", "The police recorded", but where `is_whole`.
    """
    start = text.find(find_clause(figure, text))
    for passed in (_CLOSED, _PASSED, _RELATIVE, _WITH):
        text = passed.sub(lambda match: " " * len(match[0]), text[: figure.source.start]) + text[figure.source.start :]
    text = _TO_BEHIND_COMMA.sub(" ", text[: figure.source.start]) + text[figure.source.start :]
    for match in _PART.finditer(text, start, figure.source.start):
        start = match.end()
        if match[0][0].isdigit():
            joint = _JOINT.search(text, start, figure.source.start)
            start = joint.end() if joint else figure.source.start
    words = " ".join(SHORT_FORM.sub(r"\1", text[start : figure.source.start]).split())
    words = _CHANGED_FOR.sub(" ", words)
    return words if is_whole else _LEAD.sub("", words)


def find_behind(figure: Figure, text: str) -> str:
    """The words behind a number that go on with it, without the verb that only joins them.

    "10,702 were crimes", "8.9% led to a charge", "88% of them were answered".
    """
    aside = _SHARE_ASIDE.match(text, figure.source.end)  # "27 (18%) upheld"
    end = aside.end() if aside and figure.kind == "count" else figure.source.end
    match = _JOINING.match(text, end)
    start = match.end() if match else end
    behind = to_mark(text, start)
    done = find_done(figure, text) if behind == "not" else ""
    return f"not {done}" if done else behind


def find_done(figure: Figure, text: str) -> str:
    """What was done to the number in front, and to this one or not: "35 were upheld and 76 were not"."""
    match = _DONE.search(text[: figure.source.start])
    return match[1] if match else ""


def find_all_bracket(figure: Figure, text: str) -> str:
    """What the sentence says in brackets of all its numbers: "(all full-time equivalent)"."""
    start, end = find_sentence(text, figure.source.start)
    match = _ALL_BRACKET.search(text, start, end)
    return match[1] if match else ""
