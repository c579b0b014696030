"""How the cells of each table look: a grid, a frame, hairlines between rows, or lines about heads and sums alone."""

import re

from source import Block

LINE, HAIR = "0.5pt solid #000000", "0.25pt solid #808080"
GRADES = {"GREEN": "#92d050", "AMBER": "#ffc000", "RED": "#ff5050"}


def find_cell(block: Block, r: int, low: int, c: int, across: int) -> str:
    """Rules and tint of a cell: `low` is the last row that it covers."""
    look, head, last = block["look"], block["head"], len(block["rows"]) - 1
    text = block["rows"][r][c]
    tint = GRADES.get(text, "")
    if look == "grid":
        rules = f'fo:border="{LINE}"'
        tint = tint or ("#d9d9d9" if r < head else "#f2f2f2" if across == len(block["widths"]) else "")
    elif look == "rag":
        rules = f'fo:border-bottom="{LINE}"' + (f' fo:border-top="{LINE}"' if not r else "")
        rules += f' fo:border-left="{LINE}"' if not c else ""
        rules += f' fo:border-right="{LINE}"' if c == len(block["widths"]) - 1 else ""
    elif look == "light":
        rules = f'fo:border-bottom="{LINE if r in {head - 1, last} else HAIR}"'
        rules += f' fo:border-top="{LINE}"' if not r else ""
    elif look == "heads":
        rules = f'fo:border-bottom="{LINE}"' if low in {head - 1, last} or (r < head and c) else ""
        rules += f' fo:border-top="{LINE}"' if not r or r == last else ""
        rules += f' fo:border-left="{LINE}"' if c in {1, 3, 5} else ""
    else:
        total = block["rows"][r][0].startswith(("Total", "Gross", "Net"))
        rules = f'fo:border-bottom="{LINE}"' if low == head - 1 or r == last else ""
        rules += f' fo:border-top="{LINE}"' if total else ""
    tint = f' fo:background-color="{tint}"' if tint else ""
    side = "top" if look == "light" else "middle"
    return f'<style:table-cell-properties fo:padding="0.08cm" style:vertical-align="{side}" {rules}{tint}/>'


def find_style(block: Block, r: int, c: int, text: str, across: int) -> str:
    """Labels to the left, values to the right or in the middle."""
    look, head = block["look"], block["head"]
    bold = r < head or text in GRADES or text.startswith("Priority ") or across > 3
    bold = bold or block["rows"][r][0].startswith(("Total", "Gross", "Net", "All aims"))
    number = bool(re.fullmatch(r"\(?£?[\d,.:]+[%)]?|n/a|None|\(£[\d,]+\)", text))
    if look == "light":
        side = "Right" if (number and c == 3) or text == "Cost" else ""
    elif r < head and c and look in {"heads", "sums"}:
        side = "Middle" if across > 1 else "Right" if look == "heads" or text != "Purpose" else ""
    elif look in {"rag", "grid"}:
        words = text in {"Measure", "Comment"} or (look == "grid" and c in {1, 7}) or across > 3
        side = "" if not c or words else "Middle"
    else:
        side = "Right" if number and c else ""
    return f"Cell{'Bold' if bold else ''}{side}"
