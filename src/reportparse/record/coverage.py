"""Every character is counted once: recorded, furniture or residue."""

from collections import Counter
from typing import Any

from reportparse.layout import FlowLine
from reportparse.pdf import Word
from reportparse.record.parts import Parts


def count_characters(parts: Parts) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Characters of all words and where they went; and the words that no stage took."""
    furniture = {(item.line.page, word.order) for item in parts.furniture for word in item.line.words}
    furniture |= {(line.page, word.order) for line in parts.structure.contents for word in line.words}
    recorded = {(i.line.page, word.order) for i in parts.flow if isinstance(i, FlowLine) for word in i.line.words}
    recorded |= {(picture.page, word.order) for picture in parts.pictures for word in picture.words}
    recorded |= {(page, word.order) for table in parts.tables for page, words in table.words.items() for word in words}
    counts = Counter(recorded=0, furniture=0, residue=0)
    left: list[dict[str, Any]] = []
    for page in parts.pages:
        for word in page.words:
            place = (page.number, word.order)
            where = "furniture" if place in furniture else "recorded" if place in recorded else "residue"
            counts[where] += len(word.text)
            if where == "residue":
                left.append(_residue(page.number, word, None))
        for hidden in page.hidden:
            counts["residue"] += len(hidden.word.text)
            left.append(_residue(page.number, hidden.word, hidden.reason))
    return {"characters": sum(counts.values()), **counts}, left


def _residue(page: int, word: Word, reason: str | None) -> dict[str, Any]:
    return {"page": page, "bbox": word.box, "text": word.text, "reason": reason}
