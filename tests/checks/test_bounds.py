"""Files that say one thing a thousand times are checked in bounded time, and their rare facts still are."""

from reports import report_of

from reportparse.checks.material import Material
from reportparse.checks.repeats import MAX_PAIRS, check_repeats


def test_no_more_pairs_are_looked_at_than_allowed_and_those_of_rare_words_come_first():
    often = [f"There were {1_000 + number} recorded burglaries in 2020/21." for number in range(400)]
    rare = ["There were 4,203 canine patrols in 2020/21.", "There were 4,207 canine patrols in 2020/21."]
    checks = list(check_repeats(Material(report_of([*often, *rare]))))

    assert 0 < len(checks) <= MAX_PAIRS < 400 * 399 / 2
    assert [check.expected for check in checks if "canine" in check.message] == [4203]
