"""The floors on the European half of the ICDAR 2013 Table Competition."""

import json
import subprocess
import sys
from pathlib import Path


def test_european_half_stays_above_its_floors(shared: Path, tmp_path: Path):
    root = Path(__file__).parents[2]
    truth = shared / "icdar2013" / "eu"
    environment = {"PYTHONPATH": str(root / "src"), "PATH": "/usr/bin:/bin:/usr/local/bin"}
    export = [sys.executable, str(root / "benchmarks" / "tables.py"), "--pdfs", str(truth), "--out", str(tmp_path)]
    subprocess.run(export, check=True, env=environment, capture_output=True)
    scorer = [sys.executable, str(shared / "tools" / "score_tables.py"), "--truth", str(truth)]
    figures = tmp_path / "scores.out"
    score = [*scorer, "--pred", str(tmp_path), "--json", str(figures)]
    subprocess.run(score, check=True, env=environment, capture_output=True)
    summary = json.loads(figures.read_text())["eu"]["summary"]

    assert summary["complete"]["macro"]["f1"] >= 0.96
    if "detection" in summary:
        assert summary["detection"]["macro"]["f1"] >= 0.99
