"""What the clause round a number tells of its measure: subject, object, label, what stands behind."""

import re

from reportparse.language.clauses import Sentence, clause_end, clause_start, verb_after, verb_before
from reportparse.language.directions import direction_of
from reportparse.language.links import GAP, governor
from reportparse.language.measure_place import Place
from reportparse.language.measure_words import MAX_WORDS
from reportparse.language.phrases import noun_before, subject_of
from reportparse.language.tokens import base_of
from reportparse.language.when_own import COMPARING
from reportparse.language.words import words

_STATE_VERBS, _AGENTS = words("clues", "state_verbs"), words("clues", "agents")
_STATING = _STATE_VERBS | {"is", "was", "were", "are", "been", "be"}
_TOWARDS = ("of", "for", "to", "towards", "in", "into", "on", "from", "worth", "through", "by")  # what money goes to, or a number is of
_GIVING = {"save", "cost", "earn", "bring", "give", "lose", "win"}  # verbs with two objects: whom, and how much
_GETTING, _GIVEN = {"receive", "get", "secure", "win"}, {"award", "give", "grant", "allocate"}  # the latter with "was"
_WHO_REPORTS = {"commissioner", "pcc", "pfcc", "opcc", "office", "police", "force", "constabulary"}
_AMOUNTING, _SUMS = {"come", "total", "amount", "stand", "be", "was", "is"}, {"fund", "programme", "scheme"}  # verbs of what money comes to, and what may
_NAME = re.compile(r"D?[ANX]*[NX]")  # over word classes
_LEVELLING = {"stand", "average", "peak", "rise", "fall", "drop", "reach"}  # ", standing at £7m" tells of the subject
_WHO_TELLS = {"i", "we", "he", "she", "you"}  # behind what opens the sentence: "through efficiencies I recruited"
_WHERE_OR_WHEN = {"across", "throughout", "within", "during", "before", "after", "since", "over", "until"}
_THINKING = {"think", "say", "feel", "believe", "agree", "know", "find"}  # what is thought has a verb of its own
_MAX_LABEL = 6  # words of a label without a noun
_WHOLE_LABEL = re.compile(r"[DA]*N[^BVWE]*E*P?")  # over word classes
_MAX_WHOLE_LABEL = 12  # and of one that opens its sentence
_TIME_AFTER = re.compile(r"\s?on\saverage\b|\s?(?:a|an|per|each|every)\s(?:year|week|month|day|quarter|head|person|annum|hour)\b")
_LIST = re.compile(r"[AN]+,(?:[AN]+,)*[AN]*N,?C[AN]*N(?=[.;])")  # over word classes
_TAIL_END = re.compile(r"[;:\-()QTSMW.,]")
_LABEL_WITH_NUMBER = re.compile(r"[DAN]+E?P[DR]*Q[AN]+$")
_TIME_TO = re.compile(r"[DA]*NE?I[VNA][DANPX]*$")  # "Average time to answer a 999 call: 7 seconds"
_STORIES = {"way", "direction", "story", "picture", "pattern", "trend", "exception"}  # nouns of how it went, not of what
_FINITE = re.compile(r"[BVW]")
_IN_THE_YEAR = re.compile(r"(?:in|during|over|within)\s(?:the|this|last|that)\s(?:\w+\s)?(?:year|period|quarter|month)\s?$")
_NEXT_HAS = re.compile(r",?C[DA]*N+Q")


def find_subject(place: Place) -> str | None:
    """The subject of the verb before the number, or the noun before it where there is none; an agent is no measure."""
    sentence, (at, start) = place.sentence, place.outer
    verb = verb_before(sentence, at, start)
    if not verb:
        noun = noun_before(sentence, at, start)
        return sentence.phrase(*noun) if noun else None
    if verb[0] - 1 > start and _goes_on(sentence, verb[0]):
        joint = len(sentence.tags[: verb[0]].rstrip("R")) - 1
        verb = verb_before(sentence, joint, start) or verb
    if verb[0] == start and (sentence.word(start - 1) in ("but", "and") or sentence.tag(start - 1) == ","):
        verb = verb_before(sentence, start - 1, clause_start(sentence, start - 1))
        start = clause_start(sentence, start - 1)
        if not verb:
            return None
    if related := _find_related(sentence, verb[0], start):
        return sentence.phrase(*related)
    if verb[0] == start and sentence.tag(start - 1) == "S" and sentence.tag(start - 2) in "N,)":
        stop = start - 2 if sentence.tag(start - 2) == "," else start - 1
        noun = noun_before(sentence, stop, clause_start(sentence, stop))
        return sentence.phrase(*noun) if noun and not _is_agent(sentence, noun) else None
    subject = subject_of(sentence, verb[0], start)
    if not subject and sentence.tag(at) == "(" and (first := sentence.tags.rfind("B", start, verb[0])) > 0:
        verb, subject = (first, first + 1), subject_of(sentence, first, start)  # "the rate is higher than that seen for Wales (27 vs 21)"
    if not subject or (_is_agent(sentence, subject) and not _has_money(sentence, subject, base_of(sentence.word(verb[1] - 1)))):
        return None
    return sentence.phrase(*subject)


def _find_related(sentence: Sentence, verb: int, start: int) -> tuple[int, int] | None:
    """A subject with what is told of it: "services that I commission accounted for £3.3m"."""
    if sentence.tag(start - 1) != "S" or sentence.tag(start - 2) != "N" or sentence.tags[start:verb] not in ("MV", "MRV"):
        return None
    noun = noun_before(sentence, start - 1, clause_start(sentence, start - 1))
    return (noun[0], verb) if noun else None


def _has_money(sentence: Sentence, subject: tuple[int, int], verb: str) -> bool:
    """Whether it is the subject itself that costs, gets or is so much: "my office costs £1.6m", "police staff numbered 1,634"."""
    tags = sentence.tags[subject[0] : subject[1]].lstrip("D")
    if verb in _AMOUNTING and sentence.word(subject[1] - 1) in _SUMS:  # "the Fund came to £213,940"
        return True
    return (verb in ("cost", "number") and tags != "M") or (verb == "receive" and re.fullmatch(r"[AN]+N", tags) is not None)


def _goes_on(sentence: Sentence, verb: int) -> bool:
    """Whether the verb has the subject of the one before: "employs 24 people and costs £1.6m", ", standing at £7m"."""
    before = sentence.tags[:verb].rstrip("R")[-1:]
    return (before == "C" and sentence.tag(verb) in "VEBW") or (before == "," and sentence.tag(verb) == "G" and base_of(sentence.word(verb)) in _LEVELLING)


def find_stated_subject(place: Place) -> str | None:
    """The subject if its verb only states or changes it: "the precept rose to £243.15"."""
    sentence, (at, start) = place.sentence, place.outer
    verb = verb_before(sentence, at, start)
    if not verb or (sentence.tags[verb[0]] != "Q" and base_of(sentence.word(verb[1] - 1)) not in _STATING):
        return None
    return find_subject(place)


def _is_agent(sentence: Sentence, subject: tuple[int, int]) -> bool:
    tags = sentence.tags[subject[0] : subject[1]]
    hangs = tags.find("P", 1)
    head = sentence.word(subject[0] + hangs - 1 if hangs > 0 else subject[1] - 1)
    return tags == "M" or head in _AGENTS or sentence.word(subject[1] - 1) in _WHO_TELLS


def find_object(place: Place) -> str | None:
    """What stands between the verb and the number, or the verb phrase itself: "We closed 48"."""
    sentence = place.sentence
    verb = verb_before(sentence, place.at, place.start)
    if not verb or verb[1] >= place.at:
        return None
    stop = place.at
    if sentence.tag(stop - 1) in ",C" and sentence.tag(stop + 1) == "P" and place.link:  # "81% on staff, 5% on premises"
        return None
    if sentence.word(stop - 2) in ("average", "mean", "median") and stop - 3 > verb[1]:  # "took the force an average of 19 days"
        stop -= 3
    before = sentence.tags.rfind("Q", verb[1], stop)
    if before > 0 and sentence.word(before + 1) in _TOWARDS:  # "2.6 for Asian subjects and 4.5 for Black subjects"
        return None
    if before > 0 and sentence.tags[stop - 2 : stop] == ",P":  # "increased funding for youth work by a quarter, to £500,000"
        stop = governor(sentence, before)
    is_thing = "N" in sentence.tags[verb[1] : stop] and sentence.word(stop - 1) not in _AGENTS
    is_thing = is_thing and not (is_quality(place) and stop == place.at == verb[1] + 2)
    return sentence.phrase(verb[1], stop) if is_thing else None


def is_quality(place: Place) -> bool:
    """Whether the word before a number only says how great that is: "gave an astonishing 104,900 hours"."""
    sentence, at = place.sentence, place.at
    is_of_noun = place.kind.name in ("count", "duration")  # no "budget" of "a budget 4% below last year's"
    return is_of_noun and sentence.word(at - 2) in ("a", "an") and sentence.tag(at - 1) in "NAG"


def find_saver(place: Place) -> str | None:
    """As in "the scheme saved the three forces £1.1m": the subject, where the object is who has or loses the money."""
    verb = verb_before(place.sentence, place.at, place.start)
    is_given = verb and verb[1] < place.at and base_of(place.sentence.word(verb[1] - 1)) in _GIVING
    return find_subject(place) if is_given and place.sentence.tag(place.at - 1) in "NM" else None


def find_wait(place: Place) -> str | None:
    """As in "victims waited two hours for a call back": the wait, and what for."""
    sentence, at = place.sentence, place.at
    verb = verb_before(sentence, at, place.start)
    if not verb or base_of(sentence.word(verb[1] - 1)) != "wait":
        return None
    behind = sentence.word(at + 1) in ("for", "between", "before", "to", "until") and phrase_after(place, at + 1)
    return f"wait {behind}" if behind else "wait"


def _behind_base(place: Place) -> int:
    """The token behind the number and its "a week" or "per head"."""
    sentence, at = place.sentence, place.at + 1
    if at < place.end and _TIME_AFTER.match(sentence.text, sentence.spans[place.at][1]):
        at += 2
    return at


def find_purpose(place: Place) -> str | None:
    """As in "£2.7m for victims' services", "£300k was spent on CCTV"."""
    sentence, at = place.sentence, _behind_base(place)
    at += 2 * (sentence.word(at) == "of" and sentence.word(at + 1) in ("it", "this", "them", "which"))  # "£0.4m of it on advocates"
    after = verb_after(sentence, place.at, place.end)
    comma = at if _is_aside(place, at) else sentence.tags.find(",", at + 1)
    if sentence.tag(at) == "," and comma > 0 and (comma == at or sentence.tag(comma + 1) == "B"):
        at, end = comma + 1, clause_end(sentence, comma)  # "£3.6 million, half of the budget, was spent on helping victims"
        place, after = place._replace(end=end), verb_after(sentence, comma, end)
    if sentence.tag(at) == "X":
        return None
    if after and after[0] == at:
        at = after[1]
    if sentence.word(at) in ("from", "by") and (taker := _find_taker(place)):
        return taker
    if sentence.word(at) in _TOWARDS:
        first = at + 1
        is_base = sentence.word(at) == "for" and sentence.word(first) in ("each", "every")  # "82p for each resident"
        if first < place.end and not is_base and sentence.tags[first] not in "TQ" and not _is_label_of_next(place, first):
            return phrase_after(place, first)
    return phrase_after(place, at) if at < place.end and sentence.tags[at] in "ANG" else None


def _is_aside(place: Place, at: int) -> bool:
    """As in "The largest part, £366.2m, paid for officers": a sum between commas, and what it went to behind."""
    sentence = place.sentence
    is_between = sentence.tag(place.at - 1) == "," == sentence.tag(at)
    return is_between and sentence.tag(at + 1) in "VE" and sentence.word(at + 2) in ("for", "to", "towards", "into")


def _find_taker(place: Place) -> str | None:
    """As in "the Violence Reduction Unit received £1.8m from the Home Office", "was awarded £2.4m by it": who got the money, not who gave it."""
    sentence, (at, start) = place.sentence, place.outer
    verb = verb_before(sentence, at, start)
    if not verb or base_of(sentence.word(verb[1] - 1)) not in (_GETTING if verb[1] - verb[0] == 1 else _GIVEN):
        return None
    subject = subject_of(sentence, verb[0], start)
    is_named = subject and sentence.text[sentence.spans[subject[1] - 1][0]].isupper() and sentence.word(subject[1] - 1) not in _WHO_REPORTS
    return sentence.phrase(*subject) if subject and is_named and _NAME.fullmatch(sentence.tags, *subject) else None


def _is_label_of_next(place: Place, at: int) -> bool:
    """As in "£2.4m for an investment of just £100": what stands from `at` on names the next number."""
    sentence, stop = place.sentence, place.stop
    before = len(sentence.tags[:stop].rstrip("R")) - 1
    return at < before and sentence.word(before) == "of" and _TAIL_END.search(sentence.tags, at, before) is None


def _is_level(place: Place) -> bool:
    """As in "the rate of 86.9 for the county"."""
    sentence, at = place.sentence, place.at
    return sentence.word(at - 1) == "of" and sentence.word(at - 2) in ("rate", "average", "score", "level")


def find_tail(place: Place) -> str | None:
    """The clause behind the number: "87.4% think the police do a good job"."""
    sentence, at = place.sentence, _behind_base(place)
    at += sentence.word(at) in ("each", "apiece", "nationally", "locally")
    if place.kind.name == "money" and sentence.tags[at : at + 3] == "BEI":  # "the £15 is expected to bring in £9.8m"
        return None
    if sentence.tag(at) == "X" or sentence.word(at) in _WHERE_OR_WHEN or (sentence.tag(at) == "P" and _is_level(place)):
        return None
    ends = ";:-()Q,.BVW" if sentence.tag(at) == "P" else ";:-()Q,."  # "the rate of 86.9 for the county was a rise"
    last = at
    behind = _NEXT_HAS.search(sentence.tags, at)  # "lost 9.9 days to sickness and staff 10.6"
    end = min(place.end, at + MAX_WORDS, behind.start() if behind else place.end)
    while last < end and sentence.tags[last] not in ends and sentence.word(last) not in COMPARING:
        last += 1
    if place.kind.name == "money" and "PTI" in sentence.tags[at:last]:  # "has been set aside for 2024/25 to fund six advocates"
        return None
    return sentence.phrase(at, last) if last > at else None


def phrase_after(place: Place, at: int) -> str | None:
    """The noun phrase at token `at` with the words that hang on it, to the end of the clause."""
    sentence, last = place.sentence, at
    listed = _LIST.match(sentence.tags, at)  # "buildings, vehicles and technology": of none of them alone
    if listed and listed.end() - at <= MAX_WORDS:
        return sentence.phrase(at, listed.end())
    while last < min(place.end, at + MAX_WORDS) and not _TAIL_END.match(sentence.tags, last):
        if sentence.tags[last] in "BV" and last > at and not any(base_of(word) in _THINKING for word in sentence.said[at:last]):
            break
        if sentence.tags[last] == "E" and last > at and base_of(sentence.word(last)) in _STATE_VERBS:
            break  # "£3.3m of building work slipped into 2024/25"
        if sentence.tags[last] == "C" and (sentence.tag(last + 1) in "EVR" or last + 1 >= place.end):
            break
        if sentence.tags[last] == "C" and place.end == place.stop and GAP.match(sentence.tags[at : place.stop]):
            break
        if sentence.word(last) in ("compared", "since", "during", "by") and last > at:
            break
        last += 1
    return sentence.phrase(at, last) if last > at else None


def _find_changed(sentence: Sentence, stop: int, first: int) -> tuple[int, int] | None:
    """The subject of the verb of change that a label ends with."""
    verb = verb_before(sentence, stop, first)
    is_change = verb is not None and any(direction_of(word) for word in sentence.said[verb[0] : stop])
    return subject_of(sentence, verb[0], first) if verb and is_change else None


def _is_plural_label(sentence: Sentence, first: int, at: int) -> bool:
    """Whether what looks like a verb before token `at` is the plural that a label is of: "Visits by the public"."""
    at = len(sentence.tags[:at].rstrip("D")) - 1
    head = at - 1
    if sentence.tag(head) != "V" or sentence.tag(at) != "P" or not sentence.word(head).endswith("s") or head == first:
        return False
    return not direction_of(sentence.word(head)) and _FINITE.search(sentence.tags, first, head) is None


def _is_whole_label(place: Place, stop: int) -> bool:
    """Whether all that stands before a colon is the label of the one number behind it: a noun, and no verb but "being"."""
    sentence = place.sentence
    tags = "".join("E" if word == "being" else tag for tag, word in zip(sentence.tags[:stop], sentence.said, strict=False))
    is_first = sentence.tag(stop) == ":" and place.link is None and 0 < stop <= _MAX_WHOLE_LABEL
    return is_first and _WHOLE_LABEL.fullmatch(tags) is not None


def _find_time(sentence: Sentence, first: int, stop: int) -> int | None:
    """Where the time begins that a label of what was done ends with: "Letters answered in the year: 2,214"."""
    time = _IN_THE_YEAR.search(sentence.text, sentence.spans[first][0], sentence.spans[stop][0])
    begin = next((at for at in range(first + 1, stop) if time and sentence.spans[at][0] >= time.start()), None)
    is_done = begin is not None and sentence.tag(begin - 1) == "E" and _FINITE.search(sentence.tags, first, begin) is None
    return begin if is_done else None


def find_label(place: Place) -> str | None:
    """What stands in front of a bracket, colon or dash."""
    sentence = place.sentence
    stop = place.start - 1
    floor = place.link.token + 1 if place.link else 0
    first = max(floor, clause_start(sentence, stop))
    if sentence.tag(stop) == ":" and place.link and _LABEL_WITH_NUMBER.match(sentence.tags, clause_start(sentence, stop), stop):
        return sentence.phrase(clause_start(sentence, stop), place.link.token)  # "Victims supported by 16 services: 4,420"
    if sentence.tag(stop) == ":" and _TIME_TO.match(sentence.tags, first, stop):
        return sentence.phrase(first, stop)
    if sentence.tag(stop) == ":" and (time := _find_time(sentence, first, stop)):
        return sentence.phrase(first, time)
    noun = noun_before(sentence, stop, first)
    if noun and sentence.tag(stop) == ":" and _is_plural_label(sentence, first, noun[0]):  # "FOI requests to my office: 58"
        return sentence.phrase(first, stop)
    verb = verb_before(sentence, noun[0], first) if noun and sentence.word(noun[1] - 1) in _STORIES else None
    if not noun and sentence.tag(stop) == ":":  # "House burglary continues to fall: 4,120"
        noun = _find_changed(sentence, stop, first)
    if verb:  # "Vehicle crime went the other way: 8,061 offences"
        noun = subject_of(sentence, verb[0], first)
    if not noun and _is_whole_label(place, stop):  # "Satisfaction with follow-up and being kept informed: 60%"
        return sentence.phrase(0, stop)
    is_bare = sentence.tag(stop) == ":" and 0 < stop - first <= _MAX_LABEL
    if not noun and is_bare and _FINITE.search(sentence.tags, first, stop) is None:  # "Killed or seriously injured: 311"
        return sentence.phrase(first, stop)
    return sentence.phrase(*noun) if noun else None


def find_behind_bracket(place: Place) -> str | None:
    """As in "robbery (8,122 offences) 5% lower": what stands in front of the bracket."""
    sentence = place.sentence
    if sentence.tag(place.at - 1) != ")":
        return None
    opening = sentence.tags.rfind("(", 0, place.at)
    noun = noun_before(sentence, opening, place.start) if opening > place.start else None
    return sentence.phrase(*noun) if noun else None
