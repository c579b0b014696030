"""`reportparse info`: a first look at a PDF, without parsing it, or at a record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

import reportparse
from reportparse.cli.arguments import is_record, password_option, pdf_argument, read_source
from reportparse.cli.command import command
from reportparse.cli.output import output_option, write

if TYPE_CHECKING:
    from reportparse.models import Report

# Pages looked at for text: enough to know a scan, and read in a tenth of a second.
SAMPLE_PAGES = 8

Facts = dict[str, str | int | bool | list[int] | None]


@command()
@pdf_argument
@click.option("--scanned", is_flag=True, help="Say nothing; exit status 0 for pages without text, else 1.")
@click.option("--nl", "--jsonl", "--json", "is_json", is_flag=True, help="As JSON, in one line.")
@output_option
@password_option
def info(file: Path, scanned: bool, is_json: bool, output: Path | None, password: str | None) -> None:
    """\b
        reportparse info report.pdf
        reportparse info report.json
        reportparse info --scanned report.pdf && ocrmypdf report.pdf report-with-text.pdf

    Tell what FILE is: a PDF's pages, tags and text; a record's counts and coverage.
    """
    source = read_source(file)
    facts = _record_facts(reportparse.load(source)) if is_record(source) else _pdf_facts(source, password)
    if scanned:
        raise click.exceptions.Exit(0 if facts.get("words on them") == 0 else 1)
    if is_json:
        write(json.dumps(facts, ensure_ascii=False) + "\n", output)
        return
    width = max(map(len, facts))
    write("".join(f"{name:{width}}  {_say(value)}\n" for name, value in facts.items()), output)


def _pdf_facts(source: Path | bytes, password: str | None) -> Facts:
    from reportparse.pdf import Document

    with Document(source, password) as document:
        step = max(1, -(-document.page_count // SAMPLE_PAGES))
        numbers = list(range(1, document.page_count + 1, step))
        words = {page.number: len(page.words) for page in document.read_pages(numbers)}
        empty = [number for number, count in words.items() if not count]
        return {
            "file": document.name,
            "title": document.metadata.get("Title"),
            "producer": document.metadata.get("Producer"),
            "pages": document.page_count,
            "tagged": document.is_tagged,
            "encrypted": document.is_encrypted,
            "bookmarks": len(document.read_bookmarks()),
            "pages looked at": len(words),
            "words on them": sum(words.values()),
            "without text": empty,
        }


def _record_facts(report: Report) -> Facts:
    pcc, period, coverage = report.metadata.pcc, report.metadata.period, report.coverage
    share = 100 * (coverage.characters - coverage.residue) / max(1, coverage.characters)
    return {
        "file": report.source.path,
        "title": report.metadata.title,
        "kind": report.metadata.kind,
        "pcc": pcc.name if pcc else None,
        "period": period.label if period else None,
        "pages": report.source.page_count,
        "sections": len(report.sections),
        "paragraphs": len(report.paragraphs),
        "tables": len(report.tables),
        "pictures": len(report.pictures),
        "figures": len(report.figures),
        "checks failed": sum(not check.passed for check in report.checks),
        "coverage": f"{share:.2f}% of {coverage.characters:,} characters",
        "warnings": len(report.warnings),
    }


def _say(value: str | int | bool | list[int] | None) -> str:
    """A value as people read it.

    >>> [_say(value) for value in (True, None, [], [3, 4], 12)]
    ['yes', '-', 'none', '3, 4', '12']
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return "-" if value is None else str(value)
