import json
import time
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic import PydanticUserError, ValidationError
from small_report import BOX, cell, figure, small_report

from reportparse.geometry import Box
from reportparse.models import Report, Span, write_schema
from reportparse.models.base import Record

SCHEMA = Path(__file__).parents[2] / "schema" / "report.schema.json"


def as_objects(data: object) -> object:
    """The same data as plain objects with attributes, as the stages hand it on."""
    if isinstance(data, dict):
        return SimpleNamespace(**{name: as_objects(value) for name, value in data.items()})
    return [as_objects(entry) for entry in data] if isinstance(data, list) else data


def test_a_record_is_filled_from_dicts_and_from_objects_alike():
    assert Report.model_validate(small_report()) == Report.model_validate(as_objects(small_report()))


class Unbuilt(Record):
    value: "OnlyInAFrame"  # noqa: F821


def test_the_names_of_whoever_needs_a_record_first_are_none_of_its_own():
    OnlyInAFrame = int  # noqa: F841, N806

    with pytest.raises(PydanticUserError, match="not fully defined"):
        Unbuilt(value=1)


def test_boxes_are_written_to_two_decimals():
    assert Span(page=1, bbox=Box(1.23456, 2, 3.999, 4.005)).model_dump()["bbox"] == (1.23, 2, 4.0, 4.0)


@pytest.mark.parametrize(("value", "written"), [(Decimal(1500), "1500"), (Decimal("66.7"), "66.7"), (5.0, "5")])
def test_numbers_are_whole_in_json_where_they_are_whole(value, written):
    report = Report.model_validate(small_report(figures=[figure("f1", value=value)]))

    assert f'"value":{written},' in report.figures[0].model_dump_json()


COVERAGE = {"characters": 60, "recorded": 50, "furniture": 8, "residue": 3}
SECTION = {"id": "s1", "title": "Victims", "level": 1, "kind": "section", "page": 1}
TABLE = {"id": "t1", "section": "s1", "spans": [{"page": 2, "bbox": BOX}], "header_rows": 0, "header_columns": 0}


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"coverage": COVERAGE}, "50 recorded + 8 furniture + 3 residue is not 60"),
        ({"figures": [figure("p1", value=3)]}, "id p1 stands for two records"),
        ({"order": ["s1", "p1"]}, "order does not name each"),
        ({"order": ["s1", "p1", "t1", "t1"]}, "order does not name each"),
        ({"sections": [{**SECTION, "parent": "s9"}]}, "no record has the id s9"),
        ({"tables": [{**TABLE, "rows": [[cell("a", 0, 0), cell("b", 0, 0)]]}]}, "two cells at row 0, column 0"),
        ({"tables": [{**TABLE, "rows": [[cell("a", 1, 0)]]}]}, "a cell of row 1 stands in row 0"),
        ({"tables": [{**TABLE, "rows": [], "header_rows": 1}]}, "1 header rows of 0 rows"),
        ({"figures": [figure("f1")]}, "either a value, or low and high"),
        ({"figures": [figure("f1", low=45)]}, "a range has both low and high"),
        ({"figures": [figure("f1", value=-3)]}, "greater than or equal to 0"),
        ({"figures": [figure("f1", value=float("nan"))]}, "valid integer|finite number"),
        ({"surprise": 1}, "Extra inputs are not permitted"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(changed, problem):
    with pytest.raises(ValidationError, match=problem.replace("+", r"\+")):
        Report.model_validate(small_report(**changed))


def test_a_cell_knows_what_heads_it():
    table = Report.model_validate(small_report()).table("Table 1")

    assert table.header_path(table.rows[2][1]) == (("Dudley",), ("Victims", "2019/20"))


def test_records_are_found_by_printed_number_and_by_id():
    report = Report.model_validate(small_report())

    assert report.paragraph("42") is report.paragraph("p1")
    assert report.section("Theme 2") is report.section("Victims")
    assert report.figure("f1").value == 3
    with pytest.raises(KeyError):
        report.paragraph("43")


def test_the_committed_schema_is_the_models_own():
    assert SCHEMA.read_text(encoding="utf-8") == write_schema(), "run: make schema"


# Validating takes three times as long as writing the same as JSON; with a validator in Python for each field, more.
MAX_RATIO = 15


def test_a_report_of_sixty_pages_is_validated_in_a_few_times_what_writing_it_takes():
    paragraphs = [{"id": f"p{i}", "text": "x" * 400, "spans": [{"page": 1, "bbox": BOX}]} for i in range(360)]
    source = {"kind": "paragraph", "id": "p1", "start": 0, "end": 5}
    figures = [figure(f"f{i}", value=i, source=source, page=1, bbox=BOX) for i in range(900)]
    order = ["s1", "t1", *(paragraph["id"] for paragraph in paragraphs)]
    data = small_report(paragraphs=paragraphs, figures=figures, order=order)
    written, validated = (min(_spend(work, data) for _ in range(5)) for work in (json.dumps, Report.model_validate))

    assert validated < MAX_RATIO * written


def _spend(work, data):
    start = time.process_time()
    work(data)
    return time.process_time() - start
