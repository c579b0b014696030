"""How a batch goes: a bar with its rate and the time left on a terminal, a line for each report elsewhere."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportparse.cli.command import is_quiet, say, wants_progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportparse.batches import Entry, Totals
    from reportparse.batches.run import Tell


@contextmanager
def show_batch() -> Iterator[Tell | None]:
    """What to call after each report; on standard error."""
    if is_quiet():
        yield None
    elif not wants_progress() or not sys.stderr.isatty():
        yield tell_line
    else:
        with _show_bar() as tell:
            yield tell


def tell_line(entry: Entry, totals: Totals) -> None:
    """One report in a line."""
    number = f"[{totals.done + totals.failed + totals.skipped}/{totals.reports}]"
    seconds = "" if entry.seconds is None else f" ({entry.seconds:.1f} s)"
    if entry.outcome == "failed":
        text = f"{number} failed, {entry.code}: {entry.message}{seconds}"
        say("error", text, text, entry=json.loads(entry.to_line()))
    else:
        counts = f"{entry.pages} pages, {entry.figures} figures, {entry.coverage}% of the text"
        text = f"{number} {entry.input}: {counts}{seconds}"
        say("info", text, text, entry=json.loads(entry.to_line()))


@contextmanager
def _show_bar() -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Reports a second, of the last half minute."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")

    left = TimeRemainingColumn()
    columns = (MofNCompleteColumn(), BarColumn(), Rate(), left, TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("", total=None)

        def tell(entry: Entry, totals: Totals) -> None:
            if entry.outcome == "failed":
                progress.console.print(f"failed, {entry.code}: {entry.message}", markup=False, highlight=False)
            failed = f"{totals.failed} failed" if totals.failed else ""
            completed = totals.done + totals.failed + totals.skipped
            progress.update(bar, total=totals.reports, completed=completed, description=failed)

        yield tell
