"""A landing page for a folder of records: one line a report, with links to its record and its review page."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from reportparse.models import Report
from reportparse.review.html import render

COLUMNS = (
    "area", "period", "title", "kind", "pages", "paragraphs", "tables", "figures", "failed checks", "warnings",
    "coverage",
)  # fmt: skip
"""What a line tells of a report, in this order; coverage is in percent of its characters."""


class Entry(NamedTuple):
    """One report of a folder."""

    path: Path
    """Its record."""
    facts: dict[str, str | int | float | None]
    """By the names of `COLUMNS`."""


def read_entry(path: Path, report: Report) -> Entry:
    """The line of a report."""
    metadata, coverage = report.metadata, report.coverage
    values = (
        metadata.pcc.name if metadata.pcc else None,
        metadata.period.label if metadata.period else None,
        metadata.title,
        metadata.kind.replace("_", " "),
        report.source.page_count,
        len(report.paragraphs),
        len(report.tables),
        len(report.figures),
        sum(not check.passed for check in report.checks),
        len(report.warnings),
        round(100 * (coverage.characters - coverage.residue) / max(1, coverage.characters), 2),
    )
    return Entry(path, dict(zip(COLUMNS, values, strict=True)))


def index_page(entries: Iterable[Entry], folder: Path, failed: Iterable[tuple[Path, str]] = ()) -> str:
    """The HTML of the landing page, which is to stand in `folder`; `failed` are records that can not be read, and why.

    Lines are in order of area and period.  The review page of `kent.json` is looked for beside it, as
    `kent.json.review.html` or `kent.review.html`.
    """
    ordered = sorted(entries, key=lambda entry: (str(entry.facts["area"]), str(entry.facts["period"]), entry.path))
    view: dict[str, Any] = {
        "title": f"{len(ordered)} {'report' if len(ordered) == 1 else 'reports'}",
        "columns": COLUMNS,
        "rows": [
            {
                "cells": [entry.facts[name] for name in COLUMNS],
                "record": link(entry.path, folder),
                "review": next((link(page, folder) for page in review_pages(entry.path)), None),
                "name": entry.path.name,
            }
            for entry in ordered
        ],
        "failed": [{"name": path.name, "why": why} for path, why in failed],
    }
    return render("index.html", view, styles=("theme.css", "index.css"), scripts=("sort.js",))


def review_pages(path: Path) -> Iterable[Path]:
    """The review pages that stand beside a record."""
    places = (path.with_name(f"{path.name}.review.html"), path.with_suffix(".review.html"))
    return (place for place in places if place.is_file())


def link(path: Path, folder: Path) -> str:
    """A relative address, so that the folder can be moved or sent as a whole."""
    return quote(Path(os.path.relpath(path, folder)).as_posix())
