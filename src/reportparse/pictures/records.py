"""What the pictures room hands on, with the contract's names."""

from dataclasses import dataclass, field

from reportparse.geometry import Box
from reportparse.pdf import Word


@dataclass(frozen=True, slots=True)
class Picture:
    """An image or a drawing, with the words that stand in it."""

    id: str
    kind: str
    """"chart", "map", "photo", "logo", "diagram" or "other"."""
    page: int
    bbox: Box
    caption: str | None = None
    alt_text: str | None = None
    section: str | None = None
    labels: list[str] = field(default_factory=list)
    series: None = None
    words: tuple[Word, ...] = ()
