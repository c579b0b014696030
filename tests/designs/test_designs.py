"""Reports in designs that no rule was made for: each folder has a PDF, what made it, and its truth.

What a design's parser does not find today stands below as known; all else is found whole.
"""

import json
from pathlib import Path

import pytest

import reportparse
from tests.corpora.score import score

DESIGNS = Path(__file__).parent
KNOWN: dict[str, dict[str, float]] = {}


@pytest.mark.parametrize("name", sorted(path.parent.name for path in DESIGNS.glob("*/truth.json")))
def test_a_design_is_read_as_its_truth_tells_it(name):
    truth = json.loads((DESIGNS / name / "truth.json").read_text(encoding="utf-8"))
    report = reportparse.parse(DESIGNS / name / "report.pdf")

    scores = score(truth, report)

    assert {key: round(value, 3) for key, value in scores.items() if value < 1} == KNOWN.get(name, {})
    assert report.coverage.residue == 0
