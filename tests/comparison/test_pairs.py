"""Two years of one area, written to lead astray: what both state stands in one line, and nothing false is restated.

The reports are sources as those of `corpora/`.  What may lead astray: crime with fraud and without, officers by head
and in full-time equivalents, twelve months to another day than March, calendar years, years to March told by one year,
towns, forecasts and what came of them, roundings (4.2% and 4.17%, millions and thousands), values in brackets, and what
is said to have been said before.  What fails today stands in the later `report.toml` as known.
"""

import tomllib
from pathlib import Path

import pytest
from typesetting import typesetter
from typesetting.source import read_report

import reportparse
from benchmarks.comparison import score

PAIRS = Path(__file__).parent / "pairs"
# Restatements that are planted, three by default: a truth that loses one proves nothing.
PLANTED = {"cumbria": 1, "devon-and-cornwall": 1, "dorset": 2, "kent-2023-25": 4, "nottinghamshire": 1, "suffolk": 2}


@pytest.mark.parametrize("area", sorted(folder.name for folder in PAIRS.iterdir()))
def test_two_years_of_an_area_stand_side_by_side(area):
    folders = [PAIRS / area / year for year in ("earlier", "later")]
    told = [tomllib.loads((folder / "report.toml").read_text("utf-8")) for folder in folders]
    truths = [{"measures": one["measure"], "restatements": one.get("restatement", [])} for one in told]
    reports = [reportparse.parse(typesetter.typeset(read_report(folder))) for folder in folders]
    scored = score(reportparse.compare(reports), truths)

    known = told[1].get("known", {"missing": [], "unfound": []})

    assert (scored.missing, scored.unfound, scored.false) == (known["missing"], known["unfound"], [])
    assert scored.mixed == known.get("mixed", [])
    assert scored.common > 10
    assert scored.planted == PLANTED.get(area, 3)
