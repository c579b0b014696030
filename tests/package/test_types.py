"""A user's project under mypy --strict, checked against the package as it is installed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

CONSUMER = Path(__file__).parent / "consumer"


def check(path, cache, python=sys.executable):
    """The exit status and the complaints of mypy in the consumer's folder, which has no settings of ours."""
    command = [
        sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", cache, "--python-executable", python,
    ]  # fmt: skip
    done = subprocess.run([*command, path.name], cwd=path.parent, capture_output=True, text=True, check=False)
    return done.returncode, re.findall(r"^[\w.]+:(\d+): error: .*\[([\w-]+)\]$", done.stdout, re.MULTILINE), done.stdout


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("mypy")


def test_a_strict_project_has_nothing_to_complain_of(cache):
    status, _, said = check(CONSUMER / "targets.py", cache)

    assert status == 0, said


def test_mistakes_are_found_so_types_are_known(cache):
    path = CONSUMER / "mistakes.py"
    _, found, said = check(path, cache)
    lines = path.read_text("utf-8").splitlines()
    expected = [(str(at), line.partition("  # ")[2]) for at, line in enumerate(lines, 1) if "  # " in line]

    assert found == expected, said
