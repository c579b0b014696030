"""CPU seconds, start-up counted: `reportparse --help`, and `reportparse info` and `reportparse parse` of each file.

    python benchmarks/startup.py report.pdf other.pdf

User and system time of a process of its own, the least of several runs.
"""

import os
import resource
import subprocess
import sys

RUNS = 7


def measure(*arguments: str) -> float:
    """CPU seconds of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "reportparse", *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, env=dict(os.environ), check=True)  # noqa: S603  # our own command
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main(paths: list[str]) -> None:
    """Print one line for each command."""
    for arguments in (["--help"], *([name, path] for path in paths for name in ("info", "parse"))):
        print(f"{min(measure(*arguments) for _ in range(RUNS)):6.3f}  reportparse {' '.join(arguments)}")


if __name__ == "__main__":
    main(sys.argv[1:])
