"""The page about other readers: its scores are counted as it says, and it tells versions and a date."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import peer
import peers
import pytest
from peers_plot import draw

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "peers.md").read_text("utf-8")
PARAGRAPHS = [
    "Crime fell to 39,507 offences this year.",
    "The force has 2,300 officers in all.",
    "Reserves are low once again.",
]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\n".join(PARAGRAPHS), 1),
        ("The force has 2,300 officers in all. Crime fell to 39,507 offences this year.", 1 / 3),
        ("Crime fell to 39,507 Page 3 offences this year. Reserves are low once again.", 1 / 3),
        ("", 0),
    ],
    ids=["whole", "turned-round", "torn", "nothing"],
)
def test_order_counts_paragraphs_that_are_whole_and_in_turn(text, kept):
    assert peers.kept_order(PARAGRAPHS, text) == pytest.approx(kept)


def test_markdown_gives_its_tables_and_headings():
    read = peer.of_markdown("## **Money**\n\n|Fund|2020|\n|---|---|\n|Grant|**4**|\n\nText.\n")

    assert read["headings"] == ["Money"]
    assert read["tables"] == [[(0, 0, "Fund"), (0, 1, "2020"), (1, 0, "Grant"), (1, 1, "4")]]


def test_numbers_count_by_place_and_by_value(tmp_path, monkeypatch):
    truth = tmp_path / "figures.json"
    truth.write_text('[{"figures": [{"start": 0, "end": 5, "value": 4.0, "low": null}]}]', "utf-8")
    monkeypatch.setattr(peers, "TRUTH_OF_FIGURES", truth)

    assert peers.score_figures([[(2, 5, 4.0)]]) == (1, 1)
    assert peers.score_figures([[(2, 5, 40.0)]]) == (1, 0)
    assert peers.score_figures([[(6, 8, 4.0)]]) == (0, 0)


def test_the_page_tells_the_day_and_the_pinned_version_of_every_reader():
    pins = dict(line.casefold().split("==") for line in peers.CONSTRAINTS.read_text("utf-8").split())
    rows = dict(re.findall(r"^\| ([^|]+) \| ([^|]+)(?: \| [^|]+){6} \|$", PAGE, re.MULTILINE))

    assert re.search(r"^20\d\d-\d\d-\d\d, Python 3\.", PAGE, re.MULTILINE)
    for each in peers.PEERS:
        assert rows[each.name] == pins.get(each.package, "this one")


def test_the_plot_has_a_line_for_each_reader_and_bars_within_it():
    rows = [peers.Row(each, 0.1, 5.0, 90.0, 0.5, None, 1.0) for each in peers.PEERS]
    root = ET.fromstring(draw(rows))  # noqa: S314  # our own
    bars = root.findall(".//{*}rect")

    assert len(bars) == 4 * len(peers.PEERS)
    assert all(float(bar.get("x")) + float(bar.get("width")) <= float(root.get("width")) for bar in bars)
