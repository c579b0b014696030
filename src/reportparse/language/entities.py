"""Entities: bodies, persons, places, operations, programmes and laws that a text names, each under its full name.

Known names come first.  Others are told by what they are made of: their last word ("X Council"), the words round them
("the X programme", "in X"), a given name.  A short form in brackets stands for its name from then on.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from reportparse.language.gazetteer import (
    Known,
    heads,
    is_ordinary,
    known_names,
    longest_by_first,
    name_words,
    split_name,
)
from reportparse.language.model import Entity, Span
from reportparse.language.names import (
    UNDERTAKINGS,
    Word,
    find_runs,
    length_of,
    plain_words,
    split_run,
    starts_sentence,
)
from reportparse.language.surroundings import Found, read_by_surroundings
from reportparse.language.variants import join_variants

_SHORT = re.compile(r"\s?\((?:or\s|the\s)?[“\"'‘]?([A-Z][A-Za-z&]{1,11})[”\"'’]?\)")
_SHORT_BEFORE = re.compile(r"\b([A-Z]{2,8})\s\($")
# What both have: a short form in brackets, or a bracket behind one.
_EXPLAINS = re.compile(r"\((?:(?<=[A-Z]\s\()|(?:or\s|the\s)?[“\"'‘]?[A-Z][A-Za-z&]{1,11}[”\"'’]?\))")
_YEAR = re.compile(r"\s\(?(?:19|20)\d\d\b")
_LISTED = re.compile(r"(?<=the )(?:[A-Z][a-z-]+(?:\s[A-Z][a-z-]+)?,\s){1,4}$|(?<=The )(?:[A-Z][a-z-]+(?:\s[A-Z][a-z-]+)?,\s){1,4}$")  # "the Police, Crime, Sentencing and Courts Act"
_WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Nn]ear)\s(?:the\s)?$")
_MAKER = re.compile(r"[”\"'’]?\s([a-z]+)")
_QUOTED = re.compile(r"[“‘\"']([A-Z][\w’'-]*(?:\s[\w’'-]+){0,5})[”’\"']\s(?:programme|project|scheme|initiative|campaign|pilot|fund|intervention)\b")



class Names(Protocol):
    """Finds further names in a text, as a trained pipeline does."""

    label: str
    """What it is, for the record."""

    def find(self, text: str) -> Iterable[Found]:
        """The names, none of which overlap."""


def find_entities(
    text: str, short_forms: Mapping[str, Known] | None = None, names: Names | None = None
) -> list[Entity]:
    """The entities of a text in the order of their first mention.

    `short_forms` are abbreviations that the report explains elsewhere.  What `names` finds counts where nothing was
    found by rule.

    >>> [(entity.kind, entity.name) for entity in find_entities("Kent Police and the APCC met.")]
    [('force', 'Kent Police'), ('organisation', 'Association of Police and Crime Commissioners')]
    """
    short = dict(short_forms or {})
    text = _without_commas(text)
    found: list[Found] = []
    waiting: list[list[Word]] = []
    for run in find_runs(text):
        for words in split_run(run):
            read = _read_name(text, words)
            if not read:
                waiting.append(words)
            for one in read:
                found.append(one)
                short |= _short_form(text, one)
    found += _find_quoted(text, found)
    found = _share_police(text, found)
    found += read_by_surroundings(text, waiting, found, short)
    if names is not None:
        found += _find_further(text, names, found)
    return _gather(found)


def _without_commas(text: str) -> str:
    """The text with a blank for each comma inside a known name: "Ministry of Housing, Communities and Local Government"."""
    if "Ministry of" in text or "Department for" in text:
        for name in _names_with_commas():
            text = text.replace(name, name.replace(",", " "))
    return text


@cache
def _names_with_commas() -> tuple[str, ...]:
    return tuple(known.name for known in known_names().values() if "," in known.name and known.kind == "organisation")


def _find_further(text: str, names: Names, found: list[Found]) -> list[Found]:
    taken = [Span(one.start, one.end) for one in found]
    return [one for one in names.find(text) if not any(span.overlaps(Span(one.start, one.end)) for span in taken)]


def _share_police(text: str, found: list[Found]) -> list[Found]:
    """Places of a list whose last member is a force are forces: "Kent, Surrey and Sussex Police"."""
    if not any(one.kind == "force" for one in found):
        return found
    ordered = sorted(found, key=lambda one: one.start)
    chain: list[int] = []
    for at in range(len(ordered) - 1, 0, -1):
        place, behind = ordered[at - 1], ordered[at]
        is_listed = place.kind == "place" and text[place.end : behind.start] in (", ", " and ", ", and ", " & ")
        if is_listed and (behind.kind == "force" or chain) and (*split_name(place.name), "Police") in known_names():
            chain.append(at - 1)
            continue
        _turn_to_forces(text, ordered, chain)
        chain = []
    _turn_to_forces(text, ordered, chain)
    return ordered


def _turn_to_forces(text: str, ordered: list[Found], chain: list[int]) -> None:
    """The places of a list, the last first, unless the list says where something is: "in Kent and Essex Police"."""
    if chain and not _WHERE.search(text, max(0, ordered[chain[-1]].start - 20), ordered[chain[-1]].start):
        for at in chain:
            place = ordered[at]
            ordered[at] = place._replace(kind="force", name=known_names()[(*split_name(place.name), "Police")].name)


def find_short_forms(text: str) -> dict[str, Known]:
    """Abbreviations that a text explains: "the Local Resilience Forum (LRF)"."""
    short: dict[str, Known] = {}
    if _EXPLAINS.search(text):
        for run in find_runs(text):
            for words in split_run(run):
                for one in _read_name(text, words):
                    short |= _short_form(text, one)
    return short


def _gather(found: list[Found]) -> list[Entity]:
    mentions: dict[tuple[str, str], list[Span]] = {}
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        mentions.setdefault((one.kind, one.name), []).append(Span(one.start, one.end))
    joined: dict[Known, list[Span]] = {}
    for names, whole in join_variants([Known(*key) for key in mentions]).items():
        joined.setdefault(whole, []).extend(mentions[names.kind, names.name])
    entities = [Entity(kind, name, tuple(sorted(spans))) for (kind, name), spans in joined.items()]
    return sorted(entities, key=lambda entity: entity.mentions[0])


def _read_name(text: str, words: list[Word]) -> list[Found]:
    """What the words of one name are; nothing where they are none, or can not be told yet."""
    plain = plain_words(words)
    if " ".join(plain) in name_words("generic"):
        return []
    names = known_names()
    known = names.get(plain) or names.get((*plain[:-1], words[-1].plain)) or _known_of_area(plain)
    if known and not (len(plain) == 1 and _is_risky(text, words[0])):
        return [_as_found(known, words)]
    at = _person_at(plain)
    if at is not None:
        office = _read_name(text, words[:at]) if at and words[at - 1].text[0].isupper() else []
        return [*office, _read_person(words[at:])]
    for reader in (_read_undertaking, _read_by_head):
        one = reader(text, words, plain)
        if one is not None:
            return [one] if one.kind != "nothing" else _read_parts(words)
    return _read_parts(words)


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


def _short_form(text: str, one: Found) -> dict[str, Known]:
    """The abbreviation that follows the name in brackets, or that the name explains in brackets."""
    known = Known(one.kind, one.name)
    behind = _SHORT.match(text, one.end)
    if behind and (behind[1].isupper() or behind[1][1:].lower() != behind[1][1:]):
        return {behind[1]: known}
    before = _SHORT_BEFORE.search(text, max(0, one.start - 12), one.start) if text[one.start - 1 : one.start] == "(" else None
    if before and text[one.end : one.end + 1] == ")" and before[1][0] == one.name[0]:
        return {before[1]: known}
    return {}


def _find_quoted(text: str, found: list[Found]) -> list[Found]:
    quoted: list[Found] = []
    if not any(maker in text for maker in ("” ", "’ ", '" ', "' ")):
        return quoted
    taken = [Span(one.start, one.end) for one in found]
    for match in _QUOTED.finditer(text):
        span = Span(*match.span(1))
        if not any(span.overlaps(other) for other in taken):
            quoted.append(Found("programme", match[1], *span))
    return quoted
