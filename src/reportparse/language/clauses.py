"""The grammar of a sentence round its numbers: clauses and verb groups; `phrases` has subjects and noun phrases.

A light chunker over word classes (see `tokens`); it knows no more than what a number's fields are read from.
"""

import re
from dataclasses import dataclass

from reportparse.language.tokens import Mark, base_of, read_tokens
from reportparse.language.words import words

_STATE_VERBS = words("clues", "state_verbs")
_BREAKS = ";:-"  # always end a clause
_CONNECTIVES = {"while", "whilst", "but", "although", "though", "whereas", "because", "if", "when", "so", "where"}
_NEW_CLAUSE = re.compile(r"R?(?:P[DA]*T,?|P[AN],?(?=[DAN]))?[DANXT]*[NXTM](?:P[DANXT]*[NT])?R*[BWVE]")  # a subject and its verb
_NEW_COUNT = re.compile(r"R*Q(?:[AN]*(?:[CP][DANQ]+)?R*[BW]|[AN]+ED|V)")  # "and 16% were ...", "and 16% come ...", "and 31 officers left the ..."
_VERB_GROUPS = re.compile(r"(?<!C)[BWVERI]*[BWVE]+[BWVERI]*")
_RELATIVE = re.compile(r"(?<=[NQ])S[^;:-]*$")  # "officers who work on ..." holds no verb of the clause itself
_TWO_VERBS = re.compile(r"EB|EE")
_GOES_ON, _LEVELS = re.compile(r"PR*D?R*Q"), ("by", "to", "from")
_CLOSED = re.compile(r",R*[BWV][^,]*$")  # "the time, if it had to be paid for, would have cost ...": the clause goes on
_VERB_OF_BEFORE = re.compile(r",R*(?:[BWV][^,]*|EP?[DR]*Q)$")
_TIME_INSIDE = re.compile(r"[BW]+R*DA?N$")  # "has this year saved"
_FINITE = re.compile(r"[BWVE]")
_PASTS = {"came", "went", "took", "gave", "saw", "became", "began", "rose", "fell", "grew", "chose", "ran", "said", "thought", "felt", "knew"}
_TIMES_OVER = {"year", "years", "month", "quarter", "time"}  # "for the third year running"
_REACH = 80  # tokens: no clause is longer; bounds the work on texts without full stops
# Behind a sentence, and so in front of it as well, more than any rule looks away from a token of the sentence.
_NO_WORDS, _NO_CLASSES = [""] * 2 * _REACH, "." * 2 * _REACH


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence, as `tokens.Tokens` has them; `places` gives the token of each amount by the amount's number.

    `said` are the words; `words` and `classes` are they and their classes with empty ones behind, so that no look-up near
    the sentence falls outside. `starts`, `ends`, `verbs` and `nouns` keep what has been found, as many rules ask for the same.
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
    words: list[str]
    classes: str

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
        return self.words[at]

    def tag(self, at: int) -> str:
        """The class of a token, "." outside the sentence."""
        return self.classes[at]


def read_sentence(text: str, start: int, end: int, marks: list[Mark]) -> Sentence:
    """Read text[start:end] with its amounts and periods as `marks`."""
    said, tags, spans, numbers = read_tokens(text, start, end, marks)
    places = {number: at for at, number in numbers.items() if tags[at] == "Q"}
    return Sentence(text, said, tags, spans, numbers, places, {}, {}, {}, {}, said + _NO_WORDS, tags + _NO_CLASSES)


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
            if tag == ":" and sentence.word(left + 1) in _LEVELS and _GOES_ON.match(tags, left + 1):
                continue  # "both rose: to 3,210 and 4,870"
            return left + 1
    return max(0, at - _REACH)


def _breaks(sentence: Sentence, left: int, at: int) -> bool:
    tags = sentence.tags
    if tags[left] == "S":
        is_aside = tags[left - 1 : left] == "," or tags[max(0, left - 2) : left] == ",P"
        if is_aside and (_CLOSED.search(tags, left, at) or _VERB_OF_BEFORE.search(tags, left, at + 1)):
            return False
        if sentence.word(left) in _CONNECTIVES:
            is_where = sentence.word(left) == "where" and tags[left - 1 : left] == "N" and _TWO_VERBS.search(tags, left, at)
            return not (is_where or sentence.word(left + 1) == "compared")  # "stops where video has been used have increased", "when compared to"
        behind = "N,PQEVT" if sentence.word(left) == "which" else "N,PQEV"
        return left > 0 and tags[left - 1] in behind and len(_VERB_GROUPS.findall(tags[left:at])) + (_TWO_VERBS.search(tags, left, at) is not None) < 2
    if tags[left] == "C" and _VERB_OF_BEFORE.search(tags, left, at + 1):
        return False  # "Energy, which is part of what buildings and vehicles cost, took £4.1m"
    is_past = tags[left + 1 : left + 3] == "QE" and (sentence.word(left + 2) in _PASTS or sentence.tag(left + 3) in "DM")  # "and 8% came from ..."
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
        elif (depth == 0 and (tag in _BREAKS or (tag == "S" and sentence.word(right) in _CONNECTIVES and sentence.word(right + 1) != "compared"))) or (depth == 0 and tag in "C," and _NEW_CLAUSE.match(tags, right + 1)):
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
            return len(tags[:left].rstrip("BRW")), left + 1
        is_state = tag == "G" and base_of(sentence.word(left)) in _STATE_VERBS and sentence.word(left - 1) not in _TIMES_OVER
        if tag in "VBW" or is_state or (tag == "E" and sentence.word(left) not in ("compared", "based")):
            return _group(sentence, left, start)
    return None


def _group(sentence: Sentence, last: int, start: int) -> tuple[int, int]:
    first = last
    while first > start and (_in_group(sentence, first - 1) or sentence.word(first - 1) in ("due", "likely", "set", "forecast", "able")):
        first -= 1
    apart = _TIME_INSIDE.search(sentence.tags, max(start, first - 5), first)
    if apart and sentence.word(first - 1) in _TIMES_OVER and sentence.tags[first] == "E":
        first = apart.start()
    while first < last and sentence.tags[first] == "R":
        first += 1
    stop = last + 1
    while sentence.tags[last] in "BW" and sentence.tag(stop) in "BWEGRIV":
        stop += 1
    return first, stop


def _in_group(sentence: Sentence, at: int) -> bool:
    tag = sentence.tags[at]
    if sentence.word(at - 1) == "being":  # "the likelihood of being searched was ..."
        return False
    return tag in "BWRI" or (tag in "EGV" and sentence.tag(at + 1) == "I") or (tag == "V" and sentence.tag(at - 1) in "IW")


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
