"""`batch`: many reports, each in a process of its own, with a manifest of what became of them."""

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Unpack

from reportparse.batches.entry import NO_TEXT, Entry
from reportparse.batches.inputs import find_inputs
from reportparse.batches.isolation import Workers, read_isolated
from reportparse.batches.manifest import Manifest
from reportparse.batches.naming import name_records
from reportparse.batches.places import has_file, is_url, read_bytes, remove_file
from reportparse.batches.task import Limits, Task
from reportparse.errors import ReportError
from reportparse.recognition import ReadOptions

MANIFEST = "manifest.jsonl"

# Tasks that an executor is given at a time: enough for a thousand workers, few enough to be forgotten at an interrupt.
MAX_IN_FLIGHT = 2_000


@dataclass(slots=True)
class Totals:
    """What became of a batch so far."""

    reports: int
    """All that are to be read."""
    done: int = 0
    textless: int = 0
    """Of those done: no page holds text, as in scans."""
    failed: int = 0
    skipped: int = 0
    """Done by an earlier run."""
    pages: int = 0
    figures: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    """How often each error occurred."""

    def add(self, entry: Entry) -> None:
        """Count an entry of this run."""
        self.done += entry.outcome == "done"
        self.textless += entry.outcome == "done" and entry.code == NO_TEXT
        self.failed += entry.outcome == "failed"
        self.pages += entry.pages or 0
        self.figures += entry.figures or 0
        if entry.code and entry.outcome == "failed":
            self.codes[entry.code] += 1


Tell = Callable[[Entry, Totals], None]
"""Called after each report with its entry and what became of the batch so far."""


def batch(  # noqa: PLR0913  # each is a decision of its own
    inputs: Iterable[str | Path] | str | Path,
    output: str | Path,
    *,
    jobs: int | None = None,
    resume: bool = False,
    limits: Limits = Limits(),  # noqa: B008  # it is frozen
    manifest: str | Path | None = None,
    executor: Executor | None = None,
    allow_remote: bool = False,
    progress: Tell | None = None,
    **options: Unpack[ReadOptions],
) -> Totals:
    """Read many reports: one JSON for each in `output`, and `manifest.jsonl` with a line for each.

    A report that can not be read, crashes, hangs or takes too much memory is a line with its error; the others go on.

    Args:
        inputs: Files, folders, patterns; URLs with `allow_remote`.
        output: A folder, made where it is not there.
        jobs: Reports at a time, each in a process of its own; as many as there are cores by default.
        resume: Leave out what the manifest of an earlier run says is done, where the content is the same.
        limits: What one report may cost.
        manifest: The manifest's file; it stands in `output` where that is a folder, and has to be given for a URL.
        executor: Runs the work instead of `jobs` processes here; what it runs is given by name, so that this library
            has to be installed where it runs.
        allow_remote: Whether URLs may be read from.
        progress: Called after each report.
        options: How each is read: see `ReadOptions`; `ocr` is "never" by default, for it takes seconds a page.

    Raises:
        RemoteNotAllowed, MissingExtra: See `inputs`.
        BadManifest: That of an earlier run can not be read.
        ValueError: `output` is a URL, and there is no `manifest`.
        OSError: The folder or the manifest can not be written.
    """
    places = [inputs] if isinstance(inputs, str | Path) else inputs
    found = find_inputs(places, allow_remote=allow_remote)
    folder = os.fspath(output)
    if is_url(folder):
        if manifest is None:
            raise ValueError("a manifest grows line by line, as no object store can: name a file for it")
    else:
        Path(folder).mkdir(parents=True, exist_ok=True)
        _remove_parts(Path(folder))
    totals = Totals(len(found))
    with Manifest(Path(manifest or Path(folder, MANIFEST)), keep=resume) as lines:
        earlier = lines.entries
        names = name_records(found, {place: entry.output for place, entry in earlier.items() if entry.output})
        tasks = (Task(place, folder, names[place], {"ocr": "never", **options}) for place in found)
        left = (task for task in tasks if not _is_done(task, earlier.get(task.input), totals))
        with _engine(executor, jobs or count_cores(), limits) as submit:
            for entry in _run(left, submit):
                lines.add(entry)
                totals.add(entry)
                if entry.outcome == "failed" and entry.input in earlier:
                    remove_file(folder, names[entry.input])  # what an earlier content gave is no record of this one
                if progress is not None:
                    progress(entry, totals)
        lines.sort(found)
    return totals


def count_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _remove_parts(folder: Path) -> None:
    """Files that a killed run had begun."""
    for part in folder.glob(".*.json*.part"):
        part.unlink(missing_ok=True)


def _is_done(task: Task, entry: Entry | None, totals: Totals) -> bool:
    """Whether an earlier run has read this very content into this very file, and this one could read no more of it."""
    if entry is None or entry.outcome != "done":
        return False
    if entry.code == NO_TEXT and task.options.get("ocr", "never") != "never":
        return False
    if not has_file(task.folder, task.output):
        return False
    try:
        is_same = hashlib.sha256(read_bytes(task.input)).hexdigest() == entry.sha256
    except OSError:
        return False
    totals.skipped += is_same
    return is_same


Submit = Callable[[Task], "Future[Entry]"]


@contextmanager
def _engine(executor: Executor | None, jobs: int, limits: Limits) -> Iterator[Submit]:
    """What runs the tasks: threads here, each with a worker of its own, or the executor from outside."""
    if executor is not None:
        yield lambda task: executor.submit(read_isolated, task, limits)
        return
    workers = Workers(limits)
    threads = ThreadPoolExecutor(jobs, thread_name_prefix="reportparse")
    try:
        yield lambda task: threads.submit(workers.read, task)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        workers.close()
        threads.shutdown()


def _run(tasks: Iterator[Task], submit: Submit) -> Iterator[Entry]:
    """The entries as they come; at an interrupt what has not begun is forgotten."""
    ended: SimpleQueue[Future[Entry]] = SimpleQueue()
    running: dict[Future[Entry], Task] = {}

    def start(more: Iterable[Task]) -> None:
        for task in more:
            future = submit(task)
            running[future] = task
            future.add_done_callback(ended.put)

    try:
        start(islice(tasks, MAX_IN_FLIGHT))
        while running:
            future = ended.get()
            yield _result(future, running.pop(future))
            start(islice(tasks, 1))
    finally:
        for future in running:
            future.cancel()


def _result(future: "Future[Entry]", task: Task) -> Entry:
    """The entry, or what an executor says in its place when its worker died."""
    if future.cancelled():
        reason = "its task was cancelled"
    else:
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, ReportError) or not isinstance(error, Exception):
            raise error
        reason = type(error).__name__  # each executor has errors of its own for a worker that died
    message = f"{task.input}: the executor lost the worker that read it ({reason}); run again with --resume"
    return Entry(input=task.input, outcome="failed", code="worker-lost", message=message)


__all__ = ["MANIFEST", "Tell", "Totals", "batch", "count_cores"]
