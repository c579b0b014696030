"""`reportparse batch`: many reports, each with an outcome, whatever they are."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportparse.cli.arguments import Reading, profile_option, reading_options
from reportparse.cli.batch_progress import show_batch
from reportparse.cli.command import command, is_quiet, say, tell
from reportparse.cli.output import folder_option
from reportparse.cli.rows import as_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    from reportparse.batches import Totals

EXIT_SOME_FAILED = 3
EXIT_INTERRUPTED = 130
MANIFEST = "manifest.jsonl"
# Times as long as others that a report may take by default where its pages are recognised, at some seconds each.
OCR_PATIENCE = 10
# Reports that the summary lists one by one; of more, those that failed, so many of them.
MAX_LISTED = 40

_SHOWN = ("area", "year", "pages", "paragraphs", "tables", "figures", "failed_checks", "coverage", "seconds")


@command()
@click.argument("inputs", nargs=-1, required=True, metavar="IN...")
@folder_option
@click.option("-j", "--jobs", type=click.IntRange(1), help="Reports at a time; by default as many as cores.")
@click.option("--resume", is_flag=True, help="Leave out what an earlier run into the same folder has done.")
@click.option("--timeout", type=click.FloatRange(0), help="Seconds a report may take, 0 for any.  [120, 1200 with OCR]")
@click.option("--memory", type=click.IntRange(0), help="Megabytes a report may take, 0 for any.  [900]")
@click.option(
    "--manifest", type=click.Path(dir_okay=False), metavar="FILE", help="By default manifest.jsonl in the folder."
)
@click.option("--allow-remote", is_flag=True, help="Read URLs too: s3://, gs://, https:// ...")
@click.option("--dask", metavar="ADDRESS", help="Run on the Dask cluster there.")
@profile_option
@reading_options
def batch(  # noqa: PLR0913  # each is an option that batches everywhere have
    inputs: tuple[str, ...],
    output: str,
    jobs: int | None,
    resume: bool,
    timeout: float | None,
    memory: int | None,
    manifest: str | None,
    allow_remote: bool,
    dask: str | None,
    profile: bool,
    reading: Reading,
) -> None:
    """\b
        reportparse batch reports/ -o parsed/
        reportparse batch "reports/**/*.pdf" more.pdf -o parsed/ --resume

    Read each report in IN (files, folders, patterns, - for their names on standard input, one a line) into a record in
    a folder.

    Each is read in a process of its own: one that can not be read, crashes or hangs does not stop the others. The
    folder's manifest.jsonl has a line for each, whatever became of it. Exit status 3 if some failed.
    """
    import reportparse
    from reportparse.batches import Limits
    from reportparse.batches.places import is_url

    if is_url(output) and manifest is None:
        raise click.UsageError("a URL as OUT needs --manifest FILE: no object store has files that grow line by line")
    default = Limits()
    patience = 1 if reading["ocr"] == "never" else OCR_PATIENCE
    seconds = patience * (default.seconds or 0) if timeout is None else timeout
    places = [place for name in inputs for place in (_read_names() if name == "-" else [name])]
    limits = Limits(seconds or None, (default.memory if memory is None else memory) or None)
    try:
        with _cluster(dask) as executor, show_batch() as progress:
            totals = reportparse.batch(
                places, output, jobs=jobs, resume=resume, limits=limits, manifest=manifest, executor=executor,
                allow_remote=allow_remote, progress=progress, profile=profile, **reading,
            )  # fmt: skip
    except KeyboardInterrupt as error:
        message = "interrupted; what was read is kept: run again with --resume to go on"
        say("error", message, f"error: {message}")
        raise click.exceptions.Exit(EXIT_INTERRUPTED) from error
    if not totals.reports:
        raise click.UsageError(f"no PDF in {', '.join(inputs)}")
    if not is_quiet():
        _summarise(Path(manifest or Path(output, MANIFEST)), totals)
    if totals.failed:
        raise click.exceptions.Exit(EXIT_SOME_FAILED)


def _read_names() -> list[str]:
    """What standard input names, as `find` and `ls` write it."""
    return [os.fsdecode(name) for name in sys.stdin.buffer.read().splitlines() if name]


@contextmanager
def _cluster(address: str | None) -> Iterator[Executor | None]:
    """The executor of a Dask cluster; None without an address."""
    if address is None:
        yield None
        return
    try:
        from distributed import Client
    except ImportError as error:
        from reportparse.errors import MissingExtra

        raise MissingExtra("distributed", "dask") from error
    with Client(address) as client:
        yield client.get_executor()


def _summarise(manifest: Path, totals: Totals) -> None:
    """A table of the reports, or of the first that failed, and a line of numbers."""
    from reportparse.batches import read_manifest

    entries = list(read_manifest(manifest)) if totals.reports <= MAX_LISTED else []
    if entries:
        rows = [
            {"report": name, "outcome": entry.code or entry.outcome} | {name: getattr(entry, name) for name in _SHOWN}
            for name, entry in zip(_shorten([entry.input for entry in entries]), entries, strict=True)
        ]
        click.echo(as_table(rows), nl=False)
    numbers = [f"{totals.done} read ({totals.pages:,} pages, {totals.figures:,} figures)"]
    numbers += [f"{totals.textless} of them without text: pass --ocr auto"] if totals.textless else []
    numbers += [f"{totals.skipped} done before"] if totals.skipped else []
    codes = ", ".join(f"{count} {code}" for code, count in totals.codes.most_common())
    numbers += [f"{totals.failed} failed ({codes})"] if totals.failed else []
    tell(f"{', '.join(numbers)}; {manifest} tells of each")


def _shorten(places: list[str]) -> list[str]:
    """The places without the folders that all are in.

    >>> _shorten(["parsed/kent/1.pdf", "parsed/surrey/1.pdf"]), _shorten(["parsed/kent/1.pdf"])
    (['kent/1.pdf', 'surrey/1.pdf'], ['1.pdf'])
    """
    folders = [place.split("/")[:-1] for place in places]
    shared = takewhile(lambda names: len(set(names)) == 1, zip(*folders, strict=False))
    start = sum(len(names[0]) + 1 for names in shared)
    return [place[start:] for place in places]
