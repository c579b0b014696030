"""What is looked up, not computed: the police areas of England and Wales, and the measures that reports share."""

from reportparse.registry.areas import Area, Match, areas, find_area, match_area, match_report
from reportparse.registry.measures import Break, Measure, find_measure, match_measure, measures, read_qualifier

__all__ = [
    "Area", "Break", "Match", "Measure", "areas", "find_area", "find_measure", "match_area", "match_measure",
    "match_report", "measures", "read_qualifier",
]  # fmt: skip
