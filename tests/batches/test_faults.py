"""Mutated reports end in a record that fits its schema or in an error with a name."""

import reportparse
from benchmarks.faults import MUTATIONS, write_mutants
from reportparse.batches import Limits, read_manifest


def test_a_mutated_report_is_a_record_or_a_named_error(tmp_path):
    (tmp_path / "in").mkdir()
    write_mutants(tmp_path / "in", 8 * len(MUTATIONS), seed=7)
    totals = reportparse.batch(tmp_path / "in", tmp_path / "out", limits=Limits(seconds=20))
    entries = list(read_manifest(tmp_path / "out" / "manifest.jsonl"))

    assert len(entries) == totals.done + totals.failed == 8 * len(MUTATIONS)
    assert set(totals.codes) <= {"damaged-pdf", "not-a-pdf", "encrypted-pdf", "too-large"}
    assert totals.done > totals.failed
    for entry in entries:
        if entry.output:
            assert reportparse.load(tmp_path / "out" / entry.output).source.sha256 == entry.sha256
