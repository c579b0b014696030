"""What a number is for, and one amount in its sentence with what its role is read from."""

from typing import NamedTuple

from reportparse.language.clauses import Sentence
from reportparse.language.links import Link
from reportparse.language.model import Amount


class Role(NamedTuple):
    """A role with its direction and the rule that gave it."""

    name: str
    direction: str | None
    rule: str


class Case(NamedTuple):
    """One amount in its sentence: its token, the start of its clause, how it hangs on the amount before, that one's role.

    `governor` is the token that it depends on.
    """

    sentence: Sentence
    at: int
    amount: Amount
    start: int
    link: Link | None
    before: Role | None
    floor: int
    governor: int
