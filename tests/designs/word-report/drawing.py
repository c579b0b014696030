"""The pictures of the report, as an office pastes them: charts from a spreadsheet, a photo from a telephone."""

import io
import random

import matplotlib as mpl
from PIL import Image, ImageDraw, ImageFilter

mpl.use("Agg")
mpl.rcParams.update({"font.family": "Carlito", "font.size": 10, "axes.spines.top": False, "axes.spines.right": False})
from matplotlib import pyplot as plt  # noqa: E402

BLUE, ORANGE, GREY = "#4472c4", "#ed7d31", "#d9d9d9"
OFFICERS = [1102, 1081, 1068, 1079, 1022, 1098, 1151, 1188]
REFERRALS = {
    "Police": 7210, "Self-referral": 2144, "Health services": 861, "Other charities": 655, "Schools": 436,
}  # fmt: skip


def draw_officers() -> bytes:
    """Columns with the target as a line."""
    figure, axes = plt.subplots(figsize=(6.3, 2.15), dpi=110)
    years = [str(year) for year in range(2016, 2024)]
    bars = axes.bar(years, OFFICERS, color=BLUE, width=0.6, label="Officers")
    axes.bar_label(bars, [f"{value:,}" for value in OFFICERS], fontsize=9)
    axes.set_ylim(0, 1400)
    axes.plot(years, [1179] * 8, color=ORANGE, label="Target for March 2023")
    return finish(figure, axes)


def draw_referrals() -> bytes:
    """Lying bars."""
    figure, axes = plt.subplots(figsize=(6.3, 2.4), dpi=110)
    bars = axes.barh(list(REFERRALS)[::-1], list(REFERRALS.values())[::-1], color=BLUE, height=0.6, label="Referrals")
    axes.bar_label(bars, [f"{value:,}" for value in list(REFERRALS.values())[::-1]], padding=3, fontsize=9)
    axes.set_xlim(0, 8000)
    return finish(figure, axes)


def finish(figure: plt.Figure, axes: plt.Axes) -> bytes:
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=2, frameon=False, fontsize=9)
    axes.tick_params(length=0)
    out = io.BytesIO()
    figure.tight_layout()
    figure.savefig(out, format="png", metadata={"Software": None})
    plt.close(figure)
    return out.getvalue()


def draw_surgery() -> bytes:
    """A market place under a summer sky, out of focus."""
    dice = random.Random(7)  # noqa: S311
    image = Image.new("RGB", (560, 300), "#b9d3ea")
    pen = ImageDraw.Draw(image)
    for n in range(9):
        left, top = n * 64 - 10, dice.randint(60, 120)
        pen.rectangle((left, top, left + 60, 220), fill=dice.choice(["#b5654a", "#c98f6b", "#a3563f", "#d9c3a0"]))
        for row in range(top + 15, 190, 30):
            pen.rectangle((left + 12, row, left + 22, row + 15), fill="#44505e")
            pen.rectangle((left + 36, row, left + 46, row + 15), fill="#44505e")
    pen.rectangle((0, 220, 560, 300), fill="#8f8a82")
    pen.polygon([(180, 150), (390, 150), (420, 185), (150, 185)], fill="#2f5496")
    for x in (160, 408):
        pen.line((x, 185, x, 265), fill="#dddddd", width=5)
    for _ in range(7):
        x = dice.randint(130, 430)
        pen.ellipse((x, 195, x + 18, 213), fill="#e0b090")
        pen.rectangle((x - 5, 213, x + 23, 268), fill=dice.choice(["#22344f", "#5b2333", "#d6d02f", "#3f5d45"]))
    out = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1.2)).save(out, "jpeg", quality=70)
    return out.getvalue()


PICTURES = {"officers": draw_officers, "referrals": draw_referrals, "surgery": draw_surgery}
