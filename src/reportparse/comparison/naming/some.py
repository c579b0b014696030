"""Whether what a figure was found to be of is but some of that: crimes with a knife, complaints about one, a share."""

import re

from reportparse.comparison.naming.doers import find_doers, find_reporters
from reportparse.comparison.naming.hanging import is_share
from reportparse.comparison.naming.matching import OF_WHOM_FIRST, match_words
from reportparse.comparison.naming.partly import ALL_CRIME
from reportparse.comparison.naming.portions import WHO_DID, is_some_of
from reportparse.comparison.terms.keys import Place
from reportparse.comparison.terms.wording import find_label, find_near
from reportparse.comparison.terms.words import is_generic
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure, fold_words, is_excluded, match_clause, vocabulary

# Only some crimes: "1,254 crimes in which a knife was used".
_RESTRICTED = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:crimes|offences)\s((?:in\swhich|where|that|which|involving|against|by(?=\s[a-z-]+(?:s|ren|people)\b)(?!\s(?:types?|quarters?|months?|districts?)\b)|(?:were\s)?reported\sonline)\b[^.,;:()]{0,80})"
)
# Or those that came in one way: "10,377 crimes were reported through the website".
_BY_WEB = re.compile(r"\b(?:online|website|internet|web\s(?:form|page|portal))\b", re.IGNORECASE)
# "£18.3m in buildings, vehicles and IT" is none of buildings alone.
_SPENT_ON = re.compile(r"\s(?:in|into|on)\s(?P<first>[^,.;:()\d]{3,40})(?:,\s[^,.;:()\d]{2,30}?)+\sand\s[\w-]+")
_ABOUT_ME = re.compile(r"\s[a-z]+\s(?:about|against)\sme\b")
# Measures that a share of one kind of crime must not be taken for.
_SHARES = frozenset(("outcomes", "charge-rate", "victim-satisfaction", "public-confidence"))


def check_whole(
    figure: Figure, words: str, place: Place, found: str | None, phrase: str
) -> tuple[str | None, str]:
    """What was found, or none where the words round it say that it is but some of that."""
    text = place.text
    if found == "recorded-crime" and (of_some := _find_some_crimes(figure, words, place, phrase)):
        return of_some
    if found and (told := find_doers(found, figure, words, place)):
        return told
    if found and (other := _find_other(figure, words, text)):
        return None, other
    whom = OF_WHOM_FIRST.search(text[: figure.source.start]) if found else None
    if found and whom and is_excluded(whom[1], find_measure(found)):
        return None, f"{words} {whom[1]}"  # "Of women who responded, 59% felt safe"
    if found and not _keeps_label(figure, words, text, found):
        return None, f"{find_label(figure, text)} {words}"
    if found in _SHARES and (told := _find_titled(figure, words, place)):
        return told
    is_shared = found in _SHARES and place.before is not None and place.before not in ALL_CRIME | _SHARES
    if is_shared and is_share(figure, text):
        return None, f"{find_measure(place.before or '').name} {words}"
    if found and is_some_of(figure, text, found):
        done = WHO_DID.match(text, figure.source.end)
        return None, f"{words}{done[0]}" if done else words
    return found, phrase


def _find_other(figure: Figure, words: str, text: str) -> str:
    """What the words behind a number make of it: complaints about the commissioner, money for several things."""
    if _ABOUT_ME.match(text, figure.source.end):  # "14 complaints about me"
        return f"{words} commissioner"
    spent = _SPENT_ON.match(text, figure.source.end) if figure.kind == "money" else None
    return spent[0] if spent and spent["first"] == words else ""


def _find_some_crimes(figure: Figure, words: str, place: Place, phrase: str) -> tuple[str | None, str] | None:
    """Of which crimes a number is that is not of all: of businesses, reported by some, online, with a knife."""
    if is_generic(phrase) and words and not is_generic(words):
        return None, words  # "Businesses were victims of 10,240 crimes"
    if some := find_reporters(figure, place.text):
        return None, f"{words} {some}"
    if place.text and _BY_WEB.search(find_near(figure, place.text, place.beside)):
        return None, f"{words} reported online"
    if part := _RESTRICTED.match(place.text, figure.source.end):
        of_some = match_clause(words, part[0], figure.kind)
        return None if of_some == "recorded-crime" else of_some, f"{words} {part[1]}"
    return None


def _find_titled(figure: Figure, words: str, place: Place) -> tuple[str | None, str] | None:
    """What a share is of by its section's title alone: "79% of victims were satisfied" below "Hate crime"."""
    of = match_words(place.title, "count", "", False)
    if of is None or of in ALL_CRIME or figure.kind != "percent" or find_measure(of).is_stock:
        return None
    near = find_near(figure, place.text, place.beside)
    return match_clause("", f"{place.title} {near}", figure.kind), f"{place.title} {words}"


def _keeps_label(figure: Figure, words: str, text: str, found: str) -> bool:
    """Whether a measure has a word of the label before a number: of "Hate crime: 1,211 victims" not all victims are."""
    if figure.role == "change" or match_words(words, figure.kind, figure.unit or "", False):
        return True
    label = fold_words(find_label(figure, text)) & vocabulary()
    return not label or bool(label & frozenset().union(*find_measure(found).names))
