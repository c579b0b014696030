"""Fonts whose "characters" are numbers of glyphs: what rewrites a file may lose what its letters are.

PDFium then gives control characters, signs of the Dingbats or letters some places off, and says of few of them that it
knows no Unicode.  Words of such a font say nothing, and its digits are none.
"""

import re
from collections import Counter
from operator import attrgetter

from reportparse.pdf.words import Stretch

# Control characters but for white space and the mark that PDFium puts in place of a hyphen; dingbats in one word.
_CODE = re.compile(r"[\x01\x03-\x08\x0e-\x1f]|[\u2701-\u27be]{2}")
_UNMAPPED = attrgetter("unmapped")
# A font is not believed where this share of its words of two letters or more has no Unicode or holds codes: of fonts
# that have letters it was 0 in 300 files, of fonts that have none 0.57 or more, in files rewritten by five tools.
MIN_SHARE = 0.5
# A word or two may be signs of a formula.
MIN_WORDS = 3


def mark_codes(stretches: list[Stretch], text: str) -> list[Stretch]:
    """Count all characters of fonts that hold codes as ones without Unicode.

    Args:
        stretches: Of one page.
        text: All of the page's text.
    """
    if not _CODE.search(text) and not any(map(_UNMAPPED, stretches)):
        return stretches
    words: Counter[int] = Counter()  # by the identity of the font: those of a page may share a name, or have none
    coded: Counter[int] = Counter()
    for stretch in stretches:
        font = id(stretch.run.font)
        for word in stretch.words:
            if len(word.text) > 1:
                words[font] += 1
                coded[font] += is_coded(word.text) or 2 * stretch.unmapped >= len(word.text)
    fonts = {font for font, count in coded.items() if count >= max(MIN_WORDS, MIN_SHARE * words[font])}
    return [_without_unicode(stretch) if id(stretch.run.font) in fonts else stretch for stretch in stretches]


def is_coded(text: str) -> bool:
    r"""Whether a word holds a code.

    >>> is_coded("$QQXDO\x035HSRUW"), is_coded("✿❀❁"), is_coded("✓✓✓"), is_coded("\x0f")
    (True, True, False, False)
    """
    return len(set(text)) > 1 and _CODE.search(text) is not None


def _without_unicode(stretch: Stretch) -> Stretch:
    return stretch._replace(unmapped=max(len(word.text) for word in stretch.words))
