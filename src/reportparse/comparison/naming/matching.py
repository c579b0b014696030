"""Phrases round a figure matched with the common measures, its size considered."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportparse.comparison.naming.antecedents import find_antecedent
from reportparse.comparison.naming.parts import find_heads, find_joined, without_agent
from reportparse.comparison.terms.times import type_of
from reportparse.comparison.terms.wording import find_phrases, find_predicate
from reportparse.comparison.terms.words import own_words
from reportparse.models.facts import Figure
from reportparse.registry.measures import (
    find_measure,
    fold_words,
    is_excluded,
    match_measure,
    neutral_words,
    vocabulary,
)

# "Of victims of domestic abuse, 75% were satisfied": whom a share is of, in front of it.
OF_WHOM_FIRST = re.compile(r"(?:^|[.;]\s)(?:Of|Among)\s([^,.;\d]{3,60}),\s$")

# Heads of rows of accounts, which say of a row but which side it is on.
_OF_ACCOUNTS = re.compile(
    r"(?:(?:gross|net|total|revenue|operating)\s)?(?:spen(?:t|ding)(?:\son)?|expenditure|outgoings|income|costs?|sources?"
    r"|(?:financed|funded|paid(?:\sfor)?|met)\s(?:by|from)|funding|financing|used\s(?:for|on)|less|add|plus)",
    re.IGNORECASE,
)

# "Completed the 2022 survey".
_OF_YEAR = re.compile(r"\s(?:19|20)\d\d\s(?=[a-z])")
_JOINT = re.compile(r"\s(?:and|or)\s|,\s")
_BUDGET = re.compile(r"\bbudget(?:s|ed)?\b", re.IGNORECASE)

# "We upheld 31", "The programme gave us 487": to whom it was given may stand between; a year that closed did nothing.
_VERB_IN_FRONT = re.compile(
    r"\b(?<!\byear\s)(to\s[a-z]+|[a-z]+(?:ed|eld|id|ing)|gave|brought)\s(?:about\s|over\s|at\s|(?:[A-Z][a-z]+|us)\s)?$"
)


def first_match(figure: Figure, phrases: Iterable[str], otherwise: str) -> tuple[str | None, str]:
    """The common measure that the first of the phrases names that names one, and that phrase."""
    for phrase in phrases:
        found = match_words(phrase, figure.kind, "", figure.role == "change")
        if found and has_size(found, figure):
            return found, phrase
    return None, otherwise


def find_by_headers(figure: Figure, words: str, caption: str) -> tuple[str | None, str]:
    """The common measure of a cell: by its headers, one of them, or these with the caption."""
    is_change = figure.role == "change"
    about = _BUDGET.sub("", caption) if figure.kind == "money" else caption  # its rows are what it is spent on
    unit = figure.unit or ""
    whole = match_words(caption, figure.kind, unit, is_change) if _names_part(words, caption) else None
    for phrase in _header_phrases(words, caption):
        found = match_words(phrase, figure.kind, unit, is_change)
        if found and found == whole and phrase != words:
            continue
        if found and has_size(found, figure) and not is_excluded(about, find_measure(found)):
            return found, phrase
    return None, words


def _names_part(words: str, caption: str) -> bool:
    """Whether a row is one of those that its caption joins: "Killed" below "People killed and seriously injured"."""
    row = fold_words(words) - neutral_words()
    sides = [fold_words(side) for side in _JOINT.split(caption)]
    return bool(row) and len(sides) > 1 and any(row <= side for side in sides)


def _header_phrases(words: str, caption: str) -> Iterator[str]:
    yield words
    yield without_agent(words)
    first, _, rest = words.partition(", ")
    if not fold_words(rest) & vocabulary():  # "Savings, Where the money came from"
        yield first
    if rest.casefold().startswith("total ") or _OF_ACCOUNTS.fullmatch(first):  # "Income, Total financing"
        yield rest
    yield f"{words} {caption}"
    if words.casefold().startswith(("all ", "total ")):  # "All services" below "Victims helped by the services"
        yield caption


def find_longer(figure: Figure, found: str, words: str, text: str, unit: str) -> tuple[str, str]:
    """The measure of the words with those that go on behind them, where they name another: "violence with injury"."""
    told = find_predicate(figure, text)
    told = told if set(own_words(words).split()) < set(own_words(told).split()) else ""
    if told and (named := match_words(told, figure.kind, "", figure.role == "change")):
        return named, told
    # "The Kent Special Constabulary, with 262 officers": whom what is counted is of.
    heads = (
        phrase
        for phrase in find_heads(figure, text, "")
        if set(own_words(words).split()) <= set(own_words(phrase).split())
    )
    whom = OF_WHOM_FIRST.search(text[: figure.source.start]) if figure.kind == "percent" else None
    of_whom = (f"{whom[1]} {words}",) if whom else ()
    whose = find_antecedent(figure, text).split() if figure.kind == "count" else []
    of_whom = (*of_whom, *(f"{' '.join(whose[first:])} {words}" for first in range(len(whose))))
    for phrase in (*of_whom, *find_phrases(figure, text, ""), f"{words} {find_joined(figure, text)}", *heads):
        if unit and _names_two(phrase.removesuffix(words).strip(), found, text[: figure.source.start]):
            continue
        longer = match_words(phrase, figure.kind, unit, figure.role == "change")
        if longer and longer != found and len(phrase) > len(words) and not _is_there(figure, found, longer):
            return longer, phrase
    return found, words


def _is_there(figure: Figure, found: str, longer: str) -> bool:
    """Whether a number is of what is there on its day: "44 lines were shut, and on 31 March 2023 there were 31"."""
    is_day = figure.kind == "count" and type_of(figure.period or "") == "date"
    return is_day and find_measure(found).is_stock and not find_measure(longer).is_stock


def _names_two(front: str, found: str, before: str) -> bool:
    """Whether words in front name two things, of which the number's noun is one: "Rape and sexual crimes: 65 rapes"."""
    first, joint, _ = front.partition(" and ")
    return bool(joint) and front in before and match_words(first, "count", "", False) == found


def find_verb(figure: Figure, text: str) -> str:
    """The verb right in front of a number: "We upheld 31 of these reviews", "We plan to recruit 228"."""
    match = _VERB_IN_FRONT.search(text[: figure.source.start])
    return match[1].removeprefix("to ") if match else ""


def find_done_to(figure: Figure, text: str, found: str) -> str:
    """The verb in front of a number that makes it another measure than that found."""
    verb = find_verb(figure, text)
    return verb if fold_words(verb) & find_measure(found).excludes else ""


def has_size(measure: str, figure: Figure) -> bool:
    """Whether a sum of money is as large as one of that measure may be."""
    bounds = find_measure(measure)
    is_bound = figure.kind == "money" and figure.role != "change"
    return not is_bound or bounds.least <= float(figure.value or 0) <= bounds.most


@lru_cache(maxsize=65536)
def match_words(words: str, kind: str, unit: str, is_change: bool) -> str | None:
    """The common measure that words name."""
    found = match_measure(_OF_YEAR.sub(" ", words), kind, unit or None, is_change=is_change)
    return found[0] if found else None
