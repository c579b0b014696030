"""How long each room took over a report: for the record, and for whoever listens to the room's logger."""

import logging
from time import perf_counter

logging.getLogger("reportparse").addHandler(logging.NullHandler())  # a library is quiet until somebody listens


class Stopwatch:
    """Counts the seconds by the clock from lap to lap; a room that is passed twice has the sum."""

    def __init__(self, report: str) -> None:
        """`report` is the file's name, for the loggers."""
        self.report = report
        self.timings: dict[str, float] = {}
        self._last = perf_counter()

    def lap(self, room: str) -> None:
        """The time since the last lap was this room's; its logger `reportparse.ROOM` says so at level DEBUG."""
        now = perf_counter()
        seconds, self._last = now - self._last, now
        self.timings[room] = round(self.timings.get(room, 0.0) + seconds, 6)
        log = logging.getLogger(f"reportparse.{room}")
        if log.isEnabledFor(logging.DEBUG):
            log.debug("took %.1f ms", seconds * 1000, extra={"report": self.report, "seconds": round(seconds, 6)})

    def stop(self, outcome: str) -> None:
        """Say what came of the report at level INFO, by `reportparse.record`."""
        log = logging.getLogger("reportparse.record")
        if log.isEnabledFor(logging.INFO):
            seconds = round(sum(self.timings.values()), 6)
            more = {"report": self.report, "seconds": seconds}
            log.info("%s: %s in %.2f s", self.report, outcome, seconds, extra=more)
