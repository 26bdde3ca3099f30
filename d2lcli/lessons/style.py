"""The look of every picture, shown as cells before the picture."""

# One look for all pictures: Okabe and Ito's colours, which colour-blind readers
# can tell apart.
colors = {
    "blue": "#0072B2",
    "orange": "#D55E00",
    "green": "#009E73",
    "pink": "#CC79A7",
    "yellow": "#E69F00",
    "sky": "#56B4E9",
    "ink": "#222222",
    "grey": "#8A8A8A",
    "faint": "#D9D9D9",
}

# Sizes and line widths for a slide, and text that stays text in svg and pdf.
style = {
    "figure.figsize": (8, 4.5),
    "figure.dpi": 100,
    "savefig.dpi": 200,
    "figure.constrained_layout.use": True,
    "font.family": "DejaVu Sans",
    "font.size": 12,
    "axes.titlesize": 15,
    "axes.titlelocation": "left",
    "axes.titlepad": 12,
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
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "d2l",
    "pdf.fonttype": 42,
}
