"""`make profile` tells what takes the time: imports by package, work by room."""

from pathlib import Path

import where

REPORT = str(Path(__file__).parents[2] / "corpora" / "surrey" / "2021-22" / "report.pdf")


def test_imports_are_told_by_room_and_package():
    found = where.imports(REPORT)

    assert {"python", "pydantic", "reportparse.models", "reportparse.language"} <= set(found)
    assert all(seconds >= 0 for seconds in found.values())


def test_work_is_told_by_room():
    found = where.rooms(REPORT)

    assert {"built in", "reportparse.pdf", "reportparse.language", "reportparse.tables"} <= set(found)
    assert found.total() < 60


def test_the_rest_is_told_in_one_line(capsys):
    where.show("imports", where.Counter({f"package{number}": 0.25 for number in range(where.SHOWN + 4)}))
    lines = capsys.readouterr().out.split("\n")

    assert "imports: 4.00 s" in lines
    assert lines[-2].split() == ["all", "else", "1.000", "s", "25%"]
