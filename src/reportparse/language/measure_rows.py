"""Measures that numbers share: pairs, rows and brackets, of which one alone tells what is measured."""

import re
from collections.abc import Sequence

from reportparse.language.clauses import verb_before
from reportparse.language.gapping import find_conjunct
from reportparse.language.kinds import noun_counted
from reportparse.language.links import GAP, find_compared, find_row
from reportparse.language.measure_place import Place
from reportparse.language.measure_states import add_predicate, find_state
from reportparse.language.measure_whom import find_each
from reportparse.language.measure_words import clean
from reportparse.language.measures import named_in_bracket, noun_of, share_of
from reportparse.language.nouns import is_plural
from reportparse.language.phrases import subject_of, whole_of
from reportparse.language.pointing import NUMBER_OF, is_of_pronoun
from reportparse.language.words import words

_GENERIC = words("nouns", "generic")
_NEXT_LABEL = re.compile(r";[^BVWE;]*$")  # "(8,905); arrest rate 14%"
_NEXT_ITEM = re.compile(r"\)[,;]C?[DA]*N+$")  # "violence 3,751 (4,064), robbery 70 (85)"
_FOR_TWO = re.compile(r"(.*\s(?:for|among|of)\s)([^,]+?)\sand\s([^,]+)")
_NEXT_SUBJECT = re.compile(r"[;,C][DA]*N[^;,C]*[VBWE]")
_NEXT_GIVER = re.compile(r"[;,C][DA]*(?:N|M)R*[VBWE]")
_TOLD = re.compile(r"(?:\([^)]*)?\)?R*[BVE]")
_INSIDE = re.compile(r"\([^)]*\)")
_WHOM = re.compile(r"\s(?:among|for|of|in)\s")
_OF_THESE = re.compile(r"PD(?P<things>[AN]*N)(?:,|S[^,;(Q]+,?Q)")
_TOWARDS = re.compile(r"\s(?:with|by|about|for|of|in|on|at)\s")
_POINTING = ("that ", "those ", "That ", "Those ")
_MAY_TELL = "RBVEWP(,C"  # classes of what stands right behind a number of which something is told
_THAT = re.compile(r"(?:[Tt]hat|[Tt]hose)\s(for|of|among|in)\s(.+)")
_NEW_VERB = re.compile(r"[,C;][^,;Q]*[VBW]|[,C;][^,;Q]*NE")  # over word classes


def share_measures(places: Sequence[Place], measures: Sequence[str | None], earlier: Sequence[str | None]) -> list[str | None]:
    """Measures of pairs: the second of "from A to B", "A (target B)", "14 people (42%)" measures what the first does.

    `earlier` are the last measures that sentences before told of each kind, for "That is 5.1 points lower".
    """
    shared = _read_pointing(measures, earlier)
    _add_predicates(places, shared, earlier)
    if len(shared) == 1:
        return [shared[0] or earlier[0]]
    _fill_gaps(places, shared)
    for n in range(1, len(shared)):
        place = places[n]
        is_set_beside = place.role.name == "baseline" and noun_of(place) is None and places[n - 1].kind.name == "count"
        of = find_compared(place.sentence.tags, [each.at for each in places], n) if is_set_beside else _find_set_beside(places, n)
        before, told = places[of], shared[of]
        if n > 1 and _goes_on_to(places[n - 1], place):
            shared[n] = shared[n - 2]
            continue
        if _tells_same(place, before) or (told and (shared[n] is None or (noun_of(place) is None and _is_pair(place, before)))):
            shared[n] = told
    _share_back(places, shared, earlier)
    _distribute(places, shared)
    _pair_rows(places, shared)
    return [measure or earlier[n] for n, measure in enumerate(shared)]


def _find_set_beside(places: Sequence[Place], n: int) -> int:
    """The number that another goes on from: the one before it, or what a baseline of another kind is set beside.

    As in "33,118 crimes, or 21.9% of all, after 32,342 in 2019/20".
    """
    place = places[n]
    if place.role.rule != "“after” before" or noun_of(place) is not None:
        return n - 1
    return next((m for m in range(n - 1, -1, -1) if places[m].kind.name == place.kind.name), n - 1)


def _goes_on_to(before: Place, place: Place) -> bool:
    """As in "a decrease in violent crime of 7.8% (7,169 fewer offences) to 84,741": the bracket ends before "to"."""
    tags = place.sentence.tags
    is_aside = before.role.name == "change" and tags[before.at : place.at].endswith(")P") and tags[before.at - 1] == "("
    return is_aside and place.sentence.word(place.at - 1) == "to" and place.sentence.tag(place.at + 1) not in "AN"


def _tells_same(place: Place, before: Place) -> bool:
    """Whether "offences" behind a number are those of the number before: "gun crime fell to 149, down 7 offences"."""
    is_level = before.role.rule == "growth, verb left out" and place.role.name == "actual" and place.at <= before.at + 3
    if is_level:  # "and reviews by 21%, to 74"
        return True
    kind, is_change = place.link.kind if place.link else "", place.role.name == "change"
    is_aside = kind == "bracket" or (kind in ("list", "row") and is_change)
    is_aside = is_aside or (before.role.name == "change" and place.at == before.at + 2 and place.sentence.word(place.at - 1) == "to")
    return is_aside and (noun_of(place) or "").lower() in _GENERIC


def _is_pair(place: Place, before: Place) -> bool:
    """Whether a number with words of its own measures what the one before it does all the same."""
    kind = place.link.kind if place.link else ""
    is_row = kind in ("bracket", "list") or (kind == "row" and place.role.name == "change")
    if not is_row and {place.role.name, before.role.name}.isdisjoint(("baseline", "target")):
        return False
    if place.role.rule.startswith("required "):  # "the budget is £494.5m, and savings of £16.2m are required"
        return False
    has_own = find_state(place) or share_of(place) or named_in_bracket(place) or find_each(place) or _names_its_plan(place)
    return not (_begins_anew(place, before) or _is_told(place, before) or has_own)


def _names_its_plan(place: Place) -> bool:
    """As in "£368.4m against a net revenue budget of £369.7m": a budget with a name, which "a revised budget" has not."""
    sentence, plan = place.sentence, place.at - 2
    is_plan = place.role.name == "target" and sentence.word(plan) in ("budget", "programme")
    return is_plan and sentence.word(place.at - 1) == "of" and sentence.tags[plan - 1 : plan + 1] == "NN"


def _begins_anew(place: Place, before: Place) -> bool:
    """Whether the words between two numbers name another thing: "(9%), arrests 14%", "down from 81; allegations fell to 262"."""
    tags, gap = place.sentence.tags, place.sentence.tags[before.at + 1 : place.at]
    if (conjunct := find_conjunct(place.sentence, place.at)) and conjunct[0] > before.at:
        return True
    if place.role.rule == "from A to B" and ("CD" in gap or before.role.name != "change" or _NEW_VERB.search(tags, before.at, place.at)):
        return True  # "and the number of orders from 143 to 219"
    if "CI" in gap or _NEXT_ITEM.search(gap) or _NEXT_LABEL.search(gap):  # "and to cut mileage by 15%"
        return True
    is_bracket = before.role.name == "baseline" and place.role.name == "change" and ")" in gap  # "(from 1,982) and thefts by 9%"
    if not is_bracket and (before.role.name not in ("baseline", "target") or place.role.name != "actual"):
        return False
    if gap.endswith(",C") and place.sentence.tag(place.at + 1) == "V":  # "which was 70% in 2014/15, and 87% feel safe"
        return True
    is_after = ")" in gap and GAP.search(gap.rpartition(")")[2]) is not None
    return is_after or "(" in gap.partition(")")[2] or _NEXT_SUBJECT.search(gap) is not None


def _is_told(place: Place, before: Place) -> bool:
    """As in "£2m for schools and £1m for parks", "2.6 for boys and 4.5 for girls": each with what it is for."""
    following = place.sentence.word(place.at + 1)
    if place.kind.name == before.kind.name == "money" and following in ("for", "in", "on", "to"):
        return place.sentence.tag(place.at + 2) != "T"  # "(£9,800 in 2022/23)"
    sentence = place.sentence
    is_row = any(tag == "Q" and sentence.word(at + 1) == "for" for at, tag in enumerate(sentence.tags[: place.at]))
    return following == "for" and is_row  # a bracket may stand between: "2.6 for boys (2.4), 4.5 for girls (4.1)"


def _share_back(places: Sequence[Place], measures: list[str | None], earlier: Sequence[str | None]) -> None:
    """The measure of what stands behind, but not of the next subject: "87% were answered, and the average wait fell to 9"."""
    giver = len(measures) - 1
    for n in range(len(measures) - 2, -1, -1):
        if measures[n]:
            giver = n
            continue
        place = places[n]
        points_back = place.sentence.said[place.at + 1 : place.at + 3] in (["of", "them"], ["of", "these"])
        points_back = points_back or is_of_pronoun(place.sentence, place.at)  # "They had come down to £58.1m, of which £10.2m …"
        is_over = _TOLD.match(place.sentence.tags, place.at + 1) and _NEXT_SUBJECT.search(place.sentence.tags, place.at + 1, places[giver].at)
        if ":" in place.sentence.tags[place.at : places[giver].at] and (noun := noun_of(place)):
            measures[n] = noun  # "Three of the five targets were met: ..."
            continue
        measures[n] = (earlier[n] if points_back or is_over else None) or _giver_of(place, places[giver]) or measures[giver]


def _giver_of(place: Place, following: Place) -> str | None:
    """As in "The Government gave £303m and you gave £184m through the precept": who gave it, where another gives next."""
    sentence, at = place.sentence, place.at
    if place.kind.name != "money" or not _NEXT_GIVER.search(sentence.tags, at + 1, following.at):
        return None
    verb = verb_before(sentence, at, place.start)
    subject = subject_of(sentence, verb[0], place.start) if verb and verb[1] == at else None
    return clean(sentence.phrase(*subject)) if subject and "N" in sentence.tags[slice(*subject)] else None


def _add_predicates(places: Sequence[Place], measures: list[str | None], earlier: Sequence[str | None]) -> None:
    """As in "3,905 applications; 96% were completed on time and 41 were refused": the things, with what is told of so many."""
    first = places[0].sentence
    of_these = _OF_THESE.match(first.tags) if first.word(0) == "of" else None
    # "Of these robberies, 312 involved a knife", "Of the detainees who were asked 98 said yes"
    things: str | None = first.phrase(2, of_these.end("things")) if of_these else None
    for n, place in enumerate(places):
        sentence, at, measure, kind = place.sentence, place.at, measures[n], place.kind.name
        has_noun = kind == "count" and noun_counted(sentence, at, place.stop) is not None
        if kind == "count" and measure and (has_noun or not (things or _TOLD.match(sentence.tags, at + 1))):
            things = measure
        is_open = kind in ("count", "percent") and not has_noun and place.role.name == "actual"
        if is_open and kind == "count" and measure and whole_of(sentence, at, place.end):  # "58 of our 431 vehicles are electric"
            measures[n] = add_predicate(place, measure) or measure
        if not is_open or sentence.tag(at + 1) not in _MAY_TELL or share_of(place):
            continue
        own = (earlier[n] or measure) if measure in (None, place.kind.unit) else None
        if sentence.said[at + 1 : at + 3] in (["of", "it"], ["of", "this"]):  # "46% of it came from the Government"
            own, things = measures[n - 1] if n else earlier[n], None
            measure = measure or own
        if thing := things or own:
            measures[n] = add_predicate(place, NUMBER_OF.sub("", thing)) or measure


def _fill_gaps(places: Sequence[Place], measures: list[str | None]) -> None:
    """As in "71% were satisfied with the contact, 63% with being kept informed and 69% overall": what the first has and they leave out."""
    for n in range(1, len(places)):
        sentence, at, before = places[n].sentence, places[n].at, measures[n - 1]
        word = sentence.word(at + 1)
        if not before or places[n].kind.name != "percent" or places[n].role.name != "actual" or sentence.tag(at - 1) not in ",C":
            continue
        if word == "overall" and sentence.tag(at + 2) in ".,;C":
            measures[n] = f"{_TOWARDS.split(before)[0]} overall"
        elif word in ("with", "by", "about") and f" {word} " in before:
            last = next((right for right in range(at + 2, len(sentence.tags)) if sentence.tags[right] in ",;.C(Q"), at + 2)
            measures[n] = f"{before.partition(f' {word} ')[0]} {sentence.phrase(at + 1, last)}"


def _read_pointing(measures: Sequence[str | None], earlier: Sequence[str | None]) -> list[str | None]:
    """As in "90.2% of the former and 79.9% of the latter", "while that for staff was 5.3%": what is meant of those before."""
    read = list(measures)
    for n, measure in enumerate(measures):
        if measure in ("former", "latter"):
            before = list(dict.fromkeys(each for each in read[:n] if each))
            read[n] = before[-1 if measure == "latter" else -2] if len(before) > 1 else measure
        elif measure and measure.startswith(_POINTING) and (that := _THAT.match(measure)):
            told = next((each for each in reversed(read[:n]) if each), earlier[n] or "")
            head = told.partition(f" {that[1]} ")[0] if f" {that[1]} " in told else _WHOM.split(told)[0]
            read[n] = f"{head} {that[1]} {that[2]}" if head else that[2]
    return read


def _distribute(places: Sequence[Place], measures: list[str | None]) -> None:
    """To each number its own part of the subject: "rape and other sexual offences fell by 5% and 4% respectively".

    Without that word where two numbers follow each other, and two things the verb: "complaints and allegations rose to
    3,377 and 6,240".
    """
    is_apart = "respectively" in places[0].sentence.said
    for last, place in enumerate(places):
        if not is_apart or "respectively" not in place.sentence.said[place.at + 1 : place.at + 6]:
            _part_two(places, measures, last)
            continue
        outer = [n for n, each in enumerate(places[: last + 1]) if not (each.link and each.link.kind == "bracket")]
        tags = _INSIDE.sub(lambda found: "R" * len(found[0]), place.sentence.tags)  # "by 5% (249) and 4% (464) respectively"
        row = [outer[n] for n in find_row(tags, [places[n].at for n in outer], len(outer) - 1)]
        row = [n for n in row if places[n].role.name == place.role.name]
        if not row:
            continue
        parts = re.split(r",\s(?:and\s)?|\sand\s", measures[row[0]] or "")
        others = [measures[n] for n in range(row[0]) if places[n].kind.name == "count"]
        given = parts if len(parts) == len(row) else others if len(others) == len(row) else []
        for n, part in zip(row, given, strict=False):
            measures[n] = part
            if n < last and n + 1 not in outer:
                measures[n + 1] = part


def _part_two(places: Sequence[Place], measures: list[str | None], last: int) -> None:
    if last == 0:
        return
    one, other = places[last - 1 : last + 1]
    is_pair = one.sentence.said[one.at + 1 : other.at] == ["and"] and one.kind.name == other.kind.name == "count"
    is_same = measures[last - 1] == measures[last] or (measures[last] or "").lower() in _GENERIC
    two = _FOR_TWO.fullmatch(measures[last - 1] or "") if one.kind.name == other.kind.name == "percent" else None
    is_row = one.role.name == other.role.name and one.sentence.said[one.at + 1 : other.at] == ["and"]
    if two and is_row and measures[last - 1] == measures[last]:  # "The rates for robbery and rape were 16.8% and 7.1%."
        measures[last - 1], measures[last] = f"{two[1]}{two[2]}", f"{two[1]}{two[3]}"
        return
    parts = (measures[last - 1] or "").split(" and ")
    if not (is_pair and is_same and one.role.name == other.role.name and len(parts) == 2):
        return
    is_both = "both" in one.sentence.said[: one.at]  # "Stalking and harassment both rose: to 3,210 and 4,870"
    is_bare = {noun_of(one), noun_of(other)} <= _GENERIC | {None}
    if is_bare and (is_both or all(is_plural(part.split()[-1].lower()) for part in parts)):
        measures[last - 1 : last + 1] = parts


def _pair_rows(places: Sequence[Place], measures: list[str | None]) -> None:
    """As in "36% of officers and 61% of staff, compared with 33% and 60% in 2019": each of a row with the same of the values before."""
    for last in range(len(places) - 1, 1, -1):
        role, kind = places[last].role.name, places[last].kind.name
        if role not in ("baseline", "target"):
            continue
        row = find_row(places[last].sentence.tags, [place.at for place in places], last)
        row = range(next((n + 1 for n in reversed(row) if places[n].role.name != role), row.start), last + 1)
        values = [n for n in range(row.start) if (places[n].role.name, places[n].kind.name) == ("actual", kind)]
        if len(row) == len(values) > 1 and all(places[n].kind.name == kind for n in row):
            measures[row.start : row.stop] = [measures[n] for n in values]
