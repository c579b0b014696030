"""`reportparse apply`: a log of corrections into a record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

import reportparse
from reportparse.cli.arguments import read_source
from reportparse.cli.command import command, tell
from reportparse.cli.output import output_option, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportparse.review import Outcome


@command()
@click.argument("log", type=click.Path(dir_okay=False, path_type=Path), metavar="CORRECTIONS")
@click.argument("record", type=click.Path(dir_okay=False, path_type=Path, allow_dash=True), metavar="RECORD")
@output_option
def apply(log: Path, record: Path, output: Path | None) -> None:
    """\b
        reportparse apply corrections.jsonl report.json -o corrected.json

    Apply CORRECTIONS, JSON lines that the review page offers for download, to RECORD (- for standard input). What no
    longer fits is told, and changes nothing.
    """
    from reportparse.review import apply_corrections, load_corrections

    report, outcomes = apply_corrections(reportparse.load(read_source(record)), load_corrections(log))
    write(report.model_dump_json(indent=2) + "\n", output)
    tell_outcomes(outcomes)


def tell_outcomes(outcomes: Iterable[Outcome]) -> None:
    """A line for each correction that did not fit, and their numbers, to standard error."""
    outcomes = list(outcomes)
    for outcome in outcomes:
        correction = outcome.correction
        if outcome.state != "applied":
            what = f"{correction.kind} {correction.id}, {correction.field}"
            tell(f"{outcome.state}: {what}: {outcome.detail}")
    counts = Counter(outcome.state for outcome in outcomes)
    tell(", ".join(f"{count} {state}" for state, count in counts.items()) or "no corrections")
