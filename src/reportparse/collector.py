"""Python's collector of cycles, held back while work is done that makes very many objects and hardly a cycle."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collector() -> Iterator[None]:
    """Keep the collector from walking all objects again and again, for a tenth of the time that reading takes.

    Memory does not grow by it, as what nothing refers to any more still goes at once.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def skip_last_collection() -> None:
    """Keep the collector from walking all objects when the process ends, which takes their memory back anyhow."""
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
