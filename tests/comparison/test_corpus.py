"""Years of the corpus, compared: what both reports state stands in one line, planted restatements are found."""

import pytest

import reportparse
from benchmarks.comparison import PAIRS, read_pair, score


@pytest.mark.parametrize(("area", "years"), [(area, years) for area, *years in PAIRS])
def test_years_stand_side_by_side(area, years):
    reports, truths = read_pair(area, *years)
    scored = score(reportparse.compare(reports), truths)

    assert (scored.missing, scored.unfound, scored.false) == ([], [], [])
    assert scored.common > 1
