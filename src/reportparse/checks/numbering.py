"""Numbers of paragraphs, tables and headings: none is left out, none stands twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reportparse.checks.material import Material
from reportparse.models import Check, Section, Table

_LABELLED = re.compile(r"^(?P<name>[A-Z][a-z]+)\s(?P<number>\d+)$")
# So few numbers are no numbering.
MIN_COUNT = 3
# Where more of the numbers are missing, the report tells of some of them only.
MAX_MISSING = 0.25


def check_numbering(material: Material) -> Iterator[Check]:
    """Gaps and doubles in each numbering that runs through the report."""
    report = material.report
    paragraphs = [(int(p.number), p.id) for p in report.paragraphs if p.number and p.number.isdigit()]
    for run in _split_runs(paragraphs):
        if len(run) >= MIN_COUNT and run[0][0] == 1:
            yield from _check_run("paragraph", run)
    labelled: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    records: list[Section | Table] = [*report.sections, *report.tables]
    for record in records:
        match = _LABELLED.match(record.number or "")
        if match:
            labelled[match["name"]].append((int(match["number"]), record.id))
    doubles = {label for section in report.sections for label in re.findall(r"^[A-Z][a-z]+", section.number or "")
               if "&" in (section.number or "")}  # fmt: skip
    for name, run in labelled.items():
        if len(run) >= MIN_COUNT and name not in doubles:
            yield from _check_run(name, run)


def _split_runs(numbers: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Numberings that begin anew with each part of the report are one run each.

    >>> [len(run) for run in _split_runs([(1, "a"), (2, "b"), (1, "c"), (2, "d"), (3, "e")])]
    [2, 3]
    """
    runs: list[list[tuple[int, str]]] = []
    for number, record in numbers:
        if number == 1 or not runs:
            runs.append([])
        runs[-1].append((number, record))
    return runs


def _check_run(name: str, run: Sequence[tuple[int, str]]) -> Iterator[Check]:
    """One finding for a whole numbering that holds, else one for each gap and each double."""
    first = dict(reversed(run))
    missing = [number for number in range(min(first), max(first)) if number not in first]
    twice = [number for number, count in Counter(number for number, _ in run).items() if count > 1]
    for number in missing if len(missing) <= MAX_MISSING * len(first) else ():
        before = max(known for known in first if known < number)
        yield _tell([first[before]], f"{name} {number} is missing after {name} {before}", number, None)
    for number in twice:
        where = [record for known, record in run if known == number]
        yield _tell(where, f"{name} {number} stands {len(where)} times", 1, len(where))
    if not missing and not twice:
        yield Check(
            kind="numbering",
            passed=True,
            message=f"{name} {min(first)} to {max(first)}: each stands once",
            where=[run[0][1], run[-1][1]],
            expected=max(first) - min(first) + 1,
            found=len(run),
        )


def _tell(where: list[str], message: str, expected: int, found: int | None) -> Check:
    return Check(
        kind="numbering", passed=False, severity="warning", message=message, where=where, expected=expected, found=found
    )
