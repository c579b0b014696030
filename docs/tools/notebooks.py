"""Run the notebooks of examples/ and fill in what their cells show.

    python docs/tools/notebooks.py

A notebook is run in examples/, by a kernel of this Python. Nothing of the run is kept but the outputs: no times, no
versions, no numbers of cells, so that a notebook that shows the same is the same file.
"""

import os
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
SECONDS = 120  # a cell may take, on a busy machine too


def run(path: Path) -> Any:
    """The notebook with the outputs of today.

    Raises:
        CellExecutionError: A cell fails.
    """
    book = nbformat.read(path, as_version=4)
    for cell in book.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    here = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    before = dict(os.environ)
    os.environ |= {"PYTHONPATH": here, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    try:
        NotebookClient(
            book, timeout=SECONDS, resources={"metadata": {"path": str(path.parent)}},
            extra_arguments=["--log-level=ERROR"],  # not how the kernel and we talk on this machine
        ).execute()  # fmt: skip
    finally:
        os.environ.clear()
        os.environ |= before
    return tidy(book)


def tidy(book: Any) -> Any:
    """The notebook without what changes from run to run."""
    book.metadata = nbformat.from_dict(
        {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    )
    for number, cell in enumerate(book.cells, 1):
        cell.id = f"cell-{number}"
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            cell.execution_count = None
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = None
                if "data" in output and len(output.data) > 1:
                    output.data.pop("text/plain", None)  # what no notebook shows where it has HTML or a picture
    return book


def shown(book: Any) -> list[list[str]]:
    """What kind of thing each cell shows: words, a table or a picture."""
    return [[_kind(output) for output in cell.get("outputs", [])] for cell in book.cells]


def _kind(output: Any) -> str:
    data = output.get("data", {})
    return "picture" if "image/png" in data else "table" if "text/html" in data else "words"


def main() -> None:
    """Fill in all."""
    for path in NOTEBOOKS:
        path.write_text(nbformat.writes(run(path)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
