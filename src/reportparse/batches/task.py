"""What a worker is asked to do: one report, and how much it may cost."""

from dataclasses import dataclass, field

from reportparse.recognition import ReadOptions

# A report of 60 pages takes 2 s on a slow machine; 2 minutes are 3,000 pages, or a file that never ends.
MAX_SECONDS = 120.0
# What a file may take above the 80 MB of the reader itself, in MB.  Reports take 20 to 150.
MAX_MEMORY = 900


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost; a worker that goes beyond is killed, and the file has failed."""

    seconds: float | None = MAX_SECONDS
    memory: int | None = MAX_MEMORY
    """Megabytes above those of the reader itself; kept where the system can (Linux)."""


@dataclass(frozen=True, slots=True)
class Task:
    """One report to read, in whatever process."""

    input: str
    """A path, or a URL."""
    folder: str
    """Where the record goes: a path, or a URL."""
    output: str
    """The record's file in it."""
    options: ReadOptions = field(default_factory=ReadOptions, repr=False)
    """How it is read; not in any text that an executor may log, since there may be a password."""
