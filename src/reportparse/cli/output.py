"""Text out: to standard output, or to a file that appears whole or not at all; progress on a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from reportparse.atomic import write_bytes


def write(text: str, path: Path | None) -> None:
    """Write `text` to the file at `path`, or to standard output where there is none.

    The file is written beside its place and renamed, so that no reader and no fault ever leaves half of it.
    """
    if path is None:
        sys.stdout.buffer.write(text.encode())
        return
    write_bytes(text.encode(), path)


@contextmanager
def show_progress(is_wanted: bool = True) -> Iterator[Callable[[int, int], None] | None]:
    """A line that counts pages and is gone at the end; None where standard error is no terminal."""
    if not is_wanted or not sys.stderr.isatty():
        yield None
        return
    try:
        yield lambda page, count: click.echo(f"\rpage {page} of {count}", nl=False, err=True)
    finally:
        click.echo("\r" + " " * 30 + "\r", nl=False, err=True)
