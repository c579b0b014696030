"""What takes the time of `reportparse FILE`: the imports by package, and the parse by room.

    make profile
    python benchmarks/where.py REPORT.pdf

CPU of a process of its own each.  Imports are counted where they happen (`-X importtime`, by the clock, each module
without what it imports); calls by the room, or the package, in whose code the time is spent (by cProfile, which makes
them slower).
"""

import cProfile
import pstats
import re
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHOWN = 12
_IMPORT = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \|\s*([\w.]+)", re.MULTILINE)
_HOME = re.compile(r"(?:site-packages|src|lib/python3\.\d+)/(?P<package>\w+)(?:/(?P<room>\w+))?")


def child_seconds() -> float:
    """CPU of the processes that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def seconds_of(*command: str, rounds: int = 3) -> float:
    """CPU seconds of a process, the best of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        before = child_seconds()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)  # noqa: S603  # our own commands
        best = min(best, child_seconds() - before)
    return best


def imports(report: str) -> Counter[str]:
    """Seconds by room of ours, or by package; modules of Python itself under "python"."""
    command = [sys.executable, "-X", "importtime", "-m", "reportparse", report, "-o", "/dev/null"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own command
    found: Counter[str] = Counter()
    for microseconds, module in _IMPORT.findall(done.stderr):
        package, _, rest = module.partition(".")
        if package == "reportparse" and rest:
            package = f"reportparse.{rest.partition('.')[0]}"
        is_python = package in sys.stdlib_module_names or package.startswith("_")
        found["python" if is_python else package] += int(microseconds) / 1e6
    return found


def rooms(report: str) -> Counter[str]:
    """Seconds of a second parse by room of ours, or by package; what is not in a file is "built in"."""
    import reportparse  # noqa: PLC0415  # after the imports are measured

    reportparse.parse(report)  # what is set up once is no part of it
    profile = cProfile.Profile()
    profile.runcall(reportparse.parse, report)
    found: Counter[str] = Counter()
    for (file, _, _), entry in pstats.Stats(profile).stats.items():
        home = _HOME.search(file)
        name = "built in" if home is None else home["package"]
        if home is not None and name == "reportparse" and home["room"]:
            name = f"reportparse.{home['room']}"
        found[name] += entry[2]
    return found


def show(title: str, found: Counter[str]) -> None:
    """The first of them, and the rest in one line."""
    total = found.total()
    print(f"\n{title}: {total:.2f} s")
    for name, seconds in found.most_common(SHOWN):
        print(f"  {name:28} {seconds:6.3f} s  {seconds / total:4.0%}")
    rest = total - sum(seconds for _, seconds in found.most_common(SHOWN))
    print(f"  {'all else':28} {rest:6.3f} s  {rest / total:4.0%}")


def main(report: str) -> None:
    """Print where the time goes."""
    print(f"{report}, CPU seconds of whole processes")
    print(f"  python alone               {seconds_of('-c', ''):6.2f} s")
    print(f"  reportparse --help         {seconds_of('-m', 'reportparse', '--help'):6.2f} s")
    print(f"  reportparse FILE           {seconds_of('-m', 'reportparse', report, '-o', '/dev/null'):6.2f} s")
    show("imports by package", imports(report))
    show("the parse by room, under the profiler", rooms(report))


if __name__ == "__main__":
    main(sys.argv[1])
