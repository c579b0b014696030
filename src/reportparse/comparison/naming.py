"""Which measure a figure is of: a common one that its words mean, or its own words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportparse.comparison.hanging import find_other, is_part, is_share, is_sum
from reportparse.comparison.matching import (
    find_by_headers,
    find_done_to,
    find_longer,
    find_verb,
    first_match,
    has_size,
    match_words,
)
from reportparse.comparison.parts import (
    find_all_bracket,
    find_behind,
    find_head,
    find_heads,
    find_own_part,
    find_subject_of,
    without_agent,
)
from reportparse.comparison.ringing import find_called
from reportparse.comparison.wording import (
    find_clause,
    find_first,
    find_label,
    find_near,
    find_nearest,
    find_phrases,
    find_sentence,
    find_two_sentences,
    has_noun,
)
from reportparse.comparison.words import WORD, fold_unit, is_generic, own_words
from reportparse.models.facts import Figure
from reportparse.registry.measures import (
    find_measure,
    fold_words,
    match_clause,
    neutral_words,
    read_qualifier,
    vocabulary,
)

# Marks of a value, not of what is measured: "Robbery (revised)".
_REVISION = re.compile(r"\((?:revised|restated|updated|provisional|amended)\)|\b(?:revised|restated)\b", re.IGNORECASE)
# How it is given, behind a header's name: "Average answer time (seconds)".
_GIVEN_IN = re.compile(
    r"\s?\((?:in\s)?(?:%|£\w*|seconds?|secs?|minutes?|mins?|days|hours|number|no\.?|rate|count|mins?:secs?|mm:ss|hh:mm:ss)\)",
    re.IGNORECASE,
)
# What is left out of a count, which is no part of its name.
_EXCEPT = re.compile(r"\s?\((?:excl\w*\.?|exc\.?|not\s(?:including|counting)|without|less)\s[^)]*\)", re.IGNORECASE)
# "rate for rape": of the next in a row another word takes its place.
_FOR_TAIL = re.compile(r"\s(?:for|among|in|of)\s.*$")
_KIND_OF_COUNT = re.compile(r"\s(?:incidents|crimes|offences|recorded)$")
_VERB_FIRST = re.compile(r"(?:was|were|had|have|has|led|resulted|answered|received)\b")  # "84.2% were answered"
# How people are counted, where it stands in a header of its own: "Special constables, Headcount".
# The rest of a header of time, "Full year 2021/22", too.
_BY_HEAD = re.compile(r",\s(?:headcount|heads|FTE|full[\s-]time\sequivalents?|full(?:\syear)?)$", re.IGNORECASE)
# What the year was that had it: "ended the year with an underspend".
_YEAR_WITH = re.compile(r"^(?:the\s)?(?:financial\s)?year\swith\s(?:an?\s)?", re.IGNORECASE)
# Who tells it: "The panel found that stop search had fallen".
_TOLD_THAT = re.compile(r"^.*\b(?:found|showed|shows|noted|reported|learned|heard|said|saw)\sthat\s", re.DOTALL)
_POLICE_NUMBERS = frozenset(("999", "101"))
_NUMBER_ON = re.compile(r"\s?[(\d].*$")
# How a subject is said to change, at the end: "victim-based crime was down 19.1%", "went up by".
_SAYING = re.compile(
    r"\s(?:is|was|were|are|has|have|had|saw|went|fell|rose|dropped|decreased|increased|declined|grew|came|been|down|up|by|an?|of"
    r"|fall|rise|increase|decrease|reduction|further|again|to|from|in|total)(?:\s(?:[a-z]+))*\s*$"
)
# "Officers used force 44,120 times": what is counted is what was done, not who did it.
OFTEN = frozenset(("times", "occasions"))
# Measures of all crime: a share of it is no share of one kind.
_ALL_CRIME = frozenset(("recorded-crime", "victim-based-crime"))
# Measures that a share of one kind of crime must not be taken for.
_SHARES = frozenset(("outcomes", "charge-rate", "victim-satisfaction", "public-confidence"))
# When it was, not what: "Band D precept 2023/24", "police officers, 31 March 2024".
_WHEN = re.compile(
    r",?\s\(?(?:at|by)\s(?:the\s)?(?:end\sof\s(?:the\s)?(?:financial\s)?year|(?:financial\s)?year[\s-]end)\)?$"
    r"|,?\s(?:(?:in|at|on|as\sat)\s)?(?:\d{1,2}\s(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\s)?20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?$"
)

# "A year earlier the number of staff had been 2,351".
_THEN = re.compile(
    r"^(?:(?:an?|the)\s)?(?:year\s(?:earlier|before|ago)|(?:previous|last)\syear),?\s(?:the\s)?", re.IGNORECASE
)


class Key(NamedTuple):
    """What makes two values comparable, but for the period."""

    measure: str
    is_common: bool
    counted: str | None
    kind: str
    unit: str
    """For rates, lengths of time and other kinds of which there are several; else empty."""
    place: str
    role: str


class Place(NamedTuple):
    """Where a figure stands."""

    text: str
    """Of its record; of a cell empty."""
    caption: str
    """Of its table; of running text empty."""
    title: str
    """Of its section."""
    beside: Sequence[Figure]
    """The figures of its record."""
    before: str | None = None
    """The common measure of the figure before it in its record."""


def read_key(figure: Figure, place: Place, area: str | None) -> Key:
    """What a figure measures, by its own words and by those round it."""
    told = without_area(_WHEN.sub("", _YEAR_WITH.sub("", _REVISION.sub("", _THEN.sub("", figure.measure or "")))), area)
    words = _WHEN.sub("", _BY_HEAD.sub("", _GIVEN_IN.sub("", _EXCEPT.sub("", told))))
    role = {"baseline": "actual"}.get(figure.role, figure.role)
    unit = fold_unit(figure.unit) if figure.kind in ("rate", "duration", "ratio", "other") else ""
    where = " ".join(WORD.findall((figure.place or "").casefold()))
    where = "" if area and where == area.replace("-", " ") else where
    is_cell = not place.text
    near = place.caption if is_cell else place.text
    found, phrase = _find_common(figure, words, place, area)
    if found is None:
        return Key(own_words(phrase), False, None, figure.kind, unit, where, role)
    is_beside = figure.role == "baseline"  # the words of the value that it is set beside are its own
    around = (
        (near,) if is_cell
        else (find_clause(figure, near),) if is_beside
        else (*find_nearest(figure, near, place.beside), find_all_bracket(figure, near))
    )  # fmt: skip
    measure = find_measure(found)
    own = (told,) if found == match_words(words, figure.kind, figure.unit or "", False) else (phrase,)
    counted = next((said for part in (*own, *around) if (said := read_qualifier(part, measure))), None)
    counted = None if counted == figure.kind else counted  # "per 1,000" says of a rate what its kind says
    return Key(found, True, counted, figure.kind, unit, where, role)


def without_area(words: str, area: str | None) -> str:
    """Words without the name of the report's own area: "robberies in Kent" are robberies.

    >>> without_area("people injured on Sussex’s roads", "sussex")
    'people injured on roads'
    """
    if not area:
        return words
    name = area.replace("-and-", "-(?:and|&)-").replace("-", r"\s")
    return re.sub(rf"(?:\s(?:of|in|across))?\s{name}(?:’s|'s)?(?=\s|$)", "", words, flags=re.IGNORECASE)


def _find_common(figure: Figure, words: str, place: Place, area: str | None) -> tuple[str | None, str]:
    """The common measure that a figure is of, and the phrase that says so; where none does, its own words."""
    text = place.text
    if not text:
        return find_by_headers(figure, words, place.caption)
    if figure.unit in OFTEN and figure.role == "actual":
        head = find_head(figure, text)
        return first_match(figure, (head,), head)
    if figure.role != "change":
        if is_part(figure, text) or (is_share(figure, text) and place.before not in _ALL_CRIME):
            found, phrase = _find_hanging(figure, words, place)
            if found or is_part(figure, text):
                return found, phrase
        if other := find_other(figure, text):
            told = f"{_FOR_TAIL.sub('', words)} {other}"
            first = _find_before(figure, place)
            before = f"{_FOR_TAIL.sub('', first.measure or '')} {other}" if first else told
            return first_match(figure, (before, told, other), before)
        if is_sum(figure, text):
            return None, ""
    found, phrase = _find_in_text(figure, words, place, area)
    if found is None and (called := find_called(figure, words, place.text, place.title, place.beside)):
        return called, phrase
    if found and not _keeps_label(figure, words, text, found):
        return None, f"{find_label(figure, text)} {words}"
    is_shared = found in _SHARES and place.before is not None and place.before not in _ALL_CRIME | _SHARES
    if is_shared and is_share(figure, text):
        return None, f"{find_measure(place.before or '').name} {words}"
    return found, phrase


def _find_before(figure: Figure, place: Place) -> Figure | None:
    """The last value of its kind before it in its record that is named by more than what another is of."""
    before = [each for each in place.beside if each.kind == figure.kind and each.source.end <= figure.source.start]
    return next((each for each in reversed(before) if not find_other(each, place.text)), None)


def _find_hanging(figure: Figure, words: str, place: Place) -> tuple[str | None, str]:
    """The measure of a part or share of what the figure before it counts: never that of the whole."""
    whole = _KIND_OF_COUNT.sub("", find_measure(place.before).name) if place.before else ""
    before, behind = find_head(figure, place.text), find_behind(figure, place.text)
    done = find_verb(figure, place.text)
    if done and not is_generic(words):  # "We upheld 31 of these reviews"
        found, phrase = first_match(figure, (f"{whole} {done}", f"{words} {done}"), "")
        if found and found != place.before:
            return found, phrase
    own = (
        words
        if _has_word(find_clause(figure, place.text), words) and match_words(words, "count", "", False) != place.before
        else ""
    )
    alone = (told for told in (behind, own) if figure.kind == "count" and not is_generic(told))
    phrases = (*alone, *(f"{whole} {told}" for told in (behind, before, f"{before} {behind}", own) if told.strip()))
    found, phrase = first_match(figure, phrases, f"{whole or words} {behind}")
    if found is None and figure.kind == "percent":
        found = match_clause("", f"{whole} {find_near(figure, place.text, place.beside)}", figure.kind)
    return (None, f"{whole or words} {behind}") if found == place.before else (found, phrase)


def _find_in_text(figure: Figure, words: str, place: Place, area: str | None) -> tuple[str | None, str]:
    """The common measure that the words in and round a figure's clause say."""
    text, is_change = place.text, figure.role == "change"
    if own := _find_own_part(figure, words, place):
        behind = find_behind(figure, text)
        return first_match(figure, (f"{own} {behind}", own, behind), own)
    near = find_near(figure, text, place.beside)
    if not is_change and is_generic(words) and is_generic(near) and (first := find_first(figure, text, place.beside)):
        start, _ = find_sentence(text, figure.source.start)
        subject = _SAYING.sub("", _NUMBER_ON.sub("", text[start : first.source.start]))
        found, phrase = first_match(figure, (subject, subject.rpartition(", ")[2]), "")
        if found:
            return found, phrase
    if not is_change and _is_of_earlier_sentence(figure, words, text) and fold_words(near) & vocabulary():
        head = find_head(figure, text) or near
        found, phrase = first_match(figure, (head, f"{head} {find_behind(figure, text)}"), near)
        if found:
            return found, phrase
    if not is_change and not _has_word(near, words):
        found = match_clause("", near, figure.kind)
        if found and has_size(found, figure):
            return found, near
    unit = (figure.unit or "") if has_noun(figure, text) or not words else ""
    said = (without_area(phrase, area) for phrase in find_phrases(figure, text, place.title))
    for phrase in (words, *said, without_agent(words)):
        found = match_words(phrase, figure.kind, unit, is_change)
        if found and not is_change and (done := find_done_to(figure, text, found)):
            return match_words(f"{words} {done}", figure.kind, unit, is_change), f"{words} {done}"
        if found and has_size(found, figure):
            return find_longer(figure, found, phrase, text, unit)
    if is_change:
        return None, words
    heads = (without_area(_EXCEPT.sub("", phrase), area) for phrase in find_heads(figure, text, place.title))
    found, phrase = first_match(figure, heads, words)
    return (found, phrase) if found else _find_in_clause(figure, words, near, place)


def _keeps_label(figure: Figure, words: str, text: str, found: str) -> bool:
    """Whether a measure has a word of the label before a number: of "Hate crime: 1,211 victims" not all victims are."""
    if figure.role == "change" or match_words(words, figure.kind, figure.unit or "", False):
        return True
    label = fold_words(find_label(figure, text)) & vocabulary()
    return not label or bool(label & frozenset().union(*find_measure(found).names))


def _find_own_part(figure: Figure, words: str, place: Place) -> str:
    """The words of a figure's own part of its sentence where its measure is that of the number before."""
    own = find_own_part(figure, place.text, place.beside)
    said, known = (set(own_words(each).split()) for each in (f"{own} {find_behind(figure, place.text)}", words))
    is_other_call = bool(said & _POLICE_NUMBERS) and not said & known & _POLICE_NUMBERS
    return "" if said & known and not is_other_call else own


def _find_in_clause(figure: Figure, words: str, near: str, place: Place) -> tuple[str | None, str]:
    """The common measure whose name stands in the clause, the sentence or the two that a figure is told in."""
    text = place.text
    unit = (figure.unit or None) if has_noun(figure, text) or not words else None
    near = _TOLD_THAT.sub("", near)
    found = match_clause(words, near, figure.kind, unit)
    is_word = len(own_words(words).split()) == 1 and not fold_words(words) <= neutral_words()
    if found is None and is_word and not is_generic(words):
        found = match_clause(words, find_two_sentences(text, figure.source.start), figure.kind, unit)
    if found is None and figure.kind == "percent" and _VERB_FIRST.match(words):
        start, end = find_sentence(text, figure.source.start)
        first = find_first(figure, text, place.beside)
        told = f"{text[start : first.source.start]} {near}" if first else text[start:end]
        found = match_clause("", told, figure.kind)
    if found and has_size(found, figure):
        return found, words
    return (
        first_match(figure, find_subject_of(text, figure.source.start), words) if is_generic(words) else (None, words)
    )


def _is_of_earlier_sentence(figure: Figure, words: str, text: str) -> bool:
    """Whether words stand in a sentence before that of the figure, and none of them in its own."""
    start, end = find_sentence(text, figure.source.start)
    return words.casefold() in text[:start].casefold() and bool(words) and not _has_word(text[start:end], words)


def _has_word(clause: str, words: str) -> bool:
    """Whether a clause has one of the words; if it has none, they are a neighbour's."""
    return bool(set(own_words(clause).split()) & set(own_words(words).split()))
