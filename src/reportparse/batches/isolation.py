"""Reports read in processes of their own, which can be killed; what kills one is an entry like any other.

The processes are started as programs rather than forked: they share no memory, threads or open files with the caller,
and a script that calls `reportparse.batch` needs no `if __name__ == "__main__"`.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import asdict
from pathlib import Path
from threading import Lock, Timer
from time import perf_counter

import reportparse
from reportparse.batches.entry import Entry, read_entry
from reportparse.batches.task import Limits, Task
from reportparse.batches.worker import READY
from reportparse.errors import NoWorker

# Files after which a worker makes room for a new one: what libraries leak stays small, and starting costs a hundredth.
MAX_FILES = 200


class Worker:
    """One process, and the pipes to it."""

    def __init__(self, limits: Limits) -> None:
        """Start it; it loads the reader while nobody waits for it yet."""
        self._limits = limits
        self._left = MAX_FILES
        self._is_ready = False
        start = f"from reportparse.batches.worker import main; main({limits.seconds or 0}, {limits.memory or 0})"
        root = str(Path(reportparse.__file__).parents[1])
        paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(  # noqa: S603  # this very program
            [sys.executable, "-c", start],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip

    def read(self, task: Task) -> Entry:
        """Read one report; afterwards it may be dead or spent (`is_usable`)."""
        self._await_ready()
        start = perf_counter()
        clock = _Clock(self._limits.seconds, self._process.kill)
        line = self._ask(json.dumps(asdict(task)))
        clock.stop()
        self._left -= 1
        if line.endswith(b"\n"):
            entry = read_entry(line.decode())
            if clock.has_rung or entry.code == "memory":  # its memory may be in pieces
                self._left = 0
            return entry
        self.close()
        code, message = self._explain(clock.has_rung)
        return Entry(
            input=task.input, outcome="failed", code=code, message=f"{task.input} {message}",
            seconds=round(perf_counter() - start, 3),
        )  # fmt: skip

    def _ask(self, line: str) -> bytes:
        """The answer; less than a line from a process that died."""
        assert self._process.stdin and self._process.stdout  # noqa: PT018, S101
        try:
            self._process.stdin.write(line.encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return b""
        return self._process.stdout.readline()

    def _await_ready(self) -> None:
        assert self._process.stdout  # noqa: S101
        if not self._is_ready and self._process.stdout.readline() != READY:
            raise NoWorker(sys.executable)
        self._is_ready = True

    def _explain(self, is_late: bool) -> tuple[str, str]:
        """(code, message) of a death."""
        if is_late:
            return "timeout", f"takes longer than {self._limits.seconds:g} s; pass --timeout to allow more"
        status = self._process.returncode
        how = f"signal {signal.Signals(-status).name}" if status < 0 else f"exit status {status}"
        return "crash", f"ends the process that reads it ({how}); the file is broken, hostile, or takes too much memory"

    @property
    def is_usable(self) -> bool:
        """Whether it lives and may read another."""
        return self._left > 0 and self._process.poll() is None

    def kill(self) -> None:
        """End it; whoever waits for its answer gets none."""
        self._process.kill()

    def close(self) -> None:
        """Kill it, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                pipe.close()  # type: ignore[union-attr]  # both are pipes
            except BrokenPipeError:
                continue


class _Clock:
    """Calls `ring` after some seconds, unless it is stopped before."""

    def __init__(self, seconds: float | None, ring: Callable[[], None]) -> None:
        self.has_rung = False
        self._ring = ring
        self._timer = Timer(seconds, self._end) if seconds else None
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()

    def _end(self) -> None:
        self.has_rung = True
        self._ring()

    def stop(self) -> None:
        """From here on it has rung or never will."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()


class Workers:
    """Workers that wait for a task; as many are started as threads ask at a time."""

    def __init__(self, limits: Limits) -> None:
        """None is started yet."""
        self._limits = limits
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._lock = Lock()
        self._is_closed = False

    def read(self, task: Task) -> Entry:
        """Read one report, in whichever thread."""
        worker = self._take()
        try:
            return worker.read(task)
        finally:
            self._give_back(worker)

    def _take(self) -> Worker:
        with self._lock:
            if self._is_closed:
                raise CancelledError
            while self._idle:
                worker = self._idle.pop()
                if worker.is_usable:
                    return worker
                self._all.discard(worker)
                worker.close()
            worker = Worker(self._limits)
            self._all.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if worker.is_usable and not self._is_closed:
                self._idle.append(worker)
                return
            self._all.discard(worker)
        worker.close()

    def close(self) -> None:
        """Kill all, also those that read."""
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, []
            for worker in self._all:
                worker.kill()
        for worker in idle:
            worker.close()


_SHARED: dict[Limits, Workers] = {}
_SHARED_LOCK = Lock()


def read_isolated(task: Task, limits: Limits) -> Entry:
    """Read one report in a worker of this process, for executors whose own processes must not die of a file."""
    with _SHARED_LOCK:
        if not _SHARED:
            atexit.register(_close_shared)
        workers = _SHARED.setdefault(limits, Workers(limits))
    return workers.read(task)


def _close_shared() -> None:
    for workers in _SHARED.values():
        workers.close()
