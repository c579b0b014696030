"""Wheel and sdist in a clean environment, with the packages that they ask for and nothing of ours."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
REPORT = ROOT / "corpora" / "west-midlands" / "2020-21" / "report.pdf"
# What pip says where no index answers; any other failure is ours.
UNREACHABLE = re.compile(
    r"No matching distribution|Temporary failure in name resolution|Connection|Max retries|timed out"
)
# What comes with every environment, and what Python writes when it first runs.
NOT_OURS = re.compile(r"^(pip|setuptools|pkg_resources|_distutils_hack|wheel)\b|^distutils-precedence|__pycache__")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder with the sdist, and the wheel that was built of the sdist."""
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", target, ROOT]
    subprocess.run(command, check=True, capture_output=True)
    return target


@pytest.fixture(scope="module")
def clean(built, tmp_path_factory):
    """The bin folder of an environment in which the wheel was installed with its dependencies, as pinned."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    (wheel,) = built.glob("*.whl")
    install(folder / "bin", wheel)
    return folder / "bin"


def install(where, *what):
    command = [
        where / "python", "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check",
        "--constraint", ROOT / "constraints.txt", *what,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and UNREACHABLE.search(done.stderr) and not os.environ.get("CI"):
        pytest.skip(f"needs a package index: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr


def call(where, *arguments, cwd):
    """Run it with nothing of this environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    command = [where / "reportparse", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True, check=False)


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


@pytest.mark.slow
def test_the_demo_runs_from_the_wheel(clean, tmp_path):
    shutil.copy(REPORT, tmp_path / "report.pdf")
    parsed = call(clean, "report.pdf", "-o", "report.json", "-q", cwd=tmp_path)
    told = call(clean, "info", "report.json", cwd=tmp_path)

    assert (parsed.returncode, parsed.stdout, parsed.stderr) == (0, "", "")
    assert "pcc            West Midlands Police and Crime Commissioner\n" in told.stdout
    assert "period         2020/21\n" in told.stdout


@pytest.mark.slow
def test_extras_are_missing_and_said_to_be(clean, tmp_path):
    healthy = call(clean, "doctor", "-t", cwd=tmp_path)
    store = call(clean, "store", "add", "new.duckdb", REPORT, "-q", cwd=tmp_path)

    assert healthy.returncode == 0
    assert "pip install 'reportparse[store]'" in healthy.stdout
    assert store.returncode == 2
    assert store.stderr.count("\n") == 1
    assert "pip install 'reportparse[store]'" in store.stderr


@pytest.mark.slow
def test_a_strict_project_is_checked_against_what_is_installed(clean, tmp_path):
    shutil.copy(Path(__file__).parent / "consumer" / "targets.py", tmp_path)
    command = [
        sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", tmp_path / "cache",
        "--python-executable", clean / "python", "targets.py",
    ]  # fmt: skip
    paths = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "MYPYPATH"}}
    done = subprocess.run(command, cwd=tmp_path, env=paths, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_readme_tells_the_size_and_what_takes_the_room(clean):
    site = next((clean.parent / "lib").glob("python3*/site-packages"))
    sizes: dict[str, int] = {}
    for path in site.rglob("*"):
        relative = path.relative_to(site)
        if path.is_file() and not NOT_OURS.search(str(relative)):
            folder = relative.parts[0].removesuffix(".libs").casefold()
            package = "pillow" if folder == "pil" else folder
            sizes[package] = sizes.get(package, 0) + path.stat().st_size
    text = " ".join(README.split())
    told = re.search(r"about (\d+) MB without compiled caches, of which (.*?); reportparse itself (\d+)", text)
    parts = {name.casefold(): int(size) for name, size in re.findall(r"(\w+) (\d+)", told[2])}

    assert sum(sizes.values()) / 1e6 == pytest.approx(int(told[1]), rel=0.05)
    assert sizes["reportparse"] / 1e6 == pytest.approx(int(told[3]), abs=1)
    for name, size in parts.items():
        assert sizes[name] / 1e6 == pytest.approx(size, rel=0.15, abs=1), name


@pytest.mark.slow
def test_the_sdist_installs_too(built, clean, tmp_path):
    (sdist,) = built.glob("*.tar.gz")
    install(clean, "--force-reinstall", "--no-deps", sdist)
    schema = call(clean, "schema", cwd=tmp_path)

    assert schema.stdout == (ROOT / "schema" / "report.schema.json").read_text("utf-8")
