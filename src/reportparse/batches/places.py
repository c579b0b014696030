"""Where reports are read from and records go: files, and URLs where they are allowed."""

import re
from pathlib import Path
from typing import Any

from reportparse import atomic
from reportparse.errors import MissingExtra

# "s3://", "https://", and fsspec's chains such as "zip::s3://"; one letter is a drive.
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:::|://)")


def is_url(place: str) -> bool:
    """Whether it is a URL rather than a path.

    >>> is_url("s3://reports/kent.pdf"), is_url("C:/reports"), is_url("reports/kent.pdf")
    (True, False, False)
    """
    return _URL.match(place) is not None


def read_bytes(place: str) -> bytes:
    """All of a file.

    Raises:
        OSError: It can not be read.
    """
    if not is_url(place):
        return Path(place).read_bytes()
    filesystem, path = open_url(place)
    data: bytes = filesystem.cat_file(path)
    return data


def write_bytes(data: bytes, folder: str, name: str) -> None:
    """Write a file that appears whole or not at all: object stores do so by themselves.

    Raises:
        OSError: It can not be written.
    """
    if not is_url(folder):
        atomic.write_bytes(data, Path(folder, name))
        return
    filesystem, path = open_url(folder)
    filesystem.pipe_file(f"{path.rstrip('/')}/{name}", data)


def has_file(folder: str, name: str) -> bool:
    """Whether the folder has the file."""
    if not is_url(folder):
        return Path(folder, name).is_file()
    filesystem, path = open_url(folder)
    return bool(filesystem.exists(f"{path.rstrip('/')}/{name}"))


def remove_file(folder: str, name: str) -> None:
    """Remove a file where it is there."""
    if not has_file(folder, name):
        return
    if not is_url(folder):
        Path(folder, name).unlink()
        return
    filesystem, path = open_url(folder)
    filesystem.rm_file(f"{path.rstrip('/')}/{name}")


def open_url(url: str) -> tuple[Any, str]:
    """The file system of a URL, and the path in it.

    Raises:
        MissingExtra: fsspec, or its part for this kind of URL, is not installed.
    """
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtra("fsspec", "cloud") from error
    try:
        filesystem, path = url_to_fs(url)
    except ImportError as error:  # fsspec says which package it wants
        raise MissingExtra(url.partition(":")[0] + " support of fsspec", "cloud") from error
    return filesystem, path
