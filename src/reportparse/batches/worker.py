"""A process that reads reports: a task in JSON on a line of standard input, an entry on a line of standard output.

It is started by `isolation`.
"""

import json
import os
import signal
import sys
from pathlib import Path

READY = b"ready\n"
# Seconds after which a worker ends itself where nobody did it in time, because whoever started it is dead.
GRACE = 10.0


def main(seconds: float, megabytes: int) -> None:
    """Read tasks until standard input ends; each may take these seconds and megabytes, 0 for any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt of the terminal goes to all; whoever started it decides
    answers = os.fdopen(os.dup(1), "wb")
    from reportparse.batches.reading import read_task  # noqa: PLC0415  # what is costly is loaded once, before the limits
    from reportparse.batches.task import Task  # noqa: PLC0415

    _silence()
    _limit_memory(megabytes)
    answers.write(READY)
    answers.flush()
    for line in sys.stdin.buffer:
        if seconds and hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)  # kills, also in the middle of PDFium
        entry = read_task(Task(**json.loads(line)))
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        answers.write(entry.to_line().encode())
        answers.flush()


def _silence() -> None:
    """What libraries print must neither spoil the answers nor the terminal."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def _limit_memory(megabytes: int) -> None:
    """Let the address space grow by that much and no more; no file of a dead process is kept either."""
    try:
        import resource  # noqa: PLC0415  # not on every system

        size = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (ImportError, OSError):
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if megabytes:
        limit = size + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
