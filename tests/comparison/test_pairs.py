"""Two years of one area, written to lead astray: what both state stands in one line, and nothing false is restated.

The reports are sources as those of `corpora/`.  What may lead astray: crime with fraud and without, officers by head
and in full-time equivalents, twelve months to another day than March, calendar years, years to March told by one year,
towns, forecasts and what came of them, roundings (4.2% and 4.17%, millions and thousands), values in brackets, and what
is said to have been said before.  What fails today stands in the later `report.toml` as known.
"""

import tomllib

import pytest

import reportparse
from benchmarks.comparison import SOURCES as PAIRS
from benchmarks.comparison import read_sources, score

# Restatements that are planted, three by default: a truth that loses one proves nothing.
PLANTED = {
    "bedfordshire": 4, "cheshire": 4, "cleveland": 5, "cumbria": 1, "derbyshire": 4, "derbyshire-b": 5,
    "devon-and-cornwall": 1, "dorset": 2, "gloucestershire": 4, "gwent-b": 5, "hampshire-b": 5, "kent-2012-14": 4,
    "kent-2013-15-b": 5, "kent-2014-16-b": 5, "kent-2015-17": 4, "kent-2015-17-b": 5, "kent-2015-17-c": 5,
    "kent-2016-18-b": 5, "kent-2016-18-c": 5, "kent-2017-19-b": 5, "kent-2018-20": 4, "kent-2018-20-b": 5,
    "kent-2018-20-c": 5, "kent-2018-20-d": 5, "kent-2018-20-e": 5, "kent-2019-21-c": 5, "kent-2019-21-d": 5,
    "kent-2019-21-e": 7,
    "kent-2020-22": 4, "kent-2020-22-b": 4, "kent-2020-22-c": 5, "kent-2020-22-d": 5, "kent-2020-22-e": 5,
    "kent-2020-22-f": 5, "kent-2020-22-g": 5,
    "kent-2021-23": 4, "kent-2021-23-b": 4, "kent-2021-23-c": 4, "kent-2021-23-d": 5, "kent-2021-23-e": 5,
    "kent-2021-23-f": 5, "kent-2021-23-g": 5, "kent-2021-23-h": 5, "kent-2021-23-i": 5, "kent-2021-23-j": 5,
    "kent-2022-24": 4,
    "kent-2022-24-b": 2, "kent-2022-24-c": 4, "kent-2022-24-d": 5,
    "kent-2022-24-e": 5, "kent-2022-24-f": 5, "kent-2022-24-g": 5, "kent-2022-24-h": 5, "kent-2022-24-i": 5,
    "kent-2022-24-j": 5, "kent-2022-24-k": 5, "kent-2022-24-l": 5, "kent-2022-24-m": 5, "kent-2022-24-n": 5,
    "kent-2022-24-o": 5, "kent-2022-24-p": 5, "kent-2022-24-q": 5, "kent-2022-24-r": 5, "kent-2022-24-s": 5,
    "kent-2022-24-u": 5,
    "kent-2022-24-t": 5, "kent-2022-24-v": 5, "kent-2022-24-w": 5, "kent-2022-24-x": 5, "kent-2023-25": 4,
    "kent-2023-25-b": 4, "kent-2023-25-c": 5, "kent-2023-25-d": 5, "kent-2023-25-e": 5, "kent-2023-25-f": 5,
    "kent-2023-25-g": 5, "kent-2023-25-h": 5, "kent-2023-25-i": 5, "kent-2023-25-j": 7, "kent-2024-26": 5,
    "kent-2024-26-b": 4,
    "kent-2024-26-c": 4, "kent-2024-26-d": 5, "kent-2024-26-e": 5, "kent-2024-26-f": 5, "kent-2024-26-g": 6,
    "kent-2026-28": 4,
    "lancashire": 4, "lancashire-b": 5, "merseyside": 4, "norfolk-b": 5, "nottinghamshire": 1, "south-wales": 4,
    "staffordshire": 4, "suffolk": 2, "surrey": 5, "sussex-b": 5, "warwickshire": 2, "wiltshire": 4,
}  # fmt: skip


@pytest.mark.parametrize("area", sorted(folder.name for folder in PAIRS.iterdir()))
def test_two_years_of_an_area_stand_side_by_side(area):
    reports, truths = read_sources(PAIRS / area)
    scored = score(reportparse.compare(reports), truths)
    later = tomllib.loads((PAIRS / area / "later" / "report.toml").read_text("utf-8"))

    known = later.get("known", {"missing": [], "unfound": []})

    assert (scored.missing, scored.unfound) == (known["missing"], known["unfound"])
    assert (scored.false, scored.mixed) == (known.get("false", []), known.get("mixed", []))
    assert scored.common > 10
    assert scored.planted == PLANTED.get(area, 3)
