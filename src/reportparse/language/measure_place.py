"""One amount in its sentence, with what is already known of it."""

from typing import NamedTuple

from reportparse.language.clauses import Sentence, clause_end, clause_start, outside
from reportparse.language.kinds import Kind
from reportparse.language.links import Link
from reportparse.language.role_case import Role


class Place(NamedTuple):
    """One amount in its sentence, with what is already known of it.

    at: its token. stop: the next amount's. start, end: its clause. outer: where its subject is looked for.
    """

    sentence: Sentence
    at: int
    stop: int
    start: int
    end: int
    outer: tuple[int, int]
    kind: Kind
    role: Role
    link: Link | None


def read_place(sentence: Sentence, at: int, stop: int, known: tuple[Kind, Role, Link | None]) -> Place:
    """The place of the amount at token `at`, with its kind, role and link."""
    start = clause_start(sentence, at)
    end = min(stop, clause_end(sentence, at))
    return Place(sentence, at, stop, start, end, outside(sentence, at, start), *known)
