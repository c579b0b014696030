"""Entities: bodies, persons, places, operations, programmes and laws that a text names, each under its full name.

Known names come first.  Others are told by what they are made of: their last word ("X Council"), the words round them
("the X programme", "in X"), a given name.  A short form in brackets stands for its name from then on.
"""

import re
from collections.abc import Mapping
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
from reportparse.language.model import Entity, Span
from reportparse.language.names import Word, find_runs, split_run
from reportparse.language.variants import join_variants

_SHORT = re.compile(r"\s?\((?:or\s|the\s)?[“\"'‘]?([A-Z][A-Za-z&]{1,11})[”\"'’]?\)")
_SMALL = re.compile(r"\b[a-z]{4,}\b")
_YEAR = re.compile(r"\s\(?(?:19|20)\d\d\b")
_MAKER = re.compile(r"[”\"'’]?\s([a-z]+)")
_WHERE = re.compile(r"\b(?:in|at|across|near|around|outside|throughout|into)\s(?:the\s|central\s|north\s|south\s|east\s|west\s)?$")
_QUOTED = re.compile(r"[“‘\"']([A-Z][\w’'-]*(?:\s[\w’'-]+){0,5})[”’\"']\s(?:programme|project|scheme|initiative|campaign|pilot|fund|intervention)\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n]\s*[“\"'‘(]?|[”\"]\s)$")


class _Found(NamedTuple):
    kind: str
    name: str
    start: int
    end: int


def find_entities(text: str, short_forms: Mapping[str, Known] | None = None) -> list[Entity]:
    """The entities of a text in the order of their first mention.

    `short_forms` are abbreviations that the report explains elsewhere.

    >>> [(entity.kind, entity.name) for entity in find_entities("Kent Police and the APCC met.")]
    [('force', 'Kent Police'), ('organisation', 'Association of Police and Crime Commissioners')]
    """
    short = dict(short_forms or {})
    found: list[_Found] = []
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
    found += _read_waiting(text, waiting, found, short)
    return _gather(found)


def find_short_forms(text: str) -> dict[str, Known]:
    """Abbreviations that a text explains: "the Local Resilience Forum (LRF)"."""
    short: dict[str, Known] = {}
    if "(" in text:
        for run in find_runs(text):
            for words in split_run(run):
                for one in _read_name(text, words):
                    short |= _short_form(text, one)
    return short


def _gather(found: list[_Found]) -> list[Entity]:
    mentions: dict[tuple[str, str], list[Span]] = {}
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        mentions.setdefault((one.kind, one.name), []).append(Span(one.start, one.end))
    joined: dict[Known, list[Span]] = {}
    for names, whole in join_variants([Known(*key) for key in mentions]).items():
        joined.setdefault(whole, []).extend(mentions[names.kind, names.name])
    entities = [Entity(kind, name, tuple(sorted(spans))) for (kind, name), spans in joined.items()]
    return sorted(entities, key=lambda entity: entity.mentions[0])


def _read_name(text: str, words: list[Word]) -> list[_Found]:
    """What the words of one name are; nothing where they are none, or can not be told yet."""
    plain = _plain(words)
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


def _plain(words: list[Word]) -> tuple[str, ...]:
    plain = [word.plain for word in words]
    plain[-1] = plain[-1].removesuffix("'s")
    return tuple(plain)


def _as_found(known: Known, words: list[Word]) -> _Found:
    end = words[-1].end
    last = words[-1].text
    if last.endswith(("'s", "’s")) and not split_name(known.name)[-1].endswith("'s"):
        end -= 2
    return _Found(known.kind, known.name, words[0].start, end)


def _is_risky(text: str, word: Word) -> bool:
    """Whether a known name of one word may be a common word here: "Reading" or "Mind" at the start of a sentence."""
    return word.text.lower() in _COMMON and _starts_sentence(text, [word])


def _starts_sentence(text: str, words: list[Word]) -> bool:
    return _SENTENCE_START.search(text[max(0, words[0].start - 4) : words[0].start]) is not None


_COMMON = frozenset({"reading", "mind", "refuge", "shelter", "bath", "prevent", "deal", "sandwich", "turning", "hull", "stroud"})


def _read_undertaking(text: str, words: list[Word], plain: tuple[str, ...]) -> _Found | None:
    """An operation, a project or a law."""
    first, last = words[0].text, plain[-1]
    if first in ("Operation", "Op", "Project") and len(words) > 1 and words[1].text[0].isupper():
        size = 2 + (len(words) > 2 and words[2].text[0].isupper() and words[2].text not in heads())
        name = " ".join(("Operation" if first == "Op" else first, *_plain(words[:size])[1:]))
        return _Found("programme" if first == "Project" else "operation", name, words[0].start, words[size - 1].end)
    if heads().get(last) == "law" and len(words) > 1:
        year = _YEAR.match(text, words[-1].end)
        if last not in ("Act", "Bill", "Convention") and not year:
            return None
        end = year.end() if year and "(" not in year[0] else words[-1].end
        return _Found("law", text[words[0].start : end].replace("’", "'"), words[0].start, end)
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
    return None


def _read_person(words: list[Word]) -> _Found:
    """The name that begins there, without its titles; with them where there is no given name."""
    plain, titles, given = _plain(words), name_words("titles"), name_words("given")
    first = next(at for at, word in enumerate(plain) if word not in titles)
    end = first + 1
    while end < len(plain) and end < first + 3 and (_is_family(plain[end]) or plain[end] in given):
        end += 1
    has_given = end - first > 1
    name = " ".join(plain[first if has_given else 0 : end])
    return _Found("person", name, words[0].start, words[0].start + _length(words[:end]))


def _is_family(word: str) -> bool:
    return (
        word[0].isupper() and len(word) > 1 and not word.isupper() and not is_ordinary(word)
        and word not in heads() and word not in name_words("given")
    ) or word[:2] in ("Mc", "O'")  # fmt: skip


def _read_by_head(text: str, words: list[Word], plain: tuple[str, ...]) -> _Found | None:
    """A body or programme by its last word, or by the one before "of" and "for"."""
    complement = next((at for at, word in enumerate(plain) if word in ("of", "for", "on")), len(plain))
    head = plain[complement - 1]
    kind = heads().get(plain[-1], heads().get(head)) if complement == len(plain) else heads().get(head)
    if plain[-1] in ("Police", "Constabulary") and len(plain) > 1:
        return _read_force(words)
    if plain[-2:] in (("City", "Centre"), ("Town", "Centre")):
        return _Found("nothing", "", 0, 0)
    name = " ".join(plain)
    found = _Found(kind or "", name, words[0].start, words[0].start + _length(words))
    is_any = kind == "place" and all(is_ordinary(word) or word[0].islower() for word in plain)  # "High Street"
    if kind in ("nothing", "law") or (kind and len(plain) == 1) or is_any:
        return found._replace(kind="nothing")
    if kind and head in ("Commissioner", "PCC", "OPCC", "PFCC", "OPFCC", "Support", "Mind", "UK", "International", "Concern"):
        return found if not all(is_ordinary(word) or word in name_words("links") for word in plain) else None
    if kind:
        return found
    maker = _MAKER.match(text, words[-1].end)
    if maker and maker[1] in name_words("makers") and len(plain) == 1 and _starts_sentence(text, words):
        return None
    if maker and maker[1] in name_words("makers") and not all(is_ordinary(word) or word[0].islower() for word in plain):
        return found._replace(kind="programme")
    return None


def _read_force(words: list[Word]) -> _Found | None:
    """A force by the registry, whatever stands before it: "Ensure Kent Police"; another one by its words."""
    plain = _plain(words)
    if all(map(is_ordinary, plain)):
        return None
    at = next((at for at in range(1, len(plain)) if plain[at:] in known_names()), 0)
    known = known_names().get(plain[at:], Known("force", " ".join(plain)))
    return _as_found(known, words[at:])


def _length(words: list[Word]) -> int:
    return words[-1].end - words[0].start - (2 if words[-1].text.endswith(("'s", "’s")) else 0)


def _read_parts(words: list[Word]) -> list[_Found]:
    """Known names inside a longer run that is none itself: "West Midlands" in "West Midlands Cadets"."""
    found: list[_Found] = []
    at, names = 0, known_names()
    while at < len(words):
        longest = longest_by_first().get(words[at].plain, 0)
        for size in range(min(longest, len(words) - at), 0, -1):
            known = names.get(_plain(words[at : at + size]))
            if known and (size > 1 or known.kind == "place" or not is_ordinary(words[at].text)):
                found.append(_as_found(known, words[at : at + size]))
                at += size - 1
                break
        at += 1
    return found


def _short_form(text: str, one: _Found) -> dict[str, Known]:
    """The abbreviation that follows the name in brackets, or that the name explains in brackets."""
    known = Known(one.kind, one.name)
    behind = _SHORT.match(text, one.end)
    if behind and (behind[1].isupper() or behind[1][1:].lower() != behind[1][1:]):
        return {behind[1]: known}
    before = re.search(r"\b([A-Z]{2,8})\s\($", text[max(0, one.start - 12) : one.start])
    if before and text[one.end : one.end + 1] == ")" and before[1][0] == one.name[0]:
        return {before[1]: known}
    return {}


def _find_quoted(text: str, found: list[_Found]) -> list[_Found]:
    quoted: list[_Found] = []
    if not any(maker in text for maker in ("” ", "’ ", '" ', "' ")):
        return quoted
    taken = [Span(one.start, one.end) for one in found]
    for match in _QUOTED.finditer(text):
        span = Span(*match.span(1))
        if not any(span.overlaps(other) for other in taken):
            quoted.append(_Found("programme", match[1], *span))
    return quoted


def _read_waiting(
    text: str, waiting: list[list[Word]], found: list[_Found], short: Mapping[str, Known]
) -> list[_Found]:
    """Names that only the rest of the text tells: short forms, names said again, names that stand where a name stands."""
    names = {one.name: Known(one.kind, one.name) for one in found}
    initials: dict[str, Known] | None = None  # and the first letters of the names
    small: frozenset[str] | None = None  # the words in small letters, read when first needed
    taken = {place for one in found for place in (one.start, one.end)}
    read = []
    for words in waiting:
        if words[0].start in taken or words[-1].end in taken:
            continue
        name = " ".join(_plain(words))
        known = short.get(name) or names.get(name)
        if known is None and len(name) > 2 and name.isupper():
            initials = _initials(names) if initials is None else initials
            known = initials.get(name)
        if known is None:
            kind = _kind_by_place(text, words, name)
            if kind and len(words) == 1:  # a word that the text also writes small is no name
                small = frozenset(_SMALL.findall(text)) if small is None else small
                kind = None if name.lower() in small else kind
            known = Known(kind, name) if kind else None
        if known is not None:
            read.append(_Found(known.kind, known.name, words[0].start, words[0].start + _length(words)))
    return read


def _initials(names: Mapping[str, Known]) -> dict[str, Known]:
    return {"".join([word[0] for word in name.split() if word[0].isupper()]): known for name, known in names.items()}


def _kind_by_place(text: str, words: list[Word], name: str) -> str | None:
    """What a name without any word that tells may be, by where it stands; None for words that only have a capital."""
    if name[:2].isupper() and len(words) == 1:
        is_name = 2 < len(name) < 7 and name.isupper() and name.isalpha() and name not in name_words("acronyms")
        return "organisation" if is_name and not text.isupper() else None
    if any(is_ordinary(word) for word in _plain(words) if word[0].isupper()) or len(name) < 4:
        return None
    before = text[max(0, words[0].start - 20) : words[0].start]
    if _starts_sentence(text, words):
        return None
    return "place" if _WHERE.search(before) else "organisation"
