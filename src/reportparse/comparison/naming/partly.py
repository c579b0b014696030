"""The measure of a value that hangs on the one before it: a part or share of that, or the same for another thing."""

import re

from reportparse.comparison.naming.hanging import find_other, is_part, is_share, is_sum
from reportparse.comparison.naming.matching import find_verb, first_match, match_words
from reportparse.comparison.naming.parts import find_behind, find_head
from reportparse.comparison.naming.ringing import find_called
from reportparse.comparison.terms.keys import Place, has_word, without_area
from reportparse.comparison.terms.wording import find_clause, find_near, find_predicate
from reportparse.comparison.terms.words import is_generic
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure, fold_words, match_clause

# "rate for rape": of the next in a row another word takes its place.
_FOR_TAIL = re.compile(r"\s(?:for|among|in|of)\s.*$")
_AMONG = re.compile(r"\samong\s(?:the\s|our\s)?([a-z\s]+)$")
_KIND_OF_COUNT = re.compile(r"\s(?:incidents|crimes|offences|recorded)$")
_CAME_FROM = re.compile(r",?\s(?:came|comes)\sfrom\s(?:the\s|our\s)?([A-Za-z][^.,;:()\d]{2,40})")
# Where the whole is, which goes without saying of its parts: "Killed or seriously injured on the roads".
_WHERE = re.compile(r"\son\sthe\s\w+$")
# "Adding those who were seriously hurt makes 698 casualties", behind those who died on the roads.
_WITH_HURT = re.compile(
    r"\b(?:[Aa]dding|[Ii]ncluding|[Cc]ounting|[Ww]ith)\s(?:those|people|all)\s(?:who\swere\s)?(?:(?:seriously|badly)\s)?(?:hurt|injured)"
    r"\b[^.;\d]{0,40}$"
)
_OF_THE = re.compile(r"(?:^|[.;]\s)Of\s(?:the|all|our)\s([^.;,\d]{3,40}?),?\s$")
# Measures of all crime: a share of it is no share of one kind.
ALL_CRIME = frozenset(("recorded-crime", "victim-based-crime"))


def find_partly(figure: Figure, words: str, place: Place) -> tuple[str | None, str] | None:
    """The common measure and the phrase that says so; None where nothing is said of the value before it."""
    text = place.text
    is_of_calls = (place.before or "").startswith("calls-") and figure.kind in ("percent", "duration")
    if is_of_calls and (called := find_called(figure, words, text, place.title, place.beside)):
        return called, words
    if place.before == "road-deaths" and figure.kind == "count" and _WITH_HURT.search(text[: figure.source.start]):
        return "killed-or-seriously-injured", words
    in_place, told_there = _find_in_place(figure, place)
    if in_place and in_place != place.before:
        return in_place, told_there
    if _is_share_of_before(figure, words, place):
        whole = find_measure(place.before or "").name
        if told := match_clause("", f"{whole} {find_near(figure, text, place.beside)}", figure.kind):
            return told, words
    if figure.kind == "money" and (came := _CAME_FROM.match(text, figure.source.end)):
        found, phrase = first_match(figure, (f"{came[1]} funding", came[1]), came[1])
        if found:
            return found, phrase  # "More than half, £243.8m, came from Government"
    if _is_part_by_place(figure, words, place):
        return place.before, words
    if is_part(figure, text) or (is_share(figure, text) and place.before not in ALL_CRIME):
        found, phrase = _find_hanging(figure, words, place)
        if found or is_part(figure, text):
            return found, phrase
    if other := find_other(figure, text):
        return _find_for(figure, words, place, other)
    return (None, "") if is_sum(figure, text) else None


def _is_part_by_place(figure: Figure, words: str, place: Place) -> bool:
    """Whether a part of what the count before it is of is told by its place alone: "Medway had 5,210 of these"."""
    where = (figure.place or "").lower().replace(" ", "-")
    known = match_words(without_area(words, where), figure.kind, "", False)
    is_of_before = known is not None and known == place.before
    return bool(where) and is_of_before and is_part(figure, place.text) and not find_verb(figure, place.text)


def _is_share_of_before(figure: Figure, words: str, place: Place) -> bool:
    """Whether it is a share of what the count before it is of, called by a word of that: "24.1% of searches"."""
    if figure.kind != "percent" or not place.before or place.before in ALL_CRIME:
        return False
    said = fold_words(words)
    return bool(said) and said <= fold_words(find_measure(place.before).name) and not is_generic(words)


def _find_in_place(figure: Figure, place: Place) -> tuple[str | None, str]:
    """The measure of what is told where the count before it is: "44 people died" behind those hurt on the roads."""
    where = _WHERE.search(find_measure(place.before).name) if place.before and figure.kind == "count" else None
    behind = find_behind(figure, place.text) if where else ""
    head = find_head(figure, place.text) if where else ""  # "The number of deaths was 47"
    return first_match(figure, [f"{told}{where[0]}" for told in (behind, head) if told] if where else (), "")


def _find_for(figure: Figure, words: str, place: Place, other: str) -> tuple[str | None, str]:
    """The measure of what a rate is told of next: "For hate crime it was 16.4%"."""
    told = f"{_FOR_TAIL.sub('', words)} {other}"
    first = _find_before(figure, place)
    before = f"{_FOR_TAIL.sub('', first.measure or '')} {other}" if first else told
    told_of = find_predicate(first, place.text) if first else ""  # "4% were solved; for all crime it was 16.2%"
    if told_of and figure.kind == "percent" and (found := match_clause("", f"{told_of} {other}", figure.kind)):
        return found, f"{told_of} {other}"
    whose = _AMONG.search(words)  # "the proportion of women among officers, and that of ethnic minorities"
    return first_match(figure, (before, told, *((f"{other} {whose[1]}",) if whose else ()), other), before)


def _find_before(figure: Figure, place: Place) -> Figure | None:
    """The last value of its kind before it in its record that is named by more than what another is of."""
    before = [each for each in place.beside if each.kind == figure.kind and each.source.end <= figure.source.start]
    return next((each for each in reversed(before) if not find_other(each, place.text)), None)


def _find_hanging(figure: Figure, words: str, place: Place) -> tuple[str | None, str]:
    """The measure of a part or share of what the figure before it counts: never that of the whole."""
    whole = _KIND_OF_COUNT.sub("", find_measure(place.before).name) if place.before else ""
    before, behind = find_head(figure, place.text), find_behind(figure, place.text)
    before = "" if before.rstrip().endswith(" and") else before  # "35% are women and 3.8% belong to a minority"
    done = find_verb(figure, place.text)
    if done and not is_generic(words):  # "We upheld 31 of these reviews"
        found, phrase = first_match(figure, (f"{whole} {done}", f"{words} {done}"), "")
        if found and found != place.before:
            return found, phrase
    is_told = is_part(figure, place.text) and not is_generic(behind) and not has_word(words, behind)
    own = (
        words
        if not is_told
        and has_word(find_clause(figure, place.text), words)
        and match_words(words, "count", "", False) != place.before
        else ""
    )
    alone = (told for told in (behind, own) if figure.kind == "count" and not is_generic(told))
    phrases = (*alone, *(f"{whole} {told}" for told in (behind, before, f"{before} {behind}", own) if told.strip()))
    found, phrase = first_match(figure, phrases, f"{whole or words} {behind}")
    if found is None and figure.kind == "percent":
        found = match_clause("", f"{whole} {find_near(figure, place.text, place.beside)}", figure.kind)
    is_whole = found is not None and found in (place.before, _find_whole(figure, place.text))
    return (None, f"{whole or words} {behind}") if is_whole else (found, phrase)


def _find_whole(figure: Figure, text: str) -> str | None:
    """The common measure of those of whom some are counted: "Of the robberies 1,041 were of shops"."""
    match = _OF_THE.search(text[: figure.source.start])
    return match_words(match[1], figure.kind, "", False) if match else None
