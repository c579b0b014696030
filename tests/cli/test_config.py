"""Options from a file and from the environment: which goes first, and that a slip in a file is told."""

import tomllib

import pytest
from click.testing import CliRunner

from reportparse.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def show(*arguments, **variables):
    done = CliRunner().invoke(main, [*arguments, "--show-config"], env=variables, catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def in_force(*arguments, **variables):
    return tomllib.loads(show(*arguments, **variables))


def test_the_command_line_goes_before_the_environment_that_before_the_file_that_before_the_default(folder):
    assert in_force("parse")["ocr"] == "never"
    (folder / "reportparse.toml").write_text('ocr = "auto"\n')
    assert in_force("parse")["ocr"] == "auto"
    assert in_force("parse", REPORTPARSE_OCR="force")["ocr"] == "force"
    assert in_force("parse", "--ocr", "never", REPORTPARSE_OCR="force")["ocr"] == "never"


def test_where_each_value_comes_from_is_told(folder):
    (folder / "reportparse.toml").write_text('ocr = "auto"\n')
    told = show("parse", "-q", REPORTPARSE_LOG_FORMAT="json")
    assert 'ocr = "auto"  # reportparse.toml\n' in told
    assert "quiet = true  # the command line\n" in told
    assert 'log-format = "json"  # the environment\n' in told
    assert "# nlp is not set\n" in told


@pytest.mark.parametrize(
    ("command", "key", "value"),
    [
        ("parse", "ocr", "auto"),
        ("batch", "ocr", "force"),
        ("batch", "jobs", 3),
        ("figures", "nl", True),
        ("store add", "wait", 5.0),
        ("compare", "log-format", "json"),
    ],
)
def test_a_table_stands_for_its_command_alone_and_the_rest_for_all(folder, command, key, value):
    tables = '[batch]\nocr = "force"\njobs = 3\n[figures]\nnl = true\n[store.add]\nwait = 5\n'
    (folder / "reportparse.toml").write_text('ocr = "auto"\nlog_format = "json"\n' + tables)
    assert in_force(*command.split())[key] == value


def test_a_projects_own_file_and_a_named_one_are_read_too(folder):
    (folder / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert in_force("parse")["ocr"] == "never"
    (folder / "pyproject.toml").write_text('[tool.reportparse]\nocr = "auto"\n')
    assert in_force("parse")["ocr"] == "auto"
    (folder / "other.toml").write_text('ocr = "force"\n')
    assert in_force("parse", "--config", "other.toml")["ocr"] == "force"
    assert in_force("parse", REPORTPARSE_CONFIG="other.toml")["ocr"] == "force"


def test_what_is_shown_can_be_kept_as_the_file(folder):
    (folder / "reportparse.toml").write_text(show("figures", "--csv", "-p", "1-3", "--ocr", "auto"))
    kept = in_force("figures")
    assert (kept["csv"], kept["ocr"], kept["pages"]) == (True, "auto", [1, 2, 3])


@pytest.mark.parametrize(
    ("text", "word"),
    [("orc = 'auto'", "orc"), ("[figures]\njobs = 2", "figures.jobs"), ("password = 'x'", "password"), ("=", "line 1"),
     ("ocr = 'maybe'", "maybe"), ("[parse]\nocr = false", "False"), ("batch = 1", "batch"), ("[ocr]\nx = 1", "ocr")],
)  # fmt: skip
def test_a_slip_in_the_file_is_one_line(folder, text, word):
    (folder / "reportparse.toml").write_text(text)
    done = CliRunner().invoke(main, ["parse", "report.pdf"])
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert word in done.stderr
