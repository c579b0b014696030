"""`tag`: a text in, its figures, themes and entities out.

The steps, each in its own module: `amounts` finds numbers, `not_figures` sorts out what is none, `clauses` reads the
grammar of the sentences that have one, `links` how numbers hang together; `kinds`, `roles`, `measures`, `when` and
`places` read one field each from that.
"""

import re
from functools import partial

from reportparse.language.addresses import find_addresses
from reportparse.language.amounts import find_amounts
from reportparse.language.clauses import Sentence, read_sentence
from reportparse.language.entities import Names, find_entities
from reportparse.language.kinds import Kind, read_kind
from reportparse.language.links import Link, read_links
from reportparse.language.measure_place import read_place
from reportparse.language.measure_rows import share_measures
from reportparse.language.measures import read_measure
from reportparse.language.model import Amount, Figure, Period, Span, Tagged
from reportparse.language.not_figures import why_none
from reportparse.language.nouns import is_plural
from reportparse.language.periods import find_periods
from reportparse.language.places import find_places, read_places
from reportparse.language.pointing import find_pointed, find_told_before, is_of_pronoun, is_told_another_way, name_ways
from reportparse.language.role_case import Role
from reportparse.language.role_reckoned import reckon
from reportparse.language.roles import read_role, spread_back
from reportparse.language.sentences import find_sentences
from reportparse.language.shared_units import share_units
from reportparse.language.themes import find_themes
from reportparse.language.tokens import Mark
from reportparse.language.when import Carried, carried_period, read_periods
from reportparse.language.when_own import Told
from reportparse.language.words import words

_GENERIC = words("nouns", "generic")
_OPENS_BARE = re.compile(r"QR*[BE]")  # over word classes
_MAX_CARRY = 250  # characters: the figures of the next sentence begin within that


def tag(text: str, heading: str = "", names: Names | None = None) -> Tagged:
    """Read a text.

    Args:
        text: Running text of any length; offsets in the result point into it.
        heading: Title of the section it stands in, a weak witness for the themes.
        names: Finds further names, as a trained pipeline does.

    """
    return Tagged(tuple(find_figures(text)), tuple(find_themes(text, heading)), tuple(find_entities(text, names=names)))


# "‘999’ calls" are 999 calls.
_QUOTED_NUMBER = re.compile(r"[‘'“\"](999|101)[’'”\"]")


def find_figures(text: str) -> list[Figure]:
    """The figures of a text in reading order.

    >>> [(figure.text, figure.role) for figure in find_figures("Offences fell from 48,428 to 39,507.")]
    [('48,428', 'baseline'), ('39,507', 'actual')]
    """
    if "999" in text or "101" in text:
        text = _QUOTED_NUMBER.sub(r" \1 ", text)
    periods = find_periods(text)
    dates = [period.span for period in periods]
    found = find_amounts(text, dates)
    if not found:
        return []
    addresses = find_addresses(text)
    reasons = why_none(text, found, dates, addresses)
    if None not in reasons:
        return []
    amounts = [(amount, reason is None) for amount, reason in zip(found, reasons, strict=True)]
    return _Reader(text, amounts, periods).read()


class _Reader:
    """One text with its amounts, each with whether it is a figure; reads sentence by sentence."""

    def __init__(self, text: str, amounts: list[tuple[Amount, bool]], periods: list[Period]) -> None:
        self.text, self.amounts, self.periods = text, amounts, periods
        self.places = find_places(text)
        self._amount = self._period = self._place = 0
        self._carried: Carried | None = None
        self._measures: dict[str, str | None] = {}  # the last one of each kind, and of all under ""
        self._row: list[tuple[Kind, str | None]] = []  # of the actual values of the sentence before
        self._units: dict[str, str] = {}  # the last one of each kind
        self._before: tuple[int, int] | None = None  # the sentence before

    def read(self) -> list[Figure]:
        figures: list[Figure] = []
        spans = find_sentences(self.text)
        for (start, end), self._before in zip(spans, [None, *spans], strict=False):
            amounts, periods = self._next_amounts(end), self._next_periods(end)
            if not any(is_figure for _, is_figure in amounts) and not self._may_carry(end, periods):
                self._carried = None
                continue
            sentence = read_sentence(self.text, start, end, self._marks(amounts, periods))
            inside = [amount for amount, is_figure in amounts if is_figure]
            if inside:
                figures += self._read_sentence(sentence, inside)
            if not self._is_aside(start, end):
                self._carried = carried_period(sentence, self.periods, bool(inside), self._carried)
        return figures

    def _is_aside(self, start: int, end: int) -> bool:
        """Whether a sentence stands in brackets as a whole: the next one goes on from the one before it."""
        return self.text[start:end].strip().startswith("(") and self.text[start:end].strip(" .").endswith(")")

    def _may_carry(self, end: int, periods: list[tuple[int, Period]]) -> bool:
        """Whether a sentence without figures may tell the time of the next: it names one, and figures follow soon."""
        following = self.amounts[self._amount][0].span.start if self._amount < len(self.amounts) else None
        return bool(periods) and following is not None and following - end < _MAX_CARRY

    def _next_amounts(self, end: int) -> list[tuple[Amount, bool]]:
        first = self._amount
        while self._amount < len(self.amounts) and self.amounts[self._amount][0].span.start < end:
            self._amount += 1
        return self.amounts[first : self._amount]

    def _next_periods(self, end: int) -> list[tuple[int, Period]]:
        first = self._period
        while self._period < len(self.periods) and self.periods[self._period].span.start < end:
            self._period += 1
        return [(at, self.periods[at]) for at in range(first, self._period)]

    def _marks(self, amounts: list[tuple[Amount, bool]], periods: list[tuple[int, Period]]) -> list[Mark]:
        figures = [amount for amount, is_figure in amounts if is_figure]
        marks = [Mark(amount.span, "Q", at) for at, amount in enumerate(figures)]
        marks += [Mark(period.span, "T", at) for at, period in periods]
        others = [amount.span for amount, is_figure in amounts if not is_figure]
        marks += [Mark(span, "X", -1) for span in others if not any(span.overlaps(mark.span) for mark in marks)]
        return sorted(marks, key=lambda mark: mark.span)

    def _read_sentence(self, sentence: Sentence, amounts: list[Amount]) -> list[Figure]:
        at = [sentence.places[number] for number in range(len(amounts))]
        stops = [*at[1:], len(sentence.tags)]
        links = read_links(sentence, at, amounts)
        roles: list[Role] = []
        for n, amount in enumerate(amounts):
            roles.append(read_role(sentence, at[n], amount, links[n], _role_before(at, roles, links[n])))
        spread_back(sentence, at, roles, links)
        roles = reckon(amounts, roles, links)
        own = [read_kind(sentence, at[n], amount, stops[n]) for n, amount in enumerate(amounts)]
        kinds = share_units(sentence, at, (own, roles, links), self._units)
        facts = [read_place(sentence, at[n], stops[n], (kinds[n], roles[n], links[n])) for n in range(len(at))]
        own_measures = [read_measure(fact) for fact in facts]
        is_open = [told is None or (own[n].unit is None and told == kinds[n].unit) for n, told in enumerate(own_measures)]
        for n, told in enumerate(own_measures):
            if is_open[n] and told and told.lower() in _GENERIC and told not in sentence.said and self._measures:
                own_measures[n] = None  # of "offences" that the sentence before has told
            elif is_open[n] and n and is_of_pronoun(sentence, at[n]):
                own_measures[n] = None  # "The number injured was 779; for 2022 it was 818": a noun that is but lent is no name
        for n, pointed in find_pointed(sentence, at, is_open).items():
            own_measures[n], kinds[n] = pointed, own[n]
        row = list(dict.fromkeys(measure for _, measure in self._row if measure))
        if len(row) > 1:
            own_measures = [{"former": row[0], "latter": row[1]}.get(told or "", told) for told in own_measures]
        earlier = [self._measures.get(kind.name) or self._measures.get("") for kind in kinds]
        if self._tells_row(sentence, own, kinds, own_measures):  # "The figures for last year were 133 and 109."
            kinds, earlier = [kind for kind, _ in self._row], [measure for _, measure in self._row]
            own_measures = [None] * len(kinds)
        elif (points_back := self._points_back(sentence, at[0], own_measures[0], earlier[0])) or (own_measures[0] is None and kinds[0] == own[0]):
            told = find_told_before(self.text, sentence, self._before, points_back=points_back)
            own_measures[0] = told or own_measures[0]
        if own[0].name == "count" and _OPENS_BARE.match(sentence.tags) and self._is_told_before():
            things = find_told_before(self.text, sentence, self._before, points_back=True)
            if things and is_plural(things.split()[-1]):  # "County lines have declined. 24 were known at the end of March"
                own_measures[0], earlier[0] = None, things
        measures = name_ways(sentence, at, share_measures(facts, own_measures, earlier), earlier)
        goes_on = [n for n in range(len(at)) if not is_told_another_way(measures, n)]
        units = {kinds[n].name: kinds[n].unit for n in goes_on}  # "Police staff: 1,043" counts no officers, which were told before
        self._units = {name: unit for name, unit in (self._units | units).items() if unit}
        self._measures |= {kinds[n].name: measures[n] for n in goes_on if roles[n].name == "actual"}
        self._measures[""] = measures[-1]
        self._row = [(kinds[n], measures[n]) for n in goes_on if roles[n].name == "actual"]
        where = read_places(sentence, at, self._places_in(sentence))
        where = [None if kinds[n].unit == "rank" else place for n, place in enumerate(where)]
        elsewhere = [place is not None and (not n or place != where[n - 1]) for n, place in enumerate(where)]
        facts_told = [Told(at[n], roles[n].name, elsewhere=elsewhere[n]) for n in range(len(at))]
        when = read_periods(sentence, facts_told, self.periods, self._carried)
        scores = [_score(measure, own) for measure, own in zip(measures, own_measures, strict=True)]
        return list(map(partial(_figure, self.text), amounts, kinds, roles, measures, when, where, scores))

    def _tells_row(self, sentence: Sentence, own: list[Kind], kinds: list[Kind], measures: list[str | None]) -> bool:
        """Whether the numbers have no words of their own, and are as many of the same kinds as the sentence before has."""
        said = sentence.text[sentence.spans[0][0] : sentence.spans[-1][1]]
        lent = [own[n].unit is None and measure == kinds[n].unit and str(measure) not in said for n, measure in enumerate(measures)]
        named = [measure for n, measure in enumerate(measures) if measure and not lent[n]]
        return not named and len(kinds) > 1 and [kind.name for kind in kinds] == [kind.name for kind, _ in self._row]

    def _points_back(self, sentence: Sentence, at: int, own: str | None, earlier: str | None) -> bool:
        """Whether the first number is of what the sentence before is about.

        As in "There were 3,760 such offences", "Over 900 of them now work here", "they gave 71,280 hours".
        """
        words = sentence.said[at + 1 : at + 3]
        if words[:1] == ["such"] or (earlier is None and words in (["of", "them"], ["of", "these"])):
            return True
        return own is None and self._is_told_before() and is_of_pronoun(sentence, at)

    def _is_told_before(self) -> bool:
        """Whether the sentence before has no figures, so that it only tells what this one is about."""
        start, end = self._before or (0, 0)
        return end > start and not any(is_figure and start <= amount.span.start < end for amount, is_figure in self.amounts)

    def _places_in(self, sentence: Sentence) -> list[Span]:
        start, end = sentence.spans[0][0], sentence.spans[-1][1]
        while self._place < len(self.places) and self.places[self._place].end < start:
            self._place += 1
        last = self._place
        while last < len(self.places) and self.places[last].start < end:
            last += 1
        return self.places[self._place : last]


def _role_before(at: list[int], roles: list[Role], link: Link | None) -> Role | None:
    """The role of the amount that the next one hangs on."""
    return roles[at.index(link.token)] if link else None


# How often value, kind, role, period and measure were all right: in 572 figures that tell their own measure, in 96 that
# share a neighbour's. Those with none are too few to count.
_SURE, _SHARED, _UNSURE = 0.85, 0.65, 0.3


def _score(measure: str | None, own: str | None) -> float:
    """How sure a reading is: less where the measure is a neighbour's, least where nothing is measured."""
    if measure is None:
        return _UNSURE
    return _SURE if measure == own else _SHARED


def _figure(  # one argument for each of the steps
    text: str, amount: Amount, kind: Kind, role: Role, measure: str | None, period: str | None, place: str | None, score: float
) -> Figure:
    return Figure(
        text=text[amount.span.start : amount.span.end],
        start=amount.span.start,
        end=amount.span.end,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        kind=kind.name,
        unit=kind.unit,
        qualifier=amount.qualifier,
        role=role.name,
        direction=role.direction,
        measure=measure,
        period=period,
        place=place,
        rule=f"{amount.rule}; {role.rule}",
        score=score,
    )
