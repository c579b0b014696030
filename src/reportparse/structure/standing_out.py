"""Whether the type of a block alone says that it is no running text."""

from reportparse.pdf import Style
from reportparse.structure.blocks import Block
from reportparse.structure.faces import parts_languages
from reportparse.structure.typography import SAME_SIZE_PT, Typography, family_of, weight_of

# A heading is larger than the body by at least this much, in points, or bold, or of another colour.
MIN_LARGER_PT = 0.8
# Bold capitals look as large as small letters of a type that much larger: they are set at 0.85 to 0.95.
MIN_CAPITALS = 0.8
# Fonts of one family begin with the same letters: "Times-Roman" and "TimesNewRomanPS-BoldMT".
FAMILY_LETTERS = 4


def stands_out(block: Block, typography: Typography) -> bool:
    """Whether the type of a block alone says that it is no running text."""
    body, style = typography.body, block.style
    if parts_languages(block.lines[0]) and len(block.lines) <= 2 and block.text[-1] not in ".,;:":
        return True
    plain = sum(len(word.text) for word in block.words if word.style == body)
    if 2 * plain > sum(len(word.text) for word in block.words):
        return False  # it only begins in another type
    if block.text.rstrip()[-1:] in ".,;" and not block.text.rstrip().endswith("..."):
        return False
    if style.size >= body.size + MIN_LARGER_PT:
        return True
    letters = [letter for letter in block.text if letter.isalpha()]
    is_caps = len(letters) >= 4 and all(letter.isupper() for letter in letters)
    is_bolder = weight_of(style) > weight_of(body)
    if style.size < (MIN_CAPITALS * body.size if is_caps and is_bolder else body.size - SAME_SIZE_PT):
        return False
    told = block.words if plain else block.lines[0].words  # the rest may be in another language, in a type of its own
    is_bold = style.is_bold and not body.is_bold and all(w.style.is_bold for w in told if w.text.isalnum())
    is_heavy = len(block.lines) == 1 and all(weight_of(w.style) > weight_of(body) for w in block.words)
    is_slanted = (
        style.is_italic and not body.is_italic and len(block.lines) == 1 and all(w.style.is_italic for w in block.words)
    )
    is_coloured = style.color != body.color and style.color is not None and max(style.color) > 60
    fonts = {style.font, block.words[0].style.font}  # it may go on in another language, in the font of the text
    return (
        is_bold
        or is_heavy
        or is_caps
        or is_slanted
        or (is_coloured and len(block.lines) <= 2 and (style.is_italic or fonts != {body.font}))
    )


def stands_out_small(block: Block, text: Style) -> bool:
    """Whether a block over text is bold and of another family, if smaller: sans serif looks as large as serif text."""
    style = block.style
    return (
        style.is_bold > text.is_bold
        and style.size >= MIN_CAPITALS * text.size
        and family_of(style)[:FAMILY_LETTERS].casefold() != family_of(text)[:FAMILY_LETTERS].casefold()
        and all(word.style == style for word in block.words)
        and (block.text[0].isupper() or block.text[0].isdigit())
        and block.text[-1] not in ".,;:"
    )
