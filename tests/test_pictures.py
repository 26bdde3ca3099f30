"""Pictures: what is drawn is what the lesson computed, and a file is never lost."""

from __future__ import annotations

import importlib
import math
import re
import signal
import subprocess
import sys
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Annotation, Text

from d2lcli.inputs.shapes import broadcast
from d2lcli.outputs import figure
from d2lcli.request import PICTURE, TOUR, load
from d2lcli.results import snapshot
from d2lcli.runner import plan, run

from .conftest import Run

STYLE: Any = importlib.import_module("d2lcli.lessons.style")  # its functions have no types


def own(formula: str, f: str, **values: str) -> dict[str, str]:
    """A reader's own function, and other values."""
    return {"f": f"def f(x):\n    return {f}", "formula": repr(formula), **values}


LOOP = "def f(x):\n    for _ in range(40):\n        x = torch.sin(x) + x * x / 3\n    return x"
LOADED = "torch.tensor([0.999] + [0.0002] * 5, dtype=torch.float64)"
ZEROS = "torch.tensor([0.5, 0.3, 0.2, 0, 0, 0], dtype=torch.float64)"

WAVES = own(
    "exp(−x²)·sin(10x)",
    "torch.exp(-(x**2)) * torch.sin(10 * x)",
    at="0.3",
    h="0.5",
    factor="0.5",
    steps="12",
)

INPUTS: dict[str, list[dict[str, str]]] = {
    "tensor": [
        {},
        {"shape": "()"},
        {"shape": "(7,)"},
        {"shape": "(3, 3)"},
        {"shape": "(2, 0, 4)"},
        {"shape": "(40, 40)"},
        {"shape": "(2, 2, 3, 4)"},
        {"shape": "(1000, 3, 700)"},
        {"shape": "(2, 3, 4, 5, 6)"},
        {"shape": "(40, 60)"},
        {"shape": "(37, 37)"},
        {"shape": "(2, 0, 3, 4)"},
    ],
    "broadcast": [
        {},
        {"shapes": "((2, 3, 1), (4,))"},
        {"shapes": "((), ())"},
        {"shapes": "((3,), (3,))"},
        {"shapes": "((3, 1), (1, 0))"},
        {"shapes": "((40, 1), (1, 40))"},
        {"shapes": "((5, 1, 2, 3, 1), (4,), (3, 4))"},
        {"shapes": "((2, 1, 1), (3, 1), (4,), (), (1, 1, 4), (2, 3, 4))"},
        {"shapes": "((40, 2, 3), (2, 1))"},
        {"shapes": "((2,),) * 20"},
        {"shapes": "((2, 3), (2,))"},
        {"shapes": "((3, 4, 5), (2, 4, 1), (5,), (0, 4, 2))"},
        {"shapes": "((2, 1, 1, 3), (3, 4, 1, 1))"},
    ],
    "memory": [
        {},
        {"size": "1"},
        {"size": "7"},
        {"size": "1000"},
        {"size": "123456"},
        {"size": "2**22"},
    ],
    "linalg": [
        {},
        {"dim": "0"},
        {"dim": "-1"},
        {"A": "torch.tensor(3.5)", "dim": "0"},
        {"A": "torch.arange(5.0) / 3", "dim": "-1"},
        {"A": "torch.ones(3, 0, 4)", "dim": "1"},
        {"A": "torch.ones(3, 0, 4)", "dim": "-3"},
        {"A": "torch.arange(1600).reshape(40, 40)", "dim": "0"},
        {"A": "torch.arange(72.0).reshape(2, 3, 2, 3, 2) * 1e5", "dim": "0"},
        {"A": "torch.tensor([[1.0, torch.nan, torch.inf], [-3e-9, 2.0, 1e20]])"},
        {"A": "torch.ones(1000, 300, 3)"},
        {"A": "torch.arange(1680).reshape(10, 12, 14)"},
        {"A": "torch.arange(1680).reshape(10, 12, 14)", "dim": "2"},
        {"A": "torch.eye(3) > 0"},
    ],
    "norm": [
        {},
        {"p": "500.0", "u": "torch.tensor([3, 5])"},
        {"p": "torch.inf", "u": "torch.tensor([-2.0])"},
        {"p": "1.0", "u": "torch.zeros(3)"},
        {"u": "torch.tensor([1.0, torch.nan])"},
        {"u": "torch.tensor([1.0, -torch.inf])"},
        {"p": "1.05", "u": "torch.arange(1000.0)"},
        {"p": "2.5", "u": "torch.tensor([1e300, -1e300], dtype=torch.float64)"},
        {"p": "7.25", "u": "torch.tensor([1e-30, 3e-31])"},
        {"u": "torch.tensor([1 + 2j, 3.0])"},
        {"u": "torch.tensor([True, False, True])"},
        {"u": "torch.tensor([-1e-3, 1e3], dtype=torch.float64)"},
    ],
    "derivative": [
        {},
        {"h": "1.0", "factor": "0.5"},
        {"at": "-2.0", "h": "-0.5"},
        {"at": "0.0", "h": "1e-9", "steps": "1"},
        {"at": "1e6", "h": "50.0"},
        {"at": "1e300"},
        own("x", "x", at="1e15"),
        own("x", "x", at="1e20"),
        own("x", "x", at="1e6"),
        own("1000 + x/10", "1000 + x / 10"),
        {"at": "-0.5", "h": "2.0", "method": "central_lim"},
        own("1/x", "1 / x", at="1.0", h="1.0", factor="0.5"),
        own("1/x", "1 / x", at="0.0"),
        own("tan(x)", "torch.tan(x)", at="1.3"),
        own("|x|", "abs(x)", at="0.0"),
        own("√x", "torch.sqrt(x)", at="0.0", h="1.0", factor="0.5"),
        own("log(x)", "torch.log(x)", at="-1.0"),
        own("3", "3.0"),
        own("exp(20x²)", "torch.exp(20 * x * x)"),
        own("floor(x)", "torch.floor(x)", at="2.0"),
        own("a function with a very long name", "torch.sin(x)", method="central_lim"),
        own("tan(x)", "torch.tan(x)", at="1.5707963267948966"),
        own("x³", "x**3", h="1.23456e-05", factor="0.9", steps="6"),
        {"h": "1.0", "factor": "0.9", "steps": "400"},
        WAVES,
    ],
    "autograd": [
        {},
        own("sin(x)·x² + exp(−x)", "torch.sin(x) * x**2 + torch.exp(-x)", at="(2.0,)"),
        own("1/x", "1 / x", at="(-1.0, 0.0, 1.0)"),
        own("3", "3.0", at="(1.0,)"),
        own("x", "x"),
        own("x·x", "x * x", at="(5.0, 5.0)"),
        own("log(x)", "torch.log(x)", at="(-1.0,)"),
        {"at": "(1e6, 1e-9, -5.0)"},
        {"at": "tuple(i / 10 for i in range(100))"},
        {"at": "(1e6, 1e6 + 1)"},
        own("exp(x)", "torch.exp(x)", at="(-10.0, 0.0, 10.0, 30.0)"),
        {"f": LOOP, "formula": "'a loop that runs forty times over'"},
    ],
    "dice": [
        {},
        {"rolls": "1", "dice": "1"},
        {"rolls": "1"},
        {"rolls": "7", "die": "torch.ones(12, dtype=torch.float64) / 12"},
        {"rolls": "7", "die": "torch.ones(2, dtype=torch.float64) / 2"},
        {"rolls": "5001", "dice": "1", "die": "torch.ones(20, dtype=torch.float64) / 20"},
        {"rolls": "3000", "die": "torch.ones(12, dtype=torch.float64) / 12"},
        {"rolls": "10**12"},
        {"die": LOADED},
        {"die": ZEROS, "rolls": "100000"},
        {"die": "torch.arange(1000, dtype=torch.float64) / 499500", "rolls": "2000"},
        {"die": "torch.ones(1000, dtype=torch.float64) / 1000"},
    ],
}


def _torn(values: dict[str, str]) -> bool:
    """Whether these are shapes that do not fit."""
    return broadcast(eval(values.get("shapes", "()")))[1] is not None


ALL = [(lesson, values) for lesson, several in INPUTS.items() for values in several]


def of(lesson: str) -> pytest.MarkDecorator:
    """A parameter that runs over all inputs of a lesson."""
    return pytest.mark.parametrize("values", INPUTS[lesson])


def drawn(lesson: str, values: dict[str, str]) -> dict[str, Any]:
    """The variables of a lesson's picture, which is drawn once for all tests."""
    return _drawn(lesson, tuple(values.items()))


@cache
def _drawn(lesson: str, values: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    parsed = load(lesson)
    names: dict[str, Any] = {}
    cells = plan(parsed, [parsed.sections[PICTURE]], {"seed": "7", **dict(values)})
    for step in run(cells, snapshot, names):
        assert step.error is None, step.error
        assert step.warnings == ()
        assert step.cell.section != PICTURE or step.result is None, "only the figure is shown"
    return names


def line(axes: Any, label: str) -> Any:
    """The line whose label begins so."""
    return next(line for line in axes.lines if line.get_label().startswith(label))


def texts(picture: Figure) -> list[Text]:
    """Every text that can be seen: ticks outside the limits are not drawn."""
    hidden = set()
    for axes in picture.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in [*axis.get_major_ticks(), *axis.get_minor_ticks()]:
                if not axes.axison or not low <= tick.get_loc() <= high:
                    hidden |= {tick.label1, tick.label2}
    return [
        text
        for text in picture.findobj(Text)
        if isinstance(text, Text)
        and text.get_visible()
        and text.get_text().strip()
        and text not in hidden
    ]


@pytest.mark.parametrize("lesson", TOUR)
def test_every_lesson_has_a_picture(lesson: str) -> None:
    assert len(INPUTS[lesson]) > 5
    assert list(load(lesson).sections)[-1] == PICTURE


@pytest.mark.parametrize(("lesson", "values"), ALL)
def test_texts_are_inside_and_apart(lesson: str, values: dict[str, str]) -> None:
    """No text leaves the canvas, and none touches another, in all charts of a picture."""
    picture = drawn(lesson, values)["figure"]
    assert isinstance(picture, Figure)
    picture.draw_without_rendering()
    # Of a text with an arrow, the text.
    boxes = [(text, Text.get_window_extent(text).padded(-0.5)) for text in texts(picture)]
    boxes = [(text, box) for text, box in boxes if box.width > 0]
    assert boxes
    for text, box in boxes:
        assert picture.bbox.padded(1).containsx(box.x0), text
        assert picture.bbox.padded(1).containsx(box.x1), text
        assert picture.bbox.padded(1).containsy(box.y0), text
        assert picture.bbox.padded(1).containsy(box.y1), text
    sides = np.array([box.extents for _, box in boxes])
    low, high = sides[:, :2], sides[:, 2:]
    touch = (low[:, None] < high[None]).all(axis=2)
    touch &= touch.T
    pairs = [(boxes[i][0], boxes[j][0]) for i, j in np.argwhere(touch) if i < j]
    assert not pairs


@pytest.mark.parametrize(("lesson", "values"), ALL)
def test_numbers_are_written_as_in_a_book(lesson: str, values: dict[str, str]) -> None:
    """A true minus, and powers of ten. Code stays code, and ticks are set by matplotlib."""
    for text in texts(drawn(lesson, values)["figure"]):
        words = text.get_text()
        if "Mono" not in text.get_fontname() and not words.startswith("$"):
            assert not re.search(r"\de[+-]?\d|-\d|\binf\b", words), words


@pytest.mark.parametrize(("lesson", "values"), ALL)
def test_no_two_ticks_read_the_same(lesson: str, values: dict[str, str]) -> None:
    """However little the values of an axis differ from each other."""
    picture = drawn(lesson, values)["figure"]
    picture.draw_without_rendering()
    for axes in picture.axes:
        for axis in (axes.xaxis, axes.yaxis) if axes.axison else ():
            low, high = sorted(axis.get_view_interval())
            ticks = [t for t in axis.get_major_ticks() if low <= t.get_loc() <= high]
            told = [tick.label1.get_text() for tick in ticks]
            assert len(set(told)) == len(told), told


@pytest.mark.parametrize(
    ("ticks", "told"),
    [
        ([-0.5, 0, 0.5], ["−0.5", "0", "0.5"]),
        ([999, 1000, 1001], ["999", "1,000", "1,001"]),
        ([1000, 1000.25, 1000.5], ["1,000", "1,000.25", "1,000.5"]),
        ([10**6 - 1, 10**6, 10**6 + 1], ["10⁶ − 1", "10⁶", "10⁶ + 1"]),
        ([-(10**6) - 0.5, -(10**6)], ["−10⁶ − 0.5", "−10⁶"]),
        ([1e15, 1e15 + 2.5e8], ["10¹⁵", "10¹⁵ + 2.5·10⁸"]),
        ([3141592, 3141594], ["3.14159·10⁶ + 2", "3.14159·10⁶ + 4"]),
        ([1 + 2e-9, 1 + 4e-9], ["1 + 2·10⁻⁹", "1 + 4·10⁻⁹"]),
    ],
)
def test_ticks_are_as_exact_as_they_are_close(ticks: list[float], told: list[str]) -> None:
    picture = Figure()
    axis = picture.subplots().xaxis
    axis.axes.set(xlim=(ticks[0], ticks[-1]), xticks=ticks)
    STYLE.ticks(axis)
    picture.draw_without_rendering()
    assert [tick.label1.get_text() for tick in axis.get_major_ticks()] == told


@pytest.mark.parametrize("lesson", TOUR)
def test_a_picture_states_its_finding_and_names_its_axes(lesson: str) -> None:
    picture = drawn(lesson, {})["figure"]
    title = picture.get_suptitle() or picture.axes[0].texts[0].get_text()
    assert " " in title
    for axes in picture.axes:
        if axes.axison and axes.get_xticks().size:
            below = axes.get_xlabel() or axes.get_title("left")
            assert below, "an axis without a name"


@pytest.mark.parametrize("lesson", TOUR)
def test_grey_print_keeps_lines_apart(lesson: str) -> None:
    """Labelled lines of a chart differ in their dashes, their width or their lightness."""
    for axes in drawn(lesson, INPUTS[lesson][1])["figure"].axes:
        lines = [line for line in axes.lines if not line.get_label().startswith("_")]
        for one, other in combinations(lines, 2):
            grey = [np.dot(to_rgb(x.get_color()), (0.3, 0.59, 0.11)) for x in (one, other)]
            assert (
                one.get_linestyle() != other.get_linestyle()
                or one.get_linewidth() != other.get_linewidth()
                or abs(grey[0] - grey[1]) > 0.1
                or one.get_alpha() != other.get_alpha()
            ), (one, other)


def test_the_colours_of_cells_grow_lighter() -> None:
    light = STYLE.ramp(50)[:, :3] @ (0.3, 0.59, 0.11)
    assert (np.diff(light) > 0).all()
    assert light[0] < 0.2 and light[-1] > 0.9


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3e-9, "3·10⁻⁹"),
        (-2.5, "−2.5"),
        (1e6, "10⁶"),
        (-1e-12, "−10⁻¹²"),
        (1.667e12, "1.67·10¹²"),
        (123456, "123,456"),
        (-31825.4, "−31,825"),
        (1234.5678, "1,235"),
        (999999.7, "999,999.7"),
        (0.0, "0"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "nan"),
    ],
)
def test_numbers_as_text(value: float, text: str) -> None:
    assert STYLE.number(value) == text


@pytest.mark.parametrize(
    ("shape", "part"),
    [
        ((), ()),
        ((0, 10**9), (0, 40)),
        ((2, 3, 4), (2, 3, 4)),
        ((9, 1, 2, 3, 4), (1, 2, 3, 4)),
        ((1000, 1000), (40, 40)),
    ],
)
def test_what_is_visible_of_a_shape(shape: tuple[int, ...], part: tuple[int, ...]) -> None:
    assert STYLE.visible(shape) == part


def grids(picture: Figure) -> list[tuple[Any, Any, Any, Any]]:
    """Corners and colours of each grid's cells: the solid ones, and the dashed ones."""
    collections: list[Any] = [
        c for c in picture.axes[0].collections if isinstance(c, PolyCollection)
    ]
    parts = []
    for collection in collections:
        paths = [path.vertices[0] for path in collection.get_paths()]
        parts += [np.reshape(paths, (-1, 2)), collection.get_facecolors()]
    for dashed in collections[1::2]:
        assert dashed.get_linestyles()[0][1] is not None
    for solid in collections[::2]:
        assert solid.get_linestyles()[0][1] is None
    return [tuple(parts[i : i + 4]) for i in range(0, len(parts), 4)]


def reading_order(corners: Any, shape: tuple[int, ...]) -> Any:
    """The place of each cell among all, read block by block, row by row."""
    rows, columns = (1, 1, *shape)[-2:]
    blocks = corners.reshape(-1, rows, columns, 2)
    assert (np.diff(blocks[..., 0], axis=2) > 0).all()  # along a row to the right
    assert (np.diff(blocks[..., 1], axis=1) > 0).all()  # from row to row down
    assert np.allclose(blocks[..., 1], blocks[:, :, :1, 1])
    assert np.allclose(blocks[..., 0], blocks[:, :1, :, 0])
    # No cell lies on another.
    assert len(np.unique(corners.round(6), axis=0)) == len(corners)


@of("tensor")
def test_a_number_keeps_its_colour(values: dict[str, str]) -> None:
    names = drawn("tensor", values)
    x, y, shape = names["x"], names["y"], names["shape"]
    # The user's own tensors, of which x and y may be parts.
    X = torch.arange(math.prod(shape)).reshape(shape)
    first = (0,) * (X.ndim - x.ndim)
    assert torch.equal(x, X[first][tuple(slice(size) for size in x.shape)])
    assert torch.equal(y, x + X.numel())
    flat = X.reshape(names["matrix"])
    flat = flat[(0,) * (flat.ndim - 4)]
    if x.shape != shape:
        flat = flat[tuple(slice(size) for size in STYLE.visible(flat.shape))]
    expected = [x, y, flat]
    expected += [torch.cat((x, y), dim) for dim in range(min(x.ndim, 2))]
    told = [text.get_text() for text in texts(names["figure"])]
    dims = [len(first) + dim for dim in range(min(x.ndim, 2))]
    joined = [torch.Size(s * (1 + (i == d)) for i, s in enumerate(shape)) for d in dims]
    for own in [shape, shape, names["matrix"], *map(tuple, joined)]:
        told.remove(str(own))  # each grid's label
    assert [f"torch.cat((x, y), {dim})" in told for dim in dims] == [True] * len(dims)
    assert any(text.startswith("Only a part is drawn") for text in told) == (x.shape != shape)
    colour: dict[int, Any] = {}
    shown = grids(names["figure"])
    for X, (solid, faces, ghosts, _) in zip(expected, shown, strict=True):
        assert len(solid) == X.numel()
        assert len(ghosts) == (X.numel() == 0)  # an empty one has a frame
        if X.numel():
            reading_order(solid, tuple(X.shape))
        for value, face in zip(X.flatten().tolist(), faces, strict=True):
            assert np.array_equal(colour.setdefault(value, face), face)
    assert len(colour) == len({*x.flatten().tolist(), *flat.flatten().tolist()}) + y.numel()
    if x.numel() < 100 and flat.numel() < 100:
        assert len({tuple(face) for face in colour.values()}) == len(colour)
    if 0 < x.numel() < 50 and x.shape == shape:
        written = [int(t.get_text()) for t in texts(names["figure"]) if t.get_text().isdigit()]
        assert sorted(written) == sorted(v for X in expected for v in X.flatten().tolist())


FITTING = [values for values in INPUTS["broadcast"] if not _torn(values)]
TORN = [values for values in INPUTS["broadcast"] if _torn(values)]


@pytest.mark.parametrize("values", TORN)
def test_shapes_that_do_not_fit_are_drawn_as_they_are(values: dict[str, str]) -> None:
    """There is no sum, and at the axis that does not fit each size is told from the others."""
    names = drawn("broadcast", values)
    shapes = names["shapes"]
    assert "do not fit" in names["figure"].axes[0].texts[0].get_text()
    for operand, (solid, _, ghosts, _) in zip(
        names["operands"], grids(names["figure"]), strict=True
    ):
        assert len(solid) == operand.numel()
        assert len(ghosts) == (operand.numel() == 0)
    told = [text.get_text() for text in texts(names["figure"])]
    expected = []
    for axis in range(-min(max(map(len, shapes)), 3), 0):
        sizes = {shape[axis] for shape in shapes if len(shape) >= -axis} - {1}
        for shape in shapes if len(sizes) > 1 else ():
            if len(shape) >= -axis and shape[axis] != 1:
                others = [str(size) for size in sorted(sizes - {shape[axis]})]
                expected.append(" ≠ ".join([str(shape[axis]), *others]))
    assert sorted(text for text in told if "≠" in text) == sorted(expected)
    assert not any("→" in text for text in told)


def test_the_axis_that_does_not_fit_is_named() -> None:
    told = [t.get_text() for t in texts(drawn("broadcast", {"shapes": "((2, 3), (2,))"})["figure"])]
    assert "(2, 3) and (2,) do not fit" in told
    assert "At axis −1 the sizes 2 and 3 differ: none is 1." in told
    assert {"3 ≠ 2", "2 ≠ 3"} <= {*told}


@pytest.mark.parametrize("values", FITTING)
def test_ghosts_are_stretched_axes(values: dict[str, str]) -> None:
    names = drawn("broadcast", values)
    *shown, total = grids(names["figure"])
    stretched = names["stretched"]
    assert len(total[0]) == names["total"].numel()
    for operand, wide, (solid, _, ghosts, _) in zip(
        names["operands"], stretched, shown, strict=True
    ):
        if not wide.numel():
            assert len(solid) == operand.numel()
            continue
        # A step of 0 reads the same number again: all but the first cell along it are ghosts.
        again = torch.zeros(wide.shape, dtype=torch.bool)
        for axis, (size, stride) in enumerate(zip(wide.shape, wide.stride(), strict=True)):
            if size > 1 and stride == 0:
                again.select(axis, 0)
                again |= (torch.arange(size) > 0).reshape(-1, *[1] * (wide.ndim - axis - 1))
        assert len(ghosts) == again.sum()
        together = np.empty((wide.numel(), 2))
        together[again.flatten().numpy()] = ghosts
        together[~again.flatten().numpy()] = solid
        reading_order(together, tuple(wide.shape))
    result = np.broadcast_shapes(*names["shapes"])
    told = [text.get_text() for text in texts(names["figure"]) if "→" in text.get_text()]
    assert sorted(told) == sorted(
        f"{'–' if missing else 1} → {size}"
        for shape in names["shapes"]
        for axis, size in enumerate(result[::-1][:3])
        if (missing := axis >= len(shape)) or shape[-1 - axis] != size
    )


@of("memory")
def test_bars_are_bytes_and_times(values: dict[str, str]) -> None:
    names = drawn("memory", values)
    left, right = names["figure"].axes
    assert [bar.get_width() for bar in left.patches] == names["fresh"]
    assert [bar.get_width() for bar in right.patches] == names["times"]
    size = names["size"]
    assert names["fresh"] == [4 * size, 4 * size, 0, 0, 0]
    assert [label.get_text() for label in left.get_yticklabels()] == list(names["ways"])
    full = {tuple(bar.get_facecolor()) for bar in left.patches[:2]}
    assert len(full) == 1 and full.isdisjoint({tuple(b.get_facecolor()) for b in left.patches[2:]})


@of("linalg")
def test_numbers_that_are_added_have_the_colour_of_their_sum(values: dict[str, str]) -> None:
    names = drawn("linalg", values)
    A, dim, part = names["A"], names["dim"], names["block"]
    (solid, faces, _, _), (_, gone, _, _), (_, kept, _, _) = grids(names["figure"])
    sums = A.sum(dim=dim)
    assert [X[1] for X in names["tensors"].values()] == [
        A.shape,
        sums.shape,
        A.sum(dim=dim, keepdim=True).shape,
    ]
    assert np.array_equal(gone, kept)
    assert len(solid) == part.numel()
    if not part.numel() or not A.ndim:
        return
    reading_order(solid, tuple(part.shape))
    axis = names["drawn"].index(names["axis"])
    colours = np.moveaxis(faces.reshape(*part.shape, 4), axis, 0).reshape(part.shape[axis], -1, 4)
    assert np.array_equal(colours, np.broadcast_to(gone, colours.shape))
    if A.numel() == part.numel():
        written = [t.get_text() for t in texts(names["figure"])]
        for value in sums.flatten().tolist()[:50]:
            assert A.numel() > 300 or written.count(STYLE.number(value)) >= 2, value
    marked = [t.get_text() for t in texts(names["figure"]) if t.get_text().endswith(" → 1")]
    assert marked == [f"{A.shape[dim]} → 1"]


def test_cells_can_be_read() -> None:
    """Of a tensor with many cells few are drawn, with their numbers, and a note says so."""
    for values in INPUTS["linalg"][-3:-1]:
        names = drawn("linalg", values)
        assert tuple(names["block"].shape) == (3, 4, 4)
        told = [text.get_text() for text in texts(names["figure"])]
        assert {STYLE.number(x) for x in names["block"].flatten().tolist()} <= {*told}
        assert "Of (10, 12, 14) the first (3, 4, 4) are drawn; the sums are of all." in told


def test_norms_that_agree_are_not_called_shorter() -> None:
    picture = drawn("norm", INPUTS["norm"][-1])["figure"]
    assert picture.get_suptitle() == "One element outweighs the others: about 1,000 in every norm"


@of("norm")
def test_lengths_are_norms(values: dict[str, str]) -> None:
    names = drawn("norm", values)
    plane, bars = names["figure"].axes
    u = names["u"].flatten()
    u = (u.abs() if u.is_complex() else u).double()
    largest = u.abs().max().item()
    for q, bar in zip(names["orders"], bars.lines, strict=True):
        length = torch.linalg.vector_norm(u, q).item()
        if not math.isfinite(length) and largest < math.inf:  # a power is too large
            length = largest * torch.linalg.vector_norm(u / largest, q).item()
        expected = length if length < math.inf else 0
        assert bar.get_xdata()[1] == pytest.approx(expected, rel=1e-12)
        told = [text.get_text() for text in bars.texts]
        assert STYLE.number(length, 4) in told
    balls = [line for line in plane.lines if len(line.get_xdata()) > 1]
    for q, ball in zip(names["orders"], balls, strict=True):
        points = np.stack(ball.get_data())
        assert np.allclose(np.linalg.norm(points, q, axis=0), 1, rtol=1e-12)
    tips = [line for line in plane.lines if len(line.get_xdata()) == 1]
    assert bool(tips) == (0 < largest < math.inf)
    for q, tip in zip(names["orders"], tips, strict=False):
        place = np.concatenate(tip.get_data())
        assert np.linalg.norm(place, q) == pytest.approx(1)
        if len(u) == 2:
            assert np.allclose(place / abs(place).max(), u.numpy() / largest)


def slope_of(names: dict[str, Any]) -> float:
    """The slope in closed form, where the lesson's own f is drawn."""
    return float(6 * names["at"] - 4)


@pytest.mark.parametrize("values", [v for v in INPUTS["derivative"] if "f" not in v])
def test_the_tangent_is_computed(values: dict[str, str]) -> None:
    """Its slope is f′ in closed form, it touches the curve, and secants meet the curve twice."""
    names = drawn("derivative", values)
    axes = names["figure"].axes[0]
    at = names["at"]
    if at == 1e300:
        assert names["figure"].get_suptitle() == ("At x = 10³⁰⁰ no tangent is drawn: infinite")
        return
    x, y = line(axes, "tangent").get_data()
    slope = slope_of(names)
    assert np.allclose(np.diff(y) / np.diff(x), slope, rtol=1e-6, atol=1e-6 * (1 + abs(at)))
    assert np.allclose(y, 3 * at**2 - 4 * at + slope * (x - at), rtol=1e-9)
    curve, value = line(axes, "f(x) = 3x² − 4x").get_data()
    assert np.allclose(value, 3 * curve**2 - 4 * curve, rtol=1e-12, atol=1e-12)
    for secant in (line for line in axes.lines if line.get_label().startswith("secant")):
        x, y = secant.get_data()
        h = float(secant.get_label().replace("−", "-").partition("h = ")[2].partition(":")[0])
        for point in (at, at + h):
            assert np.interp(point, x, y) == pytest.approx(3 * point**2 - 4 * point, rel=1e-3)


def test_a_secant_that_can_be_seen_is_drawn() -> None:
    axes = drawn("derivative", {"h": "1.0", "factor": "0.5"})["figure"].axes[0]
    assert sum(line.get_label().startswith("secant") for line in axes.lines) == 5


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (own("1/x", "1 / x", at="0.0"), "infinite"),
        (
            own("log(x)", "torch.log(x)", at="-1.0"),
            "no value",
        ),
        (
            own("√x", "torch.sqrt(x)", at="0.0", h="1.0", factor="0.5"),
            "the domain ends here",
        ),
        (
            own("|x|", "abs(x)", at="0.0"),
            "a kink",
        ),
        (
            own("floor(x)", "torch.floor(x)", at="2.0"),
            "the slopes do not settle",
        ),
    ],
)
def test_where_there_is_no_tangent(values: dict[str, str], reason: str) -> None:
    """The picture says what the lesson says."""
    picture = drawn("derivative", values)["figure"]
    assert picture.get_suptitle().endswith(f" no tangent is drawn: {reason}")
    left, right = picture.axes
    assert not any(line.get_label().startswith("tangent") for line in left.lines)
    assert not right.lines


@pytest.mark.parametrize(
    ("values", "slope"),
    [
        (own("1/x", "1 / x", at="1.0", h="1.0", factor="0.5"), -1),
        (own("tan(x)", "torch.tan(x)", at="1.3"), 1 / math.cos(1.3) ** 2),
        (own("3", "3.0"), 0),
        (own("exp(20x²)", "torch.exp(20 * x * x)"), 40 * math.exp(20)),
    ],
)
def test_the_tangent_of_a_readers_function(values: dict[str, str], slope: float) -> None:
    axes = drawn("derivative", values)["figure"].axes[0]
    x, y = line(axes, "tangent").get_data()
    assert np.allclose((y[-1] - y[0]) / (x[-1] - x[0]), slope)
    low, high = axes.get_ylim()
    _, value = line(axes, "f(x) = ").get_data()
    seen = value[np.isfinite(value)]
    assert ((seen > low) & (seen < high)).mean() > 0.8


def test_a_curve_is_cut_at_a_pole() -> None:
    """No line joins the two ends of the pole of 1/x."""
    axes = drawn("derivative", own("1/x", "1 / x", at="0.0"))["figure"].axes[0]
    x, y = line(axes, "f(x)").get_data()
    before, after = y[x < 0], y[x > 0]
    assert np.isnan(before[-1]) and np.isnan(after[0])
    assert np.allclose((x * y)[np.isfinite(y)], 1)


@pytest.mark.parametrize(
    ("values", "title"),
    [
        (own("sin(x)", "torch.sin(x)", at="0.0"), "The error falls with h"),
        (own("sin(x)", "torch.sin(x)", at="1.0"), "Too small an h is worse"),
        ({}, "sin: too small an h is worse"),
    ],
)
def test_what_is_said_of_the_error_is_to_be_seen(values: dict[str, str], title: str) -> None:
    """Around 0 sin(h) / h has no rounding to speak of: numbers near 0 have all their digits."""
    axes = drawn("derivative", values)["figure"].axes[1]
    assert axes.get_title("left") == title


def test_one_value_far_away_does_not_flatten_the_curve() -> None:
    """In floats tan(π/2) is 1.6 · 10^16."""
    values = own("tan(x)", "torch.tan(x)", at="1.5707963267948966")
    low, high = drawn("derivative", values)["figure"].axes[0].get_ylim()
    assert -50 < low < -5 < 5 < high < 50


def test_many_names_do_not_cover_the_curve() -> None:
    picture = drawn("derivative", WAVES)["figure"]
    picture.draw_without_rendering()
    (legend,) = picture.legends
    assert len(legend.get_texts()) == 8
    assert not any(axes.bbox.overlaps(legend.get_window_extent()) for axes in picture.axes)
    assert drawn("derivative", {})["figure"].legends == []


X = np.linspace(-1, 1, 401)


@pytest.mark.parametrize(
    ("y", "gaps"),
    [
        (np.sign(X), [0, 0]),
        (np.where(X < 0.1234, 0.0, 1.0), [0.1234]),
        (np.sin(30 * X), []),
        (abs(X), []),
        (np.tanh(100 * X), []),
        (np.exp(5 * X), []),
        (X, []),
        (0 * X, []),
    ],
)
def test_a_curve_is_torn_where_it_leaps(y: np.ndarray[Any, Any], gaps: list[float]) -> None:
    x_drawn, y_drawn = STYLE.torn(X, y, *STYLE.limits(y))
    assert x_drawn[np.isnan(y_drawn)] == pytest.approx(gaps, abs=0.01)
    assert np.array_equal(y_drawn[~np.isnan(y_drawn)], y)


@pytest.mark.parametrize(
    ("values", "f", "df", "at"),
    [
        ({}, np.sin, np.cos, 1.0),
        (own("tan(x)", "torch.tan(x)", at="1.3"), np.tan, lambda x: 1 / np.cos(x) ** 2, 1.3),
    ],
)
def test_the_error_is_a_u(values: dict[str, str], f: Any, df: Any, at: float) -> None:
    """Where h is large the error is that of the formula; smaller h helps, then hurts."""
    axes = drawn("derivative", values)["figure"].axes[1]
    least = {}
    for drawn_line in axes.lines:
        h, error = drawn_line.get_data()
        large = h > (1e-2 if "float32" in drawn_line.get_label() else 1e-4)
        step = h[large].astype(np.float64)
        forward = (f(at + step) - f(at)) / step
        central = (f(at + step) - f(at - step)) / (2 * step)
        quotient = forward if "forward" in drawn_line.get_label() else central
        rounding = 1e-4 if "float32" in drawn_line.get_label() else 1e-10
        assert np.allclose(error[large], abs(quotient - df(at)), rtol=0.02, atol=rounding)
        assert error.min() < error[np.argmax(h)] / 100
        assert error.min() < error[np.argmin(h)] / 100
        least[drawn_line.get_label()] = error.min()
    assert len(least) == 4
    assert least["float64, central"] < least["float64, forward"] < least["float32, forward"]


@of("autograd")
def test_curves_points_and_record(values: dict[str, str]) -> None:
    names = drawn("autograd", values)
    top, below, graph = names["top"], names["below"], names["graph"]
    f, at = names["f"], names["at"]
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    y = f(x) + 0 * x
    y.sum().backward()
    assert x.grad is not None
    wanted = y.detach().numpy()
    slope = np.where(np.isnan(wanted), np.nan, x.grad.numpy())
    for axes, expected in ((top, wanted), (below, slope)):
        curve, points = axes.lines
        assert np.array_equal(points.get_xdata(), at)
        assert np.array_equal(points.get_ydata(), expected, equal_nan=True)
        assert curve.get_xdata().min() <= min(at) and curve.get_xdata().max() >= max(at)
    if "f" not in values:
        x_drawn, y_drawn = top.lines[0].get_data()
        assert np.allclose(y_drawn, 2 * x_drawn**2)
        assert np.allclose(below.lines[0].get_ydata(), 4 * x_drawn)
    boxes = [text.get_text() for text in graph.texts if text.get_text()]
    result = f(torch.tensor(at[0], requires_grad=True))
    if not torch.is_tensor(result) or result.grad_fn is None:
        assert boxes[0].startswith("nothing: ")
        return
    nodes, waiting = set(), [result.grad_fn]
    while waiting:
        node = waiting.pop()
        if node not in nodes:
            nodes.add(node)
            waiting += [before for before, _ in node.next_functions if before is not None]
    kinds = [node.name().replace("Backward0", "") for node in nodes]
    operations = [kind for kind in kinds if "AccumulateGrad" not in kind]
    left_out = len(operations) - 8
    if left_out <= 0:
        assert sorted(boxes) == sorted([*operations, "x", "f(x)"])
    else:
        assert f"… {left_out} more" in boxes
        assert len(boxes) == 11


def test_points_are_told_apart() -> None:
    """The curve of exp runs far away beyond the last point, and is not followed."""
    names = drawn("autograd", INPUTS["autograd"][-2])
    for axes in (names["top"], names["below"]):
        _, points = axes.lines
        low, high = axes.get_ylim()
        assert points.get_ydata()[-1] > (low + high) / 2
        assert axes.get_xlim()[0] <= -10 and 30 < axes.get_xlim()[1] < 34


def test_arrows_are_what_went_into_what() -> None:
    """2 · x · x: the result comes from a product and x, and this product from x."""
    graph = drawn("autograd", {})["graph"]
    arrows = [(t.xyann, t.xy) for t in graph.texts if not t.get_text()]
    rows = {text.get_text(): text.get_position() for text in graph.texts if text.get_text()}
    assert list(rows) == ["f(x)", "Mul", "x"]
    assert sorted((round(start[1]), round(end[1])) for start, end in arrows) == [
        (0, 1),
        (1, 2),
        (1, 3),
        (2, 3),
    ]
    graph = drawn("autograd", own("x·x", "x * x", at="(5.0, 5.0)"))["graph"]
    arrows = [(t.xyann, t.xy) for t in graph.texts if not t.get_text()]
    assert sum(round(start[1]) == 1 for start, _ in arrows) == 2  # x went in twice


@of("dice")
def test_curves_are_the_estimates(values: dict[str, str]) -> None:
    names = drawn("dice", values)
    running, bars = names["figure"].axes
    probs = names["die"].numpy()
    curves = names["curves"].get_segments()
    rolled, counted = names["roll"], names["n"]
    torch.manual_seed(7)
    n, counts = rolled(names["rolls"], names["dice"], names["die"])
    assert np.array_equal(counted, n)
    assert len(curves) == len(probs)
    for face, curve in enumerate(curves):
        assert np.array_equal(curve[:, 0], n)
        assert np.array_equal(curve[:, 1], counts[:, face].numpy() / (n.numpy() * names["dice"]))
    assert [bar.get_width() for bar in bars.patches] == counts[-1].tolist()
    assert np.allclose(bars.lines[0].get_xdata(), probs * names["rolls"] * names["dice"])
    truths = [line.get_ydata()[0] for line in running.lines]
    assert set(truths) <= set(probs.tolist())
    assert len(truths) == len(set(probs.tolist())) or len(set(probs.tolist())) > 12
    assert running.get_xscale() == ("linear" if names["rolls"] <= 5000 else "log")


@of("dice")
def test_a_label_far_from_its_curve_has_a_line(values: dict[str, str]) -> None:
    names = drawn("dice", values)
    running = names["figure"].axes[0]
    low, high = running.get_ylim()
    labels = [text for text in running.texts if isinstance(text, Annotation)]
    for text in labels:
        end = names["estimates"][-1, int(text.get_text()) - 1]
        assert text.xy[1] == end
        leads = text.arrow_patch is not None
        assert leads or abs(text.xyann[1] - end) < 0.15 * (high - low)
    if names["rolls"] * names["dice"] < 100:
        moved = [t for t in labels if abs(t.xyann[1] - t.xy[1]) > 0.9 * names["gap"]]
        assert all(text.arrow_patch is not None for text in moved)


@of("dice")
def test_the_band_holds_shares(values: dict[str, str]) -> None:
    for band in drawn("dice", values)["figure"].axes[0].collections:
        if isinstance(band, PolyCollection):
            for path in band.get_paths():
                share = np.asarray(path.vertices)[:, 1]
                assert share.min() >= 0 and share.max() <= 1


def test_the_band_is_where_95_of_100_estimates_lie() -> None:
    """The band's half width is 1.96 standard errors; in a long run few checkpoints leave it."""
    names = drawn(
        "dice", {"rolls": "1000", "die": "torch.ones(2, dtype=torch.float64) / 2", "dice": "1"}
    )
    band = next(c for c in names["figure"].axes[0].collections if c.get_label().startswith("95"))
    top = max(point[1] for point in band.get_paths()[0].vertices if point[0] == 1000)
    assert top == pytest.approx(0.5 + 1.959964 * 0.5 / 1000**0.5, abs=1e-6)


@pytest.mark.parametrize("lesson", [name for name in TOUR if name != "memory"])
def test_a_vector_file_is_the_same_each_time(lesson: str, tmp_path: Path) -> None:
    """With one seed, byte by byte, and its text is text. The times of memory are measured."""
    for name in ("a", "b"):
        _drawn.cache_clear()
        figure.save(drawn(lesson, {})["figure"], tmp_path / f"{name}.svg")
    first, second = ((tmp_path / f"{name}.svg").read_bytes() for name in ("a", "b"))
    assert first == second
    assert b"<text" in first


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "PNG"])
def test_a_picture_is_saved(ending: str, d2l: Run, tmp_path: Path) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_text("old")
    assert d2l("dice", "count", "--seed", "7", "--plot", str(path)).code == 0
    data = path.read_bytes()
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[ending.lower()]
    assert data.startswith(start)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()
    if ending == "svg":
        assert b"<text" in data
        assert b"share of throws" in data


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_the_same_seed_gives_the_same_file(ending: str, d2l: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        d2l("dice", "count", "--seed", "7", "--plot", str(tmp_path / f"{name}.{ending}"))
    files = [(tmp_path / f"{name}.{ending}").read_bytes() for name in ("a", "b")]
    assert files[0] == files[1]


def test_places_where_no_picture_can_be(d2l: Run, tmp_path: Path) -> None:
    missing = tmp_path / "none" / "a.png"
    outcome = d2l("dice", "--plot", str(missing))
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        f"d2l: --plot {missing}: there is no folder {missing.parent}; make it or name another\n"
    )
    folder = tmp_path / "a.png"
    folder.mkdir()
    outcome = d2l("dice", "--plot", str(folder))
    assert outcome.code == 1
    assert "this is a folder" in outcome.err
    outcome = d2l("tour", "--plot", str(tmp_path / "none" / "pictures"))
    assert outcome.code == 1
    assert "this folder cannot be made" in outcome.err


def test_an_older_picture_survives_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, d2l: Run
) -> None:
    path = tmp_path / "a.png"
    path.write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Figure, "savefig", fail)
    outcome = d2l("dice", "count", "--plot", str(path))
    assert outcome.code == 1
    assert "the picture could not be written (No space left on device)" in outcome.err
    assert "standard errors off" in outcome.out
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]


def test_a_read_only_place_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, d2l: Run
) -> None:
    """On a read-only file system not even the removal of what is not there is allowed."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    real = Path.open

    def no_writing(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        return refuse(path) if "x" in mode else real(path, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", no_writing)
    outcome = d2l("dice", "count", "--plot", str(tmp_path / "a.png"))
    assert outcome.code == 1
    assert "the picture could not be written (Read-only file system); choose" in outcome.err
    assert outcome.err.count("\n") == 1


SAVE = """
import os, resource, signal, sys
from d2lcli.outputs import figure
from matplotlib.figure import Figure
from pathlib import Path
picture = Figure()
picture.subplots().plot([1, 2])
{before}
figure.save(picture, Path(sys.argv[1]))
"""
KILL = """
real = Figure.savefig
def half(self, file, **options):
    file.write(b"half a picture")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
Figure.savefig = half
"""
FULL = "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))"


def save(path: Path, before: str) -> subprocess.CompletedProcess[str]:
    code = SAVE.format(before=before)
    return subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )


def test_a_killed_process_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_text("old")
    assert save(path, KILL).returncode == -signal.SIGKILL
    assert path.read_text() == "old"
    assert save(path, "").returncode == 0
    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_file_that_grows_too_large_leaves_the_old_one_as_it_was(tmp_path: Path) -> None:
    """The system's own error, in the middle of writing, as on a full disk."""
    path = tmp_path / "a.png"
    path.write_text("old")
    done = save(path, FULL)
    assert "the picture could not be written (File too large); choose another place" in done.stderr
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]


def test_saving_leaves_no_temporary_file_behind(tmp_path: Path) -> None:
    figure.save(Figure(), tmp_path / "a.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]
