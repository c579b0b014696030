"""What a user installs is whole: the wheel and the sdist hold all that the package needs at run time."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A folder with the wheel and the sdist."""
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", target, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    return target


@pytest.mark.slow
def test_the_wheel_runs_in_an_environment_of_its_own(built, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    (wheel,) = built.glob("*.whl")
    install = [python, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", wheel]
    subprocess.run(install, check=True, capture_output=True)
    # The dependencies are those of this environment: a path entry lends them without its own copy of the package.
    lent = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    schema = subprocess.run([python.with_name("reportparse"), "schema"], env=lent, capture_output=True, check=True)

    assert schema.stdout == (ROOT / "schema" / "report.schema.json").read_bytes()


@pytest.mark.slow
def test_wheel_and_sdist_hold_every_file_of_the_package(built):
    (wheel,) = built.glob("*.whl")
    (sdist,) = built.glob("*.tar.gz")
    files = [path for path in (ROOT / "src").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    ours = {path.relative_to(ROOT / "src").as_posix() for path in files}
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/src/")[2] for name in archive.getnames()}

    assert ours <= set(zipfile.ZipFile(wheel).namelist())
    assert ours <= in_sdist
