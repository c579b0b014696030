"""Names that no word of their own tells: by the text round them, or by a short form or name that the text explains."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from reportparse.language.gazetteer import Known, is_ordinary, name_words
from reportparse.language.names import Word, length_of, plain_words, starts_sentence

_SMALL = re.compile(r"\b[a-z]{4,}\b")
_WHERE = re.compile(r"\b(?:in|at|across|near|around|outside|throughout|into)\s(?:the\s|central\s|north\s|south\s|east\s|west\s)?$")
_POSTCODE = re.compile(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)?,?\s[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}\b")
_ROLE = re.compile(r"\b(?:member|deputy|colleague|chair|chairman|chairwoman|director|executive|officer|leader|manager|adviser|volunteer),?\s$")
# "Councillors Birch, Okafor and Hussain": what stands between the title and the last of them.
_LISTED = re.compile(r"\b(Councillor|Cllr|Judge|Alderman|Inspector|Sergeant)s\s(?:[A-Z][\w'’-]+(?:,\s|\sand\s|,\sand\s)){0,20}$")
_LINKS = frozenset({"of", "for", "and", "the", "to", "on", "in", "&"})


class Found(NamedTuple):
    """A name in a text: what it is of, in full, and where."""

    kind: str
    name: str
    start: int
    end: int


def read_by_surroundings(
    text: str, waiting: list[list[Word]], found: list[Found], short: Mapping[str, Known]
) -> list[Found]:
    """Names that only the rest of the text tells: short forms, names said again, names that stand where a name stands."""
    names = {one.name: Known(one.kind, one.name) for one in found}
    initials: dict[str, Known] | None = None  # and the first letters of the names
    small: frozenset[str] | None = None  # the words in small letters, read when first needed
    taken = {place for one in found for place in (one.start, one.end)}
    places = {place for one in found if one.kind == "place" for place in (one.start, one.end)}
    read = []
    for words in waiting:
        if words[0].start in taken or words[-1].end in taken:
            continue
        name = " ".join(plain_words(words))
        known = short.get(name) or names.get(name)
        if known is None and len(name) > 2 and name.isupper():
            initials = _initials(names) if initials is None else initials
            known = initials.get(name)
        known = known or _listed_person(text, words)
        if known is None:
            kind = _kind_by_place(text, words, name, places)
            if kind and len(words) == 1:  # a word that the text also writes small is no name
                small = frozenset(_SMALL.findall(text)) if small is None else small
                kind = None if name.lower() in small else kind
            known = Known(kind, name) if kind else None
        if known is not None:
            read.append(Found(known.kind, known.name, words[0].start, words[0].start + length_of(words)))
    return read


def _initials(names: Mapping[str, Known]) -> dict[str, Known]:
    return {"".join([word[0] for word in name.split() if word[0].isupper()]): known for name, known in names.items()}


def _listed_person(text: str, words: list[Word]) -> Known | None:
    """One of several that share a title."""
    name = plain_words(words)[-1]
    before = text[max(0, words[-1].start - 250) : words[-1].start]
    if len(words) > 2 or "s " not in before or is_ordinary(name):
        return None
    title = _LISTED.search(before)
    return Known("person", f"{title[1]} {name}") if title else None


def _kind_by_place(text: str, words: list[Word], name: str, places: set[int]) -> str | None:
    """What a name without any word that tells may be, by where it stands; None for words that only have a capital."""
    if name[:2].isupper() and len(words) == 1:
        is_name = 2 < len(name) < 7 and name.isupper() and name.isalpha() and name not in name_words("acronyms")
        return "organisation" if is_name and not text.isupper() and not _is_thing(text, name) else None
    if any(is_ordinary(word) for word in plain_words(words) if word[0].isupper()) or len(name) < 4:
        return None
    before = text[max(0, words[0].start - 20) : words[0].start]
    if starts_sentence(text, words):
        return None
    if len(words) == 2 and _ROLE.search(before):
        return "person"
    return "place" if _WHERE.search(before) or _is_beside_place(text, words, places) else "organisation"


def _is_beside_place(text: str, words: list[Word], places: set[int]) -> bool:
    """Whether a place is named in one breath: "Epsom and Addlestone", or in an address: "Llangunnor, Carmarthen SA31 2PF"."""
    start, end = words[0].start, words[-1].end
    after, before = text[end : end + 5], text[max(0, start - 5) : start]
    if (after == " and " and end + 5 in places) or (before == " and " and start - 5 in places):
        return True
    return after.startswith(", ") and _POSTCODE.match(text, end + 2) is not None


def _is_thing(text: str, short: str) -> bool:
    """Whether a short form is explained by words in small letters, which name a thing: "a learning environment (LE)".

    >>> _is_thing("an integrated support service for victims (ISS)", "ISS")
    True
    """
    at = text.find(f"({short})")
    words = re.findall(r"[\w&]+", text[max(0, at - 120) : at]) if at > 0 else []
    firsts = "".join(word[0] for word in words if word not in _LINKS).upper()
    return short in firsts[-len(short) - 2 :] and any(word[0].islower() and word not in _LINKS for word in words[-len(short) :])
