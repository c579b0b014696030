"""The front door: what `import reportparse` offers, and what it does not."""

import pkgutil
import subprocess
import sys

import pytest

import reportparse

ROOMS = {module.name for module in pkgutil.iter_modules(reportparse.__path__)}


def fresh(code):
    """What a program of its own prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize(
    "code",
    [
        "import reportparse; print(*dir(reportparse))",
        "import reportparse; print(*vars(reportparse))",
        "import reportparse\nfor name in reportparse.__all__: getattr(reportparse, name)\nprint(*dir(reportparse))",
        "import reportparse.cli; reportparse.parse; print(*vars(reportparse))",
    ],
    ids=["dir", "vars", "all-used", "command-line"],
)
def test_nothing_leaks_but_what_is_offered(code):
    public = {name for name in fresh(code) if not name.startswith("_")}

    assert public - ROOMS <= set(reportparse.__all__)


def test_a_star_gives_what_is_offered():
    names = fresh("from reportparse import *; print(*(name for name in list(vars()) if name != 'annotations'))")

    assert {name for name in names if not name.startswith("__") or name == "__version__"} == set(reportparse.__all__)


def test_few_names_are_offered_and_each_says_what_it_is():
    assert len(reportparse.__all__) < 15
    for name in reportparse.__all__:
        offered = getattr(reportparse, name)
        assert isinstance(offered, str) or offered.__doc__.strip()


def test_what_is_not_offered_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'reportparse' has no attribute 'pares'"):
        reportparse.pares  # noqa: B018
