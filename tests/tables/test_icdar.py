"""The floors on the European half of the ICDAR 2013 Table Competition, and on the tables of the sample reports."""

import json
import os
import subprocess
import sys
from pathlib import Path

# As the scorers count; a floor is only ever raised.
FLOORS = {
    "competition": {"complete": 0.995, "detection": 0.99},
    "a-word": {"tables": 0.99, "header_rows": 1.0, "captions": 0.95},
    "b-glossy": {"tables": 0.99, "header_rows": 1.0, "captions": 0.95},
}


def test_tables_stay_above_their_floors(shared: Path):
    root = Path(__file__).parents[2]
    command = [sys.executable, str(root / "benchmarks" / "table_scores.py"), str(shared), "--json"]
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    done = subprocess.run(command, check=True, env=environment, capture_output=True)
    scores = json.loads(done.stdout)
    low = {
        (name, figure): scores[name][figure]
        for name, floors in FLOORS.items()
        for figure, floor in floors.items()
        if scores[name][figure] < floor - 0.0005
    }

    assert low == {}
