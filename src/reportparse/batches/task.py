"""What a worker is asked to do: one report, and how much it may cost."""

from dataclasses import dataclass, field

from reportparse.recognition import Ocr

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
    password: str | None = field(default=None, repr=False)
    """Not in any text that an executor may log."""
    ocr: Ocr = "never"
    language: str = "eng"
    nlp: str | None = None
    """Name of a trained pipeline, which has to be installed where the task runs."""
