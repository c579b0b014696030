"""Entities: bodies, persons, places, operations, programmes and laws that a text names, each under its full name.

Known names come first.  Others are told by what they are made of: their last word ("X Council"), the words round them
("the X programme", "in X"), a given name.  A short form in brackets stands for its name from then on.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from reportparse.language.gazetteer import Known, known_names, split_name
from reportparse.language.model import Entity, Span
from reportparse.language.names import Word, find_names
from reportparse.language.naming import read_name
from reportparse.language.surroundings import Found, read_by_surroundings
from reportparse.language.variants import join_variants

_SHORT = re.compile(r"\s?\((?:or\s|the\s)?[“\"'‘]?([A-Z][A-Za-z&]{1,11})[”\"'’]?\)")
_SHORT_BEFORE = re.compile(r"\b([A-Z]{2,8})\s\($")
# What both have: a short form in brackets, or a bracket behind one.
_EXPLAINS = re.compile(r"\((?:(?<=[A-Z]\s\()|(?:or\s|the\s)?[“\"'‘]?[A-Z][A-Za-z&]{1,11}[”\"'’]?\))")
_WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Nn]ear)\s(?:the\s)?$")
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
    for words in find_names(text):
        read = read_name(text, words)
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
        for words in find_names(text):
            for one in read_name(text, words):
                short |= _short_form(text, one)
    return short


def _gather(found: list[Found]) -> list[Entity]:
    if not found:
        return []
    mentions: dict[tuple[str, str], list[Span]] = {}
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        mentions.setdefault((one.kind, one.name), []).append(Span(one.start, one.end))
    joined: dict[Known, list[Span]] = {}
    for names, whole in join_variants([Known(*key) for key in mentions]).items():
        joined.setdefault(whole, []).extend(mentions[names.kind, names.name])
    entities = [Entity(kind, name, tuple(sorted(spans))) for (kind, name), spans in joined.items()]
    return sorted(entities, key=lambda entity: entity.mentions[0])


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
