"""The commands are one thing: the same option, the same words, the same errors, in all of them."""

import io
import json
import re
from pathlib import Path

import click
import pikepdf
import pytest
from click.testing import CliRunner
from paper import draw_pdf, say

import reportparse
from reportparse.cli import main

ROOT = Path(__file__).parents[2]
# What the letters mean, wherever they stand.
SHORT = {"-o": "--output", "-p": "--pages", "-q": "--quiet", "-v": "--verbose", "-t": "--table", "-j": "--jobs"}
EVERYWHERE = {"--quiet", "--verbose", "--log-format", "--config", "--show-config"}
READING = {"--password", "--ocr", "--nlp", "--no-progress"}
ROWS = {"--table", "--csv", "--nl", "--jsonl", "--output"}
PAGES = {"--pages"}
OUTPUT = {"--output"}

SHARED = {
    "parse": READING | PAGES | OUTPUT | {"--profile"},
    "batch": READING | OUTPUT | {"--profile"},
    "info": {"--password", "--nl", "--jsonl"} | OUTPUT,  # one screen: it parses nothing
    "figures": READING | ROWS | PAGES,
    "tables": READING | ROWS | PAGES,
    "pictures": READING | ROWS | PAGES,
    "themes": READING | ROWS,
    "check": READING | ROWS,
    "compare": READING | ROWS,
    "explain": READING | OUTPUT,
    "review": READING | OUTPUT,
    "export": READING | OUTPUT,
    "apply": OUTPUT,
    "index": ROWS,
    "schema": OUTPUT,
    "pccs": ROWS,
    "tag": {"--nlp"} | OUTPUT,
    "doctor": ROWS,
    "store add": READING,
    "store compare": ROWS,
    "store list": ROWS,
    "store query": ROWS,
    "store remove": set(),
    "store export": OUTPUT,
}
"""What a command has of the options that several have; one that is not here fails the first test."""

# The same letters, another help: what is written is a folder, or a page with a name of its own.
OTHER_WORDS = {("batch", "output"), ("store export", "output"), ("review", "output"), ("info", "is_json")}


def walk(group, context, names=()):
    """Every command below a group, by its name."""
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from walk(found, context, (*names, name))
        else:
            yield " ".join((*names, name)), found


COMMANDS = dict(walk(main, click.Context(main)))


def options(command):
    return [each for each in command.params if isinstance(each, click.Option)]


def spellings(command):
    return {word for each in options(command) for word in each.opts}


def test_every_command_says_what_it_shares():
    assert set(COMMANDS) == set(SHARED)


@pytest.mark.parametrize("name", SHARED)
def test_a_command_has_the_options_of_its_kind_and_of_no_other(name):
    shared = set().union(EVERYWHERE, *SHARED.values())

    assert spellings(COMMANDS[name]) & shared == SHARED[name] | EVERYWHERE


@pytest.mark.parametrize("name", SHARED)
def test_an_option_has_the_same_letter_and_words_as_everywhere(name):
    help_of = {}
    for other, command in COMMANDS.items():
        for each in options(command):
            if (other, each.name) not in OTHER_WORDS:
                help_of.setdefault((each.opts[-1] if each.name == "form" else each.name), each.help)
    for each in options(COMMANDS[name]):
        short = [word for word in each.opts if not word.startswith("--")]
        assert [SHORT[word] in each.opts for word in short] == [True] * len(short)
        if each.name in {"output", "pages", "password", "ocr", "quiet", "verbose"} and (
            (name, each.name) not in OTHER_WORDS
        ):
            assert each.help == help_of[each.name]
        assert each.help, f"{name} {each.opts[0]} says nothing"


@pytest.mark.parametrize("name", SHARED)
def test_help_opens_with_a_line_to_paste(name):
    lines = CliRunner().invoke(main, [*name.split(), "--help"]).stdout.splitlines()

    assert f"reportparse {name}" in lines[2]


@pytest.mark.parametrize("name", [name for name, shared in SHARED.items() if "--password" in shared])
def test_passwords_come_from_the_environment_too(name):
    (option,) = (each for each in COMMANDS[name].params if each.name == "password")

    assert option.envvar == "REPORTPARSE_PASSWORD"


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    """A PDF that asks for a password, its record beside it."""
    folder = tmp_path_factory.mktemp("locked")
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(draw_pdf(say("Crime fell to 39,507 offences in 2020/21.")))) as document:
        document.save(file, encryption=pikepdf.Encryption(owner="owner", user="secret"))
    (folder / "locked.pdf").write_bytes(file.getvalue())
    return folder


READERS = {
    "parse": ["FILE"],
    "info": ["FILE"],
    "figures": ["FILE"],
    "tables": ["FILE"],
    "pictures": ["FILE"],
    "themes": ["FILE"],
    "check": ["FILE"],
    "compare": ["FILE"],
    "explain": ["p1.f1", "FILE"],
    "review": ["FILE", "-o", "-"],
    "export": ["FILE", "--to", "csv"],
    "store add": ["OUT/store.duckdb", "FILE"],
}


def call(name, locked, out, **environment):
    arguments = [word.replace("FILE", str(locked / "locked.pdf")).replace("OUT", str(out)) for word in READERS[name]]
    return CliRunner().invoke(main, [*name.split(), *arguments], env=environment, catch_exceptions=False)


@pytest.mark.parametrize("name", READERS)
def test_every_reader_opens_an_encrypted_file_and_says_alike_what_it_lacks(name, locked, tmp_path):
    closed, opened = call(name, locked, tmp_path), call(name, locked, tmp_path, REPORTPARSE_PASSWORD="secret")

    assert (closed.exit_code, closed.stdout) == (4, "")
    assert closed.stderr == (
        f"error: {locked / 'locked.pdf'} is encrypted; pass --password or set REPORTPARSE_PASSWORD\n"
    )
    assert opened.exit_code == 0


@pytest.mark.parametrize("name", [name for name, shared in SHARED.items() if shared >= OUTPUT and name in READERS])
def test_a_dash_is_standard_output_and_a_file_gets_the_same(name, locked, tmp_path):
    def written(*more):
        plain = {"REPORTPARSE_PASSWORD": "secret"}
        arguments = [word for word in READERS[name] if word not in {"-o", "-"}]
        named = [word.replace("FILE", str(locked / "locked.pdf")) for word in arguments]
        done = CliRunner().invoke(main, [*name.split(), *named, *more], env=plain, catch_exceptions=False)
        assert done.exit_code == 0
        return done.stdout_bytes

    target = tmp_path / "out"
    printed, silent = written("-o", "-"), written("-o", str(target))

    assert (printed, silent) == (target.read_bytes(), b"")


def test_rows_have_the_form_that_the_name_of_the_file_says(locked, tmp_path):
    record = tmp_path / "report.json"
    record.write_text(reportparse.parse(locked / "locked.pdf", password="secret").model_dump_json(), "utf-8")

    def written(suffix):
        target = tmp_path / f"rows{suffix}"
        done = CliRunner().invoke(main, ["figures", str(record), "-o", str(target)], catch_exceptions=False)
        return done, target.read_bytes() if target.exists() else b""

    assert json.loads(written(".jsonl")[1])["text"] == "39,507"
    assert written(".csv")[1].startswith(b"id,page,text,")
    assert written(".md")[1].startswith(b"| id | page |")
    assert written(".txt")[1].split()[:3] == [b"id", b"page", b"text"]
    assert written(".xlsx")[1].startswith(b"PK")
    wrong, nothing = written(".docx")
    assert (wrong.exit_code, nothing) == (2, b"")
    assert wrong.stderr.startswith("error: invalid value for -o: no form has the name .docx")
    assert wrong.stderr.count("\n") == 1


def test_quiet_silences_all_but_errors(locked, tmp_path):
    record = tmp_path / "report.json"
    record.write_text(reportparse.parse(locked / "locked.pdf", password="secret").model_dump_json(), "utf-8")
    loud, quiet = (CliRunner().invoke(main, ["check", str(record), *more]) for more in ([], ["-q"]))
    wrong = CliRunner().invoke(main, ["check", str(tmp_path / "absent.json"), "-q"])

    assert "checks" in loud.stderr
    assert (quiet.stderr, quiet.stdout) == ("", loud.stdout)
    assert "absent.json: No such file" in wrong.stderr


def test_a_trace_is_told_when_asked_for_and_not_else(tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"no PDF")
    short, long = (CliRunner().invoke(main, ["figures", str(bad), *more]) for more in ([], ["-vv"]))

    assert (short.exit_code, short.stderr.count("\n")) == (4, 1)
    assert (long.exit_code, "Traceback" in long.stderr) == (4, True)
    assert long.stderr.endswith(short.stderr)


def test_what_many_files_are_written_into_is_no_stream():
    done = CliRunner().invoke(main, ["batch", ".", "-o", "-"])

    assert done.exit_code == 2
    assert "give a folder" in done.stderr


TOLD = sorted(
    [ROOT / "README.md", ROOT / "SECURITY.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").glob("*.md")]
)
_CALL = re.compile(r"reportparse ((?:store )?[a-z]+(?= ))?([^|`\n;&#]*)")


def calls(text):
    """(command, option) of every option that a page gives to a command of ours."""
    for name, rest in _CALL.findall(text.replace("\\\n", " ")):
        known = name if name in COMMANDS else "parse"
        yield from ((known, option) for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", re.sub(r'".*?"', "", rest)))


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.name)
def test_pages_give_commands_only_options_that_they_have(page):
    given = set(calls(page.read_text("utf-8")))
    always = {"--help", "--version"}

    assert [(name, option) for name, option in given if option not in spellings(COMMANDS[name]) | always] == []


def test_errors_ask_only_for_options_that_there_are():
    text = (ROOT / "src" / "reportparse" / "errors.py").read_text("utf-8")
    asked = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))

    assert asked
    assert asked <= set().union(*map(spellings, COMMANDS.values()))
