"""Corrections: a log of what people accepted, changed and rejected, and its way back into a record.

A line of the log is one field of one record, with a hash of the words that it was read from.  So it still finds its
record after the report was parsed anew, and says so where it does not.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ValidationError

from reportparse.errors import BadCorrections
from reportparse.models import Report
from reportparse.models.base import Record
from reportparse.models.content import Paragraph, Picture, Section, Table
from reportparse.models.facts import Figure
from reportparse.review.words import hash_words

FIELDS: dict[str, tuple[type[BaseModel], tuple[str, ...]]] = {
    "figure": (
        Figure,
        ("value", "low", "high", "kind", "unit", "qualifier", "role", "direction", "measure", "period", "place"),
    ),
    "section": (Section, ("title", "number", "kind", "level")),
    "paragraph": (Paragraph, ("number",)),
    "table": (Table, ("caption", "number", "header_rows", "header_columns")),
    "picture": (Picture, ("kind", "caption")),
}
"""By kind of record: its model, and the fields that may be corrected; `review` may be set on all of them."""


class Correction(Record):
    """One line of the log."""

    id: str
    kind: Literal["figure", "section", "paragraph", "table", "picture"]
    words: str
    """Hash of the words that the record was read from."""
    field: str
    """Its name, or "review" for "accepted" and "rejected"."""
    old: Any = None
    new: Any = None
    who: str | None = None
    when: str | None = None


State = Literal["applied", "moved", "refused", "lost"]
""""moved": the words were found under another id; "lost": nowhere; "refused": the value is not allowed there."""


class Outcome(NamedTuple):
    """What became of one correction."""

    correction: Correction
    state: State
    detail: str
    """The id of its record, or why it was not applied."""


def read_corrections(text: str, name: str = "corrections") -> list[Correction]:
    """The lines of a log.

    Raises:
        BadCorrections: A line is not JSON, or not a correction.
    """
    found: list[Correction] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(Correction.model_validate(json.loads(line)))
        except ValidationError as error:
            problem = error.errors(include_url=False)[0]
            reason = f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"
            raise BadCorrections(name, number, reason) from error
        except ValueError as error:
            raise BadCorrections(name, number, f"not JSON ({error})") from error
    return found


def load_corrections(path: Path) -> list[Correction]:
    """The log in a file; raises as `read_corrections`, and OSError."""
    return read_corrections(path.read_text(encoding="utf-8"), str(path))


def apply_corrections(report: Report, corrections: Iterable[Correction]) -> tuple[Report, list[Outcome]]:
    """A copy of the report with the corrections in it, and what became of each, in order.

    A record that was changed has `corrected`, and in `was` the values that the parser gave; what was accepted or
    rejected has `review`.  Nothing is removed.  Applying the same log twice gives the same report.
    """
    data = report.model_dump()
    rows = _Rows(report, data)
    outcomes: list[Outcome] = []
    for _, group in groupby(corrections, key=lambda each: (each.id, each.words)):
        outcomes += rows.apply(list(group))
    return Report.model_validate(data), outcomes


class _Rows:
    """The records as plain data, found by id and by words."""

    def __init__(self, report: Report, data: dict[str, Any]) -> None:
        self.words = hash_words(report)
        self.rows = {row["id"]: row for kind in FIELDS for row in data[f"{kind}s"]}
        self.kinds = {row["id"]: kind for kind in FIELDS for row in data[f"{kind}s"]}
        self.ids: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, words in self.words.items():
            self.ids[self.kinds[name], words].append(name)

    def apply(self, group: Sequence[Correction]) -> list[Outcome]:
        """What became of corrections that follow each other on one record.

        They hold together where they can: a value that becomes a range is three fields, no one of which is right alone.
        """
        first = group[0]
        name = self._find(first)
        if name is None:
            return [Outcome(each, "lost", "no record has these words any more") for each in group]
        state: State = "applied" if name == first.id else "moved"
        row = self.rows[name]
        if _set(row, group) is None:
            return [Outcome(each, state, name) for each in group]
        whys = [(each, _set(row, [each])) for each in group]
        return [Outcome(each, "refused", why) if why else Outcome(each, state, name) for each, why in whys]

    def _find(self, correction: Correction) -> str | None:
        """The record of that id if its words are the same, else the only one of its kind with the words."""
        if self.words.get(correction.id) == correction.words and self.kinds[correction.id] == correction.kind:
            return correction.id
        alike = self.ids.get((correction.kind, correction.words), [])
        return alike[0] if len(alike) == 1 else None


def _set(row: dict[str, Any], group: Sequence[Correction]) -> str | None:
    """Change fields of a record's row, all or none; why not, where its model does not allow it."""
    model, names = FIELDS[group[0].kind]
    changed, was = dict(row), dict(row["was"])
    for field, new in ((each.field, each.new) for each in group):
        if field not in (*names, "review"):
            return f"{field} can not be corrected"
        changed[field] = new
        if field == "review":
            continue
        was.setdefault(field, row[field])
        if was[field] == new:
            del was[field]
    changed |= {"was": was, "corrected": bool(was)}
    try:
        model.model_validate(changed)
    except ValidationError as error:
        return str(error.errors(include_url=False)[0]["msg"])
    row.update(changed)
    return None
