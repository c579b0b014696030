"""`reportparse check`: does a report agree with itself?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportparse.cli.arguments import Reading, files_argument, read_report, reading_options
from reportparse.cli.command import command, tell
from reportparse.cli.rows import Form, form_options, is_table, write_rows

if TYPE_CHECKING:
    from reportparse.models import Check, Paragraph, Report, Table

REASONS = ("check", "coverage", "warning")
# Less of the characters in records and page furniture than this, in percent, is a poor reading.
MIN_COVERAGE = 99.0


class Reasons(click.ParamType[list[str]]):
    """Some of the reasons, as "check,coverage"."""

    name = "reasons"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> list[str]:
        """The reasons named; "never" is none."""
        if isinstance(value, list):
            return value
        named = [] if value == "never" else [reason.strip() for reason in value.split(",")]
        wrong = [reason for reason in named if reason not in REASONS]
        if wrong:
            self.fail(f"{wrong[0]!r} is none of {', '.join(REASONS)}, never", param, ctx)
        return named


@command()
@files_argument
@click.option(
    "--fail-on", type=Reasons(), default="check", show_default=True, metavar="check,coverage,warning",
    help="What makes the exit status 1; never for nothing.",
)  # fmt: skip
@click.option("--all", "show_all", is_flag=True, help="What passed too.")
@form_options
@reading_options
def check(
    files: tuple[Path, ...],
    fail_on: list[str],
    show_all: bool,
    form: Form | None,
    output: Path | None,
    reading: Reading,
) -> None:
    """\b
        reportparse check report.pdf
        reportparse check *.json --fail-on check,coverage

    Compute what FILEs, PDFs or records, can be held to: totals, percentages, changes, text against tables, the same
    figure told twice, numbering, the contents page, dates; and tell what does not fit. Nothing is corrected.

    Exit status 1: a check failed with the severity "warning"; --fail-on coverage: less than 99% of the characters are
    in records or furniture; --fail-on warning: the reading itself had warnings.
    """
    reports = [(str(file), read_report(file, reading)) for file in files]
    rows = [
        _row(name, report, found, is_short=is_table(form, output))
        for name, report in reports
        for found in report.checks
        if show_all or not found.passed
    ]
    write_rows(rows, form, output)
    for name, report in reports:
        failed = sum(not found.passed for found in report.checks)
        tell(f"{name}: {len(report.checks)} checks, {failed} did not pass")
    if any(_fails(report, fail_on) for _, report in reports):
        raise click.exceptions.Exit(1)


def _row(name: str, report: Report, found: Check, *, is_short: bool) -> dict[str, Any]:
    if is_short:
        verdict = "passed" if found.passed else found.severity
        return {"verdict": verdict, "kind": found.kind, "page": _find_page(report, found), "message": found.message}
    return {
        "file": name, "kind": found.kind, "passed": found.passed, "severity": found.severity,
        "page": _find_page(report, found), "where": found.where, "expected": found.expected, "found": found.found,
        "message": found.message,
    }  # fmt: skip


def _find_page(report: Report, found: Check) -> int | None:
    """The page of the first record that a check is about."""
    for name in found.where:
        holder = name.partition(".")[0]
        records: list[Paragraph | Table] = [*report.paragraphs, *report.tables]
        for record in records:
            if record.id == holder and record.spans:
                return record.spans[0].page
        for section in report.sections:
            if section.id == holder:
                return section.page
        for entry in report.contents:
            if entry.id == holder:
                return entry.page
    return None


def _fails(report: Report, reasons: list[str]) -> bool:
    coverage = report.coverage
    covered = 100 * (coverage.characters - coverage.residue) / max(1, coverage.characters)
    wrong = {
        "check": any(not found.passed and found.severity == "warning" for found in report.checks),
        "coverage": covered < MIN_COVERAGE,
        "warning": bool(report.warnings),
    }
    return any(wrong[reason] for reason in reasons)
