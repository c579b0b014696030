import io
import json

import pytest
from small_report import small_report

import reportparse
from reportparse.models import Report, load

REPORT = Report.model_validate(small_report())
JSON = REPORT.model_dump_json(indent=2)


def test_a_record_comes_back_from_a_path_a_file_and_text(tmp_path):
    path = tmp_path / "small.json"
    path.write_text(JSON, encoding="utf-8")

    assert load(path) == load(str(path)) == load(io.StringIO(JSON)) == load(JSON) == load(JSON.encode()) == REPORT


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "not JSON"),
        ("{}", r"\$\.schema_version is missing"),
        ('{"schema_version": 1}', r"\$\.schema_version is missing"),
        (json.dumps({"schema_version": "2.0"}), "its schema_version is 2.0, this reportparse reads 1\\.\\d"),
        (JSON.replace('"page": 2', '"page": 0'), r"\$\.tables\[0\]\.spans\[0\]\.page: Input should be greater"),
    ],
)
def test_what_is_no_record_is_refused_with_the_place_of_the_first_problem(text, problem):
    with pytest.raises(reportparse.BadRecord, match=problem):
        load(text)


def test_a_list_is_no_record():
    with pytest.raises(reportparse.BadRecord, match="schema_version is missing"):
        load(io.StringIO("[]"))


def test_binary_rubbish_is_no_record():
    with pytest.raises(reportparse.BadRecord, match="not JSON"):
        load(b"\xff\xfe\x00%PDF-1.7")
