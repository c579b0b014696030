"""The common measure that a figure is of, by the words in and round its clause, or by its headers."""

import re

from reportparse.comparison.naming.answers import SURVEY, find_answer, find_answers
from reportparse.comparison.naming.antecedents import find_antecedent
from reportparse.comparison.naming.definitions import find_defined
from reportparse.comparison.naming.doers import (
    find_its,
    find_listed,
    find_members,
    find_next_done,
    find_visits,
)
from reportparse.comparison.naming.matching import (
    find_by_headers,
    find_done_to,
    find_longer,
    find_verb,
    first_match,
    has_size,
    match_words,
)
from reportparse.comparison.naming.partly import find_partly
from reportparse.comparison.naming.parts import (
    find_behind,
    find_both,
    find_head,
    find_heads,
    find_joined,
    find_own_part,
    find_pronoun,
    find_serving,
    find_subject_of,
    find_topic,
    is_but_where,
    without_agent,
)
from reportparse.comparison.naming.ringing import find_called
from reportparse.comparison.naming.some import check_whole
from reportparse.comparison.naming.topics import find_asked, find_topics
from reportparse.comparison.terms.keys import EXCEPT, OFTEN, Place, has_word, is_of_earlier, without_area
from reportparse.comparison.terms.profiles import OF_WHOM
from reportparse.comparison.terms.wording import (
    find_first,
    find_first_part,
    find_near,
    find_nearest,
    find_phrases,
    find_sentence,
    find_two_sentences,
    go_on,
    has_noun,
    is_of_row,
)
from reportparse.comparison.terms.words import is_generic, is_name, is_who, own_words
from reportparse.models.facts import Figure
from reportparse.registry.measures import (
    find_measure,
    fold_words,
    match_clause,
    neutral_words,
    read_qualifier,
    vocabulary,
)

# "84.2% were answered", "4.7% come from an ethnic minority".
_VERB_FIRST = re.compile(r"(?:was|were|are|come|belong|had|have|has|led|resulted|answered|received)\b")
# Who tells it: "The panel found that stop search had fallen".
_TOLD_THAT = re.compile(r"^.*\b(?:found|showed|shows|noted|reported|learned|heard|said|saw)\sthat\s", re.DOTALL)
# What is said of a part of the cases.
_SO_MANY_OF = re.compile(
    r"\sof\s(?:all\s|the\s|our\s|recorded\s)*(?:crimes?|offences|cases)\s(?:there\s(?:was|were)|a|the)\s[^,.;()]{3,60}"
)
# "Something was found on 26.8% of occasions": of those that the sentence before has counted.
_OF_TIMES = re.compile(r"\sof\s(?:all\s|the\s|these\s|those\s|such\s)?(?:occasions|times|instances)\b")
_POLICE_NUMBERS = frozenset(("999", "101"))
_NUMBER_ON = re.compile(r"\s?[(\d].*$")
# How a subject is said to change, at the end: "victim-based crime was down 19.1%", "went up by".
_SAYING = re.compile(
    r"\s(?:is|was|were|are|has|have|had|saw|went|fell|rose|dropped|decreased|increased|declined|grew|came|been|down|up|by|an?|of"
    r"|fall|rise|increase|decrease|reduction|further|again|to|from|in|total)(?:\s(?:[a-z]+))*\s*$"
)
_OPENED_BY = re.compile(r":\s(?:there\s(?:was|were)|(?:it|this)\s(?:was|came\sto|stood\sat)|a\stotal\sof)\s(?:\w+\s)?$")
_ILL = re.compile(r"\b(?:sickness|illness|absen(?:ce|t)|ill|sick)\b", re.IGNORECASE)
_CRIMES = frozenset(("crime", "crimes", "offences", "incidents"))
_HAD_SO_MANY = re.compile(r"\b(?:had|has|have|with)\s(?:\w+\s)?$")
_OF_THEM = re.compile(r"\sof\s(?:them|these|those)\b")
_DONE_NEXT = re.compile(r"\s(?:were|was|had\sbeen)\s[a-z]+(?:ed|eld|ne|en)\b")
# "Kent Police recorded 169,842 offences in the year,": the force, first of all, and no word of which.
_FORCE_RECORDED = re.compile(
    r"\s*(?:The\s)?(?:[A-Z][\w’'-]+\s){0,3}(?:Police|[Cc]onstabulary|[Ff]orce)\srecorded\s(?:a\stotal\sof\s)?"
)
_NOTHING_MORE = re.compile(r"\s(?:offences|crimes)(?:\s(?:in|during|over)\s(?:the\s)?[^,.;]{4,25})?[,.;]")
_GOES_ON = re.compile(r",\s(?:and|but|while)\s")


def find_common(figure: Figure, words: str, place: Place, area: str | None) -> tuple[str | None, str]:
    """The common measure that a figure is of, and the phrase that says so; where none does, its own words."""
    text = place.text
    if not text:
        return find_by_headers(figure, words, place.caption)
    if defined := find_defined(figure, words, place):
        return defined
    if figure.unit in OFTEN and (figure.role, figure.kind) == ("actual", "count"):
        if visits := find_visits(figure, text):
            return visits, words
        first = find_first(figure, text, place.beside)
        head = find_head(figure, text) or (find_head(first, text) if first and first.unit == figure.unit else "")
        start, _ = find_sentence(text, figure.source.start)
        whole = text[start : figure.source.start]  # "Officers stopped and searched people on 26,118 occasions"
        found, phrase = first_match(figure, (head, words, whole), head)  # "The use of … It was used 9,854 times"
        is_who = found is not None and find_measure(found).is_stock  # "Custody visitors went out 94 times"
        return (None, head) if is_who else (found, phrase)
    # "Special Constables", who gave hours
    spent = f"{words} {figure.unit}" if figure.kind == "duration" and words else ""
    if spent and figure.role != "change" and (of_whom := match_words(spent, figure.kind, "", False)):
        return of_whom, spent
    answers = (SURVEY, words) if find_answers(figure, text) else None
    told = None if figure.role == "change" else answers or find_partly(figure, words, place)
    if told or (figure.role != "change" and (told := find_members(figure, words, text))):
        return told
    found, phrase = first_match(figure, (without_area(said, area) for said in find_answer(figure, text)), words)
    if found is None:
        found, phrase = _find_in_text(figure, words, place, area)
    if found is None and (listed := find_listed(figure, words, place)):
        return listed
    is_first = all(each.source.start >= figure.source.start for each in place.beside)
    if found is None and is_first and (asked := find_asked(figure, text, place.title)):
        found, phrase = first_match(figure, (asked,), phrase)
    called = find_called(figure, words, place.text, place.title, place.beside) if found is None else None
    if called or (found is None and _is_all_recorded(figure, words, place)):
        return called or "recorded-crime", phrase
    return check_whole(figure, words, place, found, phrase)


def _is_all_recorded(figure: Figure, words: str, place: Place) -> bool:
    """Whether all crime is told by its verb, below a title that is of all: "Kent Police recorded 169,842 offences"."""
    text, (head, _, _) = place.text, place.title.lstrip("0123456789. ").partition(" and ")
    is_first = _FORCE_RECORDED.fullmatch(text[: figure.source.start]) is not None
    is_bare = is_generic(words) and _NOTHING_MORE.match(text, figure.source.end) is not None
    is_count = (figure.kind, figure.role) == ("count", "actual")
    return is_count and is_first and is_bare and match_words(head, "count", "", False) == "recorded-crime"


def _find_in_text(figure: Figure, words: str, place: Place, area: str | None) -> tuple[str | None, str]:
    """The common measure that the words in and round a figure's clause say."""
    text, is_change = place.text, figure.role == "change"
    is_doer = (figure.kind, figure.role) == ("count", "actual") and text[: figure.source.start].endswith(" by ")
    done = match_words(words, figure.kind, figure.unit, False) if figure.unit and is_doer else None
    if done or (is_doer and figure.unit and not is_who(words)):
        return done, words  # "victims supported by 16 services", but "the survey was completed by 3,211 people"
    of_row = match_words(words, figure.kind, "", is_change) if words and is_of_row(figure, text, place.beside) else None
    if of_row:  # "Complaints and allegations rose to 3,377 and 6,240"
        return of_row, words
    if (serving := find_serving(figure, text)) and (served := match_words(serving, figure.kind, "", False)):
        return served, serving
    if own := _find_own_part(figure, words, place):
        behind = find_behind(figure, text)
        return first_match(figure, (f"{own} {behind}", own, behind), own)
    near = find_near(figure, text, place.beside)
    if not is_change and (named := _find_by_sentence(figure, words, near, place)):
        return named
    of_others = None if is_change else find_next_done(figure, words, place) or find_its(figure, words, place)
    if told := of_others or _find_by_phrases(figure, words, place, area):
        return told
    if is_change:
        return None, words
    heads = (without_area(EXCEPT.sub("", phrase), area) for phrase in find_heads(figure, text, place.title))
    found, phrase = first_match(figure, heads, words)
    if found and ", " in words and " and " in words and fold_words(phrase) < fold_words(words):
        return None, words  # "buildings, cars and computers" are not buildings alone
    found = None if found and _counts_other(found, figure, text) else found
    is_told = found is not None and not _is_of_title_alone(words, found, place)
    if not is_told and (whose := find_antecedent(figure, text)):
        subjects = [f"{each} {figure.unit}" for each in find_subject_of(text, figure.source.start)][:1]
        said = (words, f"{words} {figure.unit}", near, find_behind(figure, text))
        whole = (*(f"{whose} {each}" for each in said), *subjects)
        found, phrase = first_match(figure, whole, words)
        is_told = found is not None
    is_taken_on = not has_noun(figure, text) and is_of_earlier(figure, words, text)
    # "Collisions killed 44 people", "We heard of 9,412 victims. They helped 9,103"
    if not is_told and (is_who(words) or is_taken_on) and (done := find_verb(figure, text)):
        found, phrase = first_match(figure, (f"{words} {done}", f"{done} {place.title}"), words)
        is_told = found is not None
    if not is_told and (doer := find_pronoun(text, figure.source.start)):  # "They gave 71,203 hours of duty"
        found, phrase = first_match(figure, (f"{doer} {words} {figure.unit}", f"{doer} {words}"), words)
        is_told = found is not None
    return (found, phrase) if is_told else _find_in_clause(figure, words, near, place)


def _counts_other(found: str, figure: Figure, text: str) -> bool:
    """Whether what is counted makes it another measure: "Custody visitors made 139 visits" is no number of visitors.

    Nor is "officers went to 54,816 calls" one of officers: what is there on a day has its own noun behind its number,
    but for what it had: "Speedwatch had 640 volunteers".
    """
    if figure.kind != "count" or not has_noun(figure, text):
        return False
    measure, noun = find_measure(found), fold_words(figure.unit or "") - neutral_words()
    is_there = _HAD_SO_MANY.search(text[: figure.source.start]) is not None or is_who(figure.unit or "")
    is_known = is_there or any(noun & {*name, *measure.neutral} for name in measure.names)
    return bool(noun & measure.excludes) or (measure.is_stock and bool(noun) and not is_known)


def _find_by_sentence(figure: Figure, words: str, near: str, place: Place) -> tuple[str, str] | None:
    """The measure that the first number of the sentence, the words in front or the clause name, and its own do not."""
    text = place.text
    if named := _find_by_topics(figure, words, near, text):
        return named
    if topic := find_topic(figure, words, text):
        found, phrase = first_match(figure, (topic,), topic)
        if found:
            return found, phrase
    if is_generic(words) and (lead := _find_opening(figure, text)):
        found, phrase = first_match(figure, (lead,), lead)
        if found:
            return found, phrase
    if is_generic(words) and is_generic(near) and (first := find_first(figure, text, place.beside)):
        start, _ = find_sentence(text, figure.source.start)
        subject = _SAYING.sub("", _NUMBER_ON.sub("", text[start : first.source.start]))
        found, phrase = first_match(figure, (subject, subject.rpartition(", ")[2]), "")
        if found:
            return found, phrase
    if is_of_earlier(figure, words, text) and fold_words(near) & vocabulary():
        head = find_head(figure, text) or near
        done = find_verb(figure, text)  # "Reserves were £33.8m. We saved £14.1m"
        found, phrase = first_match(figure, (head, f"{head} {find_behind(figure, text)}", done), near)
        if found:
            return found, phrase
    if not has_word(near, words):
        found = match_clause("", near, figure.kind)
        if found and has_size(found, figure):
            return found, near
    return None


def _find_opening(figure: Figure, text: str) -> str:
    """What the part before a colon tells of: "Violent crime fell by 7.8%: there were 84,741 offences"; else empty."""
    start, _ = find_sentence(text, figure.source.start)
    before = text[start : figure.source.start]
    match = _OPENED_BY.search(before)
    return _SAYING.sub("", _NUMBER_ON.sub("", before[: match.start()])) if match else ""


def _find_by_topics(figure: Figure, words: str, near: str, text: str) -> tuple[str, str] | None:
    """The measure of what a sentence or paragraph says that it is about, with the words of the figure.

    Numbers that are counted without a name of their own may be of the topic alone.
    """
    is_open = is_generic(words) and not (fold_words(near) - neutral_words()) & vocabulary()
    for topic in find_topics(figure, text):
        joined = [f"{topic} {words}", f"{topic} {near}", topic] if is_open else [f"{topic} {words}"]
        found, phrase = first_match(figure, joined if figure.kind == "count" or not is_open else joined[:2], "")
        if found and fold_words(topic) & vocabulary():
            return found, phrase
    return None


def _find_by_phrases(figure: Figure, words: str, place: Place, area: str | None) -> tuple[str | None, str] | None:
    """The measure of the figure's own words, with those that go on from them; none where more words make it another."""
    text, is_change = place.text, figure.role == "change"
    unit = (figure.unit or "") if has_noun(figure, text) or not words else ""
    said = (without_area(phrase, area) for phrase in find_phrases(figure, text, place.title))
    for phrase in (words, *said, without_agent(words)):
        found = match_words(phrase, figure.kind, unit, is_change)
        if not found or not has_size(found, figure) or _is_of_title_alone(words, found, place):
            continue
        if not is_change and (done := find_done_to(figure, text, found)):
            return match_words(f"{words} {done}", figure.kind, unit, is_change), f"{words} {done}"
        joined = find_joined(figure, text) if has_noun(figure, text) else ""
        more = fold_words(joined) - fold_words(go_on(text, figure.source.end))
        if more & find_measure(found).excludes:  # "vehicle theft and interference"
            return match_words(f"{words} {joined}", figure.kind, unit, is_change), f"{words} {joined}"
        if not is_change and (both := find_both(figure, text)) and not fold_words(both) & find_measure(found).neutral:
            return match_words(f"{words} {both}", figure.kind, unit, is_change), f"{words} {both}"
        return find_longer(figure, found, phrase, text, unit)
    return None


def _find_own_part(figure: Figure, words: str, place: Place) -> str:
    """The words of a figure's own part of its sentence where its measure is that of the number before."""
    if has_noun(figure, place.text) and match_words(words, figure.kind, "", False):
        return ""  # "and offered visits to 604 detainees"
    own = find_own_part(figure, place.text, place.beside)
    if is_but_where(figure, own):
        return ""  # "Medway had 5,210 of these and Thanet 3,466"
    said, known = (set(own_words(each).split()) for each in (f"{own} {find_behind(figure, place.text)}", words))
    is_other_call = bool(said & _POLICE_NUMBERS) and not said & known & _POLICE_NUMBERS
    named = match_words(own, figure.kind, "", False) if own else None
    whole = match_words(words, figure.kind, "", False)
    is_named = named is not None and named != whole
    if whole and not is_named and read_qualifier(own, find_measure(whole)):
        return ""  # "4,203 officers; counted in full-time equivalents they were 4,131.2"
    return own if is_named or is_other_call or not said & known else ""


def _find_ill(figure: Figure, place: Place) -> str | None:
    """Whose sickness a share or time is of, each told in a part of its own: "3.9% for officers and 4.2% for staff"."""
    start, end = find_sentence(place.text, figure.source.start)
    if figure.kind not in ("percent", "duration") or not _ILL.search(place.text, start, end):
        return None
    behind, before = find_nearest(figure, place.text, place.beside)
    return match_clause("", f"sickness {before} {behind}", figure.kind)


def _is_of_title_alone(words: str, found: str, place: Place) -> bool:
    """Whether people are of a measure by their section's title alone: "362 people" below "County lines"."""
    is_who = bool(words) and not is_name(own_words(words)) and not is_generic(words)
    known = frozenset().union(*find_measure(found).names)
    return is_who and not fold_words(words) & known and match_words(place.title, "count", "", False) == found


def _is_told_behind(figure: Figure, text: str, found: str) -> bool:
    """Whether only what goes on behind a number's part names a crime: "1,000 shops joined, and shop crime fell"."""
    *first, last = find_measure(found).name.casefold().split()
    noun = fold_words(figure.unit or "") if has_noun(figure, text) else frozenset()
    start, end = find_sentence(text, figure.source.start)
    goes_on = _GOES_ON.search(text, figure.source.end, end)
    part = text[start : goes_on.start() if goes_on else end].casefold()
    return bool(goes_on) and last in _CRIMES and bool(noun & fold_words(" ".join(first))) and last not in part


def _without_next(figure: Figure, place: Place) -> str:
    """The text up to the next number of its kind that has but a verb, or of any that is a part of it.

    "142 requests came in and 18 were upheld", "470,150 calls were made and 21.8% of them were given up".
    """
    end, kind = figure.source.end, figure.kind
    following = [each for each in place.beside if each.source.start >= end]
    parts = [each.source.start for each in following[:1] if _OF_THEM.match(place.text, each.source.end)]
    of_kind = [each.source for each in following if each.kind == kind][:1]
    done = [each.start for each in of_kind if _DONE_NEXT.match(place.text, each.end)]
    return place.text[: min(parts + done, default=None)]


def _find_in_clause(figure: Figure, words: str, near: str, place: Place) -> tuple[str | None, str]:
    """The common measure whose name stands in the clause, the sentence or the two that a figure is told in."""
    text = place.text
    unit = (figure.unit or None) if has_noun(figure, text) or not words else None
    near = _TOLD_THAT.sub("", near)
    found = match_clause(words, near, figure.kind, unit)
    if found is None and (own := find_first_part(figure, text, place.beside)):
        found = match_clause(words, own, figure.kind, unit)
    is_word = len(own_words(words).split()) == 1 and not (is_who(words) or fold_words(words) <= neutral_words())
    start, end = find_sentence(text, figure.source.start)
    is_ringing = not _POLICE_NUMBERS.isdisjoint(own_words(text[start:end]).split())  # its own sentence says which calls
    is_told_before = any(
        each.kind == figure.kind and find_sentence(text, max(0, start - 2))[0] <= each.source.start < start
        for each in place.beside
    )  # what the sentence before says is of its own number
    is_bare = is_generic(words) and not (figure.kind == "percent" and _OF_TIMES.match(text, figure.source.end))
    if found is None and is_word and not (is_ringing or is_told_before or is_bare):
        told = find_two_sentences(_without_next(figure, place), figure.source.start)
        found = match_clause(words, told, figure.kind, unit)
    if found is None and figure.kind == "percent" and (of_cases := _SO_MANY_OF.match(text, figure.source.end)):
        found = match_clause("", of_cases[0], figure.kind)  # "In 14.6% of crimes there was a positive outcome"
    if found is None and figure.kind == "percent" and _VERB_FIRST.match(words):
        first = find_first(figure, text, place.beside)
        whom = OF_WHOM.match(text, first.source.end) if first else None
        told = f"{text[start : first.source.start]} {whom[0] if whom else ''} {near}" if first else text[start:end]
        found = match_clause("", told, figure.kind)
    if found is None and (of_ill := _find_ill(figure, place)):
        return of_ill, words
    if found and has_size(found, figure) and not _is_told_behind(figure, text, found):
        return found, words
    return (
        first_match(figure, find_subject_of(text, figure.source.start), words) if is_generic(words) else (None, words)
    )
