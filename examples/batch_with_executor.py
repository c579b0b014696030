"""Many reports on an executor of your own, and what became of each.

python examples/batch_with_executor.py OUT_FOLDER REPORT_OR_FOLDER ...

Any `concurrent.futures.Executor` does: threads are enough, since each report is read in a process of its own.  With
Dask it is `client.get_executor()`.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import reportparse
from reportparse.batches import MANIFEST, read_manifest

KENT = Path(__file__).parents[1] / "corpora" / "kent"


def main() -> None:
    """Read them."""
    target, *inputs = sys.argv[1:] or ["parsed", str(KENT)]
    with ThreadPoolExecutor(max_workers=2) as executor:
        totals = reportparse.batch(inputs, target, executor=executor)
    print(f"{totals.done} read, {totals.failed} failed, {totals.figures:,} figures")
    for entry in read_manifest(Path(target, MANIFEST)):
        print(entry.input, entry.code or f"{entry.area} {entry.year}: {entry.figures} figures, {entry.coverage}%")


if __name__ == "__main__":
    main()
