"""Years of the corpus, compared: what both reports state stands in one line, planted restatements are found."""

import pytest

import reportparse
from benchmarks.comparison import PAIRS, read_pair, score

# Measures that both reports state and that do not stand in one line with all values.
MISSING = {
    "kent": ["Band D precept"],  # "£243.15 in 2023/24, up from £228.15": the baseline is read as of 2023/24
    "surrey": [],
    "west-midlands": ["Band D policing precept"],  # "Precept" is the row, "Band D" stands only in the caption
}


@pytest.mark.parametrize(("area", "years"), [(area, years) for area, *years in PAIRS])
def test_years_stand_side_by_side(area, years):
    reports, truths = read_pair(area, *years)
    scored = score(reportparse.compare(reports), truths)

    assert set(scored.missing) <= set(MISSING[area])
    assert (scored.unfound, scored.false) == ([], [])
    assert scored.common > len(MISSING[area])
