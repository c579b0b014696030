"""Run the commands that the pages show, on the reports of corpora/, and fill in what they print.

    python docs/tools/outputs.py             # fill in the outputs of README.md and docs/*.md
    python docs/tools/outputs.py --check     # say which are not what the commands print now

In a block ```console each line that begins with "$ " is run by bash, what follows it is its output. A block ```python
is run as a script of its own; a block ```text right behind it holds what it prints. `<!-- run: COMMAND -->` is run and
not shown. Under `<!-- varies -->` the numbers of the next output are those of one day: they may differ from those of
today, the words may not. A page's blocks run one after another in a folder that holds the corpus as AREA-YEAR.pdf.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(
    r"<!-- run: (?P<hidden>.+?) -->"
    r"|(?P<varies><!-- varies -->\n)?(?:"
    r"```console\n(?P<console>.*?)```"
    r"|```python\n(?P<python>.*?)```(?:\n\n?```text\n(?P<printed>.*?)```)?)",
    re.DOTALL,
)
_NUMBER = re.compile(r"\d[\d,.]*")


def lay_out(folder: Path) -> None:
    """Copy the reports of the corpus into a folder, by area and year."""
    for pdf in (ROOT / "corpora").glob("*/*/*.pdf"):
        shutil.copy(pdf, folder / f"{pdf.parent.parent.name}-{pdf.parent.name}.pdf")


def fill(text: str, folder: Path) -> str:
    """The page with the outputs of today, its commands run in `folder`."""

    def renew(match: re.Match[str]) -> str:
        if match["hidden"]:
            run(["bash", "-c", match["hidden"]], folder)
            return match[0]
        varies = match["varies"] or ""
        if match["python"] is not None:
            return varies + _renew_python(match, folder)
        commands = _commands(match["console"])
        new = "".join(f"$ {command}\n{run(['bash', '-c', command], folder)}" for command in commands)
        return f"{varies}```console\n{new}```"

    return _BLOCK.sub(renew, text)


def _renew_python(match: re.Match[str], folder: Path) -> str:
    script, printed = match["python"], match["printed"]
    new = run([sys.executable, "-c", script], folder, must_work=True)
    if printed is None:
        return f"```python\n{script}```"
    return f"```python\n{script}```\n\n```text\n{new}```"


def _commands(block: str) -> list[str]:
    r"""The commands of a block; a backslash at its end joins a line to the next.

    >>> _commands("$ one\nout\n$ three\n")
    ['one', 'three']
    """
    return re.findall(r"^\$ ((?:.*\\\n)*.*)$", block, re.MULTILINE)


def run(command: list[str], folder: Path, *, must_work: bool = False) -> str:
    """What a command prints, standard error too, without the spaces at the ends of lines.

    Raises:
        RuntimeError: A script of a page does not run.
    """
    here = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    set_up = {**os.environ, "PATH": here, "PYTHONPATH": paths, "COLUMNS": "110", "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S603  # the commands of our own pages
        command, cwd=folder, env=set_up, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False,
    )  # fmt: skip
    printed = done.stdout.decode()
    if "Traceback" in printed or (must_work and done.returncode):
        raise RuntimeError(f"{command[-1]}\n{printed}")
    lines = [line.rstrip() for line in printed.splitlines()]
    return "".join(line + "\n" for line in lines)


def mask(text: str) -> str:
    """The words without the numbers and the widths of columns.

    >>> mask("coverage   99.87% of 6,561")
    'coverage #% of #'
    """
    return " ".join(_NUMBER.sub("#", text).split())


def settle(page: str) -> str:
    """The page as it is compared: numbers that are those of one day do not count."""
    return _BLOCK.sub(lambda match: mask(match[0]) if match["varies"] else match[0], page)


def renew_page(page: Path) -> str:
    """The page as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder))
        return fill(page.read_text(encoding="utf-8"), Path(folder))


def main(arguments: list[str]) -> int:
    """Fill in, or tell what is stale."""
    stale = False
    for page in PAGES:
        new = renew_page(page)
        old = page.read_text(encoding="utf-8")
        if "--check" not in arguments:
            page.write_text(new, encoding="utf-8")
        elif settle(new) != settle(old):
            stale = True
            sys.stdout.write(f"{page.relative_to(ROOT)}\n")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
