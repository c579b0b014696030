"""`tag`: a text in, its figures, themes and entities out.

The steps, each in its own module: `amounts` finds numbers, `not_figures` sorts out what is none, `kinds`, `roles`,
`measures`, `when` and `places` read one field each from the words round a number.
"""

from dataclasses import replace

from reportparse.language.amounts import find_amounts
from reportparse.language.entities import find_entities
from reportparse.language.kinds import read_kind
from reportparse.language.measures import read_measure, share_measures
from reportparse.language.model import Amount, Figure, Period, Span, Tagged
from reportparse.language.not_figures import find_addresses, why_not
from reportparse.language.periods import find_periods
from reportparse.language.places import find_places, place_of
from reportparse.language.roles import read_role
from reportparse.language.sentences import find_sentences, sentence_at
from reportparse.language.themes import find_themes
from reportparse.language.when import period_of

_MAX_REACH = (
    300  # characters on either side of a number that may tell about it; bounds the work on texts without full stops
)


def tag(text: str, heading: str = "") -> Tagged:
    """Read a text.

    Args:
        text: Running text of any length; offsets in the result point into it.
        heading: Title of the section it stands in, a weak witness for the themes.

    """
    return Tagged(tuple(find_figures(text)), tuple(find_themes(text, heading)), tuple(find_entities(text)))


def find_figures(text: str) -> list[Figure]:
    """The figures of a text in reading order.

    >>> [(figure.text, figure.role) for figure in find_figures("Offences fell from 48,428 to 39,507.")]
    [('48,428', 'baseline'), ('39,507', 'actual')]
    """
    periods, addresses = find_periods(text), find_addresses(text)
    dates = [period.span for period in periods]
    amounts = [amount for amount in find_amounts(text) if why_not(text, amount, dates, addresses) is None]
    figures = _Reader(text, amounts, periods).read()
    units = _share_units(text, figures)
    measures = share_measures(text, figures)
    return [
        replace(figure, measure=measure, unit=unit, kind=kind)
        for figure, measure, (kind, unit) in zip(figures, measures, units, strict=True)
    ]


class _Reader:
    """One text with its amounts; reads the fields of each."""

    def __init__(self, text: str, amounts: list[Amount], periods: list[Period]) -> None:
        self.text, self.amounts, self.periods = text, amounts, periods
        self.sentences, self.places = find_sentences(text), find_places(text)
        self._next_period = self._next_place = 0

    def read(self) -> list[Figure]:
        return [self._read_one(at) for at in range(len(self.amounts))]

    def _read_one(self, at: int) -> Figure:
        text, amount = self.text, self.amounts[at]
        start, end = sentence_at(self.sentences, amount.span.start)
        sentence = (
            max(start, amount.span.start - _MAX_REACH),
            min(max(end, amount.span.end), amount.span.end + _MAX_REACH),
        )
        stop = min(sentence[1], self.amounts[at + 1].span.start) if at + 1 < len(self.amounts) else sentence[1]
        begin = max(sentence[0], self.amounts[at - 1].span.end) if at else sentence[0]
        kind, unit = read_kind(text, amount, stop)
        role = read_role(text, at, self.amounts, sentence)
        near = [other.span for other in self.amounts[max(0, at - 6) : at + 7] if other is not amount]
        return Figure(
            text=text[amount.span.start : amount.span.end],
            start=amount.span.start,
            end=amount.span.end,
            value=amount.value,
            low=amount.low,
            high=amount.high,
            kind=kind,
            unit=unit,
            qualifier=amount.qualifier,
            role=role.name,
            direction=role.direction,
            measure=read_measure(text, amount.span, kind, unit, stop, begin),
            period=period_of(text, amount.span, self._periods_in(sentence), sentence, near),
            place=place_of(text, amount.span, self._places_in(sentence), sentence),
            rule=f"{amount.rule}; {role.rule}",
        )

    def _periods_in(self, sentence: tuple[int, int]) -> list[Period]:
        while self._next_period < len(self.periods) and self.periods[self._next_period].span.end < sentence[0]:
            self._next_period += 1
        found = []
        for period in self.periods[self._next_period : self._next_period + 40]:
            if period.span.start >= sentence[1]:
                break
            found.append(period)
        return found

    def _places_in(self, sentence: tuple[int, int]) -> list[Span]:
        while self._next_place < len(self.places) and self.places[self._next_place].end < sentence[0]:
            self._next_place += 1
        return [place for place in self.places[self._next_place : self._next_place + 40] if place.start < sentence[1]]


def _share_units(text: str, figures: list[Figure]) -> list[tuple[str, str | None]]:
    """Kind and unit, those that a number lacks taken from its pair, as in "from 30 to 18 weeks"."""
    units = [(figure.kind, figure.unit) for figure in figures]
    for at in range(len(figures) - 1):
        first, second = figures[at], figures[at + 1]
        gap = text[first.end : second.start].strip().lower()
        is_pair = (
            first.role == "baseline" or second.role in ("baseline", "target") or gap in ("and", "or", "vs", "(", "to")
        )
        if not is_pair or len(gap) > 60:
            continue
        if units[at] == ("count", None) and units[at + 1][0] in ("count", "duration", "percent", "rate"):
            units[at] = units[at + 1]
        elif units[at + 1] == ("count", None) and units[at][0] in ("count", "duration", "percent", "rate"):
            units[at + 1] = units[at]
    return units
