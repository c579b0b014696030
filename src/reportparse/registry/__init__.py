"""What is looked up, not computed: the police areas of England and Wales."""

from reportparse.registry.areas import Area, Match, areas, find_area, match_area, match_report

__all__ = ["Area", "Match", "areas", "find_area", "match_area", "match_report"]
