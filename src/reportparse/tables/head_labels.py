"""The head of the column of labels, where its line is another one than that of the other heads."""

from collections.abc import Sequence

from reportparse.pdf import Word
from reportparse.tables.columns import Strip
from reportparse.tables.headers import is_year
from reportparse.tables.runs import MAX_LEADING_EM, step
from reportparse.tables.segments import Row, Segment, is_value
from reportparse.tables.stack_heads import stands_raised

# Lines of a header are this near to each other, in parts of the type size; edges nearer than this are flush, in points.
MAX_HEAD_STEP_EM, FLUSH_PT = 1.7, 1.5


def has_label_of(above: Row, here: Row, strips: Sequence[Strip]) -> bool:
    """Whether the line above has the label that a line of heads lacks: beside a head of theirs, or raised over them."""
    label, *others = above
    if here[0].x0 <= strips[0].middle - 2 or label.x1 >= strips[0].middle or _has_amounts(others):
        return False
    if not others:
        return stands_raised(label, here[0])
    is_head = all(segment.x0 > strips[0].middle - 2 for segment in others) and len(others) <= len(here)
    return is_head and step(above, here) <= MAX_HEAD_STEP_EM


def begins_label_of(above: Row, here: Row) -> bool:
    """Whether the line above begins the label of a line of heads, which ends where these stand: in their type alone.

    Or the label goes on in small letters. So heads at the foot of their cells stand beside a longer or a second one.
    """
    (label, *others), (rest, *heads) = above, here
    if others or not heads or step(above, here) > MAX_LEADING_EM or label.x1 > heads[0].x0 or _has_amounts(here):
        return False
    own = {_color_and_weight(head.words[0]) for head in heads}
    if abs(label.x0 - rest.x0) > FLUSH_PT or own != {_color_and_weight(label.words[0])}:
        return False
    return _color_and_weight(rest.words[0]) not in own or rest.text[:1].islower()


def _color_and_weight(word: Word) -> tuple[object, bool]:
    return word.style.color, word.style.is_bold


def _has_amounts(row: Sequence[Segment]) -> bool:
    return any(is_value(segment.text) and not is_year(segment.text) for segment in row)
