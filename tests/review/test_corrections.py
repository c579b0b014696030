"""What the log of corrections promises."""

import json

import pytest
from small_report import figure, small_report

from reportparse.errors import BadCorrections
from reportparse.models import Report
from reportparse.review import Correction, apply_corrections, read_corrections
from reportparse.review.words import hash_words

REPORT = Report.model_validate(small_report())


def correct(field: str, new: object, *, name: str = "f1", kind: str = "figure"):
    return Correction(id=name, kind=kind, words=hash_words(REPORT)[name], field=field, new=new)


def states(outcomes) -> list[str]:
    return [outcome.state for outcome in outcomes]


def test_a_corrected_field_keeps_what_the_parser_read():
    report, outcomes = apply_corrections(REPORT, [correct("measure", "refuges funded")])
    fixed = report.figure("f1")

    assert states(outcomes) == ["applied"]
    assert (fixed.measure, fixed.corrected, fixed.was) == ("refuges funded", True, {"measure": None})
    assert not REPORT.figure("f1").corrected


def test_applying_a_log_twice_gives_the_same_report():
    renamed = correct("title", "Victims first", name="s1", kind="section")
    log = [correct("value", 4), correct("review", "accepted"), renamed]
    once, _ = apply_corrections(REPORT, log)
    twice, outcomes = apply_corrections(once, log)

    assert twice == once
    assert states(outcomes) == ["applied"] * 3


def test_going_back_to_the_first_value_is_no_correction():
    report, _ = apply_corrections(REPORT, [correct("value", 4), correct("value", 3)])

    assert report.figure("f1") == REPORT.figure("f1")


def test_a_value_becomes_a_range_though_no_field_is_right_alone():
    report, outcomes = apply_corrections(REPORT, [correct("value", None), correct("low", 2), correct("high", 4)])

    assert states(outcomes) == ["applied"] * 3
    assert (report.figure("f1").low, report.figure("f1").high) == (2, 4)


def test_a_rejected_record_stays_and_says_so():
    report, _ = apply_corrections(REPORT, [correct("review", "rejected")])

    assert report.figure("f1").review == "rejected"
    assert len(report.figures) == len(REPORT.figures)


def test_corrections_find_their_words_under_another_id():
    moved = Report.model_validate(small_report(figures=[figure("f7", value=3)]))
    report, outcomes = apply_corrections(moved, [correct("value", 4)])

    assert states(outcomes) == ["moved"]
    assert report.figure("f7").value == 4


def test_other_words_under_the_same_id_are_not_touched():
    log = [correct("value", 4)]
    changed = small_report()
    changed["paragraphs"][0]["items"][0]["text"] = "three shelters"
    report, outcomes = apply_corrections(Report.model_validate(changed), log)

    assert states(outcomes) == ["lost"]
    assert report == Report.model_validate(changed)


@pytest.mark.parametrize(
    ("field", "new"),
    [("kind", "weight"), ("value", -1), ("low", 3), ("id", "f9"), ("source", None), ("review", "maybe")],
)
def test_what_the_model_forbids_is_refused_and_changes_nothing(field, new):
    report, outcomes = apply_corrections(REPORT, [correct(field, new)])

    assert states(outcomes) == ["refused"]
    assert report == REPORT


def test_one_bad_line_of_a_group_does_not_lose_the_others():
    report, outcomes = apply_corrections(REPORT, [correct("value", 4), correct("kind", "weight")])

    assert states(outcomes) == ["applied", "refused"]
    assert report.figure("f1").value == 4


@pytest.mark.parametrize(
    ("line", "reason"), [("{", "not JSON"), ("[]", "valid dictionary"), ('{"id": "f1"}', "kind: Field required")]
)
def test_a_bad_line_is_told_with_its_number(line, reason):
    good = json.dumps(correct("value", 4).model_dump())
    with pytest.raises(BadCorrections, match=f"log.jsonl: line 3 is no correction: .*{reason}"):
        read_corrections(f"{good}\n\n{line}\n", "log.jsonl")
