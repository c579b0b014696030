"""Many reports: each has an outcome, bad ones stop nobody, and a run that was cut off is taken up where it was."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest
from paper import bend, draw_pdf, say

import reportparse
from reportparse.batches import Limits, read_manifest
from reportparse.batches.naming import name_records
from reportparse.errors import BadManifest, RemoteNotAllowed

ROOT = Path(__file__).parents[2]


def report(text="Crime fell to 39,507 offences."):
    return draw_pdf(say("Annual Report"), say(text, y=650))


@pytest.fixture
def folder(tmp_path):
    """Four reports, two of one name, and three files that are none."""
    reports = tmp_path / "reports"
    (reports / "kent").mkdir(parents=True)
    for name in ("kent/annual.pdf", "annual.PDF", "Surrey 2022–23.pdf", "empty line.pdf"):
        (reports / name).write_bytes(report(f"{len(name)},507 offences were recorded."))
    (reports / "cut.pdf").write_bytes(report()[:300])
    (reports / "no.pdf").write_bytes(b"hello")
    (reports / "notes.txt").write_bytes(b"not looked at")
    return reports


def entries(out):
    return {Path(entry.input).name: entry for entry in read_manifest(out / "manifest.jsonl")}


def command(*arguments):
    return [sys.executable, "-m", "reportparse", "batch", *map(str, arguments)]


def run(*arguments, **environment):
    return subprocess.run(
        command(*arguments), capture_output=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
    )  # fmt: skip


def children():
    """Processes that this one has started."""
    listed = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, check=False)
    return [int(line.split()[0]) for line in listed.stdout.decode().splitlines() if "batches.worker" in line]


def plain(out):
    """All that a batch wrote, but for the timings."""
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    records = {path.name: path.read_bytes() for path in out.iterdir() if path.name != "manifest.jsonl"}
    return [{**line, "seconds": None} for line in lines], records


def test_a_report_without_text_has_a_record_and_is_counted(folder, tmp_path):
    blank = folder / "blank.pdf"
    blank.write_bytes(draw_pdf(say("")))
    done = run(blank, folder / "annual.PDF", "-o", tmp_path / "out")
    again = reportparse.batch(folder, tmp_path / "out", resume=True)
    found = entries(tmp_path / "out")

    assert done.returncode == 0
    assert b"2 read (3 pages, 1 figures), 1 of them without text: pass --ocr auto" in done.stderr
    assert (found["blank.pdf"].outcome, found["blank.pdf"].code) == ("done", "no-text")
    assert (again.skipped, again.textless) == (2, 0)


def test_each_report_has_a_record_and_each_file_an_outcome(folder, tmp_path):
    totals = reportparse.batch(folder, tmp_path / "out")
    found = entries(tmp_path / "out")

    assert (totals.reports, totals.done, totals.failed) == (6, 4, 2)
    assert {name: entry.code for name, entry in found.items() if entry.code} == {
        "cut.pdf": "damaged-pdf", "no.pdf": "not-a-pdf",
    }  # fmt: skip
    for entry in found.values():
        assert (tmp_path / "out" / (entry.output or "-")).exists() == (entry.outcome == "done")
    record = reportparse.load(tmp_path / "out" / found["annual.PDF"].output)
    assert (found["annual.PDF"].pages, found["annual.PDF"].figures) == (record.source.page_count, len(record.figures))
    assert found["annual.PDF"].sha256 == record.source.sha256


def test_a_record_is_that_of_a_parse(folder, tmp_path):
    reportparse.batch([folder / "kent" / "annual.pdf"], tmp_path / "out")

    assert reportparse.load(tmp_path / "out" / "annual.json") == reportparse.parse(folder / "kent" / "annual.pdf")


def test_the_manifest_is_in_the_order_of_the_inputs_however_many_read(folder, tmp_path):
    for jobs in (1, 2):
        reportparse.batch(folder, tmp_path / str(jobs), jobs=jobs)

    assert plain(tmp_path / "1") == plain(tmp_path / "2")


@pytest.mark.parametrize(
    ("inputs", "names"),
    [
        (["a/kent.pdf", "b/surrey.pdf"], ["kent.json", "surrey.json"]),
        (["../../etc/passwd", "/"], ["passwd.json", "report.json"]),
        (["con.pdf", ".pdf", "..", "a\nb\x1b[0m.pdf"], ["_con.json", None, None, "a-b-0m.json"]),
        (["x" * 300 + ".pdf"], ["x" * 180 + ".json"]),
        (["a\\b.pdf", "caf\udce9.pdf"], ["b.json", "caf.json"]),
    ],
)
def test_names_come_from_the_files_own_names_and_are_safe(inputs, names):
    found = name_records(inputs, {})

    assert all(found[place] == name for place, name in zip(inputs, names, strict=True) if name)
    assert all("/" not in name and len(name.encode()) < 240 for name in found.values())


def test_names_that_would_meet_differ_also_where_case_does_not_count(tmp_path):
    inputs = [tmp_path / part / name for part in "abc" for name in ("r.pdf", "R.PDF")]
    for number, place in enumerate(inputs):
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(b"%d" % (number // 2))  # three contents, twice each
    names = name_records([str(place) for place in inputs], {})

    assert len({name.casefold() for name in names.values()}) == 6


def test_a_file_that_hangs_is_stopped_and_the_others_go_on(folder, tmp_path):
    os.mkfifo(folder / "pipe.pdf")  # reading it waits for a writer that never comes
    places = [folder / "pipe.pdf", folder / "annual.PDF", folder / "no.pdf"]
    totals = reportparse.batch(places, tmp_path / "out", jobs=1, limits=Limits(seconds=1))
    found = entries(tmp_path / "out")

    assert (found["pipe.pdf"].code, found["annual.PDF"].outcome) == ("timeout", "done")
    assert totals.codes == {"timeout": 1, "not-a-pdf": 1}


def test_a_file_that_takes_too_much_memory_is_told_and_the_others_go_on(folder, tmp_path):
    with (folder / "huge.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(300_000_000)  # a hole, which takes no disk
    reportparse.batch([folder / "huge.pdf", folder / "annual.PDF"], tmp_path / "out", jobs=1, limits=Limits(memory=100))
    found = entries(tmp_path / "out")

    assert (found["huge.pdf"].code, found["annual.PDF"].outcome) == ("memory", "done")


def kill_reader_of(pipe):
    with pipe.open("wb"):  # waits until somebody reads
        for pid in children():
            os.kill(pid, signal.SIGSEGV)


def test_a_crash_is_an_outcome_and_the_others_go_on(folder, tmp_path):
    os.mkfifo(folder / "pipe.pdf")
    killer = threading.Thread(target=kill_reader_of, args=[folder / "pipe.pdf"])
    killer.start()
    places = [folder / "pipe.pdf", folder / "annual.PDF"]
    reportparse.batch(places, tmp_path / "out", jobs=1, limits=Limits(seconds=20))
    killer.join()
    found = entries(tmp_path / "out")

    assert (found["pipe.pdf"].code, found["annual.PDF"].outcome) == ("crash", "done")
    assert "SIGSEGV" in found["pipe.pdf"].message


def test_no_process_is_left_at_the_end(folder, tmp_path):
    reportparse.batch(folder, tmp_path / "out", jobs=2)

    assert children() == []


def test_what_is_done_is_left_out_and_what_failed_or_changed_is_read_again(folder, tmp_path):
    out = tmp_path / "out"
    reportparse.batch(folder, out)
    written = {path.name: path.stat().st_mtime_ns for path in out.glob("*.json")}
    (folder / "kent" / "annual.pdf").write_bytes(report("12 offences"))
    (folder / "no.pdf").write_bytes(report("13 offences"))
    gone = entries(out)["empty line.pdf"].output
    (out / gone).unlink()
    totals = reportparse.batch(folder, out, resume=True)

    assert (totals.done, totals.skipped, totals.failed) == (3, 2, 1)
    again = {path.name for path in out.glob("*.json") if path.stat().st_mtime_ns != written.get(path.name)}
    assert again == {gone, entries(out)["annual.pdf"].output, "no.json"}


def test_a_report_that_can_no_longer_be_read_leaves_no_old_record(folder, tmp_path):
    out = tmp_path / "out"
    reportparse.batch(folder / "kent", out)
    (folder / "kent" / "annual.pdf").write_bytes(b"spoilt")
    reportparse.batch(folder / "kent", out, resume=True)

    assert [path.name for path in out.iterdir()] == ["manifest.jsonl"]


def test_what_another_run_read_into_the_folder_stays(folder, tmp_path):
    out = tmp_path / "out"
    reportparse.batch(folder / "annual.PDF", out)
    reportparse.batch(folder / "kent" / "annual.pdf", out, resume=True)
    found = entries(out)

    assert len({entry.output for entry in found.values()}) == 2
    assert {reportparse.load(out / entry.output).source.path for entry in found.values()} == {
        entry.input for entry in found.values()
    }


def test_a_last_line_that_was_cut_off_is_read_again(folder, tmp_path):
    out = tmp_path / "out"
    reportparse.batch(folder, out, jobs=1)
    whole = plain(out)
    manifest = out / "manifest.jsonl"
    for length in (40, 1000):
        manifest.write_bytes(manifest.read_bytes()[:-length])
        (out / ".kent.json.ab12.part").write_bytes(b"{")  # what a killed process had begun
        reportparse.batch(folder, out, jobs=1, resume=True)

        assert plain(out) == whole


def test_a_manifest_of_something_else_is_not_touched(folder, tmp_path):
    manifest = tmp_path / "manifest.jsonl"
    manifest.write_text('{"mine": 1}\n{"input": "a.pdf", "outcome": "failed"}\n', "utf-8")
    with pytest.raises(BadManifest, match="line 1"):
        reportparse.batch(folder, tmp_path, resume=True)

    assert manifest.read_text("utf-8").startswith('{"mine": 1}')


def test_a_killed_run_is_taken_up_where_it_was(tmp_path):
    (tmp_path / "reports").mkdir()
    for number in range(16):
        (tmp_path / "reports" / f"{number}.pdf").write_bytes(report(f"{number + 10} offences were recorded."))
    reportparse.batch(tmp_path / "reports", tmp_path / "calm", jobs=2)
    out = tmp_path / "killed"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    for lines in (3, 9):
        process = subprocess.Popen(
            command(tmp_path / "reports", "-o", out, "--resume", "-q", "-j", 2), env=environment, stderr=subprocess.PIPE
        )
        while not (out / "manifest.jsonl").exists() or (out / "manifest.jsonl").read_bytes().count(b"\n") < lines:
            time.sleep(0.005)
        process.kill()
        process.communicate()
    done = run(tmp_path / "reports", "-o", out, "--resume")

    assert done.returncode == 0
    assert int(done.stderr.split(b" done before")[0].split()[-1]) >= 9
    assert plain(out) == plain(tmp_path / "calm")


def test_an_interrupt_keeps_what_was_read(folder, tmp_path):
    os.mkfifo(folder / "zzz.pdf")
    process = subprocess.Popen(
        command(folder, folder / "zzz.pdf", "-o", tmp_path / "out"), stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    with process:
        for _ in range(6):
            process.stderr.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)

    assert process.returncode == 130
    assert b"run again with --resume" in said
    assert b"Traceback" not in said
    assert len(entries(tmp_path / "out")) == 6


def test_the_command_tells_each_file_in_a_line_and_some_failures_by_its_status(folder, tmp_path):
    done = run(folder, "-o", tmp_path / "out")

    assert done.returncode == 3
    assert done.stderr.count(b"/6] ") == 6
    assert b"4 read (8 pages, 4 figures), 2 failed (" in done.stderr
    assert done.stdout.count(b"\n") == 7
    assert run(folder / "kent", "-o", tmp_path / "fine").returncode == 0


def test_nothing_to_read_is_wrong_usage(tmp_path):
    done = run(tmp_path, "-o", tmp_path / "out")

    assert (done.returncode, b"no PDF in" in done.stderr) == (2, True)


def test_a_missing_file_fails_and_the_others_are_read(folder, tmp_path):
    done = run(folder / "gone.pdf", folder / "none-*.pdf", folder / "kent", "-o", tmp_path / "out")

    assert done.returncode == 3
    assert [entry.code for entry in entries(tmp_path / "out").values()] == ["unreadable", "unreadable", None]


def test_patterns_find_files_and_none_twice(folder, tmp_path):
    totals = reportparse.batch([folder / "*.pdf", str(folder / "**" / "*.pdf"), folder], tmp_path / "out")

    assert totals.reports == 6


def test_names_are_read_from_standard_input(folder, tmp_path):
    names = "".join(f"{folder / name}\n" for name in ("annual.PDF", "empty line.pdf", "no.pdf"))
    done = subprocess.run(
        command("-", folder / "kent", "-o", tmp_path / "out"), input=names.encode(), capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip

    assert done.returncode == 3
    assert list(entries(tmp_path / "out")) == ["annual.PDF", "empty line.pdf", "no.pdf", "annual.pdf"]


def test_a_url_is_read_only_when_that_is_allowed(tmp_path):
    with pytest.raises(RemoteNotAllowed, match="--allow-remote"):
        reportparse.batch("https://example.org/a.pdf", tmp_path / "out")
    assert run("s3://reports/", "-o", tmp_path / "out").returncode == 2
    assert not (tmp_path / "out").exists()


def test_a_password_opens_files_and_is_written_nowhere(tmp_path):
    encryption = pikepdf.Encryption(owner="owner", user="s3cret-pässwörd")
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(bend(report(), lambda pdf: None, encryption=encryption))
    right = run(locked, "-o", tmp_path / "right", REPORTPARSE_PASSWORD="s3cret-pässwörd")
    wrong = run(locked, "-o", tmp_path / "wrong", "--password", "gues5")

    assert (right.returncode, wrong.returncode) == (0, 3)
    assert entries(tmp_path / "wrong")["locked.pdf"].code == "encrypted-pdf"
    written = b"".join(path.read_bytes() for out in ("right", "wrong") for path in (tmp_path / out).iterdir())
    for text in (written, right.stdout, right.stderr, wrong.stdout, wrong.stderr):
        assert b"s3cret" not in text
        assert b"gues5" not in text


def test_any_executor_runs_the_work(folder, tmp_path):
    reportparse.batch(folder, tmp_path / "own", jobs=1)
    with ThreadPoolExecutor(2) as executor:
        reportparse.batch(folder, tmp_path / "given", executor=executor)

    assert plain(tmp_path / "given") == plain(tmp_path / "own")


def test_a_script_needs_no_guard(folder, tmp_path):
    script = tmp_path / "script.py"
    call = f"reportparse.batch({str(folder)!r}, {str(tmp_path / 'out')!r})"
    script.write_text(f"import reportparse\nprint({call}.done)\n", "utf-8")
    done = subprocess.run(
        [sys.executable, script], capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}
    )

    assert done.stdout == b"4\n"


@pytest.mark.skipif(not shutil.which("script"), reason="needs the command `script` for a terminal")
def test_a_terminal_shows_a_bar_with_rate_and_time_left(folder, tmp_path):
    line = " ".join(command(folder, "-o", tmp_path / "out"))
    done = subprocess.run(
        ["script", "-qec", line, "/dev/null"], capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm", "COLUMNS": "120"},
    )  # fmt: skip

    assert b"6/6" in done.stdout
    assert b"/s" in done.stdout


def test_urls_are_read_and_written(folder, tmp_path):
    pytest.importorskip("fsspec", reason="needs reportparse[cloud]")
    url = folder.as_uri()
    manifest = tmp_path / "manifest.jsonl"
    (tmp_path / "store").mkdir()
    options = {"allow_remote": True, "manifest": manifest, "jobs": 1}
    first = reportparse.batch([url, f"{url}/*.pdf"], (tmp_path / "store").as_uri(), **options)
    again = reportparse.batch(url, (tmp_path / "store").as_uri(), resume=True, **options)

    assert (first.reports, first.done, again.skipped) == (6, 4, 4)
    assert len(list((tmp_path / "store").glob("*.json"))) == 4
    assert run(url, "-o", (tmp_path / "store").as_uri(), "--allow-remote").returncode == 2
