"""What has grown or fallen: "a 12% rise in burglary", "156 gun offences, a decrease of 27.8%"."""

import re

from reportparse.language.clauses import verb_before
from reportparse.language.directions import direction_of
from reportparse.language.links import governor
from reportparse.language.measure_clauses import find_subject, phrase_after
from reportparse.language.measure_place import Place
from reportparse.language.measure_words import MAX_WORDS
from reportparse.language.phrases import noun_after, noun_before
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_MORE_BEHIND = words("clues", "more_behind")
_APPOSED = re.compile(r"(?:[DANR]*(?:P[DANTP]*)?[,(C-]+)?[DARP]*N?P?[DR]*")

_BRINGING = ("bring", "take", "raise", "cut", "reduce", "increase", "push")  # ", bringing the total for victims to £4.9 million"
_NEW_RISE = re.compile(r"[,;]D[AR]*NPR?$|^[AN]*(?:P?T)?,SB[DR]*$")  # "..., a rise of 1.1 points", whatever stands before; "..., which is £2.1m under budget"


def find_grown_object(place: Place) -> str | None:
    """As in "cut the number of buildings from 94 to 61": the object of the verb, and not its subject."""
    sentence, at = place.sentence, governor(place.sentence, place.at)
    if sentence.word(at) == "from" and sentence.tag(at - 1) == "G" and direction_of(sentence.word(at - 1)) and "with" in sentence.said[place.start : at]:
        last = at - 1 - sentence.said[place.start : at][::-1].index("with")  # "with the gap between the two reducing from 2.1% to 1.4%"
        return sentence.phrase(last + 1, at - 1)
    if sentence.word(at) not in ("from", "to") or sentence.tag(at - 1) != "N":
        return None
    if sentence.word(at) == "to":
        verb = len(sentence.tags[:at].rstrip("DANP")) - 1
        is_brought = base_of(sentence.word(verb)) in _BRINGING or sentence.word(verb) in ("doubled", "trebled", "halved")
        return sentence.phrase(verb + 1, at) if verb >= place.start and is_brought else None
    noun = noun_before(sentence, at, place.start)
    if not noun or not (verb_before(sentence, noun[0], place.start) or direction_of(sentence.word(noun[0]))):
        return None
    first = next((left + 1 for left in range(*noun) if sentence.word(left) in ("in", "of") and direction_of(sentence.word(left - 1))), noun[0])
    return sentence.phrase(first, noun[1])


def is_in_apposition(place: Place) -> bool:
    """As in "156 gun offences, a decrease of 27.8%": the change is of what was told just before."""
    sentence, at = place.sentence, place.at
    if place.role.rule.endswith("verb left out"):
        return False
    if place.role.rule == "signed" and sentence.tag(at - 1) == "N" and not direction_of(sentence.word(at - 1)):
        return False  # "burglary -12%, robbery +3%"
    gap = sentence.tags[place.link.token + 1 if place.link else at : at]
    behind = sentence.word(at + 1) in ("in", "of") or (direction_of(sentence.word(at + 1)) and sentence.word(at + 2) in ("in", "of"))
    is_beside = sentence.tag(at - 1) == "," and sentence.word(at + 1) in _MORE_BEHIND and sentence.word(at + 2) in ("than", "the")
    if is_beside:  # "took 13 minutes to reach an emergency, 44 seconds less than the target"
        return True
    is_plain = _APPOSED.fullmatch(gap) is not None or _NEW_RISE.search(gap) is not None
    return is_plain and not behind and (noun_after(sentence, at + 1, place.stop) is None or place.kind.name != "count")


def find_likelihood(place: Place) -> str | None:
    """As in "1.6 times more likely than white people to be searched": what is likely, not for whom."""
    sentence, likely = place.sentence, place.at + 2
    if sentence.word(likely) != "likely" or sentence.word(likely - 1) not in ("more", "less"):
        return None
    to = next((at for at in range(likely + 1, min(place.end, likely + 10)) if sentence.tags[at] == "I"), place.end)
    last = to
    while last < min(place.end, to + MAX_WORDS) and sentence.word(last) != "than" and sentence.tags[last] not in ",;:.()QT":
        last += 1
    who = find_subject(place) or ""
    return f"{who} likely {sentence.phrase(to, last)}" if last > to else None


def find_grown(place: Place) -> str | None:
    """As in "a 12% rise in burglary", "an increase in funding of £8m", "cut violence by 2%"."""
    if place.role.name != "change":
        return None
    sentence, at = place.sentence, place.at
    if place.role.rule == "signed" and sentence.said[at][-1:].isalpha():
        noun = phrase_after(place, at + 1) if sentence.tag(at + 1) in "DAN" else None
        return noun or find_subject(place)
    of = governor(sentence, at)
    if sentence.word(of) == "of" and sentence.word(at + 1) in ("in", "on") and direction_of(sentence.word(of - 1)) and sentence.tag(at + 2) in "DAN":
        return phrase_after(place, at + 2)
    if sentence.word(at + 1) in _MORE_BEHIND and sentence.tag(at + 2) in "AN":
        return phrase_after(place, at + 2)
    for right in range(at + 1, min(at + 5, place.end)):
        if direction_of(sentence.word(right)) and sentence.word(right + 1) in ("in", "of", "to"):
            return phrase_after(place, right + 2)
        if sentence.tags[right] not in "AN":
            break
    for left in range(at - 1, max(place.start - 1, at - 14), -1):
        word = sentence.word(left)
        if direction_of(word) and sentence.tags[left] in "NVE":
            changed = None if ":" in sentence.tags[left:at] else _changed(place, left)
            if changed or place.role.rule != "growth is":
                return changed
        if place.link and left == place.link.token:
            break
    return None


def _changed(place: Place, growth: int) -> str | None:
    sentence, at = place.sentence, place.at
    last = at
    while last > growth and sentence.tags[last - 1] in "PRDQ(,C" and last - 1 > growth:
        last -= 1
    if last - 1 <= growth:
        return None
    first = growth + 2 if sentence.word(growth + 1) in ("in", "of", "to") else growth + 1
    phrase = sentence.phrase(first, last)
    return phrase if any(tag == "N" for tag in sentence.tags[first:last]) else None
