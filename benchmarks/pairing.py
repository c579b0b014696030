"""Learn how much each witness tells of two being one measure: `python benchmarks/pairing.py [FOLDER...]`.

The pairs of reports are those of `comparison.py`.  What two reports state of one measure of their truths is one, what
they state of two is not; of what no truth names nothing is known.  Printed are the weights for
`reportparse.comparison.pairing.likeness`, and how many are paired rightly and wrongly, each tenth of the pairs of
reports by the weights of the others: as pairs that were never seen.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from comparison import PAIRS, SOURCES, read_pair, read_sources

import reportparse
from reportparse.comparison.pairing import likeness, pairs
from reportparse.comparison.terms.times import end_of

FOLDS = 10
# What is taken off a weight that few cases speak for (ridge): chosen by the figures that are printed.
RIDGE = 0.3
STEPS = 25

Weights = np.ndarray


class Case(NamedTuple):
    """Two things that may be one, of a pair of reports."""

    reports: int
    first: int
    second: int
    likeness: likeness.Likeness
    is_one: bool | None


def read_cases(reports: Sequence[Any], truths: Sequence[dict[str, Any]], number: int) -> Iterator[Case]:
    """What could be paired in two reports, as `find_pairs` is asked when they are compared."""
    asked: list[pairs.Pair] = []
    find = pairs.find_pairs
    pairs.find_pairs = lambda *of: asked.extend(found := list(find(*of))) or found
    try:
        reportparse.compare(reports)
    finally:
        pairs.find_pairs = find
    common = set.intersection(*({row["name"] for row in truth["measures"]} for truth in truths))
    for pair in asked:
        nodes = zip((pair.first, pair.second), truths, strict=True)
        one, other = (_owners(node, truth) & common for node, truth in nodes)
        is_one = bool(one & other) if one or other else None
        yield Case(number, id(pair.first), id(pair.second), pair.likeness, is_one)


def _owners(node: pairs.Node, truth: dict[str, Any]) -> set[str]:
    """The measures of a truth that state what a node states."""
    told = {(end_of(each.period), abs(float(each.figure.value or 0))) for each in node.told}
    return {row["name"] for row in truth["measures"] if (end_of(row["period"]), abs(row["value"])) in told}


def fit(cases: Sequence[Case]) -> Weights:
    """The weights of a logistic regression and, last, its bias; by Newton's method on values of one spread."""
    known = [case for case in cases if case.is_one is not None]
    told = np.array([case.likeness for case in known], dtype=float)
    mean, spread = told.mean(axis=0), told.std(axis=0) + 1e-9
    told = np.column_stack([(told - mean) / spread, np.ones(len(told))])
    is_one = np.array([case.is_one for case in known], dtype=float)
    ridge = np.diag([1 / RIDGE] * len(mean) + [0])
    weights = np.zeros(told.shape[1])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (is_one - sure) - ridge @ weights
        bend = told.T @ (told * (sure * (1 - sure))[:, None]) + ridge
        weights += np.linalg.solve(bend, slope)
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - plain @ mean)


def choose(cases: Sequence[Case], weights: Weights) -> list[Case]:
    """Those that are more likely one than not, the surest first, none of one that has been taken."""
    odds = {case: float(np.dot(case.likeness, weights[:-1]) + weights[-1]) for case in cases}
    taken: set[tuple[int, int, int]] = set()
    chosen = []
    for case in sorted((case for case in cases if odds[case] >= 0), key=lambda case: -odds[case]):
        ends = {(case.reports, 0, case.first), (case.reports, 1, case.second)}
        if taken.isdisjoint(ends):
            taken |= ends
            chosen.append(case)
    return chosen


def main(folders: Sequence[Path]) -> None:
    """Print the weights and what they are worth."""
    read = [read_pair(area, *years) for area, *years in PAIRS] if not folders else []
    read += [read_sources(folder) for folder in folders or sorted(SOURCES.iterdir())]
    cases = [case for number, (reports, truths) in enumerate(read) for case in read_cases(reports, truths, number)]
    unseen: list[Case] = []
    for fold in range(FOLDS):
        rest = [case for case in cases if case.reports % FOLDS != fold]
        unseen += choose([case for case in cases if case.reports % FOLDS == fold], fit(rest))
    weights = fit(cases)
    for name, weight in zip((*likeness.Likeness._fields, "bias"), weights, strict=True):
        sys.stdout.write(f"{name:16} {weight:6.2f}\n")
    right, wrong, unknown = (sum(case.is_one is told for case in unseen) for told in (True, False, None))
    of = sum(case.is_one is True for case in cases)
    sys.stdout.write(f"never seen: {right} of {of} right, {wrong} wrong, {unknown} of which no truth tells\n")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
