"""`reportparse doctor`: what is there, what is missing, and the words that get it."""

import json
import shutil
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner

import reportparse
from reportparse.cli import main

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]


def ask(*options):
    done = CliRunner().invoke(main, ["doctor", *options], catch_exceptions=False)
    return done, [json.loads(line) for line in done.stdout.splitlines()] if "-t" not in options else []


@pytest.fixture
def without(monkeypatch):
    """Makes packages and programs missing."""

    def hide(*names):
        real = metadata.version

        def version(name):
            if name in names:
                raise metadata.PackageNotFoundError(name)
            return real(name)

        monkeypatch.setattr("reportparse.cli.doctor.version", version)
        monkeypatch.setattr(shutil, "which", lambda name: None if name in names else f"/usr/bin/{name}")

    return hide


def test_what_is_installed_has_its_version_and_needs_nothing():
    done, rows = ask()
    (pydantic,) = (row for row in rows if row["name"] == "pydantic")

    assert done.exit_code == 0
    assert pydantic == {"what": "needed", "name": "pydantic", "version": metadata.version("pydantic"), "to get it": ""}
    assert done.stderr.startswith(f"reportparse {reportparse.__version__}, Python 3.")


def test_every_package_and_every_extra_is_told():
    rows = ask()[1]
    told = {row["what"] for row in rows}
    extras = {f"extra {name}" for name in PROJECT["optional-dependencies"] if name not in {"dev", "docs", "all"}}

    assert sum(row["what"] == "needed" for row in rows) == len(PROJECT["dependencies"])
    assert told == {"needed", "program"} | extras


def test_a_missing_extra_is_no_failure_and_says_how_to_get_it(without):
    without("duckdb", "tesseract")
    done, rows = ask()
    missing = {row["name"]: row for row in rows if row["version"] == "missing"}

    assert done.exit_code == 0
    assert set(missing) == {"duckdb", "tesseract"}
    assert missing["duckdb"]["to get it"] == "pip install 'reportparse[store]'"
    assert missing["tesseract"]["to get it"].endswith("tesseract  (what ocrmypdf reads letters with)")


def test_a_missing_package_that_every_parse_needs_is_a_failure(without):
    without("spacy")
    done, rows = ask()

    assert done.exit_code == 1
    assert [row["to get it"] for row in rows if row["name"] == "spacy"] == ["pip install spacy"]


def test_people_get_a_table():
    lines = ask("-t")[0].stdout.splitlines()

    assert lines[0].split()[:3] == ["what", "name", "version"]
