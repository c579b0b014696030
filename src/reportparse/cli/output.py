"""Text out: to standard output, or to a file that appears whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path


def write(text: str, path: Path | None) -> None:
    """Write `text` to the file at `path`, or to standard output where there is none.

    The file is written beside its place and renamed, so that no reader and no fault ever leaves half of it.
    """
    if path is None:
        sys.stdout.buffer.write(text.encode())
        return
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        Path(beside).chmod(_usual_mode())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    """What a file of this user gets: temporary files are made for their owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
