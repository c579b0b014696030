"""Compare the years of each area of the corpus and score it against the truths: `python benchmarks/comparison.py`."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import reportparse
from reportparse.comparison import Comparison, Line
from reportparse.models import Report

CORPORA = Path(__file__).parents[1] / "corpora"
PAIRS = (("kent", "2022-23", "2023-24"), ("surrey", "2021-22", "2022-23"), ("west-midlands", "2014-15", "2016-21"))


class Score(NamedTuple):
    """How a comparison stands against the truths of its reports."""

    common: int
    """Measures that two reports state."""
    missing: list[str]
    """Those of them that do not stand in one line with all their values."""
    planted: int
    unfound: list[str]
    """Planted restatements that were not found."""
    false: list[str]
    """Restatements that are none."""
    mixed: list[str]
    """Lines that hold values of several measures."""


def read_pair(area: str, *years: str) -> tuple[list[Report], list[dict[str, Any]]]:
    """The reports of an area's years, parsed, and their truths."""
    folders = [CORPORA / area / year for year in years]
    truths = [json.loads((folder / "truth.json").read_text(encoding="utf-8")) for folder in folders]
    return [reportparse.parse(folder / "report.pdf") for folder in folders], truths


def score(comparison: Comparison, truths: Sequence[dict[str, Any]]) -> Score:
    """Set a comparison against what its reports state, in the order of the reports."""
    reports = [source.id for source in comparison.reports]
    stated: dict[str, list[tuple[str, str, float]]] = {}
    for report, truth in zip(reports, truths, strict=True):
        for row in truth["measures"]:
            stated.setdefault(row["name"], []).append((report, row["period"], abs(row["value"])))
    common = {name: rows for name, rows in stated.items() if len({row[0] for row in rows}) > 1}
    planted = [(row["period"], row["earlier"], row["later"]) for truth in truths for row in truth["restatements"]]
    found = [(each.period, each.before.value, each.after.value) for each in comparison.restatements]
    return Score(
        len(common),
        [name for name, rows in common.items() if not any(_holds(line, rows) for line in comparison.lines)],
        len(planted),
        [str(each) for each in planted if each not in found],
        [str(each) for each in found if each not in planted],
        [line.measure for line in comparison.lines if _mixes(line, stated)],
    )


def _holds(line: Line, rows: Sequence[tuple[str, str, float]]) -> bool:
    held = {(value.report, value.period, float(value.value)) for value in line.values if not value.is_disputed}
    return all(row in held for row in rows)


def _mixes(line: Line, stated: dict[str, list[tuple[str, str, float]]]) -> bool:
    """Whether a line's values are of measures none of which has them all; a value that several state may be of each."""
    held = [(value.report, value.period, float(value.value)) for value in line.values if not value.is_disputed]
    owners = [{name for name, rows in stated.items() if row in rows} for row in held]
    known = [names for names in owners if names]
    return bool(known) and not set.intersection(*known)


def main() -> None:
    """Print a line for each pair of reports."""
    for area, *years in PAIRS:
        reports, truths = read_pair(area, *years)
        scored = score(reportparse.compare(reports), truths)
        lined = scored.common - len(scored.missing)
        found = scored.planted - len(scored.unfound)
        sys.stdout.write(
            f"{area} {' and '.join(years)}: {lined} of {scored.common} measures lined up {scored.missing or ''}, "
            f"{found} of {scored.planted} restatements {scored.unfound or ''}, false: {scored.false or 'none'}, "
            f"mixed: {scored.mixed or 'none'}\n"
        )


if __name__ == "__main__":
    main()
