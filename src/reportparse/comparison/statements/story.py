"""A report while its figures are read: its words, its times and what it has told so far."""

from typing import NamedTuple

from reportparse.comparison.dating.told_times import Times
from reportparse.comparison.records import Source
from reportparse.comparison.statements.memory import Memory
from reportparse.comparison.statements.texts import Texts


class Story(NamedTuple):
    """What is known of a report when one of its figures is read."""

    source: Source
    texts: Texts
    times: Times
    memory: Memory
