"""Measures that numbers share: pairs, rows and brackets, of which one alone tells what is measured."""

import re
from collections.abc import Sequence

from reportparse.language.measure_place import Place
from reportparse.language.measures import noun_of, share_of
from reportparse.language.nouns import is_plural
from reportparse.language.words import words

_GENERIC = words("nouns", "generic")
_NEXT_LABEL = re.compile(r";[^BVWE;]*$")  # "(8,905); arrest rate 14%"
_NEXT_ITEM = re.compile(r"\)[,;]C?[DA]*N+$")  # "violence 3,751 (4,064), robbery 70 (85)"
_NEW_VERB = re.compile(r"[,C;][^,;Q]*[VBW]|[,C;][^,;Q]*NE")  # over word classes


def share_measures(places: Sequence[Place], measures: Sequence[str | None], earlier: Sequence[str | None]) -> list[str | None]:
    """Measures of pairs: the second of "from A to B", "A (target B)", "14 people (42%)" measures what the first does.

    `earlier` are the last measures that sentences before told of each kind, for "That is 5.1 points lower".
    """
    shared = _read_former(measures)
    for n in range(1, len(shared)):
        place, before = places[n], places[n - 1]
        is_aside = place.link and (place.link.kind == "bracket" or (place.link.kind in ("list", "row") and place.role.name == "change"))
        is_aside = is_aside or (before.role.name == "change" and place.at == before.at + 2 and place.sentence.word(place.at - 1) == "to")
        if is_aside and (noun_of(place) or "").lower() in _GENERIC:
            shared[n] = shared[n - 1]
        is_row = place.link and (place.link.kind in ("bracket", "list") or (place.link.kind == "row" and place.role.name == "change"))
        has_own = shared[n] is not None and "CD" in place.sentence.tags[before.at : place.at]  # "and the number of orders from 143 to 219"
        is_new = has_own or before.role.name != "change" or _NEW_VERB.search(place.sentence.tags, before.at, place.at) is not None
        is_start = place.role.rule == "from A to B" and is_new
        is_start = is_start or "CI" in place.sentence.tags[before.at : place.at]  # "and to cut mileage by 15%"
        pair = not is_start and ({place.role.name, before.role.name} & {"baseline", "target"} or is_row)
        pair = pair and not (shared[n] and _NEXT_ITEM.search(place.sentence.tags, before.at, place.at))
        is_told = place.kind.name == before.kind.name == "money" and place.sentence.word(place.at + 1) in ("for", "in", "on", "to")
        is_told = is_told or all(each.sentence.word(each.at + 1) == "for" for each in (before, place))  # "2.6 for boys and 4.5 for girls"
        pair = pair and not (shared[n] and _NEXT_LABEL.search(place.sentence.tags, before.at, place.at))
        if shared[n - 1] and (shared[n] is None or (pair and noun_of(place) is None and not is_told and not share_of(place))):
            shared[n] = shared[n - 1]
    for n in range(len(shared) - 2, -1, -1):
        points_back = places[n].sentence.said[places[n].at + 1 : places[n].at + 3] in (["of", "them"], ["of", "these"])
        shared[n] = shared[n] or (earlier[n] if points_back else None) or shared[n + 1]
    _distribute(places, shared)
    _pair_rows(places, shared)
    return [measure or earlier[n] for n, measure in enumerate(shared)]


def _read_former(measures: Sequence[str | None]) -> list[str | None]:
    """As in "90.2% of the former and 79.9% of the latter": which of the last two measures is meant."""
    read: list[str | None] = []
    for measure in measures:
        before = list(dict.fromkeys(each for each in read if each))[:2]
        is_back = measure in ("former", "latter") and len(before) > 1
        read.append(before[measure == "latter"] if is_back else measure)
    return read


def _distribute(places: Sequence[Place], measures: list[str | None]) -> None:
    """To each number its own part of the subject: "rape and other sexual offences fell by 5% and 4% respectively".

    Without that word where two numbers follow each other, and two things the verb: "complaints and allegations rose to
    3,377 and 6,240".
    """
    for last, place in enumerate(places):
        if "respectively" not in place.sentence.said[place.at + 1 : place.at + 6]:
            _part_two(places, measures, last)
            continue
        row = [n for n in range(last + 1) if places[n].kind.unit == place.kind.unit and places[n].role.name == place.role.name]
        parts = re.split(r",\s(?:and\s)?|\sand\s", measures[row[0]] or "")
        others = [measures[n] for n in range(row[0]) if places[n].kind.name == "count"]
        given = parts if len(parts) == len(row) else others if len(others) == len(row) else []
        for n, part in zip(row, given, strict=False):
            measures[n] = part


def _part_two(places: Sequence[Place], measures: list[str | None], last: int) -> None:
    if last == 0:
        return
    one, other = places[last - 1 : last + 1]
    is_pair = one.sentence.said[one.at + 1 : other.at] == ["and"] and one.kind.name == other.kind.name == "count"
    is_same = measures[last - 1] == measures[last] or (measures[last] or "").lower() in _GENERIC
    parts = (measures[last - 1] or "").split(" and ")
    if not (is_pair and is_same and one.role.name == other.role.name and len(parts) == 2):
        return
    is_both = "both" in one.sentence.said[: one.at]  # "Stalking and harassment both rose: to 3,210 and 4,870"
    is_bare = {noun_of(one), noun_of(other)} <= _GENERIC | {None}
    if is_bare and (is_both or all(is_plural(part.split()[-1].lower()) for part in parts)):
        measures[last - 1 : last + 1] = parts


def _pair_rows(places: Sequence[Place], measures: list[str | None]) -> None:
    """As in "36% of officers and 61% of staff, compared with 33% and 60% in 2019": each of a row with the same of the row before."""
    roles = [(place.role.name, place.kind.name) for place in places]
    for n in range(len(places) - 3):
        link = places[n + 3].link
        is_row = roles[n] == roles[n + 1] == ("actual", roles[n + 2][1]) and roles[n + 2] == roles[n + 3] and link and link.kind == "list"
        if is_row and roles[n + 2][0] in ("baseline", "target"):
            measures[n + 2 : n + 4] = measures[n : n + 2]
