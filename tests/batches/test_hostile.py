"""Files made to harm end in a record or a named error; nothing in a PDF runs, connects or writes."""

import json
import subprocess
import sys

import pytest
from hostile import HOSTILE, MORE, TEXT, scripts_and_programs_to_run

import reportparse
from reportparse.batches import Limits, read_manifest

REFUSED = {"damaged-pdf", "not-a-pdf", "too-large"}
# "no-text" is the code of a record that holds none.
# PDFium itself overflows its stack: only a process of its own outlives it.
DEADLY = {"forms_that_draw_each_other"}
BOMBS = [
    "a_content_of_half_a_thousand_million_bytes",
    "a_content_of_ten_million_lines",
    "a_content_named_three_thousand_times",
]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """{name: entry} of a batch over all of them."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    for make in HOSTILE:
        (folder / "in" / f"{make.__name__}.pdf").write_bytes(make())
    reportparse.batch(folder / "in", folder / "out", limits=Limits(seconds=60))
    entries = list(read_manifest(folder / "out" / "manifest.jsonl"))
    for entry in entries:
        if entry.output:
            reportparse.load(folder / "out" / entry.output)
    return {entry.input.rpartition("/")[2].removesuffix(".pdf"): entry for entry in entries}


@pytest.mark.parametrize("name", [make.__name__ for make in HOSTILE])
def test_a_hostile_file_is_a_record_or_a_named_error(outcomes, name):
    allowed = {None, "no-text", *REFUSED} | ({"crash", "memory", "timeout"} if name in DEADLY else set())

    assert outcomes[name].code in allowed, outcomes[name].message


@pytest.mark.parametrize("name", BOMBS)
def test_a_stream_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(outcomes, name):
    assert outcomes[name].code == "too-large"
    assert "bytes unpacked from one stream, more than 100,000,000" in outcomes[name].message


WATCHED = """
import json, sys
import reportparse
seen = []
calls = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "webbrowser.", "urllib.")
def watch(event, arguments):
    if event.startswith(calls) or (event == "open" and isinstance(arguments[2], int) and arguments[2] & 3):
        seen.append(event)
sys.addaudithook(watch)
report = reportparse.parse(sys.stdin.buffer.read())
print(json.dumps({"seen": seen, "text": [paragraph.text for paragraph in report.paragraphs]}))
"""


def test_nothing_that_a_pdf_asks_for_is_run_opened_or_written():
    data = scripts_and_programs_to_run()
    done = subprocess.run([sys.executable, "-c", WATCHED], input=data, capture_output=True, timeout=60, check=True)

    assert json.loads(done.stdout) == {"seen": [], "text": [TEXT, MORE]}
