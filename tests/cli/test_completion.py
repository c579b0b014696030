"""Completion as a shell does it: the script that click writes, in a real shell of each kind."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TO_START = "\x01"  # Control-A
HERE = str(Path(sys.executable).parent)
SECONDS = 60  # until a shell that says nothing has failed; an answer takes a tenth of one
ENVIRONMENT = {**os.environ, "PATH": os.pathsep.join([HERE, os.environ["PATH"]])}

# What is typed before the Tab key, and the line that stands there after it.
CASES = [
    ("reportparse fig", "reportparse figures"),
    ("reportparse store qu", "reportparse store query"),
    ("reportparse figures --ro", "reportparse figures --role"),
    ("reportparse figures --role ba", "reportparse figures --role baseline"),
    ("reportparse compare --show re", "reportparse compare --show restatements"),
    ("reportparse report.pdf --out", "reportparse report.pdf --output"),  # a file alone is parsed
    ("reportparse rep", "reportparse report.pdf"),
    ("reportparse info rep", "reportparse info report.pdf"),
]


def shell(name):
    if shutil.which(name) is None:
        (pytest.fail if os.environ.get("CI") and name == "bash" else pytest.skip)(f"needs {name}")
    return name


def type_into_bash(steps: list[tuple[str, str]], folder: Path) -> str:
    """All that an interactive bash shows while keys are pressed, each step after the answer to the one before."""
    ours, its = pty.openpty()
    shown = ""
    with subprocess.Popen(
        [shell("bash"), "--norc", "--noprofile", "-i"], stdin=its, stdout=its, stderr=its, cwd=folder,
        env=ENVIRONMENT | {"PS1": "", "TERM": "dumb", "COLUMNS": "200", "INPUTRC": os.devnull}, start_new_session=True,
    ) as bash:  # fmt: skip
        os.close(its)
        try:
            for keys, answer in steps:
                os.write(ours, keys.encode())
                while not re.search(answer, shown, re.MULTILINE):
                    assert select.select([ours], [], [], SECONDS)[0], f"no answer to {keys!r} after {shown!r}"
                    shown += os.read(ours, 1 << 16).decode().replace("\r\n", "\n")
        finally:
            bash.kill()
    os.close(ours)
    return shown


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal as Unix has them")
def test_bash_completes_what_is_typed(tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"")
    steps = [('eval "$(_REPORTPARSE_COMPLETE=bash_source reportparse)"; echo ready\n', r"^ready$")]
    for number, (before, _) in enumerate(CASES):
        steps.append((f"{before}\t{TO_START}echo line {number}: \n", rf"^line {number}: .*\n"))
    said = type_into_bash(steps, tmp_path)

    assert dict(re.findall(r"^line (\d+):  ?(.*?)\s*$", said, re.MULTILINE)) == {
        str(number): after for number, (_, after) in enumerate(CASES)
    }


@pytest.mark.parametrize(("name", "check"), [("zsh", ["-n"]), ("fish", ["--no-execute"])])
def test_the_script_is_one_that_the_shell_reads(name, check, tmp_path):
    script = tmp_path / f"complete.{name}"
    environment = {**ENVIRONMENT, "_REPORTPARSE_COMPLETE": f"{name}_source"}
    script.write_bytes(subprocess.run(["reportparse"], env=environment, capture_output=True, check=True).stdout)

    subprocess.run([shell(name), *check, script], check=True)


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_other_shells_get_the_same_answers(name):
    asked = {
        "zsh": {"COMP_WORDS": "reportparse figures --role ba", "COMP_CWORD": "3"},
        "fish": {"COMP_WORDS": "reportparse figures --role ba", "COMP_CWORD": "ba"},
    }[name]
    environment = {**ENVIRONMENT, **asked, "_REPORTPARSE_COMPLETE": f"{name}_complete"}
    done = subprocess.run(["reportparse"], env=environment, capture_output=True, text=True, check=True)

    assert "baseline" in done.stdout
    assert "target" not in done.stdout
