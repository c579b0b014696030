"""What becomes of hostile files, killed runs and many cores: measured, as docs/scale.md and SECURITY.md tell it.

    python benchmarks/faults.py --files 10000 --kills 10 --folder odd/

Mutated reports are made from those of corpora/ (a seed makes them again), and read by `reportparse.batch`; a folder of
odd files, as other programs' test suites hold them, is read by PDFium alone as well.
"""

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import reportparse
from reportparse.batches import Limits, read_manifest

CORPORA = Path(__file__).parents[1] / "corpora"

Mutation = Callable[[bytes, random.Random], bytes]


def truncate(data: bytes, chance: random.Random) -> bytes:
    """The file ends anywhere."""
    return data[: chance.randrange(len(data))]


def flip(data: bytes, chance: random.Random) -> bytes:
    """Up to 200 bytes are others."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 200)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut_out(data: bytes, chance: random.Random) -> bytes:
    """A part is missing, so that all places in the cross-reference are wrong."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 5_000) :]


def repeat(data: bytes, chance: random.Random) -> bytes:
    """A part stands there many times."""
    start = chance.randrange(len(data))
    return data[:start] + data[start : start + chance.randint(1, 2_000)] * chance.randint(2, 50) + data[start:]


def misnumber(data: bytes, chance: random.Random) -> bytes:
    """Numbers outside the streams are huge, negative or zero: counts, lengths, boxes."""
    wild = [b"0", b"-1", b"2147483647", b"-2147483648", b"4294967296", b"99999999999999999999", b"1e38", b"65536"]
    return _replace_some(rb"(?<=[ \[])\d+(?=[ \]/>\r\n])", data, lambda _: chance.choice(wild), chance)


def point_elsewhere(data: bytes, chance: random.Random) -> bytes:
    """References lead to other objects: in circles, to the wrong kind, to nothing."""
    return _replace_some(rb"\d+(?= 0 R)", data, lambda _: b"%d" % chance.randint(0, 60), chance)


def misname(data: bytes, chance: random.Random) -> bytes:
    """Names are those of other things: filters, types, fonts."""
    names = re.findall(rb"/[A-Z][A-Za-z]{2,15}", data)
    return _replace_some(rb"/[A-Z][A-Za-z]{2,15}", data, lambda _: chance.choice(names), chance)


def nest(data: bytes, chance: random.Random) -> bytes:
    """Brackets a hundred thousand deep, somewhere."""
    start = chance.randrange(len(data))
    return data[:start] + chance.choice([b"[", b"<<", b"(", b"<</A"]) * 100_000 + data[start:]


MUTATIONS: tuple[Mutation, ...] = (truncate, flip, cut_out, repeat, misnumber, point_elsewhere, misname, nest)


def _replace_some(pattern: bytes, data: bytes, change: Callable[[bytes], bytes], chance: random.Random) -> bytes:
    """Change up to twenty of the places that the pattern finds."""
    places = list(re.finditer(pattern, data))
    for place in sorted(chance.sample(places, min(len(places), chance.randint(1, 20))), key=lambda p: -p.start()):
        data = data[: place.start()] + change(place.group()) + data[place.end() :]
    return data


def write_mutants(folder: Path, count: int, seed: int = 1) -> None:
    """`count` broken files from the reports of corpora/, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # to be made again, not to be secret
    reports = [path.read_bytes() for path in sorted(CORPORA.glob("*/*/*.pdf"))]
    for number in range(count):
        mutate = MUTATIONS[number % len(MUTATIONS)]
        name = f"{number:05}-{mutate.__name__.replace('_', '-')}.pdf"
        (folder / name).write_bytes(mutate(chance.choice(reports), chance))


def measure_mutants(count: int) -> dict[str, object]:
    """Outcomes by code; the slowest file; and how many records do not fit their schema."""
    with tempfile.TemporaryDirectory() as folder:
        (mutants := Path(folder, "in")).mkdir()
        write_mutants(mutants, count)
        reportparse.batch(mutants, Path(folder, "out"), limits=Limits(seconds=20, memory=900))
        entries = list(read_manifest(Path(folder, "out", "manifest.jsonl")))
        for entry in entries:
            if entry.output is not None:
                reportparse.load(Path(folder, "out", entry.output))
        told = [entry for entry in entries if entry.code in ("bug", "crash", "timeout", "memory")]
        return {
            "files": len(entries),
            "outcomes": dict(Counter(entry.code or entry.outcome for entry in entries).most_common()),
            "slowest": max(entry.seconds or 0 for entry in entries),
            "examples": [f"{Path(entry.input).name}: {entry.code}: {entry.message[-150:]}" for entry in told[:20]],
        }


def measure_folder(folder: Path) -> dict[str, object]:
    """How many files of a folder yield a record, and how many PDFium reads, whether or not it finds text in them."""
    with tempfile.TemporaryDirectory() as out:
        reportparse.batch(folder, out, limits=Limits(seconds=20, memory=900))
        entries = {entry.input: entry for entry in read_manifest(Path(out, "manifest.jsonl"))}
    plain = {place: _read_plainly(place) for place in entries}
    done = {place for place, entry in entries.items() if entry.outcome == "done"}
    texts = {place for place, characters in plain.items() if characters}
    return {
        "files": len(entries),
        "outcomes": dict(Counter(entry.code or entry.outcome for entry in entries.values()).most_common()),
        "records": len(done), "records where pdfium has text": len(done & texts),
        "pdfium": sum(count is not None for count in plain.values()), "pdfium with text": len(texts),
        "text that gives no record": {place: entries[place].code for place in sorted(texts - done)},
        "slowest": sorted(((entry.seconds or 0, entry.input) for entry in entries.values()), reverse=True)[:10],
    }  # fmt: skip


def _read_plainly(place: str) -> int | None:
    """The characters that PDFium reads in 20 s; None where it can not open the file or one of its pages."""
    command = [sys.executable, str(Path(__file__).with_name("plain.py")), place]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=20)  # noqa: S603  # our own
    except subprocess.TimeoutExpired:
        return None
    return int(done.stdout.split()[1]) if done.returncode == 0 else None


def measure_kills(count: int) -> list[dict[str, object]]:
    """Whether runs of one worker and of two that were killed again and again end as one that was not."""
    chance = random.Random(2)  # noqa: S311
    return [_measure_kills(count, jobs, chance) for jobs in (1, 2)]


def _measure_kills(count: int, jobs: int, chance: random.Random) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        (reports := Path(folder, "in")).mkdir()
        multiply(reports, 60)
        calm, killed = Path(folder, "calm"), Path(folder, "killed")
        start = time.perf_counter()
        process = _run(reports, calm, jobs)
        while not list(calm.glob("*.json")) and process.poll() is None:
            time.sleep(0.01)
        first = time.perf_counter() - start
        process.wait()
        step = (time.perf_counter() - start - first) / count
        struck = 0
        for _ in range(count):
            process = _run(reports, killed, jobs)
            time.sleep(chance.uniform(0.8 * first, first + step))
            struck += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
        left = len(list(killed.glob("*.json")))
        _run(reports, killed, jobs).wait()
        return {
            "jobs": jobs, "kills in mid-run": struck, "records then": left, "records": len(list(killed.glob("*.json"))),
            "equal": _plain(calm) == _plain(killed),
        }  # fmt: skip


def measure_cores(reports: int) -> dict[str, object]:
    """Reports a minute with one worker and with two, each after the other did, and the load of the machine."""
    with tempfile.TemporaryDirectory() as folder:
        (inputs := Path(folder, "in")).mkdir()
        multiply(inputs, reports)
        seconds: dict[int, list[float]] = {1: [], 2: []}
        for turn in range(2):
            for jobs, times in seconds.items():
                start = time.perf_counter()
                totals = reportparse.batch(inputs, Path(folder, f"{turn}-{jobs}"), jobs=jobs)
                times.append(time.perf_counter() - start)
        one, two = min(seconds[1]), min(seconds[2])
        return {
            "reports": totals.done, "pages": totals.pages, "one": round(one, 1), "two": round(two, 1),
            "gain": round(one / two, 2), "load": os.getloadavg(),
        }  # fmt: skip


def multiply(folder: Path, count: int) -> None:
    """`count` copies of the reports of corpora/ that have text."""
    reports = [path.read_bytes() for path in sorted(CORPORA.glob("*/*/*.pdf"))]
    for number in range(count):
        (folder / f"{number:05}.pdf").write_bytes(reports[number % len(reports)])


def _run(reports: Path, out: Path, jobs: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "reportparse", "batch", str(reports), "-o", str(out), "--resume", "-q"]
    return subprocess.Popen([*command, "-j", str(jobs)])  # noqa: S603  # our own


def _plain(folder: Path) -> tuple[list[object], dict[str, bytes]]:
    """All that a batch wrote, but for the timings."""
    lines = (folder / "manifest.jsonl").read_text("ascii").splitlines()
    entries = [json.loads(line) | {"seconds": None} for line in lines]
    return entries, {path.name: path.read_bytes() for path in folder.glob("*.json")}


def main() -> None:
    """Print what was asked for, as JSON."""
    parser = argparse.ArgumentParser()
    for name in ("files", "kills", "reports"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--folder", type=Path)
    wanted = parser.parse_args()
    if wanted.reports:
        print(json.dumps(measure_cores(wanted.reports), indent=2), flush=True)
    if wanted.kills:
        print(json.dumps(measure_kills(wanted.kills), indent=2), flush=True)
    if wanted.folder:
        print(json.dumps(measure_folder(wanted.folder), indent=2), flush=True)
    if wanted.files:
        print(json.dumps(measure_mutants(wanted.files), indent=2), flush=True)


if __name__ == "__main__":
    main()
