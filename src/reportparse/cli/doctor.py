"""`reportparse doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

import click

import reportparse
from reportparse.cli.command import command, tell
from reportparse.cli.rows import Form, form_options, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

# Programs that are of use beside the package, by the names that systems give them, and for what.
PROGRAMS = (
    (("chromium", "chromium-browser", "google-chrome"), "to open pages that review writes, and to test them"),
    (("ocrmypdf",), "to give scans a text layer"),
    (("tesseract",), "what ocrmypdf reads letters with"),
)
_HIDDEN = {"dev", "docs", "all"}


@command()
@form_options
def doctor(form: Form | None, output: Path | None) -> None:
    """\b
        reportparse doctor

    Tell which packages and programs are there, and how to get those that are missing. Exit status 1 where a package
    that every parse needs is missing; extras and programs are never needed to parse.
    """
    tell(f"reportparse {reportparse.__version__}, Python {platform.python_version()}, {platform.system()}")
    rows = [*_packages(), *_programs()]
    write_rows(rows, form, output)
    if any(row["what"] == "needed" and row["version"] == "missing" for row in rows):
        raise click.exceptions.Exit(1)


def _packages() -> Iterator[dict[str, str]]:
    """The packages that the installed package asks for, those of extras under the extra's name."""
    for name, extra in _requirements():
        if extra in _HIDDEN:
            continue
        what = f"extra {extra}" if extra else "needed"
        try:
            found, help_text = version(name), ""
        except PackageNotFoundError:
            found = "missing"
            help_text = f"pip install 'reportparse[{extra}]'" if extra else f"pip install {name}"
        yield {"what": what, "name": name, "version": found, "to get it": help_text}


def _requirements() -> Iterator[tuple[str, str | None]]:
    """Each requirement's name, and the extra that brings it."""
    for line in requires("reportparse") or []:
        name, _, marker = line.partition(";")
        extra = marker.partition("extra ==")[2].strip(" '\"") or None
        yield name.split(">")[0].split("=")[0].split("[")[0].strip(), extra


def _programs() -> Iterator[dict[str, str]]:
    for names, use in PROGRAMS:
        path = next(filter(None, map(shutil.which, names)), None)
        hint = "" if path else f"{_install_with()} {names[0]}  ({use})"
        yield {"what": "program", "name": names[0], "version": "found" if path else "missing", "to get it": hint}


def _install_with() -> str:
    return {"darwin": "brew install", "win32": "winget install"}.get(sys.platform, "apt install")
