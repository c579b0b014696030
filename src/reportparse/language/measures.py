"""What is measured, in the report's words: the noun counted, what a share is of, what money went to, else the subject."""

import re
from collections.abc import Callable, Sequence

from reportparse.language.clauses import Sentence, clause_end, clause_start, outside, verb_after, verb_before
from reportparse.language.directions import direction_of
from reportparse.language.gapping import find_conjunct
from reportparse.language.kinds import noun_counted
from reportparse.language.links import GAP, find_gapped, governor
from reportparse.language.measure_beside import find_before_comma, find_gift, find_put
from reportparse.language.measure_clauses import (
    find_behind_bracket,
    find_label,
    find_object,
    find_purpose,
    find_saver,
    find_stated_subject,
    find_subject,
    find_tail,
    find_wait,
    is_quality,
    phrase_after,
)
from reportparse.language.measure_growth import find_grown, find_grown_object, find_likelihood, is_in_apposition
from reportparse.language.measure_place import Place
from reportparse.language.measure_ranks import find_ranked
from reportparse.language.measure_states import find_state
from reportparse.language.measure_whom import (
    find_addressed,
    find_done_to_them,
    find_each,
    find_extreme,
    find_for_whom,
    find_fronted,
    find_in_list,
    find_other,
    find_spent_on,
)
from reportparse.language.measure_words import clean
from reportparse.language.phrases import noun_after, noun_apposed, noun_before, subject_of, whole_of
from reportparse.language.words import words

_LEVEL_NOUNS, _TARGET_NOUNS = words("clues", "level_nouns"), words("clues", "target_nouns")
_MAKING_UP = {f"{form} for": "accounted for" for form in ("account", "accounts", "accounted")} | {
    f"{form} up": "made up" for form in ("make", "makes", "made")
}  # fmt: skip
_GENERIC = words("nouns", "generic")
# What has no words of its own: "the result for the preceding year", "the Force attributes the increase".
_SAYS_NOTHING = re.compile(
    r"^(?:results?|figures?|total|number|level|rate|score)\s(?:for|of|in)\s(?:the\s)?(?:preceding|previous|prior|last)\s(?:year|period)$"
    r"|\w+s\s(?:the|this|that)\s(?:increase|decrease|rise|fall|reduction|drop|growth)$",
    re.IGNORECASE,
)
_BARE_NOUN = re.compile(r"D?[AN]+[NV]:?")
_THERE_ARE = frozenset(("are", "were", "is", "was", "have", "had", "has"))
_OF_WHOM_THERE = (["of", "whom", "there"], ["of", "which", "there"], ["of", "whom", "we"], ["of", "which", "we"], ["of", "whom", "i"])
_OF_TIME = re.compile(r"(?:the\s|an?\s)?(?:(?:previous|last|prior|preceding)\syear|year\s(?:before|earlier|ago))")  # "on the 163,470 of the previous year"
_UP_OR_DOWN = re.compile(r"[\s,]+(?:up|down)$")
_THOSE_WHO = re.compile(r"P[DM]SR*[BWVERI]+[DANPIR]*")


def read_measure(place: Place) -> str | None:
    """The measure of an amount by its own words, None where only its neighbours tell."""
    if conjunct := find_conjunct(place.sentence, place.at):
        return clean(place.sentence.phrase(*conjunct))
    if apposed := noun_apposed(place.sentence, place.at, 0):
        return clean(place.sentence.phrase(*apposed))
    if done := find_done_to_them(place):
        return clean(done)
    if owned := _of_whom_there_are(place) or named_in_bracket(place):
        return owned
    is_multiple = place.kind.unit == "times" and place.sentence.tag(place.at - 1) == ","
    is_multiple = is_multiple and (place.sentence.tag(place.at + 1) == "D" or place.sentence.word(place.at + 1) == "as")
    if is_multiple:  # "4,210 letters, almost double the 2,180 of 2020/21", ", twice as many as the 2,105"
        return None
    if place.kind.unit == "rank" and place.role.name == "baseline":
        return None
    is_apposed = place.role.name == "change" and place.link and is_in_apposition(place)
    if is_apposed or (place.sentence.word(place.at + 1) == "of" and place.sentence.word(place.at + 2) in ("whom", "which", "them")):
        return None
    if place.role.name == "change" and place.sentence.word(place.at - 1) in ("up", "down"):  # "satisfaction up 3 points"
        told = (reader(place) for reader in _readers(place))
        return next((phrase for said in told if said and (phrase := clean(_UP_OR_DOWN.sub("", said)))), None)
    told = (reader(place) for reader in _readers(place))
    found = next((phrase for said in told if said and (phrase := clean(said)) and not _is_of_aim(place, said)), None)
    return None if found and _SAYS_NOTHING.search(found) else found


def _is_of_aim(place: Place, said: str) -> bool:
    """As in "recalculated at 11.9 days to include absences": what stands behind tells what for, and not what."""
    sentence, at = place.sentence, place.at
    is_aim = sentence.word(at + 1) == "to" and sentence.word(governor(sentence, at)) in ("at", "as")
    return is_aim and said in sentence.text[sentence.spans[at][1] :]


def _of_whom_there_are(place: Place) -> str | None:
    """As in "Custody visitors, of whom there are 36, made 179 visits": the noun in front, all of which are counted."""
    sentence, at = place.sentence, place.at
    opening = at - 4
    if sentence.word(at - 1) not in _THERE_ARE or sentence.said[max(0, opening) : at - 1] not in _OF_WHOM_THERE:
        return None
    stop = opening - (sentence.tag(opening - 1) == ",")
    noun = noun_before(sentence, stop, clause_start(sentence, stop))
    return clean(sentence.phrase(*noun)) if noun else None


def named_in_bracket(place: Place) -> str | None:
    """As in "reserves were £55.1m (general reserves £10.2m)": what the bracket says of its only number."""
    sentence, at, start = place.sentence, place.at, place.start
    if sentence.tag(start - 1) != "(" or sentence.tag(at + 1) != ")" or not _BARE_NOUN.fullmatch(sentence.tags, start, at):
        return None
    phrase = sentence.phrase(start, at)
    return None if direction_of(sentence.word(at - 1)) or sentence.word(at - 1) in _TARGET_NOUNS | _LEVEL_NOUNS else clean(phrase)


def _dated(place: Place) -> str | None:
    """As in "hate crime (2022/23: 1,904; 2021/22: 1,770)": what stands in front of the bracket."""
    sentence, at = place.sentence, place.at
    if sentence.tags[max(0, at - 2) : at] != "T:":
        return None
    opening = sentence.tags.rfind("(", 0, at)
    noun = noun_before(sentence, opening, clause_start(sentence, opening)) if opening > 0 else None
    return sentence.phrase(*noun) if noun else None


def _readers(place: Place) -> Sequence[Callable[[Place], str | None]]:
    """Where to look for the measure, by the kind of number, the likeliest first."""
    sentence, readers = place.sentence, _readers_of_kind(place)
    if place.role.rule == "from A to B" or (place.role.name == "actual" and "to" in sentence.said[max(0, place.at - 4) : place.at]):
        readers = (find_grown_object, *readers)
    if sentence.tag(place.start - 1) in "(:":
        readers = (find_for_whom, find_in_list, *readers)
    if sentence.tag(place.at - 1) == "," or sentence.word(place.start) in ("for", "among", "at", "from"):
        readers = (_fronted, find_fronted, *readers)
    if sentence.word(place.at - 1) == "at" and sentence.tag(place.at - 2) == ",":
        readers = (find_extreme, _at_level, *readers)
    return readers


def _readers_of_kind(place: Place) -> Sequence[Callable[[Place], str | None]]:
    if place.kind.name in ("count", "rate") and _counted(place):
        return (_named_thing, find_addressed, _counted)
    if place.kind.name in ("percent", "points", "ratio", "rate") or place.role.name == "change":
        readers = (find_likelihood, _dated, find_other, find_each, _gapped, _labelled, find_behind_bracket, find_grown, share_of, _named_before, _modified, find_subject, find_object, _headed)
        return readers if place.role.name == "change" else (*readers, find_tail)
    if place.kind.name == "money":
        return (_part_of, find_put, find_spent_on, _ranging, _gapped, _labelled, find_before_comma, find_saver, _named_before, find_stated_subject, find_purpose, find_subject, find_object, find_tail)
    if place.kind.name == "duration":
        return (noun_of, find_each, _gapped, _labelled, _named_before, find_wait, find_stated_subject, find_subject, find_object, _time_to, find_tail)
    if place.kind.name == "other":
        if place.kind.unit == "rank":
            return (find_ranked, _named_before, find_subject)
        return (noun_of, _labelled, _named_before, find_subject, find_object)
    return (noun_of, find_addressed, _whole, find_state, find_other, _gapped, _labelled, find_behind_bracket, _dated, find_put, _named_before, find_stated_subject, _unit, find_subject, find_object, find_tail)


def _fronted(place: Place) -> str | None:
    """As in "At 11.9%, the charge rate for robbery is the highest", "Confidence, 54.1%, is": the subject beside the comma."""
    sentence, at = place.sentence, place.at
    if sentence.tag(at - 1) == "," == sentence.tag(at + 1) and sentence.tag(at + 2) in "BVW":
        noun = noun_before(sentence, at - 1, place.start)
        return sentence.phrase(*noun) if noun else None
    comma = sentence.tags.find(",", at)
    is_at = sentence.word(at - 1) == "at" and at - 1 == place.start and comma == at + 1
    is_from = sentence.word(place.start) == "from" == sentence.word(governor(sentence, at)) and comma > at  # "From a high of 42,118, crime has fallen"
    if not (is_at or (is_from and governor(sentence, at) == place.start)):
        return None
    verb = verb_after(sentence, comma, clause_end(sentence, comma))
    return sentence.phrase(comma + 1, verb[0]) if verb and verb[0] > comma + 1 else None


def _at_level(place: Place) -> str | None:
    """As in "Violent crime, at 1,822 offences,", "Robbery is well below the level of 2019, at 1,180 offences": what is so high."""
    sentence, comma = place.sentence, place.at - 2
    if place.kind.name == "count" and (noun_of(place) or "offences").lower() not in _GENERIC:
        return None
    start = clause_start(sentence, comma)
    verb = verb_after(sentence, start - (sentence.tag(start) != "M"), comma)
    told = subject_of(sentence, verb[0], start) if verb else noun_before(sentence, comma, start)
    return sentence.phrase(*told) if told else None


def _part_of(place: Place) -> str | None:
    """As in "savings of £5.4m, of which £2.2m has been identified": a part of what was told just before."""
    is_part = place.sentence.word(place.at - 1) in ("which", "whom", "these", "those", "them") and place.sentence.word(place.at - 2) == "of"
    return place.kind.unit if is_part and place.kind.name == "count" else None


def _ranging(place: Place) -> str | None:
    """As in "ranging from £400 for a litter pick to £9,950 for a mentoring scheme": what each is for."""
    said = place.sentence.said[place.start : place.at]
    return find_purpose(place) if "ranging" in said and place.sentence.word(place.at + 1) == "for" else None


def _whole(place: Place) -> str | None:
    """As in "12 of the 43 recommendations", "12 of the Force's 40 stations": what the next number counts."""
    noun = whole_of(place.sentence, place.at, place.end)
    return place.sentence.phrase(*noun) if noun else None


def _unit(place: Place) -> str | None:
    return place.kind.unit


def _time_to(place: Place) -> str | None:
    """As in "it took 142 days to close a case": what took so long."""
    sentence, at = place.sentence, place.at + 1
    return phrase_after(place, at + 1) if sentence.word(at) == "to" and sentence.tag(at + 1) in "VN" and sentence.tag(at + 2) == "D" else None


def _gapped(place: Place) -> str | None:
    """As in "burglary fell by 6% and robbery by 11%": the noun phrase since the number before."""
    is_whole = place.sentence.word(place.at + 1) == "of"
    if not place.link or is_whole or not (place.role.rule.endswith("verb left out") or GAP.search(place.sentence.tags[place.link.floor : place.at])):
        return None
    gapped = find_gapped(place.sentence, place.at, place.link)
    return place.sentence.phrase(*gapped) if gapped else None


def _labelled(place: Place) -> str | None:
    """As in "drug crime (-18%)": what stands in front of a bracket that belongs to no other number."""
    is_own = not place.link or place.link.kind != "bracket"
    is_first = place.start == place.at or (place.start == place.at - 1 and place.sentence.word(place.start) in ("up", "down", "from"))
    return find_label(place) if is_own and place.sentence.tag(place.start - 1) == "(" and is_first else None


def _headed(place: Place) -> str | None:
    """As in "Stalking offences: up 14% to 3,208"."""
    return find_label(place) if place.sentence.tag(place.start - 1) in (":", "-") else None


def _counted(place: Place) -> str | None:
    """The noun behind the number; for a rate the same."""
    return noun_of(place) if place.kind.name == "count" or not (place.kind.unit or "").startswith("per") else None


def _named_thing(place: Place) -> str | None:
    """What "offences" are of, where the sentence says so: "gun crime stood at 156 offences", "robbery (8,122 offences)"."""
    if (noun_of(place) or "").lower() not in _GENERIC:
        return None
    if place.sentence.tag(place.start - 1) in (":", "-") and place.start == place.at:
        return _maker_of(place) or find_label(place)
    if place.sentence.tag(place.start - 1) == "(":
        is_own = not place.link or place.link.kind != "bracket"
        return find_label(place) if is_own else None
    if place.kind.unit == "times":
        if gapped := _gapped(place):
            return gapped  # "The Board met 4 times and the Audit Committee 5 times"
        verb = verb_before(place.sentence, place.at, place.start)
        subject = subject_of(place.sentence, verb[0], place.start) if verb else None
        return place.sentence.phrase(*subject) if subject else None
    return find_stated_subject(place) if place.role.name != "change" else None


def noun_of(place: Place) -> str | None:
    """The noun that the number counts, None where none stands behind it."""
    noun = noun_counted(place.sentence, place.at, place.stop)
    return place.sentence.phrase(*noun) if noun else None


def share_of(place: Place) -> str | None:
    """As in "43% of victims", "a 92% satisfaction rate"."""
    sentence, at = place.sentence, place.at
    is_worded = sentence.said[at][-1:].isalpha()  # "and a third of its PCSOs"
    is_share = place.kind.name != "points" and (place.role.name != "change" or place.role.rule == "cut behind" or is_worded)
    if sentence.tags[at + 1 : at + 4] == "(Q)" and is_share and sentence.word(at + 4) == "of":  # "three in five (61%) of those asked"
        end = clause_end(sentence, at)
        place, at = place._replace(end=end, stop=end), at + 3
    is_those = is_share and sentence.word(at + 2) == "those" and sentence.word(at - 1) != "up"
    if is_those and (those := _THOSE_WHO.match(sentence.tags, at + 1)):
        return sentence.phrase(at + 2, those.end())  # "half of those who had the right to one had never been told"
    if is_share and sentence.word(at + 1) == "of" and sentence.tag(at + 2) not in "MS":
        if sentence.tag(at + 2 + (sentence.tag(at + 2) == "D")) == "Q":  # "60% of the £12m savings"
            return _whole(place._replace(end=len(sentence.tags)))
        whole = phrase_after(place, at + 2)
        return None if whole and _OF_TIME.fullmatch(whole) else _made_up(place, whole)
    return None


def _maker_of(place: Place) -> str | None:
    """As in "domestic abuse made up 21% of recorded crime: 17,803 offences": what the share in front of the colon is."""
    at = place.sentence.tags.rfind("Q", 0, place.start - 1)
    if at < 0 or place.sentence.word(at + 1) != "of":
        return None
    start = clause_start(place.sentence, at)
    share = place._replace(at=at, start=start, outer=outside(place.sentence, at, start))
    verb = verb_before(share.sentence, share.at, share.start)
    said = " ".join(share.sentence.said[verb[1] - 1 : verb[1] + 1]) if verb else ""
    return find_subject(share) if said in _MAKING_UP else None


def _made_up(place: Place, whole: str | None) -> str | None:
    """As in "pay accounts for 81% of the budget": the whole, and what the share of it is."""
    verb = verb_before(place.sentence, place.at, place.start)
    said = " ".join(place.sentence.said[verb[1] - 1 : verb[1] + 1]) if verb else ""
    maker = clean(find_subject(place) or "") if said in _MAKING_UP else None
    if verb and said in _MAKING_UP and not maker:  # "officers", whose verbs lead to what they do, here are the share
        subject = subject_of(place.sentence, verb[0], place.start)
        maker = clean(place.sentence.phrase(*subject)) if subject else None
    if maker and whole:
        told = clean(whole)  # none of "the total"
        return f"{told} {_MAKING_UP[said]} by {maker}" if told else maker
    return whole


def _modified(place: Place) -> str | None:
    """As in "a 92% satisfaction rate"."""
    sentence, at = place.sentence, place.at
    if place.kind.name == "percent":
        noun = noun_after(sentence, at + 1, place.stop) if sentence.tag(at + 1) in "AN" else None
        if noun and not direction_of(sentence.word(noun[1] - 1)) and sentence.word(noun[1] - 1) not in _TARGET_NOUNS:
            return sentence.phrase(*noun)
    return None


def _named_before(place: Place) -> str | None:
    """As in "a budget of £1.4m", "the highest satisfaction rate at 57.7%", "stolen plant worth £2.3m", "Drug crime (-18%)"."""
    sentence, at = place.sentence, place.at
    left = at - 1
    while left >= place.start and (sentence.tags[left] in "RD" or sentence.word(left) in ("is", "was", ":")):
        left -= 1
    if sentence.tag(left) == "(" or (left < place.start and sentence.tag(place.start - 1) in "(:-"):
        return find_label(place)
    word = sentence.word(left)
    if word in ("of", "at", "worth", "totalling") and left - 1 >= 0:
        left -= sentence.tag(left - 1) == ","
        noun = noun_before(sentence, left, max(place.start, place.link.token + 1 if place.link else 0))
        if noun:
            return find_gift(place, noun) or _without_level(place, noun)
    if left >= place.start and sentence.tags[left] in "NA" and word not in ("another", "additional", "further"):
        noun = noun_before(sentence, at, place.start)
        if noun and not is_quality(place) and not verb_before(sentence, noun[0], place.start):
            return sentence.phrase(*noun)
    return None


def _with_level(sentence: Sentence, noun: tuple[int, int]) -> str | None:
    """As in "bids to the value of £3.3m", "a contract, with a value of £720,000": what has the value."""
    first, last = noun
    hangs = re.search(r"P[DA]*N$", sentence.tags[first:last])
    if hangs and hangs.start():
        return sentence.phrase(first, first + hangs.start())
    opening = sentence.tags[:first].rstrip("DA")
    before = noun_before(sentence, len(opening) - 2, clause_start(sentence, first)) if opening.endswith(",P") else None
    return sentence.phrase(*before) if before else None


def _without_level(place: Place, noun: tuple[int, int]) -> str | None:
    sentence, (first, last) = place.sentence, noun
    head = sentence.word(last - 1)
    if head in _LEVEL_NOUNS and head not in ("rate", "score"):
        return _with_level(sentence, noun)
    if direction_of(head):
        return None
    return sentence.phrase(first, last)
