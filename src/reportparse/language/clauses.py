"""The grammar of a sentence round its numbers: clauses, verb groups, subjects and noun phrases.

A light chunker over word classes (see `tokens`); it knows no more than what a number's fields are read from.
"""

import re
from dataclasses import dataclass

from reportparse.language.nouns import is_plural
from reportparse.language.tokens import Mark, base_of, read_tokens
from reportparse.language.words import words

_STATE_VERBS = words("clues", "state_verbs")
_LEADING, _OF_HEADS = words("nouns", "leading"), words("nouns", "of_heads")
_BREAKS = ";:-"  # always end a clause
_CONNECTIVES = {"while", "whilst", "but", "although", "though", "whereas", "because", "if", "when", "so", "where"}
# Over word classes.
_LEAD, _NOUN = re.compile(r"R*,?P[DANX]*?N(?=D)"), re.compile(r"[AN]+")
_NEW_CLAUSE = re.compile(r"R?[DANXT]*[NXTM](?:P[DANX]*N)?R*[BWVE]")  # a subject and its verb
_NEW_COUNT = re.compile(r"R*Q(?:[AN]*(?:P[DANQ]+)?R*[BW]|V)")  # "and 16% were ...", "and 16% come ..."
_VERB_GROUPS = re.compile(r"(?<!C)[BWVERI]*[BWVE]+[BWVERI]*")
_RELATIVE = re.compile(r"(?<=[NQ])S[^;:-]*$")  # "officers who work on ..." holds no verb of the clause itself
_FINITE = re.compile(r"[BWVE]")
_SPANS_OF_TIME = {
    "year", "years", "month", "months", "quarter", "period", "week", "weeks", "time", "spring", "summer", "autumn", "winter", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter",
}  # fmt: skip
_PASTS = {"came", "went", "took", "gave", "saw", "became", "began", "rose", "fell", "grew", "chose", "ran", "said", "thought", "felt", "knew"}
_TIMES_OVER = {"year", "years", "month", "quarter", "time"}  # "for the third year running"
_NOUN_AND_WHO = re.compile(r"[DAN]*N(?:P[DAN]*N)*S(?=[^Q,;:()]*$)")  # "the share of victims who felt that they had been heard"
_OPEN_NOUN = "ANGRDP"
_INSIDE_SUBJECT = "DANPXTQCERGI\"'()%&"
_MAX_NOUN_WORDS = 7
_REACH = 80  # tokens: no clause is longer; bounds the work on texts without full stops


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence, as `tokens.Tokens` has them; `places` gives the token of each amount by the amount's number.

    `said` are the words. `starts`, `ends`, `verbs` and `nouns` keep what has been found, as many rules ask for the same.
    """

    text: str
    said: list[str]
    tags: str
    spans: list[tuple[int, int]]
    marks: dict[int, int]
    places: dict[int, int]
    starts: dict[int, int]
    ends: dict[int, int]
    verbs: dict[tuple[int, int], tuple[int, int] | None]
    nouns: dict[tuple[int, int], tuple[int, int] | None]

    def phrase(self, first: int, last: int) -> str:
        """The words from token `first` up to `last`, without amounts, periods and what stands in brackets."""
        tags = self.tags[first:last]
        if tags.isalpha() and "Q" not in tags and "T" not in tags:
            return " ".join(self.text[self.spans[first][0] : self.spans[last - 1][1]].split())
        depth = 0
        parts: list[str] = []
        for tag, word, (start, end) in zip(tags, self.said[first:last], self.spans[first:last], strict=True):
            if tag == "(":
                depth += 1
            if not depth and tag not in "QT":
                gap = "" if not parts or tag in ",'" or word in ("’s", "'s") else " "
                parts.append(gap + self.text[start:end])
            if tag == ")" and depth:
                depth -= 1
        return "".join(parts).strip(" ,")

    def word(self, at: int) -> str:
        """The word at a token, "" outside the sentence."""
        return self.said[at] if 0 <= at < len(self.said) else ""

    def tag(self, at: int) -> str:
        """The class of a token, "." outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else "."


def read_sentence(text: str, start: int, end: int, marks: list[Mark]) -> Sentence:
    """Read text[start:end] with its amounts and periods as `marks`."""
    said, tags, spans, numbers = read_tokens(text, start, end, marks)
    places = {number: at for at, number in numbers.items() if tags[at] == "Q"}
    return Sentence(text, said, tags, spans, numbers, places, {}, {}, {}, {})


def clause_start(sentence: Sentence, at: int) -> int:
    """The first token of the clause that token `at` stands in; a bracket is a clause of its own."""
    known = sentence.starts.get(at)
    if known is None:
        known = sentence.starts[at] = _find_start(sentence, at)
    return known


def _find_start(sentence: Sentence, at: int) -> int:
    tags, depth = sentence.tags, 0
    for left in range(at - 1, max(-1, at - _REACH), -1):
        tag = tags[left]
        if tag == ")":
            depth += 1
        elif tag == "(":
            if depth == 0:
                return left + 1
            depth -= 1
        elif depth == 0 and (tag in _BREAKS or (tag in "SC," and _breaks(sentence, left, at))):
            return left + 1
    return max(0, at - _REACH)


def _breaks(sentence: Sentence, left: int, at: int) -> bool:
    tags = sentence.tags
    if tags[left] == "S":
        if sentence.word(left) in _CONNECTIVES:
            return True
        return tags[left - 1 : left] in ("N", ",", "P", "Q", "E", "V") and len(_VERB_GROUPS.findall(tags[left:at])) < 2
    is_past = tags[left + 1 : left + 3] == "QE" and sentence.word(left + 2) in _PASTS  # "and 8% came from ..."
    if not (is_past or _NEW_CLAUSE.match(tags, left + 1, at) or _NEW_COUNT.match(tags, left + 1)):
        return False
    return bool(_FINITE.search(_RELATIVE.sub("", tags[max(0, left - _REACH) : left])))


def outside(sentence: Sentence, at: int, start: int) -> tuple[int, int]:
    """Where to look for the subject of what stands at token `at` in a clause from `start`: a bracket has none of its own."""
    if sentence.tag(start - 1) != "(":
        return at, start
    return start - 1, clause_start(sentence, start - 1)


def clause_end(sentence: Sentence, at: int) -> int:
    """Behind the last token of the clause that token `at` stands in."""
    known = sentence.ends.get(at)
    if known is None:
        known = sentence.ends[at] = _find_end(sentence, at)
    return known


def _find_end(sentence: Sentence, at: int) -> int:
    tags, depth = sentence.tags, 0
    for right in range(at + 1, min(at + _REACH, len(tags))):
        tag = tags[right]
        if tag == "(":
            depth += 1
        elif tag == ")":
            if depth == 0:
                return right
            depth -= 1
        elif (depth == 0 and (tag in _BREAKS or (tag == "S" and sentence.word(right) in _CONNECTIVES))) or (depth == 0 and tag in "C," and _NEW_CLAUSE.match(tags, right + 1)):
            return right
    return min(at + _REACH, len(tags))


def verb_before(sentence: Sentence, at: int, start: int) -> tuple[int, int] | None:
    """The verb group (first, behind the last) nearest before token `at`, not before `start`."""
    if (at, start) not in sentence.verbs:
        sentence.verbs[at, start] = _find_verb(sentence, at, start)
    return sentence.verbs[at, start]


def _find_verb(sentence: Sentence, at: int, start: int) -> tuple[int, int] | None:
    skipped = 0
    tags = sentence.tags
    for left in range(at - 1, start - 1, -1):
        tag = tags[left]
        if tag in "DANP":
            continue
        skipped += (tag == ")") - (tag == "(")
        if skipped > 0:
            continue
        if tag == "Q" and sentence.word(left).rpartition(" ")[2] in ("halved", "doubled", "trebled", "tripled", "quadrupled"):
            return left, left + 1
        is_state = tag == "G" and base_of(sentence.word(left)) in _STATE_VERBS and sentence.word(left - 1) not in _TIMES_OVER
        if tag in "VBW" or is_state or (tag == "E" and sentence.word(left) not in ("compared", "based")):
            return _group(sentence, left, start)
    return None


def _group(sentence: Sentence, last: int, start: int) -> tuple[int, int]:
    first = last
    while first > start and (_in_group(sentence, first - 1) or sentence.word(first - 1) in ("due", "likely", "set", "forecast", "able")):
        first -= 1
    while first < last and sentence.tags[first] == "R":
        first += 1
    stop = last + 1
    while sentence.tags[last] in "BW" and sentence.tag(stop) in "BWEGRIV":
        stop += 1
    return first, stop


def _in_group(sentence: Sentence, at: int) -> bool:
    tag = sentence.tags[at]
    return tag in "BWRI" or (tag in "EGV" and sentence.tag(at + 1) in "IB") or (tag == "V" and sentence.tag(at - 1) in "IW")


def verb_after(sentence: Sentence, at: int, end: int) -> tuple[int, int] | None:
    """The verb group next behind token `at`, before `end`, if only a noun phrase stands between."""
    for right in range(at + 1, end):
        tag = sentence.tags[right]
        if tag in "VBWE":
            last = right
            while last + 1 < end and sentence.tags[last + 1] in "BWVERIA":
                last += 1
            return right, last + 1
        if tag not in "DANPXCR" or (tag == "C" and right == at + 1):
            return None
    return None


def subject_of(sentence: Sentence, verb: int, start: int) -> tuple[int, int] | None:
    """The noun phrase (first, behind the last) in front of the verb at token `verb`, from `start` on."""
    last = verb
    while last > start and sentence.tags[last - 1] in "R,":
        if sentence.tags[last - 1] == ",":
            last = _before_parenthesis(sentence, last - 1, start)
        else:
            last -= 1
    opening = _NOUN_AND_WHO.match(sentence.tags, start, last)
    first = start if opening and sentence.word(opening.end() - 1) in ("who", "which", "that") else last
    while first > start and _in_subject(sentence, first - 1, last, start):
        first -= 1
    first = _without_lead(sentence, first, last)
    return (first, last) if any(tag in "NAMXQ" for tag in sentence.tags[first:last]) else None


def _before_parenthesis(sentence: Sentence, comma: int, start: int) -> int:
    """Where "the number, which had fallen before," had its noun."""
    for left in range(comma - 1, start - 1, -1):
        if sentence.tags[left] == ",":
            return left if sentence.tag(left + 1) in "SEGPD" and "C" not in sentence.tags[left:comma] else comma
    return comma


def _in_subject(sentence: Sentence, at: int, last: int, start: int) -> bool:
    tag = sentence.tags[at]
    if tag == "E":
        is_finite = at + 1 < last and sentence.tags[at + 1] in "DQAN" and not sentence.word(at + 1).startswith(("within", "under", "over"))
        return at > start and sentence.tags[at - 1] in "NRCX)E" and not is_finite
    if tag in "VBWS" and _is_relative(sentence, at, last, start):
        return True
    if tag == "V":
        return at > start and sentence.tags[at - 1] == "I" and at + 1 < last
    if tag == "M":
        return at + 1 == last
    if tag == ",":
        right = sentence.tags[at + 1 : last]
        return "C" in right and "P" not in sentence.tags[start:at] and "T" not in sentence.tags[start:at]
    return tag in _INSIDE_SUBJECT


def _is_relative(sentence: Sentence, at: int, last: int, start: int) -> bool:
    """Whether the token is in a relative clause on the subject: "reoffending among those who attend is lower"."""
    left = at
    while left > start and sentence.tags[left] in "BWVERANP" and sentence.tags[left] != "S" and at - left < 6:
        left -= 1
    is_open = sentence.tags[left] == "S" and sentence.word(left) in ("who", "which", "that") and sentence.tag(left - 1) in "NMD"
    return is_open and (at < last - 1 or sentence.tags[at] in "VE")


def _without_lead(sentence: Sentence, first: int, last: int) -> int:
    """Past what stands in front of a subject: "In 2019/20", "Across Kent", "However"."""
    tags = sentence.tags
    period = tags.rfind("T", first, last)
    if period >= 0 and tags[first] == "P" and period + 1 < last:
        return _without_lead(sentence, period + 1, last)
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
    return stop + 1 - first if stop + 1 < last and sentence.tags[stop + 1] in "DANM" else 0


def noun_after(sentence: Sentence, at: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `at`: what is counted.

    Behind a plural only another plural or a name goes on; "of" goes on behind "members" and its like.
    """
    if (at, end) not in sentence.nouns:
        sentence.nouns[at, end] = _find_noun(sentence, at, end)
    return sentence.nouns[at, end]


def _find_noun(sentence: Sentence, at: int, end: int) -> tuple[int, int] | None:
    tags, said = sentence.tags, sentence.said
    if sentence.tag(at) not in _OPEN_NOUN:
        return None
    if said[at] in ("next", "last", "this") and sentence.word(at + 1) in ("year", "month", "week", "quarter"):
        return None
    first, is_of = at, said[at] == "of"
    while first < end and (said[first] in _LEADING or (is_of and tags[first] in "DX")):
        first += 1
    if sentence.tag(first) == "R" and sentence.tag(first + 1) in "EA":
        first += 1
    last, plural, stop = first, False, min(end, first + _MAX_NOUN_WORDS)
    while last < stop:
        tag, word = tags[last], said[last]
        if word == "of" and last > first and said[last - 1] in _OF_HEADS:
            plural = False
        elif tag == "C" and last > first and _joins(sentence, last, plural):
            pass
        elif not _goes_on(sentence, last, tag, word, plural):
            break
        else:
            plural = is_plural(word) and tag == "N"
        last += 1
    while last > first and tags[last - 1] in "PCA" and not (tags[last - 1] == "A" and last - 1 == first):
        last -= 1
    return (first, last) if last > first else None


def _joins(sentence: Sentence, at: int, plural: bool) -> bool:
    """Whether "and" stays inside: "rape and other sexual offences", but not "officers and 12 staff"."""
    following = _NOUN.match(sentence.tags[at + 1 : at + 4])
    return not plural and following is not None and is_plural(sentence.word(at + following.end()))


def _goes_on(sentence: Sentence, at: int, tag: str, word: str, plural: bool) -> bool:
    if tag not in "ANG" or (tag == "G" and (plural or sentence.tag(at + 1) != "N")):
        return False
    if not plural:
        return True
    is_name = sentence.text[sentence.spans[at][0]].isupper()
    return is_name or (tag == "N" and is_plural(word) and base_of(word) == word)


def noun_before(sentence: Sentence, at: int, start: int) -> tuple[int, int] | None:
    """The noun phrase, with what hangs on it by "of" and its like, that ends just before token `at`."""
    first = at
    while first > start and (sentence.tags[first - 1] in "DANPXTCR\"'" or (sentence.tags[first - 1] == "G" and sentence.tag(first - 2) == "N")):
        first -= 1
    first = _without_lead(sentence, first, at)
    return (first, at) if any(tag in "NX" for tag in sentence.tags[first:at]) else None
