"""The truth of the report to shareholders: its notes to the accounts are numbered, parts of them as well."""

import re
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from recorder import Recorder

_NUMBER = re.compile(r"(\d+\(\w\)|\d+\.) ")
_RUN_IN = re.compile(r"\*([^*]+)\*")


class Truth(Recorder):
    """What the report holds."""

    def plain(self, text: str) -> str:
        """Run-in heads are words of their paragraphs."""
        return _RUN_IN.sub(r"\1", super().plain(text))

    def add_heading(self, title: str, rank: int) -> None:
        """A heading, with the number that opens it."""
        number = _NUMBER.match(title)
        self.add_section(title, rank, number[1].rstrip(".") if number else None)
