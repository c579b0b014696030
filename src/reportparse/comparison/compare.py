"""`compare`: two or more reports become one comparison; no PDF is looked at."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportparse.comparison.dating.witnesses import date_records
from reportparse.comparison.lines.apart import find_apart
from reportparse.comparison.lines.changes import find_changes
from reportparse.comparison.lines.lines import make_lines
from reportparse.comparison.lines.restated import find_own_restatements, find_restatements
from reportparse.comparison.lines.revised import add_new, find_revised
from reportparse.comparison.pairing.kin import join_kin
from reportparse.comparison.pairing.pairs import pair_measures
from reportparse.comparison.records import Comparison, Line, PriorityRow, Source, ThemeRow, Value
from reportparse.comparison.statements.quoting import says_revised
from reportparse.comparison.statements.sources import read_source
from reportparse.comparison.statements.walk import find_statements
from reportparse.comparison.terms.durations import in_one_unit
from reportparse.comparison.terms.stated import Statement, figure_of, is_repeat
from reportparse.models import Report

NATIONAL = ("homicide", "knife-crime", "county-lines", "neighbourhood-crime", "cybercrime", "victim-satisfaction")
"""Measures of the six national priorities of 2021 (gov.uk, National Crime and Policing Measures)."""


def compare(reports: Iterable[Report]) -> Comparison:
    """Set reports side by side.

    A figure is lined up by the common measure that its words mean, or, where they mean none, with figures of other
    reports in the same words.  Values in other units, of other places, kinds of periods or ways of counting stand in
    lines of their own, and `apart` says why.  A figure without a period is taken for one of its report's own, and is
    marked so.

    Raises:
        ValueError: There is no report.
    """
    listed = list(reports)
    if not listed:
        raise ValueError("there are no reports to compare")
    taken: set[str] = set()
    sources = [read_source(report, taken) for report in listed]
    pairs = list(zip(listed, sources, strict=True))
    told = pair_measures(each for report, source in pairs for each in find_statements(report, source))
    return compare_statements(sources, told).model_copy(
        update={"themes": _themes(listed, sources), "priorities": _priorities(listed, sources)}
    )


def compare_statements(sources: Sequence[Source], told: Sequence[Statement]) -> Comparison:
    """What the statements of reports make of themselves: all of a comparison but themes and priorities."""
    named = [each for each in told if not each.is_quoted and not each.is_nameless]
    statements = join_kin(in_one_unit(named))
    plain = {(each.source.id, each.figure.id) for each in statements if each.is_plain}
    lines = date_records(make_lines(statements), plain)
    doubtful = {(each.source.id, each.figure.id) for each in statements if each.is_by_value}
    anew = {(each.source.id, each.figure.id) for each in statements if says_revised(each.figure, each.context)}
    ends = {source.id: source.end or "" for source in sources}
    restatements = find_restatements(lines, ends, plain, doubtful, anew)
    restatements = add_new(restatements, find_revised(lines, told, ends, anew))
    restatements += find_own_restatements(lines, told, restatements)
    repeats = {(each.source.id, figure_of(each), each.figure.role) for each in statements if is_repeat(each)}
    return Comparison(
        reports=list(sources),
        lines=lines,
        changes=find_changes(lines, statements),
        restatements=[each for each in restatements if repeats.isdisjoint(map(_told_by, (each.before, each.after)))],
        apart=find_apart(lines),
        themes=[],
        priorities=[],
        covered=_covered(lines),
    )


def _told_by(value: Value) -> tuple[str, str, str]:
    return value.report, value.figure, value.role


def only(comparison: Comparison, words: str) -> Comparison:
    """The comparison with only those measures whose id or name has all the words; "knife crime" finds knife-crime."""
    terms = words.casefold().split()
    lines = [
        line for line in comparison.lines
        if all(term in f"{line.measure} {line.measure.replace('-', ' ')} {line.name}".casefold() for term in terms)
    ]  # fmt: skip
    kept, named = {line.id for line in lines}, {line.measure for line in lines}
    return comparison.model_copy(update={
        "lines": lines,
        "changes": [each for each in comparison.changes if each.line in kept],
        "restatements": [each for each in comparison.restatements if each.line in kept],
        "apart": [each for each in comparison.apart if each.first in kept and each.second in kept],
        "covered": {measure: reports for measure, reports in comparison.covered.items() if measure in named},
    })  # fmt: skip


def _themes(reports: Sequence[Report], sources: Sequence[Source]) -> list[ThemeRow]:
    """Themes, the one with the largest share anywhere first."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for report, source in zip(reports, sources, strict=True):
        for count in report.count_themes():
            if count.share:
                shares[count.id][source.id] = round(count.share, 2)
    ranked = sorted(shares.items(), key=lambda entry: (-max(entry[1].values()), entry[0]))
    return [ThemeRow(theme=theme, shares=row) for theme, row in ranked]


def _priorities(reports: Sequence[Report], sources: Sequence[Source]) -> list[PriorityRow]:
    """The themes of each report's plan, its sections of that kind, by the common theme that they are chiefly about."""
    rows: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for report, source in zip(reports, sources, strict=True):
        for section in report.sections:
            if section.kind == "theme":
                theme = section.themes[0].id if section.themes else "other"
                rows[theme][source.id].append(section.title)
    return [PriorityRow(theme=theme, titles=dict(titles)) for theme, titles in sorted(rows.items())]


def _covered(lines: Iterable[Line]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.is_common:
            found[line.measure] |= {value.report for value in line.values}
    for name in NATIONAL:
        found.setdefault(name, set())
    return {name: sorted(reports) for name, reports in sorted(found.items())}
