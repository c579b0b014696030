"""Restatements that the words of the later report tell, where the dates of the values alone do not."""

import pytest
from test_pairing import tell

from reportparse.comparison import compare

ROADS = "In total 874 people were killed or seriously injured in 2021, compared with 812 in the year before."
RESERVES = (
    "The general reserve stood at £12.1m on 31 March 2022 (£11.4m a year earlier). "
    "Earmarked reserves, subject to audit, were £24.6m."
)
NOW = "Casualties who were killed or seriously injured numbered 846 in 2022."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (RESERVES, "Earmarked reserves are £19.2m. A year earlier they were £23.9m, after an adjustment by the audit.",
         [(24_600_000, 23_900_000)]),
        (RESERVES, "Earmarked reserves are £19.2m. A year earlier they were £23.9m, and one plan was for less.", []),
        (ROADS, f"{NOW} The validated total for 2021 is 891; the 874 in our last report was raw.", [(874, 891)]),
        (ROADS, f"{NOW} There were 891 visits in 2021; the 874 in our last report was provisional.", []),
        (ROADS, f"{NOW} There were 891 visits in 2021; the force has 874 cars.", []),
    ],
)  # fmt: skip
def test_words_tell_what_is_revised(before, after, expected):
    found = compare([tell("2021/22", [before]), tell("2022/23", [after])]).restatements

    assert [(float(each.before.value), float(each.after.value)) for each in found] == expected
