"""The manifest of a batch: a line for each report as soon as it is read, on the disk before the next."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from reportparse.atomic import write_bytes
from reportparse.batches.entry import Entry, read_entry
from reportparse.errors import BadManifest


def read_manifest(path: Path) -> Iterator[Entry]:
    """The entries of a manifest in their order; of a report read twice the last counts.

    A last line that was cut off, as by a killed process, is passed over.

    Raises:
        BadManifest: Another line is no entry.
        OSError: It can not be read.
    """
    yield from (entry for entry, _ in _read_lines(path))


def _read_lines(path: Path) -> Iterator[tuple[Entry, int]]:
    """(an entry, where its line ends)"""
    end = 0
    bad = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if bad:
                raise BadManifest(path, bad)
            end += len(line)
            try:
                entry = read_entry(line.decode())
            except ValueError:
                bad = number
                continue
            if line.endswith(b"\n"):
                yield entry, end


class Manifest:
    """An open manifest."""

    def __init__(self, path: Path, *, keep: bool = False) -> None:
        """Open it, anew or to go on with what it holds.

        Raises:
            BadManifest: What it holds can not be read.
        """
        self._path = path
        self.entries: dict[str, Entry] = {}
        """The last entry of each input that an earlier run has read."""
        end = 0
        if keep and path.exists():
            for entry, end in _read_lines(path):  # noqa: B007  # where the last whole line ends
                self.entries[entry.input] = entry
        self._file = path.open("r+b" if end else "wb")
        self._file.truncate(end)
        self._file.seek(end)

    def __enter__(self) -> Self:
        """Nothing but the manifest itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self._file.close()

    def add(self, entry: Entry) -> None:
        """Write a line, and wait until the disk has it."""
        self._file.write(entry.to_line().encode())
        self._file.flush()
        os.fsync(self._file.fileno())

    def sort(self, inputs: Iterable[str]) -> None:
        """Write it anew with one line for each input: these in their order, then those of earlier runs only.

        How a batch came about, and in how many runs, leaves no trace but the timings.
        """
        self._file.close()
        lines = {entry.input: entry.to_line() for entry in read_manifest(self._path)}
        ordered = [lines.pop(place) for place in inputs if place in lines]
        write_bytes("".join([*ordered, *lines.values()]).encode(), self._path)
