"""A statement: one figure of one report, with what it measures and of which time it is."""

from typing import NamedTuple

from reportparse.comparison.keys import Key
from reportparse.comparison.profiles import Profile
from reportparse.comparison.records import PeriodType, Source
from reportparse.comparison.times import type_of
from reportparse.models.base import Number
from reportparse.models.facts import Figure

# Of what is not known what it measures: the id of its figure follows, so that it equals nothing else.
NAMELESS = "?"

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


def without_name(statement: Statement) -> Statement:
    """The statement as one of nothing that is named."""
    key = statement.key._replace(measure=f"{NAMELESS}{statement.figure.id}", is_common=False, counted=None)
    return statement._replace(key=key)


def period_type(statement: Statement) -> PeriodType:
    """Of what type its period is."""
    return type_of(statement.period)
