"""The pages tell the truth: what they show is what the commands print, and no code goes without a word."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import outputs
import pytest
import reference

from reportparse import errors
from reportparse.cli.group import COMMANDS

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "reportparse"
WARNINGS = ("record", "pdf", "pictures", "tables", "recognition.py")


def sources(*rooms: str) -> list[Path]:
    """The modules of some rooms."""
    return [path for room in rooms for path in (sorted((SOURCE / room).rglob("*.py")) or [SOURCE / room])]


def strings(*rooms: str) -> set[str]:
    """Every string in the source of some rooms."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sources(*rooms)]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def warning_codes() -> set[str]:
    """First parts of (code, message), and what stands behind "code"."""
    found = set()
    for path in sources(*WARNINGS):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "code" and isinstance(node.value, ast.Constant):
                found.add(node.value.value)
            if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Constant):
                found.add(node.elts[0].value)
            if isinstance(node, ast.Dict) and "code" in [getattr(key, "value", None) for key in node.keys]:
                found.update(
                    value.value
                    for key, value in zip(node.keys, node.values, strict=True)
                    if getattr(key, "value", None) == "code" and isinstance(value, ast.Constant)
                )
    return {code for code in found if isinstance(code, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+", code)}


def check_kinds() -> set[str]:
    """What is given as the kind of a check: kind="..." or the first argument of a function that makes one."""
    found = set()
    for path in (SOURCE / "checks").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                first = node.args[:1] if getattr(node.func, "id", "") in {"_tell", "_combine", "_Source"} else []
                given = [*first, *(keyword.value for keyword in node.keywords if keyword.arg == "kind")]
                found.update(value.value for value in given if isinstance(value, ast.Constant))
    return found


@pytest.mark.parametrize("page", outputs.PAGES, ids=lambda page: page.name)
def test_a_page_shows_what_the_commands_print(page):
    shown = page.read_text(encoding="utf-8")

    assert outputs.settle(outputs.renew_page(page)) == outputs.settle(shown), "stale: run make docs"


def test_every_warning_is_documented():
    documented = set(reference.read_codes()["warnings"])

    assert warning_codes() - documented == set()
    assert documented - strings(*WARNINGS) == set()


def test_every_check_is_documented():
    assert set(reference.read_codes()["checks"]) == check_kinds()


def test_every_error_is_documented():
    named = {name for name, each in vars(errors).items() if isinstance(each, type)
             and issubclass(each, errors.ReportError)}  # fmt: skip

    assert set(reference.read_codes()["errors"]) == named - {"ReportError"}


def test_every_command_is_in_the_reference():
    told = reference.command_line()

    assert [name for name in COMMANDS if f"\n## {name}\n" not in told] == []


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The pages, built; any warning fails."""
    target = tmp_path_factory.mktemp("pages")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-d", target / "trees", "docs", target / "html"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target / "html"


def test_pages_ask_nothing_of_a_network(built):
    asked = re.compile(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)=["'](?:https?:)?//""")
    imported = re.compile(r"@import|url\(\s*[\"']?(?:https?:)?//")

    assert [page.name for page in built.rglob("*.html") if asked.search(page.read_text(encoding="utf-8"))] == []
    assert [sheet.name for sheet in built.rglob("*.css") if imported.search(sheet.read_text(encoding="utf-8"))] == []


def test_search_finds_a_page_that_is_opened_from_disk(built, browser):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built / "search.html").as_uri() + "?q=restatements")
    page.wait_for_selector("#search-results li a", timeout=10_000)

    assert "Cookbook" in page.inner_text("#search-results")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
