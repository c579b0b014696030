"""What one name is of: a body, a person, a place, an undertaking or a law, by known names, by its words, by those beside it."""

import re
from typing import NamedTuple

from reportparse.language.gazetteer import (
    Known,
    heads,
    is_ordinary,
    known_names,
    longest_by_first,
    name_words,
    split_name,
)
from reportparse.language.names import UNDERTAKINGS, Word, length_of, plain_words, starts_sentence
from reportparse.language.surroundings import Found
from reportparse.memo import Memo

_YEAR = re.compile(r"\s\(?(?:19|20)\d\d\b")
_LISTED = re.compile(r"(?<=the )(?:[A-Z][a-z-]+(?:\s[A-Z][a-z-]+)?,\s){1,4}$|(?<=The )(?:[A-Z][a-z-]+(?:\s[A-Z][a-z-]+)?,\s){1,4}$")  # "the Police, Crime, Sentencing and Courts Act"
_MAKER = re.compile(r"[”\"'’]?\s([a-z]+)")


class _Told(NamedTuple):
    """What the words of a name tell by themselves."""

    is_generic: bool
    known: Known | None
    of_area: Known | None
    person: int | None
    """Where a person's name begins."""
    has_known: bool
    """Whether a known name may begin at one of the words."""


def _tell(name: str) -> _Told:
    plain = tuple(name.split(" "))
    has_known = not longest_by_first().keys().isdisjoint(plain)
    return _Told(name in name_words("generic"), known_names().get(plain), _known_of_area(plain), _person_at(plain), has_known)


_TOLD = Memo(_tell)


def read_name(text: str, words: list[Word]) -> list[Found]:
    """What the words of one name are; nothing where they are none, or can not be told yet."""
    plain = plain_words(words)
    told = _TOLD[" ".join(plain)]
    if told.is_generic:
        return []
    known = told.known or (known_names().get((*plain[:-1], words[-1].plain)) if plain[-1] != words[-1].plain else None) or told.of_area
    if known and not (len(plain) == 1 and _is_risky(text, words[0])):
        return [_as_found(known, words)]
    at = told.person
    if at is not None:
        office = read_name(text, words[:at]) if at and words[at - 1].text[0].isupper() else []
        return [*office, _read_person(words[at:])]
    for reader in (_read_undertaking, _read_by_head):
        one = reader(text, words, plain)
        if one is not None and one.kind != "nothing":
            return [one]
        if one is not None:
            break
    return _read_parts(words) if told.has_known or plain[-1] != words[-1].plain else []


def _known_of_area(plain: tuple[str, ...]) -> Known | None:
    """A known body by its short form, with the area it is of before it: "West Midlands VRU"."""
    if len(plain) > 1 and plain[-1].isupper():
        area, body = known_names().get(plain[:-1]), known_names().get(plain[-1:])
        return body if area and body and area.kind == "place" else None
    return None


def _as_found(known: Known, words: list[Word]) -> Found:
    end = words[-1].end
    last = words[-1].text
    if last.endswith(("'s", "’s")) and not split_name(known.name)[-1].endswith("'s"):
        end -= 2
    return Found(known.kind, known.name, words[0].start, end)


def _is_risky(text: str, word: Word) -> bool:
    """Whether a known name of one word may be a common word here: "Reading" or "Mind" at the start of a sentence."""
    return word.text.lower() in _COMMON and starts_sentence(text, [word])


_COMMON = frozenset({"reading", "mind", "refuge", "shelter", "bath", "prevent", "deal", "sandwich", "turning", "hull", "stroud"})


def _read_undertaking(text: str, words: list[Word], plain: tuple[str, ...]) -> Found | None:
    """An operation, a project or a law."""
    first, last = words[0].text, plain[-1]
    if first in UNDERTAKINGS and len(words) > 1 and words[1].text[0].isupper():
        size = 2 + (len(words) > 2 and words[2].text[0].isupper() and words[2].text not in heads() and len(words[2].text) > 1)
        name = " ".join(("Operation" if first == "Op" else first, *plain_words(words[:size])[1:]))
        return Found("programme" if first == "Project" else "operation", name, words[0].start, words[size - 1].end)
    if heads().get(last) == "law" and len(words) > 1:
        year = _YEAR.match(text, words[-1].end)
        if last not in ("Act", "Bill", "Convention") and not year:
            return None
        end = year.end() if year and "(" not in year[0] else words[-1].end
        listed = _LISTED.search(text, max(0, words[0].start - 80), words[0].start) if "and" in plain else None
        start = listed.start() if listed else words[0].start
        return Found("law", text[start:end].replace("’", "'"), start, end)
    return None


def _person_at(plain: tuple[str, ...]) -> int | None:
    """Where a person's name begins: a title or given name with a family name behind it, at the end of what is named."""
    if heads().get(plain[-1]) in ("organisation", "programme", "law"):
        return None
    given, titles = name_words("given"), name_words("titles")
    for at, word in enumerate(plain[:-1]):
        if word in titles or word in given:
            behind = next((other for other in plain[at + 1 :] if other not in titles and other not in given), "")
            if behind and _is_family(behind):
                return at
            if word in given and not behind and plain[at + 1] in given:  # "Matthew Scott"
                return at
    return None


def _read_person(words: list[Word]) -> Found:
    """The name that begins there, without its titles; with them where there is no given name."""
    plain, titles, given = plain_words(words), name_words("titles"), name_words("given")
    first = next(at for at, word in enumerate(plain) if word not in titles)
    end = first + 1
    while end < len(plain) and end < first + 3 and (_is_family(plain[end]) or plain[end] in given):
        end += 1
    has_given = end - first > 1
    name = " ".join(plain[first if has_given else 0 : end])
    return Found("person", name, words[0].start, words[0].start + length_of(words[:end]))


def _is_family(word: str) -> bool:
    return word in name_words("surnames") or (
        word[0].isupper() and len(word) > 1 and not word.isupper() and not is_ordinary(word)
        and word not in heads() and word not in name_words("given")
    ) or word[:2] in ("Mc", "O'")  # fmt: skip


def _read_by_head(text: str, words: list[Word], plain: tuple[str, ...]) -> Found | None:
    """A body or programme by its last word, or by the one before "of" and "for"."""
    complement = next((at for at, word in enumerate(plain) if word in ("of", "for", "on")), len(plain))
    head = plain[complement - 1]
    kind = heads().get(plain[-1], heads().get(head)) if complement == len(plain) else heads().get(head)
    if plain[-1] in ("Police", "Constabulary") and len(plain) > 1:
        return _read_force(words)
    if plain[-2:] in (("City", "Centre"), ("Town", "Centre")):
        return Found("nothing", "", 0, 0)
    is_prison = plain[0] in ("HMP", "HMYOI", "YOI") or (plain[:2] == ("HM", "Prison") and len(plain) > 2)
    if is_prison and len(plain) > 1 and complement == len(plain):
        return Found("organisation", " ".join(plain), words[0].start, words[0].start + length_of(words))
    name = " ".join(plain)
    found = Found(kind or "", name, words[0].start, words[0].start + length_of(words))
    is_any = kind == "place" and all(is_ordinary(word) or word[0].islower() for word in plain)  # "High Street"
    is_aim = len(plain) == 2 and plain[0].endswith("ing") and is_ordinary(plain[1]) and starts_sentence(text, words)
    if kind in ("nothing", "law") or (kind and len(plain) == 1) or is_any or is_aim:
        return found._replace(kind="nothing")
    if kind and head in ("Commissioner", "PCC", "OPCC", "PFCC", "OPFCC", "Support", "Mind", "UK", "International", "Concern"):
        return found if not all(is_ordinary(word) or word in name_words("links") for word in plain) else None
    if kind:
        return found
    maker = _MAKER.match(text, words[-1].end)
    if maker and maker[1] in name_words("makers") and len(plain) == 1 and starts_sentence(text, words):
        return None
    if maker and maker[1] in name_words("makers") and not all(is_ordinary(word) or word[0].islower() for word in plain):
        return found._replace(kind="programme")
    return None


def _read_force(words: list[Word]) -> Found | None:
    """A force by the registry, whatever stands before it: "Ensure Kent Police"; another one by its words."""
    plain = plain_words(words)
    if all(map(is_ordinary, plain)):
        return None
    at = next((at for at in range(1, len(plain)) if plain[at:] in known_names()), 0)
    known = known_names().get(plain[at:], Known("force", " ".join(plain)))
    return _as_found(known, words[at:])


def _read_parts(words: list[Word]) -> list[Found]:
    """Known names inside a longer run that is none itself: "West Midlands" in "West Midlands Cadets"."""
    found: list[Found] = []
    at, names = 0, known_names()
    while at < len(words):
        longest = longest_by_first().get(words[at].plain, 0)
        for size in range(min(longest, len(words) - at), 0, -1):
            known = names.get(plain_words(words[at : at + size]))
            if known and (size > 1 or known.kind == "place" or not is_ordinary(words[at].text)):
                found.append(_as_found(known, words[at : at + size]))
                at += size - 1
                break
        at += 1
    return found
