"""A file that appears whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path


def write_bytes(data: bytes, path: Path) -> None:
    """Write the file at `path`: beside its place first and then renamed, so that nobody ever sees half of it.

    A link keeps pointing where it did.  What is no file, as `/dev/null` or a pipe, is written to and stays what it is.

    Raises:
        OSError: It can not be written.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as place:
            place.write(data)
        return
    path = path.resolve()
    if not path.parent.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "no such folder to write to", str(path.parent))
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
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
