"""Files that say one thing a thousand times are checked in bounded time, and their rare facts still are."""

from reports import report_of

from reportparse.checks.derived import MAX_COUNTS, check_derived
from reportparse.checks.material import Material
from reportparse.checks.repeats import MAX_PAIRS, check_repeats


def test_no_more_pairs_are_looked_at_than_allowed_and_those_of_rare_words_come_first():
    often = [f"There were {1_000 + number} recorded burglaries in 2020/21." for number in range(400)]
    rare = ["There were 4,203 canine patrols in 2020/21.", "There were 4,207 canine patrols in 2020/21."]
    checks = list(check_repeats(Material(report_of([*often, *rare]))))

    assert 0 < len(checks) <= MAX_PAIRS < 400 * 399 / 2
    assert [check.expected for check in checks if "canine" in check.message] == [4203]


def test_sums_are_not_sought_among_more_numbers_than_a_text_has():
    sums = "There were 30 crimes in Luton, 12 crimes in Bedford and 18 crimes in Leighton."
    rubbish = " ".join(f"There were {number} crimes." for number in range(11, 12 + MAX_COUNTS))
    told = [list(check_derived(Material(report_of([text])))) for text in (sums, rubbish)]

    assert [check.message for check in told[0]] == ["12 + 18 = 30"]
    assert told[1] == []
