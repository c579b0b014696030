"""Which files a batch is made of: files, folders, patterns, and URLs where they are allowed."""

import glob
import os.path
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportparse.batches.places import is_url, open_url
from reportparse.errors import RemoteNotAllowed


def find_inputs(places: Iterable[str | Path], *, allow_remote: bool = False) -> list[str]:
    """The files that are meant, each once, those of a folder or a pattern by name.

    Args:
        places: Files of any name; folders, whose *.pdf are meant, also those in folders within; patterns such as
            "reports/*.pdf" and "reports/**/*.pdf"; URLs that fsspec knows, with patterns too.
        allow_remote: Whether a URL may be read from.

    Raises:
        RemoteNotAllowed: A URL, without `allow_remote`.
        MissingExtra: A URL, without fsspec.
    """
    found: dict[str, str] = {}
    for place in map(str, places):
        for file in _find_remote(place, allow_remote) if is_url(place) else _find_local(place):
            found.setdefault(file if is_url(file) else os.path.abspath(file), file)  # noqa: PTH100  # links stay
    return list(found.values())


def _find_local(place: str) -> Iterator[str]:
    """What is not there is given back as it is: reading it fails, and that is told with the others."""
    path = Path(place)
    if path.is_dir():
        yield from (str(file) for file in sorted(path.rglob("*")) if file.suffix.lower() == ".pdf" and file.is_file())
    elif path.exists() or not glob.has_magic(place):
        yield place
    else:
        yield from sorted(file for file in glob.glob(place, recursive=True) if Path(file).is_file()) or [place]  # noqa: PTH207


def _find_remote(place: str, allow_remote: bool) -> Iterator[str]:
    if not allow_remote:
        raise RemoteNotAllowed(place)
    filesystem, path = open_url(place)
    if glob.has_magic(path):
        found = sorted(filesystem.glob(path))
    elif not place.startswith("http") and filesystem.isdir(path):
        found = sorted(file for file in filesystem.find(path) if file.lower().endswith(".pdf"))
    else:
        found = []
    yield from (str(filesystem.unstrip_protocol(file)) for file in found) if found else [place]
