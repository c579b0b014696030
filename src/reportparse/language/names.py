"""Where a text writes words with capitals that may be a name, and where one name ends and the next begins."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportparse.language.gazetteer import heads, is_ordinary, known_names, longest_by_first, name_words
from reportparse.memo import Memo

_CAPITAL = r"[A-ZÀ-Þ](?:[\w&]|['’-](?=\w)|(?<=s)['’](?=\s[A-Z]))*"
_WORD = re.compile(r"\w(?:[\w&]|['’-](?=\w)|(?<=s)['’](?=\s[A-Z]))*|&")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n]\s*[“\"'‘(]?|[”\"]\s)$")
_LONGEST = 14  # words; a longer run of capitals is a heading or a shout
_MEMORABLE = 200  # characters: a run that is longer is read anew each time; 14 words have some 100
_COMPLEMENT = frozenset({"of", "for", "on"})
UNDERTAKINGS = ("Operation", "Op", "Project")  # what begins a name and says what it is of


class Word(NamedTuple):
    """A word with its place in the text."""

    text: str
    start: int
    end: int
    plain: str
    """Its text with straight apostrophes."""


def find_names(text: str) -> Iterator[list[Word]]:
    """The words of what may be names, in order: runs of words with capitals and the small words that link them, split.

    A word that only begins a sentence makes no name.

    >>> [[word.text for word in words] for words in find_names("The Ministry of Justice and Kent Police met.")]
    [['Ministry', 'of', 'Justice'], ['Kent', 'Police']]
    """
    silent = _silent_words()
    for match in _run_pattern().finditer(text):
        said = match[0]
        if said in silent:
            continue
        start = match.start()
        for words in _NAMES[said] if len(said) <= _MEMORABLE else _read_run(said):
            yield [Word(word, start + first, start + end, plain) for word, first, end, plain in words]


def _read_run(run: str) -> list[list[Word]]:
    """The names of a run: "Ministry of Justice and Home Office"; places count from the run's start."""
    if run.isalpha():  # one word, as most are
        return list(split_run([Word(run, 0, len(run), run)]))
    words = list(map(_as_word, _WORD.finditer(run)))
    return [name for at in range(0, len(words), _LONGEST) for name in split_run(words[at : at + _LONGEST])]


_NAMES = Memo(_read_run)


def _as_word(match: re.Match[str]) -> Word:
    return Word(match[0], *match.span(), match[0].replace("’", "'"))


@cache
def _silent_words() -> frozenset[str]:
    """Words that are no name when they stand alone."""
    known = {name[0] for name in known_names() if len(name) == 1}
    return frozenset((name_words("openers") | name_words("ordinary")) - known)


@cache
def _run_pattern() -> re.Pattern[str]:
    links = "|".join(name_words("links"))
    first = _CAPITAL.replace("]", r"](?<!\w[A-ZÀ-Þ])", 1)  # no letter in front, which is looked at second: so the scan skips to capitals
    return re.compile(rf"{first}(?:\s{{1,2}}(?:(?:{links})\s){{0,2}}{_CAPITAL})*")


def split_run(run: list[Word]) -> Iterator[list[Word]]:
    """The names of a run, each without the words that only begin a sentence."""
    rest = _trim(run)
    if len(rest) == 1:
        yield rest
        return
    while rest:
        size = _known_size(rest)
        end = max(size, _name_end(rest)) if size else _name_end(rest)
        yield rest[:end]
        rest = _trim(rest[end:])


def _trim(words: list[Word]) -> list[Word]:
    openers, links = name_words("openers"), name_words("links")
    at = 0
    while at < len(words) and (words[at].text in openers or words[at].text in links) and not _known_size(words[at:]):
        at += 1
    return words[at:]


def _known_size(words: list[Word]) -> int:
    """Words of the longest known name that these begin with; 0 for none."""
    longest = longest_by_first().get(words[0].plain, 0)
    if not longest:
        return 0
    names = known_names()
    plain = tuple([word.plain for word in words[:longest]])
    for size in range(len(plain), 0, -1):
        if plain[:size] in names:
            return size
        if plain[size - 1].endswith("'s") and (*plain[: size - 1], plain[size - 1][:-2]) in names:
            return size
    return 0


def _name_end(words: list[Word]) -> int:
    """Words of the name that these begin with."""
    at = 1
    has_complement = False
    while at < len(words):
        word = words[at].text
        if word in ("and", "&"):
            if _parts_at(words, at, has_complement):
                return at
        elif word in _COMPLEMENT:
            if _known_size(words[:at]) == at:
                return at
            if has_complement is False and words[-1].text in ("University", "Council", "College") and at > 1:
                return at
            if heads().get(words[at - 1].text, "nothing") == "nothing" and not _has_holder(words[:at]):
                return at
            has_complement = True
        elif word == "the":
            if not has_complement or words[at - 1].text not in _COMPLEMENT:
                return at
        elif word in ("in", "to") or _is_owner(words[:at]):
            return at
        at += 1
    return at


def _parts_at(words: list[Word], at: int, has_complement: bool) -> bool:
    """Whether the "and" at that place stands between two names, not inside one."""
    left, right = words[at - 1].text, words[at + 1 :]
    if not right or right[0].text in ("the", "The"):
        return True
    if [word.text for word in right[1:6]].count("Rescue") and left[0].isupper() and left not in heads():  # "Devon and Somerset Fire and Rescue"
        return False
    if (left, right[0].text) in (("Police", "Crime"), ("Fire", "Rescue"), ("Fire", "Crime")):
        return False
    if right[0].text in UNDERTAKINGS and len(right) > 1:
        return True
    right_end = next((index for index, word in enumerate(right) if word.text[0].islower()), len(right))
    has_head = right_end > 0 and heads().get(right[right_end - 1].text, "nothing") != "nothing"
    if has_complement:
        return (has_head and right_end > 1) or _known_size(right) > 1
    if left in heads() and at > 1:
        return True
    if _known_size(words[:at]) == at or _known_size(right):
        return True
    return not has_head and not (is_ordinary(left) and is_ordinary(right[0].text)) and words[at].text != "&"


def _has_holder(words: list[Word]) -> bool:
    """Whether the words are an office that stands for its body: "Police and Crime Commissioner" for Surrey."""
    return words[-1].text == "Commissioner" and words[0].text in ("Police", "Office")


def _is_owner(words: list[Word]) -> bool:
    """Whether the words own what follows and are no part of its name: "Home Office's", "Government's"."""
    last = words[-1].plain
    if not last.endswith("'s"):
        return False
    if last in ("Government's", "Force's", "Commissioner's", "PCC's", "Chief's", "Constable's"):
        return True
    plain = (*(word.plain for word in words[:-1]), last[:-2])
    return len(words) > 1 and plain in known_names()


def plain_words(words: list[Word]) -> tuple[str, ...]:
    """The words with straight apostrophes, the last without its possessive."""
    plain = [word.plain for word in words]
    plain[-1] = plain[-1].removesuffix("'s")
    return tuple(plain)


def length_of(words: list[Word]) -> int:
    """Characters from the first word to the end of the last, without its possessive."""
    return words[-1].end - words[0].start - (2 if words[-1].text.endswith(("'s", "’s")) else 0)


def starts_sentence(text: str, words: list[Word]) -> bool:
    """Whether a sentence, an item or a quotation begins with the words."""
    return _SENTENCE_START.search(text[max(0, words[0].start - 4) : words[0].start]) is not None
