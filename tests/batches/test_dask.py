"""Batches on a real Dask cluster: the same records, also when a worker dies in mid-run."""

import json
import os
import threading
import time
from pathlib import Path

import pytest
from paper import draw_pdf, say

import reportparse
from reportparse.batches import read_manifest

distributed = pytest.importorskip("distributed", reason="needs reportparse[dask]")

# Dask's own sockets and event loops are closed by its threads after it is.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]


@pytest.fixture
def reports(tmp_path):
    (tmp_path / "reports").mkdir()
    for number in range(12):
        data = draw_pdf(*[say(f"{number + page} offences were recorded.") for page in range(60)])
        (tmp_path / "reports" / f"{number:02}.pdf").write_bytes(data)
    (tmp_path / "reports" / "bad.pdf").write_bytes(b"%PDF-1.7")
    return tmp_path / "reports"


@pytest.fixture
def cluster(tmp_path):
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "local_directory": str(tmp_path)}
    with distributed.LocalCluster(**options) as cluster, distributed.Client(cluster) as client:
        yield client


def plain(out: Path):
    lines = (out / "manifest.jsonl").read_text("utf-8").splitlines()
    entries = [json.loads(line) | {"seconds": None} for line in lines]
    return entries, {path.name: path.read_bytes() for path in out.glob("*.json")}


def test_a_cluster_gives_the_same_records_also_when_a_worker_is_killed(reports, cluster, tmp_path):
    reportparse.batch(reports, tmp_path / "own")
    pids = list(cluster.run(os.getpid).values())
    begun = threading.Event()

    def kill():
        begun.wait(60)
        time.sleep(0.05)
        os.kill(pids[0], 9)

    killer = threading.Thread(target=kill)
    killer.start()
    totals = reportparse.batch(
        reports, tmp_path / "dask", executor=cluster.get_executor(), progress=lambda entry, totals: begun.set()
    )
    killer.join()

    assert (totals.done, totals.failed) == (12, 1)
    assert plain(tmp_path / "dask") == plain(tmp_path / "own")
    assert pids[0] not in cluster.run(os.getpid).values()
    assert len(list(read_manifest(tmp_path / "dask" / "manifest.jsonl"))) == 13
