"""Outputs appear whole; links, devices and pipes stay what they are."""

import os
import stat
import subprocess
import sys
import threading

import pytest

from reportparse.atomic import write_bytes


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path):
    (tmp_path / "out").write_bytes(b"old")
    write_bytes(b"new", tmp_path / "out")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out": b"new"}


def test_a_link_keeps_pointing_and_its_file_is_written(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    write_bytes(b"new", tmp_path / "link")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix's")
def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path):
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_bytes(b"new", pipe)
    reader.join(timeout=10)

    assert read == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="Unix names its streams")  # noqa: PTH110
def test_a_stream_by_its_name_is_written_to():
    code = "import pathlib, reportparse.atomic as atomic; atomic.write_bytes(b'new', pathlib.Path('/dev/stdout'))"
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)

    assert done.stdout == b"new"


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(NotADirectoryError):
        write_bytes(b"new", tmp_path / "none" / "out")


def test_a_folder_is_no_place_for_a_file(tmp_path):
    with pytest.raises(OSError):  # noqa: PT011  # which, differs by system
        write_bytes(b"new", tmp_path)

    assert list(tmp_path.iterdir()) == []
