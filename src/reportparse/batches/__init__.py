"""Many reports, of strangers: each read in a process of its own, within limits, with a manifest of what became of it.

    batch(["reports/"], "parsed/", resume=True)
    [entry.input for entry in read_manifest(Path("parsed/manifest.jsonl")) if entry.code == "no-text"]
"""

from reportparse.batches.entry import Entry
from reportparse.batches.manifest import read_manifest
from reportparse.batches.run import MANIFEST, Totals, batch, count_cores
from reportparse.batches.task import Limits

__all__ = ["MANIFEST", "Entry", "Limits", "Totals", "batch", "count_cores", "read_manifest"]
