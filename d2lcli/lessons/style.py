"""The look of every picture, shown as cells before the picture."""

import matplotlib
import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.colors import LinearSegmentedColormap, to_rgba_array
from matplotlib.figure import Figure

# One look for all pictures: Okabe and Ito's colours, which colour-blind
# readers can tell apart.
colors = {
    "blue": "#0072B2",
    "orange": "#D55E00",
    "green": "#009E73",
    "pink": "#CC79A7",
    "yellow": "#E69F00",
    "sky": "#56B4E9",
    "ink": "#222222",
    "grey": "#6E6E6E",
    "faint": "#DDDDDD",
}

# Sizes and line widths for a slide of 1920 × 1080 pixels, and text that
# stays text in svg and pdf.
style = {
    "figure.figsize": (9.6, 5.4),
    "figure.dpi": 100,
    "savefig.dpi": 200,
    "figure.constrained_layout.use": True,
    "figure.constrained_layout.w_pad": 0.12,
    "figure.constrained_layout.h_pad": 0.12,
    "font.family": "DejaVu Sans",
    "font.size": 12,
    "figure.titlesize": 17,
    "axes.titlesize": 13,
    "axes.titlelocation": "left",
    "axes.titlepad": 10,
    "axes.labelcolor": "#222222",
    "axes.edgecolor": "#8A8A8A",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#E6E6E6",
    "grid.linewidth": 0.8,
    "axes.axisbelow": True,
    "xtick.color": "#555555",
    "ytick.color": "#555555",
    "lines.linewidth": 2,
    "legend.fontsize": 10,
    "legend.framealpha": 0.85,
    "legend.edgecolor": "none",
    "svg.fonttype": "none",
    "svg.hashsalt": "d2l",
    "pdf.fonttype": 42,
}


# A power of ten.
def power(exponent):
    raised = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    return "10" + str(exponent).translate(raised)


# A number as a book prints it: 3·10⁻⁹ and not 3e-09, and a true minus.
def number(value, digits=3):
    if 1000 <= abs(value) < 10**6:
        digits = max(digits, len(f"{abs(value):.0f}"))
    text = f"{value:,.{digits}g}"
    mantissa, e, exponent = text.partition("e")
    if e:
        text = f"{mantissa}·{power(int(exponent))}".removeprefix("1·")
        text = text.replace("-1·", "-")
    return text.replace("-", "−").replace("inf", "∞")


# As many colours, from dark blue to light yellow. The later is the lighter,
# so that grey print keeps them apart.
def ramp(count):
    blues = [(0, "#00263D"), (0.5, "#2E86C1")]
    yellows = [(0.5, "#E69F00"), (1, "#FFF1CC")]
    scale = LinearSegmentedColormap.from_list("d2l", blues + yellows)
    return scale((np.arange(count) + 0.5) / max(count, 1))


# Ticks are numbers as a book prints them. What is 0 but for rounding is 0.
# Where six digits are too few, a tick is a round number and what it is away
# from there: 10⁶ + 0.5.
def ticks(axis):
    def text(value, position):
        if axis.get_scale() == "log" and np.log10(value) % 1 == 0:
            return power(round(np.log10(value)))
        view = axis.get_view_interval()
        most = abs(view).max()
        if axis.get_scale() == "log" or most < 1e4 * np.ptp(view):
            return number(0 if abs(value) < 1e-9 * most else value, 6)
        at = axis.get_majorticklocs()
        span = np.ptp(at) or 1
        unit = 10 ** np.ceil(np.log10(span))
        times = round(np.mean(at) / unit)
        digits = max(3, len(f"{abs(times)}".rstrip("0")))
        base = number(times * unit, digits)
        away = value - times * unit
        if abs(away) < 1e-6 * span:
            return base
        sign = "+" if away > 0 else "−"
        return f"{base} {sign} {number(abs(away), 4)}"

    axis.set_major_formatter(text)


# A slide with charts, placed as the letters of a mosaic, and its title.
def charts(title, mosaic, widths):
    matplotlib.rcParams.update(style)
    figure = Figure()
    figure.suptitle(title, x=0.025, ha="left", color=colors["ink"])
    panels = figure.subplot_mosaic(mosaic, width_ratios=widths)
    for panel in panels.values():
        panel.locator_params(axis="x", nbins=5)
        ticks(panel.xaxis)
        ticks(panel.yaxis)
    return figure, [panel for _, panel in sorted(panels.items())]


# Limits of an axis that show most of these values, where a few run far away,
# and all that must be seen.
def limits(values, seen=()):
    values = np.append(values, seen)
    values = values[np.abs(values) < 1e150]
    low, high = np.percentile(values, [5, 95]) if len(values) else (0, 0)
    far = high - low
    low = min([max(low - far, min(values, default=0)), *seen])
    high = max([min(high + far, max(values, default=0)), *seen])
    margin = 0.06 * (high - low) or 0.13 * abs(low) or 1.1
    return low - margin, high + margin


# A curve as it can be drawn: without what runs far out of sight, and torn
# where it leaps from one point to the next, as at a pole or a jump.
def torn(x, y, low, high):
    y = np.where(abs(y - (low + high) / 2) < 2 * (high - low), y, np.nan)
    step = abs(np.diff(y, prepend=np.nan, append=np.nan))
    here, beside = step[1:-1], np.fmin(step[:-2], step[2:])
    leap = (here > 0.05 * (high - low)) & (here > 10 * beside)
    gaps = np.flatnonzero(leap) + 1
    return np.insert(x, gaps, x[gaps]), np.insert(y, gaps, np.nan)


# An empty slide with its title. One unit is one inch, and y runs down.
def slide(title, note=""):
    matplotlib.rcParams.update(style)
    figure = Figure(layout="none")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, 9.6), ylim=(5.4, 0))
    axes.axis("off")
    axes.text(0.3, 0.44, title, fontsize=17, color=colors["ink"])
    axes.text(0.3, 0.74, note, fontsize=11, color=colors["grey"])
    return figure, axes


# The part of a shape that fits on a slide: at most 4 axes, 40 cells along
# each, and no more blocks than can be told apart.
def visible(shape, most=120):
    sizes = [min(size, 40) for size in shape[-4:]]
    while sizes and np.prod(sizes[:-2]) * max(sizes[-2:]) > most:
        sizes[sizes.index(max(sizes))] -= 1
    return tuple(sizes)


# Where each cell of a shape is: the last axis runs to the right, the one
# before it down. The third from the end makes blocks, one below another;
# with wide=True, one beside another. The fourth runs the other way.
def places(shape, wide=False):
    sizes = (1,) * (4 - len(shape)) + tuple(shape)
    index = np.indices(sizes).reshape(4, -1)
    rows, columns = sizes[-2:]
    right, down = (1, 0) if wide else (0, 1)
    x = index[3] + index[right] * (columns + 0.5)
    y = index[2] + index[down] * (rows + 0.5)
    return np.stack([x, y], axis=1)


# Width and height of a shape, in cells. An empty one still has its frame.
def extent(shape, wide=False):
    corners = places([max(size, 1) for size in shape], wide)
    return corners.max(axis=0) + 1


# The cells of a shape as squares, with their numbers where these can be
# read. A ghost is a cell with dashed edges.
def cells(axes, at, side, shape, faces, texts=(), wide=False, ghost=None):
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    squares = side * (places(shape, wide)[:, None] + square) + at
    if 0 in shape:
        squares = (side * square * extent(shape, wide) + at)[None]
        faces, texts, ghost = "white", ["empty"], [True]
    ghost = np.array([False] * len(squares) if ghost is None else ghost)
    faces = np.broadcast_to(to_rgba_array(faces), (len(squares), 4))
    for here, edge in ((~ghost, "white"), (ghost, colors["grey"])):
        axes.add_collection(
            PolyCollection(
                squares[here],
                facecolors=faces[here],
                edgecolors=edge,
                linestyles="-" if edge == "white" else "--",
                linewidths=min(1, 4 * side),
            )
        )
    texts = [str(text) for text in texts]
    if not 0 < len(texts) <= 300:
        return
    longest = max(map(len, texts))
    size = 72 * min(0.45 * side, 1.4 * side / max(longest, 2), 0.25)
    if 0 in shape:
        size = 9
    if size < 4.5:
        return
    centers = squares.mean(axis=1)
    for place, face, text in zip(centers, faces, texts, strict=True):
        dark = face[:3] @ (0.3, 0.59, 0.11) < 0.53
        axes.text(
            *place,
            text,
            fontsize=size,
            ha="center",
            va="center",
            color="white" if dark else colors["ink"],
        )


# What a grid of cells is, above it: its name, and its shape.
def label(axes, corner, name, shape):
    x, y = corner
    mono = {"family": "DejaVu Sans Mono", "color": colors["ink"]}
    axes.text(x, y - 0.29, name, fontsize=11, **mono)
    axes.text(x, y - 0.1, shape, fontsize=10, color=colors["grey"])


# A line along each axis of a grid of cells, with a size from the list, last
# axis first. A size that changes is written 1 → 3, one that does not fit
# 3 ≠ 2, and both stand out.
def measure(axes, corner, side, shape, sizes):
    (x, y), (width, height) = corner, side * extent(shape)
    rows = side * max((1, 1, *shape)[-2], 1)
    lines = [
        ((x, x + width), (y + height + 0.08,) * 2, "center", (0, 0.13)),
        ((x - 0.08,) * 2, (y, y + rows), "right", (-0.06, 0)),
        ((x + width + 0.08,) * 2, (y, y + height), "left", (0.06, 0)),
    ]
    for size, (across, down, ha, shift) in zip(sizes, lines, strict=False):
        color = colors["orange" if {*size} & {*"→≠"} else "grey"]
        axes.plot(across, down, lw=1.2, color=color)
        place = np.mean([across, down], axis=1) + shift
        look = {"color": color, "fontsize": 10, "ha": ha, "va": "center"}
        axes.text(*place, size, **look)


# Corners for boxes of these sizes, in rows from left to right, and the side
# of a cell: as large as the slide allows, with what is left over on all
# sides. Labels need room too.
def flow(sizes, labels, margin=0.35):
    for side in np.geomspace(1, 0.008, 200):
        x = y = row = right = 0.0
        corners = np.zeros((len(sizes), 2))
        for i, (width, height) in enumerate(sizes):
            room = max(width * side, 0.095 * len(labels[i]))
            if i and x + room > 9.4 - margin:
                x, y, row = 0.0, y + row + 0.75, 0.0
            corners[i] = x, y
            right = max(right, x + room)
            x, row = x + room + margin, max(row, height * side)
        if right <= 9.4 - margin and y + row <= 3.6:
            break
    return side, corners + (4.8 - right / 2, 3.2 - (y + row) / 2)
