"""The chart of the report, drawn as a picture of lines and words."""

QUARTERS = ["Ch1 / Q1", "Ch2 / Q2", "Ch3 / Q3", "Ch4 / Q4"]
YEARS = {"2021-22": [13710, 15480, 13930, 13350], "2022-23": [15240, 16620, 15080, 14540]}
WIDE, HIGH, LEFT, RIGHT, TOP, FOOT, MOST = 480, 200, 50, 470, 12, 155, 20000
COLOURS = ["#9fb7c9", "#00537f"]


def draw_calls() -> str:
    """Columns of two years side by side over their quarters, with a scale on the left and names below."""
    scale = (FOOT - TOP) / MOST
    out = []
    for value in range(0, MOST + 1, 5000):
        y = FOOT - value * scale
        out.append(f'<line x1="{LEFT}" y1="{y:.2f}" x2="{RIGHT}" y2="{y:.2f}" stroke="#d0d0d0" stroke-width="0.6"/>')
        out.append(write(LEFT - 5, y + 3, f"{value:,}", "end"))
    step = (RIGHT - LEFT) / len(QUARTERS)
    for n, quarter in enumerate(QUARTERS):
        middle = LEFT + (n + 0.5) * step
        out.append(write(middle, FOOT + 13, quarter, "middle"))
        for side, values in enumerate(YEARS.values()):
            high = values[n] * scale
            x = middle - 32 + side * 32
            out.append(
                f'<rect x="{x:.2f}" y="{FOOT - high:.2f}" width="30" height="{high:.2f}" fill="{COLOURS[side]}"/>'
            )
    for n, year in enumerate(YEARS):
        x = 190 + n * 80
        out.append(f'<rect x="{x}" y="{HIGH - 18}" width="8" height="8" fill="{COLOURS[n]}"/>')
        out.append(write(x + 12, HIGH - 10.5, year, "start"))
    size = f'width="{WIDE}" height="{HIGH}" viewBox="0 0 {WIDE} {HIGH}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(out)}</svg>'


def write(x: float, y: float, words: str, anchor: str) -> str:
    """Words in the picture."""
    look = 'font-family="Liberation Sans" font-size="9" fill="#404040"'
    return f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" {look}>{words}</text>'
