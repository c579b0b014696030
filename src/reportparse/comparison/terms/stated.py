"""A statement: one figure of one report, with what it measures and of which time it is."""

from collections.abc import Sequence
from typing import NamedTuple

from reportparse.comparison.records import PeriodType, Source
from reportparse.comparison.terms.keys import Key
from reportparse.comparison.terms.numbers import is_same
from reportparse.comparison.terms.profiles import Profile
from reportparse.comparison.terms.times import type_of
from reportparse.models.base import Number
from reportparse.models.facts import Figure

# Of what is not known what it measures: the id of its figure follows, so that it equals nothing else.
NAMELESS = "?"

# What the id of a figure has behind it where it tells a second time: "five, as in the year before".
MARK = "="

# Qualifiers of a length of time that something has to take at most.
BOUNDS = ("under", "up_to")


class Statement(NamedTuple):
    """One figure of one report."""

    source: Source
    figure: Figure
    key: Key
    period: str
    is_assumed: bool
    is_plain: bool
    """Whether nothing speaks against the period that is assumed."""
    is_cell: bool
    context: str
    """Words near it, and the title of its section."""
    is_quoted: bool = False
    """Whether it is what an earlier report said, by this one; its measure is that of the figure before it."""
    is_told_how: bool = True
    """Whether its report says how it is counted, where it may be in several ways; else what others say is taken."""
    is_negative: bool = False
    """Whether its cell prints it with a minus sign or in brackets; the value of a figure never is below 0."""
    is_by_value: bool = False
    """Whether it was paired because its value is near: too little to tell a value otherwise."""
    hangs_on: str = ""
    """Id of the figure whose measure it tells for another time; empty where its own words tell it."""
    profile: Profile | None = None
    """Its words by how near they stand; None of one that comes from a store."""

    @property
    def is_nameless(self) -> bool:
        """Whether its words alone do not tell of what it is."""
        return self.key.measure.startswith(NAMELESS)


def signed_value(statement: Statement) -> Number:
    """The value as it is printed: below 0 for a deficit of "-1.5"."""
    value = statement.figure.value or 0
    return -value if statement.is_negative else value


def agree(first: Statement, second: Statement) -> bool:
    """Whether two values are one, printed more or less exactly."""
    a, b = first.figure, second.figure
    return is_same(float(a.value or 0), a.text, float(b.value or 0), b.text)


def figure_of(statement: Statement) -> str:
    """The id of the figure that tells it, in its report."""
    return statement.figure.id.rstrip(MARK)


def is_repeat(statement: Statement) -> bool:
    """Whether its figure tells it but as the same for a second time: "five, as in the year before"."""
    return statement.figure.id.endswith(MARK)


def is_of_one_figure(first: Statement, second: Statement) -> bool:
    """Whether one figure tells both: "five, as in the year before"."""
    return figure_of(first) == figure_of(second)


def without_name(statement: Statement) -> Statement:
    """The statement as one of nothing that is named."""
    return statement._replace(key=without_words(statement.key, statement.figure))


def without_words(key: Key, figure: Figure) -> Key:
    """The key of a figure whose words do not tell of what it is."""
    return key._replace(measure=f"{NAMELESS}{figure.id}", is_common=False, counted=None)


def with_name_of(key: Key, other: Key) -> Key:
    """A key, its measure that of another, counted as that."""
    return key._replace(measure=other.measure, is_common=other.is_common, counted=other.counted)


def follow_names(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of one report; those that hang on another are of what that is, though its name has changed."""
    keys = {each.figure.id: each.key for each in statements}
    return [_as_is(each, keys[each.hangs_on]) if each.hangs_on in keys else each for each in statements]


def _as_is(statement: Statement, head: Key) -> Statement:
    return statement._replace(key=with_name_of(statement.key, head))


def period_type(statement: Statement) -> PeriodType:
    """Of what type its period is."""
    return type_of(statement.period)
