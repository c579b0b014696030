"""One report read and written; whatever happens becomes an entry."""

import hashlib
from time import perf_counter
from typing import Any

from reportparse.batches.entry import Entry, code_of, describe
from reportparse.batches.places import read_bytes, write_bytes
from reportparse.batches.task import Task
from reportparse.errors import ReportError
from reportparse.pdf import NamedBytes
from reportparse.recognition import parse_recognised


def read_task(task: Task) -> Entry:
    """Read the report, write its record, and tell what became of it; nothing is raised but an interrupt."""
    start = perf_counter()
    known: dict[str, Any] = {"input": task.input}
    try:
        data = read_bytes(task.input)
        known |= {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        source = NamedBytes(data, task.input.encode("utf-8", "backslashreplace").decode())  # a path need not be Unicode
        report = parse_recognised(source, **task.options)
        write_bytes((report.model_dump_json(indent=2) + "\n").encode(), task.folder, task.output)
        known |= {"outcome": "done", "output": task.output, **describe(report), "input": task.input}
    except Exception as error:  # noqa: BLE001  # one file must not stop the others; the entry tells what it was
        known |= {"outcome": "failed", "code": _code(error), "message": _say(error, task)}
    return Entry(**known, seconds=round(perf_counter() - start, 3))


def _code(error: Exception) -> str:
    if isinstance(error, ReportError):
        return code_of(type(error))
    if isinstance(error, MemoryError):
        return "memory"
    return "unreadable" if isinstance(error, OSError) else "bug"


def _say(error: Exception, task: Task) -> str:
    """One line without the password."""
    if isinstance(error, MemoryError):
        return f"{task.input} takes more memory than it may; pass --memory to allow more"
    if isinstance(error, ReportError):
        text = str(error)
    elif isinstance(error, OSError):
        text = f"{error.filename or task.input}: {error.strerror or error}"
    else:
        text = f"{task.input}: {type(error).__name__}: {error}"
    text = " ".join(text.split())
    password = task.options.get("password")
    return text.replace(password, "***") if password else text
