"""The command line as a user meets it: real processes, real files."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from paper import draw_pdf, say

from reportparse.cli.group import COMMANDS

ROOT = Path(__file__).parents[2]
HEAVY = ("spacy", "pdfplumber", "pypdfium2", "pydantic", "rapidfuzz")


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    paths = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "reportparse", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": paths, **environment},
        check=False,
        timeout=60,
    )


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(draw_pdf(say("Annual Report"), say("Crime fell to 39,507 offences.", y=650)))
    return path


def encrypted(user: str) -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(draw_pdf(say("Crime fell")))) as document:
        document.save(file, encryption=pikepdf.Encryption(owner="owner", user=user))
    return file.getvalue()


def without_pages() -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as document:
        document.save(file)
    return file.getvalue()


def images_only() -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(595, 842))
        image = pikepdf.Stream(document, b"\x00" * 10_000)
        image.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=100, Height=100, BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceGray,
        )  # fmt: skip
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
        page.obj.Contents = pikepdf.Stream(document, b"q 595 0 0 842 0 0 cm /Scan Do Q")
        document.save(file)
    return file.getvalue()


def test_parse_writes_the_record_to_standard_output(pdf):
    done = run("parse", pdf)

    assert (done.returncode, done.stderr) == (0, b"")
    assert "39,507" in json.dumps(json.loads(done.stdout)["paragraphs"])


def test_a_file_alone_is_parsed(pdf):
    assert run(pdf).stdout == run("parse", pdf).stdout


def test_standard_input_is_read_for_a_dash(pdf):
    done = run("-", stdin=pdf.read_bytes())

    assert json.loads(done.stdout)["coverage"] == json.loads(run(pdf).stdout)["coverage"]


def test_output_goes_to_a_file_and_nothing_to_standard_output(pdf, tmp_path):
    done = run(pdf, "-o", tmp_path / "report.json")

    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / "report.json").read_bytes() == run(pdf).stdout


def test_a_record_can_be_looked_at(pdf, tmp_path):
    run(pdf, "-o", tmp_path / "report.json")

    assert json.loads(run("info", "--json", tmp_path / "report.json").stdout)["pages"] == 2
    assert b"words on them" in run("info", pdf).stdout


BAD_FILES = {
    "empty": (b"", 4, "is not a PDF"),
    "no-pdf": (b"PK\x03\x04 a word processor's file", 4, "is not a PDF"),
    "truncated": (draw_pdf(say("Crime fell"))[:400], 4, "can not be read"),
    "no-pages": (without_pages(), 4, "no pages"),
    "encrypted": (encrypted("secret"), 4, "pass --password or set REPORTPARSE_PASSWORD"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_one_line_and_leaves_no_output(name, tmp_path):
    data, code, words = BAD_FILES[name]
    bad = tmp_path / f"{name}.pdf"
    bad.write_bytes(data)
    done = run("parse", bad, "-o", tmp_path / "report.json")

    assert (done.returncode, done.stdout) == (code, b"")
    assert done.stderr.decode().startswith("error: ")
    assert words in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [bad.name]


def test_a_scan_is_written_and_told_by_the_exit_status(tmp_path):
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(images_only())
    done = run("parse", scan, "-o", tmp_path / "report.json")
    error = f"error: {scan}: none of its 1 pages holds text (a scan?); run OCR first: pass --ocr auto"

    assert done.returncode == 5
    assert done.stderr.decode().splitlines()[-1] == error
    assert json.loads((tmp_path / "report.json").read_bytes())["source"]["scanned_pages"] == [1]


@pytest.mark.parametrize("command", ["figures", "tables", "themes", "check"])
def test_a_command_with_nothing_to_show_of_a_scan_says_so(command, tmp_path):
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(images_only())
    done = run(command, scan)

    assert (done.returncode, done.stdout) == (5, b"")
    assert b"pass --ocr auto" in done.stderr.splitlines()[-1]


def test_a_wrong_password_is_told_and_not_shown():
    done = run("-", "--password", "gues5", stdin=encrypted("secret"))

    assert done.returncode == 4
    assert b"the password given does not open it" in done.stderr
    assert b"gues5" not in done.stderr


def test_a_password_opens_the_file_as_option_and_from_the_environment():
    assert run("-", "--password", "secret", stdin=encrypted("secret")).returncode == 0
    assert run("-", stdin=encrypted("secret"), REPORTPARSE_PASSWORD="secret").returncode == 0


def test_a_file_with_an_owners_password_only_just_opens():
    assert run("-", stdin=encrypted("")).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["parse"], "error: missing argument 'FILE'; see reportparse parse --help\n"),
        (["parse", "no-such-file.pdf"], "no-such-file.pdf: No such file"),
        (["parse", "."], ".: Is a directory"),
        (["parse", "-", "-o", "no-such-folder/report.json"], "no-such-folder: no such folder to write to"),
        (["-", "--pages", "5-2"], "is not a list of pages such as 1-5,8"),
        (["-", "--pages", "9"], "9"),
        (["-", "--no-such-option"], "error: no such option '--no-such-option'"),
    ],
)
def test_wrong_usage_has_a_status_of_its_own(arguments, words, pdf):
    done = run(*arguments, stdin=pdf.read_bytes())

    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_one_line(pdf):
    pdf.chmod(0)
    done = run("parse", pdf)

    assert (done.returncode, done.stderr.count(b"\n")) == (4, 1)
    assert b"report.pdf: Permission denied" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_one_line(pdf):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reportparse", str(pdf)],
            stdout=full, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, check=False,
        )  # fmt: skip

    assert done.returncode != 0
    assert b"Traceback" not in done.stderr
    assert b"No space left" in done.stderr


def test_only_the_pages_asked_for_are_read(pdf):
    assert b"39,507" not in run(pdf, "-p", "1").stdout
    assert b"39,507" in run(pdf, "-p", "2").stdout


def test_an_old_file_stays_when_the_new_one_can_not_be_made(tmp_path):
    old = tmp_path / "report.json"
    old.write_text("old")
    run("parse", "-", "-o", old, stdin=b"no PDF")

    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.json", "old")]


def test_an_interrupt_is_no_traceback():
    process = subprocess.Popen(
        [sys.executable, "-m", "reportparse", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    with process:
        process.stdin.write(b"%PDF-1.7" * 100_000)  # more than a pipe holds: it has started, and reads
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)

    assert process.returncode == 130
    assert said.decode().splitlines()[-1] == "error: interrupted; nothing was written"


@pytest.mark.parametrize("command", ["parse", "info", "tag", "schema"])
def test_help_opens_with_an_example_to_paste(command):
    lines = run(command, "--help").stdout.decode().splitlines()

    assert lines[0].startswith("Usage: ")
    assert f"reportparse {command}" in lines[2]


@pytest.mark.parametrize("arguments", [[], ["--help"], ["parse", "--help"], ["--version"]])
def test_nothing_heavy_is_imported_for_help(arguments):
    code = (
        "import sys, reportparse.cli\n"
        f"try: reportparse.cli.main({arguments!r})\n"
        "except SystemExit as end: assert not end.code\n"
        f"assert not set({HEAVY!r}) & set(sys.modules), set({HEAVY!r}) & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, check=True)


def test_help_lists_what_every_command_does_and_imports_none_of_them():
    code = (
        "import sys, reportparse.cli\n"
        "try: reportparse.cli.main(['--help'])\n"
        "except SystemExit as end: assert not end.code\n"
        "print(*sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True)
    *help_text, modules = done.stdout.splitlines()

    assert set(modules.split()) & {f"reportparse.cli.{name}" for name in COMMANDS} == set()
    listed = help_text[help_text.index("Commands:") + 1 :]
    assert [tuple(line.split(maxsplit=1)) for line in listed] == list(COMMANDS.items())


def test_schema_is_the_committed_one():
    assert run("schema").stdout == (ROOT / "schema" / "report.schema.json").read_bytes()


def test_reportparse_alone_shows_a_short_tour():
    assert run().stdout.decode().startswith("reportparse reads annual reports")


def test_texts_are_tagged_line_by_line():
    done = run("tag", stdin=b'{"id": "a", "text": "We met 53 victims."}\n{"id": "b", "text": ""}\n')
    first, second = map(json.loads, done.stdout.splitlines())

    assert (first["id"], first["figures"][0]["value"]) == ("a", 53)
    assert (second["id"], second["figures"]) == ("b", [])


def test_a_line_that_is_no_text_is_wrong_usage_and_told_by_its_number():
    done = run("tag", stdin=b'{"id": "a", "text": ""}\nno JSON\n')

    assert done.returncode == 2
    assert b"line 2" in done.stderr


def test_info_tells_a_scan_by_its_exit_status(pdf, tmp_path):
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(images_only())

    done = [run("info", "--scanned", path) for path in (scan, pdf)]
    assert [(each.returncode, each.stdout) for each in done] == [(0, b""), (1, b"")]


def test_schema_validates_a_record(pdf, tmp_path):
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    run(pdf, "-o", good)
    bad.write_text(good.read_text("utf-8").replace('"page_count": 2', '"page_count": "many"'), "utf-8")

    assert run("schema", "--validate", good).returncode == 0
    done = run("schema", "--validate", bad)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"$.source.page_count" in done.stderr


def test_no_plugin_of_another_package_is_loaded(pdf, tmp_path):
    (info := tmp_path / "spy-1.0.dist-info").mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n", "utf-8")
    (tmp_path / "spy.py").write_text("raise SystemExit('it was loaded')", "utf-8")
    paths = f"{ROOT / 'src'}{os.pathsep}{tmp_path}"
    command = [sys.executable, "-m", "reportparse", "parse", pdf, "-q", "-o", tmp_path / "report.json"]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_what_is_told_of_rows_stands_behind_them_where_both_outputs_are_one(tmp_path):
    years = [ROOT / "corpora" / "kent" / year / "report.pdf" for year in ("2022-23", "2023-24")]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-m", "reportparse", "compare", *years, "--show", "restatements", "-t"]

    done = subprocess.run(
        command, env={**buffered, "PYTHONPATH": str(ROOT / "src")}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        cwd=tmp_path, check=True,
    )  # fmt: skip

    first, *_, last = done.stdout.decode().splitlines()
    assert (first.split()[0], last.split(",")[0]) == ("measure", "2 reports")
