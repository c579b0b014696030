"""Compare years of an area and score it by their truths: `python benchmarks/comparison.py [--known] [FOLDER...]`.

A FOLDER has the sources `earlier` and `later`, as those of tests/comparison/pairs; without one all of these are scored,
and the years of the corpus.  With `--known` what fails is written into the sources as known: look at the difference.
"""

import json
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import reportparse
from reportparse.comparison import Comparison, Line
from reportparse.comparison.terms.times import end_of
from reportparse.models import Report

ROOT = Path(__file__).parents[1]
CORPORA, SOURCES = ROOT / "corpora", ROOT / "tests" / "comparison" / "pairs"
PAIRS = (("kent", "2022-23", "2023-24"), ("surrey", "2021-22", "2022-23"), ("west-midlands", "2014-15", "2016-21"))


Row = tuple[str, str, float]  # a report, a period and the value that it states


class Share(NamedTuple):
    """How many of some values stand in the line of their measure."""

    held: int
    of: int


class Score(NamedTuple):
    """How a comparison stands against the truths of its reports."""

    common: int
    """Measures that two reports state."""
    missing: list[str]
    """Those of them that do not stand in one line with all their values."""
    apart: list[str]
    """Those of them that have no line with a value of each report."""
    own: Share
    """Values of the last period that a report tells of a measure that both state."""
    before: Share
    """Its values of earlier periods."""
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


def read_sources(folder: Path) -> tuple[list[Report], list[dict[str, Any]]]:
    """The two reports of a pair's sources, typeset and parsed, and their truths."""
    sys.path.insert(0, str(CORPORA))
    from typesetting import typesetter  # noqa: PLC0415  # of the corpus, which is no package
    from typesetting.source import read_report  # noqa: PLC0415

    folders = [folder / year for year in ("earlier", "later")]
    told = [tomllib.loads((each / "report.toml").read_text("utf-8")) for each in folders]
    truths = [{"measures": one["measure"], "restatements": one.get("restatement", [])} for one in told]
    files = [typesetter.typeset(read_report(each), has_fonts=False) for each in folders]
    return [reportparse.parse(file) for file in files], truths


def score(comparison: Comparison, truths: Sequence[dict[str, Any]]) -> Score:
    """Set a comparison against what its reports state, in the order of the reports."""
    reports = [source.id for source in comparison.reports]
    stated: dict[str, list[Row]] = {}
    for report, truth in zip(reports, truths, strict=True):
        for row in truth["measures"]:
            stated.setdefault(row["name"], []).append((report, row["period"], abs(row["value"])))
    common = {name: rows for name, rows in stated.items() if len({row[0] for row in rows}) > 1}
    held = {name: _best([_held(line, rows) for line in comparison.lines]) for name, rows in common.items()}
    last = {row for rows in common.values() for row in rows if row[1] == max(_periods(rows, row[0]))}
    lines = {line.id: line for line in comparison.lines}
    planted = [(row["period"], row["earlier"], row["later"]) for truth in truths for row in truth["restatements"]]
    found = [(each.period, each.before.value, each.after.value) for each in comparison.restatements]
    days = {(end_of(row[0]), *row[1:]): row for row in planted}  # of what is there on a day its last one tells a year
    found = [
        days.get((end_of(row[0]), *row[1:]), row) if lines[each.line].period_type == "date" else row
        for row, each in zip(found, comparison.restatements, strict=True)
    ]
    return Score(
        len(common),
        [name for name, rows in common.items() if len(held[name]) < len(rows)],
        [name for name in common if len({row[0] for row in held[name]}) < 2],
        *(_share(common, held, last, is_last=is_last) for is_last in (True, False)),
        len(planted),
        [str(each) for each in planted if each not in found],
        [str(each) for each in found if each not in planted],
        [line.measure for line in comparison.lines if _mixes(line, stated)],
    )


def _periods(rows: Sequence[Row], report: str) -> list[str]:
    return [row[1] for row in rows if row[0] == report]


def _held(line: Line, rows: Sequence[Row]) -> list[Row]:
    """Those of a measure's values that a line has; of what is there on a day its last one tells a year."""
    told = [value for value in line.values if not value.is_disputed]
    values = {(value.report, _time(line, value.period), abs(float(value.value))) for value in told}
    return [row for row in rows if (row[0], _time(line, row[1]), row[2]) in values]


def _time(line: Line, period: str) -> str:
    return end_of(period) if line.period_type == "date" else period


def _best(held: Sequence[list[Row]]) -> list[Row]:
    """The values of the line that has most of them, of both reports if any has."""
    return max(held, key=lambda rows: (len({row[0] for row in rows}), len(rows)), default=[])


def _share(
    common: dict[str, list[Row]], held: dict[str, list[Row]], last: set[Row], *, is_last: bool
) -> Share:
    """How many values of the last periods, or of the others, stand in the line of their measure."""
    asked = [[row for row in rows if (row in last) == is_last] for rows in common.values()]
    found = [row for rows in held.values() for row in rows if (row in last) == is_last]
    return Share(len(found), sum(map(len, asked)))


def _mixes(line: Line, stated: dict[str, list[Row]]) -> bool:
    """Whether a line's values are of measures none of which has them all; a value that several state may be of each."""
    told = [value for value in line.values if not value.is_disputed]
    held = [(value.report, value.period, abs(float(value.value))) for value in told]
    owners = [{name for name, rows in stated.items() if row in rows} for row in held]
    known = [names | _owners_by_day(line, row, stated) for names, row in zip(owners, held, strict=True) if names]
    return bool(known) and not set.intersection(*known)


def _owners_by_day(line: Line, row: Row, stated: dict[str, list[Row]]) -> set[str]:
    """The measures that state a value for what is there on a day, be it told by the day or by the year that it ends."""
    told = (row[0], _time(line, row[1]), row[2])
    return {name for name, rows in stated.items() if any((one[0], _time(line, one[1]), one[2]) == told for one in rows)}


def describe(scored: Score) -> str:
    """A score in a line."""
    both, whole = (scored.common - len(each) for each in (scored.apart, scored.missing))
    found = scored.planted - len(scored.unfound)
    return (
        f"{both} of {scored.common} measures with a value of each report, {whole} with all {scored.missing or ''}; "
        f"own values {scored.own.held} of {scored.own.of}, earlier ones {scored.before.held} of {scored.before.of}; "
        f"{found} of {scored.planted} restatements {scored.unfound or ''}, false: {scored.false or 'none'}, "
        f"mixed: {scored.mixed or 'none'}\n"
    )


def write_known(folder: Path, scored: Score) -> None:
    """Tell in the later source of a pair what fails, behind all else."""
    file = folder / "later" / "report.toml"
    told, _, _ = file.read_text(encoding="utf-8").partition("\n[known]\n")
    known = {key: getattr(scored, key) for key in ("missing", "unfound", "false", "mixed")}
    rows = [
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in known.items()
        if value or (key in ("missing", "unfound") and any(known.values()))
    ]
    known_part = f"\n[known]\n{''.join(rows)}" if rows else ""
    file.write_text(f"{told.rstrip()}\n{known_part}", encoding="utf-8")


def main(folders: Sequence[Path], *, is_known: bool) -> None:
    """Print a line for each pair of reports, and what they come to."""
    found: list[Score] = []
    for area, *years in PAIRS if not folders else ():
        found.append(_print(f"{area} {' and '.join(years)}", *read_pair(area, *years)))
    for folder in folders or sorted(SOURCES.iterdir()):
        found.append(_print(folder.name, *read_sources(folder)))
        if is_known:
            write_known(folder, found[-1])
    common, planted = (sum(getattr(each, of) for each in found) for of in ("common", "planted"))
    missing, apart, unfound, false, mixed = (
        sum(len(getattr(each, of)) for each in found) for of in ("missing", "apart", "unfound", "false", "mixed")
    )
    sys.stdout.write(
        f"all: {common - apart} of {common} measures with a value of each report, {common - missing} with all; "
        f"{planted - unfound} of {planted} restatements, false: {false}, mixed: {mixed}\n"
    )


def _print(name: str, reports: Sequence[Report], truths: Sequence[dict[str, Any]]) -> Score:
    scored = score(reportparse.compare(reports), truths)
    sys.stdout.write(f"{name}: {describe(scored)}")
    return scored


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:] if name != "--known"], is_known="--known" in sys.argv)
