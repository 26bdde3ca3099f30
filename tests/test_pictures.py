"""Pictures: what is drawn is what was computed, every text can be read, and every title is true."""

from __future__ import annotations

import importlib
import io
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Annotation, Text
from numpy.typing import NDArray
from torch import Tensor

from d2lcli import broadcasting, slopes
from d2lcli.inputs import formulas
from d2lcli.lesson import NAMES, load
from d2lcli.notes.memory import Cost
from d2lcli.pictures import derivative, dice, graph, grid, norm, style, window
from d2lcli.pictures.text import number, shape_text, typed

from .release import MATPLOTLIB, TORCH

NAN, INF = math.nan, math.inf
EXACT = 1e-12 if TORCH > (2, 0) else 1e-6  # whose norms round p to a float32
MARGIN = 0.5 if MATPLOTLIB > (3, 7) else 1.5  # which leaves less room between charts


@dataclass
class Asked:
    """As much of a request as a picture reads."""

    values: Mapping[str, object] = field(default_factory=dict)


def ordered(*shape: int) -> Tensor:
    """The numbers 0, 1, 2 and so on; of a shape with very many zeros that take no memory."""
    n = math.prod(shape)
    return torch.arange(n).reshape(shape) if n < 10**5 else torch.zeros(1).expand(shape)


def sum_of(*shapes: tuple[int, ...]) -> dict[str, Any]:
    return {"operands": [ordered(*shape) for shape in shapes], "shapes": shapes}


def function(text: str, variables: tuple[str, ...] = ("x",)) -> tuple[Any, formulas.Formula]:
    formula = formulas.parse("--f", text, ("x", "y", "z"))
    names: dict[str, Any] = {"torch": torch, "math": math}
    exec(formula.definition("f", variables), names)
    return names["f"], formula


def slope(text: str = "", at: float = 1.0, central: bool = False, **more: Any) -> dict[str, Any]:
    f, formula = function(text or "3*x**2-4*x")
    start = {"h": 0.1, "steps": 5, "factor": 0.1} | more
    verdict = slopes.judge(formula, at)
    own = Asked({"f": formula} if text else {})
    made = {"f": f, "at": at, "central": central, "verdict": verdict, "request": own}
    return made | {"pretty": formula.pretty} | start


def gradient(text: str, *at: float, names: tuple[str, ...] = ("x",)) -> dict[str, Any]:
    f, formula = function(text, names)
    single = len(names) == 1
    values = [list(at)] if single else at
    leaves = {n: torch.tensor(v, requires_grad=True) for n, v in zip(names, values, strict=True)}
    result = f(*leaves.values())
    verdicts = [slopes.judge(formula, point) for point in at] if single else []
    made = {"f": f, "at": at, "pretty": formula.pretty, "root": result.grad_fn}
    return made | {"verdicts": verdicts} | leaves


def book() -> dict[str, Any]:
    x = torch.arange(4.0, requires_grad=True)
    return {"root": (2 * torch.dot(x, x)).grad_fn, "x": x}


def thrown(rolls: list[int], dice: int = 10, weights: list[float] | None = None) -> dict[str, Any]:
    """Throws counted after these numbers of rolls."""
    die = torch.tensor(weights or [1.0] * 6, dtype=torch.float64)
    die /= die.sum()
    torch.manual_seed(7)
    n = torch.tensor(rolls, dtype=torch.float64)
    throws = torch.diff(n * dice, prepend=torch.zeros(1))
    left, counts = throws, []
    for face in range(len(die) - 1):
        share = (die[face] / die[face:].sum()).nan_to_num()
        counts.append(torch.binomial(left, share.expand_as(left)))
        left = left - counts[-1]
    total = torch.stack([*counts, left], dim=1).cumsum(dim=0)
    shares = total / (n * dice)[:, None]
    return {"n": n, "estimates": shares, "counts": total[-1], "die": die, "dice": dice}


WAYS = [
    Cost("y = y + x", False, False, 2**22, 8e-5, 0.05),
    Cost("y[:] = y + x", True, True, 2**22, 1.6e-4, 0.1),
    Cost("y += x", True, True, 0, 4e-5, 0.02),
    Cost("torch.add(y, x, out=y)", True, True, 0, 4e-5, 0.3),
]
BUSY = [Cost("y += x", True, True, 0, 1e-6, 3.0), Cost("y = y * 1", False, True, 0, 20.0, 0.0)]
LONG = "exp(sin(x**2)+cos(x)*x-log(x+3)*tanh(x/2))*x-sqrt(x**2+1)"
WAVES: dict[str, Any] = {"at": 0.3, "h": 0.5, "factor": 0.5, "steps": 12}
DOUBLE: dict[str, Any] = {"dtype": torch.float64}

INPUTS: dict[str, dict[str, Callable[[], dict[str, Any]]]] = {
    "tensor": {
        "default": lambda: {"x": ordered(4, 3, 4)},
        "no axes": lambda: {"x": torch.tensor(3.5)},
        "a vector": lambda: {"x": ordered(7)},
        "own numbers": lambda: {"x": torch.tensor([[2, 2], [4, 3]])},
        "empty": lambda: {"x": ordered(2, 0, 4)},
        "huge": lambda: {"x": ordered(20000, 20000)},
        "five axes": lambda: {"x": ordered(2, 3, 4, 5, 6)},
        "no floats": lambda: {"x": torch.tensor([[1.5, NAN], [INF, -3e-9]])},
        "truths": lambda: {"x": torch.tensor([True, False, True])},
        "overflows": lambda: {"x": torch.tensor([2**63 - 1, 1])},
        "hidden and empty": lambda: {"x": ordered(0, 2, 3, 4, 5)},
    },
    "broadcast": {
        "default": lambda: {
            "operands": [torch.tensor([1, 2]), ordered(3, 1)],
            "shapes": ((2,), (3, 1)),
        },
        "three axes": lambda: sum_of((2, 3, 1), (4,)),
        "no axes": lambda: sum_of((), ()),
        "none stretched": lambda: sum_of((1,), (1, 1)),
        "empty": lambda: sum_of((3, 1), (1, 0)),
        "large": lambda: sum_of((1000,), (1000, 1)),
        "six": lambda: sum_of((2, 1, 1), (3, 1), (4,), (), (1, 1, 4), (2, 3, 4)),
        "twenty": lambda: sum_of(*[(2,)] * 20),
        "ten axes": lambda: sum_of((1, 2) * 5, (2, 1) * 5),
        "misfit": lambda: sum_of((2, 3), (2,)),
        "two misfits": lambda: sum_of((2, 3), (3, 2)),
        "very large misfit": lambda: sum_of((10**7,), (10**7 + 1,), (10**7 + 2,)),
        "misfit beyond": lambda: sum_of((2, 1, 1, 3), (3, 4, 1, 1)),
    },
    "memory": {
        "default": lambda: {"costs": WAYS, "size": 2**20},
        "busy": lambda: {"costs": BUSY, "size": 1},
        "nothing": lambda: {"costs": [Cost("y += x", True, True, 0, 0.0, 0.0)], "size": 0},
        "large": lambda: {
            "costs": [Cost("y = y + x", False, False, 10**12, 99, 0.1)],
            "size": 10**11,
        },
    },
    "linalg": {
        "default": lambda: {"A": ordered(2, 3, 4), "dim": 1},
        "last of four": lambda: {"A": ordered(2, 3, 4, 5), "dim": -1},
        "two axes": lambda: {"A": ordered(2, 3, 4), "dim": (0, 1)},
        "all axes": lambda: {"A": ordered(2, 3, 4), "dim": (0, 1, 2)},
        "no axes": lambda: {"A": torch.tensor(3.5), "dim": 0},
        "empty away": lambda: {"A": torch.ones(3, 0, 4), "dim": 1},
        "empty stays": lambda: {"A": torch.ones(0, 2, 3, 4), "dim": 1},
        "large": lambda: {"A": torch.ones(1).expand(2000, 2000), "dim": 0},
        "no floats": lambda: {"A": torch.tensor([[1, NAN, INF], [-3e-9, 2, 1e20]]), "dim": 1},
        "cancels": lambda: {"A": torch.tensor([-9.8, 9.7, 0.1]), "dim": 0},
        "overflows": lambda: {"A": torch.tensor([2**63 - 1, 1]), "dim": 0},
        "five axes": lambda: {"A": ordered(2, 3, 2, 3, 2) * 1e5, "dim": (0, -1)},
    },
    "norm": {
        "default": lambda: {"u": torch.tensor([3.0, 4.0]), "p": 3.0},
        "large p": lambda: {"u": torch.tensor([3.0, 4.0]), "p": 100.0},
        "one element": lambda: {"u": torch.tensor([-2.0]), "p": INF},
        "zero": lambda: {"u": torch.zeros(3), "p": 1.0},
        "empty": lambda: {"u": torch.empty(0), "p": 3.0},
        "nan": lambda: {"u": torch.tensor([1.0, NAN]), "p": 3.0},
        "infinite": lambda: {"u": torch.tensor([1.0, -INF]), "p": 3.0},
        "many": lambda: {"u": torch.arange(1000.0), "p": 1.05},
        "large": lambda: {"u": torch.tensor([1e308, -1e308], **DOUBLE), "p": 2.5},
        "small": lambda: {"u": torch.tensor([1e-30, 3e-31]), "p": 7.25},
        "complex": lambda: {"u": torch.tensor([1 + 2j, 3.0]), "p": 3.0},
        "one outweighs": lambda: {"u": torch.tensor([-1e-3, 1e3], **DOUBLE), "p": 3.0},
    },
    "derivative": {
        "default": slope,
        "large steps": lambda: slope(h=1.0, factor=0.5),
        "to the left": lambda: slope(at=-2.0, h=-0.5),
        "a pole nearby": lambda: slope("1/x", 0.01),
        "waves": lambda: slope("sin(10*x)*exp(-x)", **WAVES),
        "far away": lambda: slope("sin(x)", 1e10),
        "large values": lambda: slope("exp(x)", 709.0),
        "beyond floats": lambda: slope(at=1e300),
        "a kink": lambda: slope("abs(x)", 0.0),
        "a hidden kink": lambda: slope("exp(10*x)+abs(x-1)"),
        "cases": lambda: slope("where(x < 0, x**2, x)", 0.0),
        "lost in rounding": lambda: slope("(x+1e16)-1e16", 0.0),
        "no value": lambda: slope("log(x)", -1.0),
        "an end": lambda: slope("sqrt(x)", 0.0),
        "a pole": lambda: slope("tan(x)", 1.5707963267948966),
        "a gap": lambda: slope("sin(x)/x", 0.0),
        "swings": lambda: slope("x*sin(1/x)", 0.0),
        "a constant": lambda: slope("3"),
        "steep": lambda: slope("exp(20*x**2)"),
        "a line": lambda: slope("x", 1e15, central=True),
        "own parabola": lambda: slope("x**2", 0.5, central=True),
    },
    "autograd": {
        "default": book,
        "one point": lambda: gradient("sin(x)*x**2+exp(-x)", 2.0),
        "a pole": lambda: gradient("1/x", -1.0, 0.0, 1.0),
        "a kink": lambda: gradient("abs(x)", 0.0),
        "far away": lambda: gradient("sin(x)", 1e10, 1e10 + 1),
        "far apart": lambda: gradient("sin(x)", 0.0, 1e6),
        "nothing recorded": lambda: gradient("x", 0.0, 1.0),
        "no value": lambda: gradient("log(x)", -1.0),
        "a long one": lambda: gradient(LONG, 1.0, 2.0),
        "runs away": lambda: gradient("exp(x)", -10.0, 0.0, 10.0, 30.0),
        "large values": lambda: gradient("exp(x)", 709.0),
        "two variables": lambda: gradient("3*x**2+5*exp(y)", 1.0, 2.0, names=("x", "y")),
        "three": lambda: gradient("x*y*z+sin(x*y)", 1.0, 2.0, 3.0, names=("x", "y", "z")),
        "many points": lambda: gradient("2*x**2", *(i / 10 for i in range(100))),
    },
    "dice": {
        "default": lambda: thrown(list(range(1, 501))),
        "five": lambda: thrown([1, 2, 3, 4, 5]),
        "five, many faces": lambda: thrown([1, 2, 3, 4, 5], 10, [1.0] * 12),
        "one throw": lambda: thrown([1], 1),
        "loaded": lambda: thrown(list(range(1, 501)), 10, [1, 1, 1, 1, 1, 5]),
        "very many": lambda: thrown([10 ** (i // 9) * (i % 9 + 1) for i in range(109)]),
        "twenty faces": lambda: thrown(list(range(1, 6000, 20)), 1, [1.0] * 20),
        "a thousand faces": lambda: thrown(list(range(1, 100)), 10, [1.0] * 1000),
        "sure": lambda: thrown([1, 10, 50], 10, [1.0, 0.0]),
    },
}
# Much like others: drawn by make test-all.
SLOW = {
    "tensor": ["five axes"],
    "broadcast": ["three axes", "six"],
    "linalg": ["five axes", "empty stays", "no axes"],
    "norm": ["infinite", "complex", "zero"],
    "derivative": [
        "to the left",
        "beyond floats",
        "no value",
        "steep",
        "a line",
        "swings",
        "an end",
    ],
    "autograd": ["a pole", "runs away", "many points", "nothing recorded"],
    "dice": ["loaded", "twenty faces", "sure", "a thousand faces"],
}


def slow(lesson: str, name: str) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.slow,) if name in SLOW.get(lesson, ()) else ()


ALL = [
    pytest.param(lesson, name, marks=slow(lesson, name))
    for lesson, several in INPUTS.items()
    for name in several
]


@pytest.fixture(autouse=True)
def settings_of_pictures() -> Iterator[None]:
    """How many ticks there are depends on the size of their texts."""
    with mpl.rc_context(style.SETTINGS):
        yield


@cache
def values(lesson: str, name: str) -> dict[str, Any]:
    return INPUTS[lesson][name]()


@cache
def drawn(lesson: str, name: str = "default") -> Any:
    """A lesson's picture, laid out, which is drawn once for all tests."""
    module = importlib.import_module(f"d2lcli.pictures.{lesson}")
    figure = module.draw(**values(lesson, name))
    figure.draw_without_rendering()
    return figure


def of(lesson: str) -> pytest.MarkDecorator:
    cases = [pytest.param(name, marks=slow(lesson, name)) for name in INPUTS[lesson]]
    return pytest.mark.parametrize("name", cases)


def texts(figure: Figure) -> list[Any]:
    """Every text that can be seen: ticks outside the limits are not drawn."""
    hidden: set[Text] = set()
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in [*axis.get_major_ticks(), *axis.get_minor_ticks()]:
                if not axes.axison or not low <= tick.get_loc() <= high:
                    hidden |= {tick.label1, tick.label2}
    found = (text for text in figure.findobj(Text) if isinstance(text, Text))
    return [t for t in found if t.get_visible() and t.get_text().strip() and t not in hidden]


def told(figure: Figure) -> list[str]:
    return [text.get_text() for text in texts(figure)]


def title(figure: Figure) -> str:
    return [*figure.texts, *figure.axes[0].texts][0].get_text()


def line(axes: Any, label: str) -> Any:
    """The line whose label begins so."""
    return next(line for line in axes.lines if line.get_label().startswith(label))


def labels(axes: Any) -> list[str]:
    return [x.get_label() for x in axes.lines if not x.get_label().startswith("_")]


def points_of(line: Any) -> tuple[Any, Any]:
    x, y = line.get_data()
    return np.asarray(x, dtype=float), np.asarray(y, dtype=float)


# Every picture


def test_every_lesson_has_a_picture_of_its_sections() -> None:
    assert set(INPUTS) == set(NAMES)
    for lesson in NAMES:
        sections = importlib.import_module(f"d2lcli.pictures.{lesson}").SECTIONS
        assert sections
        assert set(sections) <= set(load(lesson).sections)


@pytest.mark.parametrize(("lesson", "name"), ALL)
def test_texts_are_inside_and_apart(lesson: str, name: str) -> None:
    """No text leaves the canvas, and none touches another, in all charts of a picture."""
    figure = drawn(lesson, name)
    # Of a text with an arrow, the text.
    boxes = [(text, Text.get_window_extent(text).padded(-MARGIN)) for text in texts(figure)]
    boxes = [(text, box) for text, box in boxes if box.width > 0]
    for text, box in boxes:
        corners = [(box.x0, box.y0), (box.x1, box.y1)]
        assert all(figure.bbox.padded(1).contains(x, y) for x, y in corners), text
    sides = np.array([box.extents for _, box in boxes])
    low, high = sides[:, :2], sides[:, 2:]
    touch = (low[:, None] < high[None]).all(axis=2)
    touch &= touch.T
    assert not [(boxes[i][0], boxes[j][0]) for i, j in np.argwhere(touch) if i < j]


@pytest.mark.parametrize(("lesson", "name"), ALL)
def test_numbers_are_written_as_in_a_book(lesson: str, name: str) -> None:
    """A true minus, and powers of ten. Code stays code."""
    for text in texts(drawn(lesson, name)):
        shown = text.get_text()
        if "Mono" not in text.get_fontname() and not shown.startswith("f(x) = "):
            assert "$" in shown or not re.search(r"\de[+-]?\d|-\d|\binf\b", shown)


@pytest.mark.parametrize(("lesson", "name"), ALL)
def test_ticks_differ_and_have_one_form(lesson: str, name: str) -> None:
    for axes in drawn(lesson, name).axes:
        for axis in (axes.xaxis, axes.yaxis) if axes.axison else ():
            low, high = sorted(axis.get_view_interval())
            ticks = [t for t in axis.get_major_ticks() if low <= t.get_loc() <= high]
            shown = [tick.label1.get_text() for tick in ticks]
            assert len(set(shown)) == len(shown)
            plain = [text for text in shown if re.fullmatch(r"−?[\d,.]+", text) and text != "0"]
            assert len({len(text.partition(".")[2]) for text in plain}) < 2


@pytest.mark.parametrize("lesson", NAMES)
def test_grey_print_keeps_lines_apart(lesson: str) -> None:
    """Labelled lines of a chart differ in their dashes, their width or their lightness."""
    for axes in drawn(lesson, list(INPUTS[lesson])[1]).axes:
        lines = [line for line in axes.lines if not str(line.get_label()).startswith("_")]
        for one, other in combinations(lines, 2):
            grey = [np.dot(to_rgb(x.get_color()), (0.3, 0.59, 0.11)) for x in (one, other)]
            assert (
                one.get_linestyle() != other.get_linestyle()
                or one.get_linewidth() != other.get_linewidth()
                or abs(grey[0] - grey[1]) > 0.1
                or one.get_alpha() != other.get_alpha()
            ), (one, other)


def test_the_look_stays_with_the_pictures() -> None:
    """Drawing and saving leave matplotlib's settings alone, and a file has the slide's size."""
    mpl.rcdefaults()
    before = dict(mpl.rcParams)
    figure = importlib.import_module("d2lcli.pictures.norm").draw(**values("norm", "default"))
    files = []
    for _ in range(2):
        file = io.BytesIO()
        figure.savefig(file, format="svg", metadata={"Date": None})
        files.append(file.getvalue())
    assert dict(mpl.rcParams) == before
    assert files[0] == files[1]
    assert b"<text" in files[0]
    file = io.BytesIO()
    figure.savefig(file, format="png")
    assert (int.from_bytes(file.getvalue()[16:20]), int.from_bytes(file.getvalue()[20:24])) == (
        1920,
        1080,
    )


# Numbers, limits, curves


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3e-9, "3·10⁻⁹"),
        (-2.5, "−2.5"),
        (1e6, "10⁶"),
        (-1e-12, "−10⁻¹²"),
        (1.667e12, "1.67·10¹²"),
        (-31825.4, "−31,825"),
        (999999.7, "999,999.7"),
        (0.0, "0"),
        (-INF, "−∞"),
        (NAN, "nan"),
    ],
)
def test_numbers_as_text(value: float, text: str) -> None:
    assert number(value) == text


def read(text: str) -> float:
    """The value of a number as it is printed."""
    text = text.replace("−", "-").replace(",", "").replace("∞", "inf")
    mantissa, ten, power = re.sub(r"^(-?)10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])", r"\g<1>1·10", text).partition("·10")
    plain = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    return float(f"{mantissa}e{plain}" if ten else mantissa)


@settings(max_examples=40)
@given(st.floats(-1e307, 1e307), st.integers(3, 8))
def test_a_number_as_text_is_that_number(value: float, digits: int) -> None:
    back = read(number(value, digits))
    assert back == value or abs(back - value) <= 0.51 * 10.0 ** (1 - digits) * abs(value)


@given(st.floats(allow_nan=False))
def test_a_typed_number_has_all_its_digits(value: float) -> None:
    assert read(typed(value)) == value


FLOATS = st.floats(allow_nan=True, allow_infinity=True)


@settings(max_examples=40)
@given(st.lists(FLOATS, max_size=30), st.lists(st.floats(-1e100, 1e100), max_size=3))
def test_limits_show_what_must_be_seen(several: list[float], seen: list[float]) -> None:
    low, high = style.limits(several, seen)
    assert math.isfinite(low) and math.isfinite(high)
    assert low < high or max(map(abs, [*several, *seen]), default=0) > 1e15
    assert all(low <= value <= high for value in seen)


@settings(max_examples=40)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_labels_are_apart_and_close_to_their_place(ends: list[float]) -> None:
    ends.sort()
    spots = dice.apart(ends, 0.06, 0, 1)
    assert spots == sorted(spots)
    assert all(b - a > 0.0599 for a, b in pairwise(spots))
    assert min(spots) > -1e-9 and max(spots) < 1 + 1e-9
    for end, spot in zip(ends, spots, strict=True):
        assert abs(end - spot) <= 0.06 * len(ends)


X = np.linspace(-1, 1, 401)


@pytest.mark.parametrize(
    ("y", "gaps"),
    [
        (np.sign(X), [0, 0]),
        (np.where(X < 0.1234, 0.0, 1.0), [0.1234]),
        (np.sin(30 * X), []),
        (abs(X), []),
        (np.tanh(100 * X), []),
        (0 * X, []),
    ],
)
def test_a_curve_is_torn_where_it_leaps(y: Any, gaps: list[float]) -> None:
    x_drawn, y_drawn = style.torn(X, y, *style.limits(y))
    assert x_drawn[np.isnan(y_drawn)] == pytest.approx(gaps, abs=0.01)
    assert np.array_equal(y_drawn[~np.isnan(y_drawn)], y)


@settings(max_examples=30)
@given(st.lists(st.integers(0, 10**6), max_size=7), st.integers(2, 4))
def test_the_visible_part_is_a_part(shape: list[int], axes: int) -> None:
    part = grid.visible(shape, axes=axes)
    if 0 in shape[:-axes]:
        assert part == (0,)
        return
    assert len(part) == min(len(shape), axes)
    for size, whole in zip(part, shape[-axes:], strict=True):
        assert min(whole, 1) <= size <= min(whole, 40)
    assert math.prod(part) <= 120 * 40


# Tensors as cells


def cells(figure: Any) -> list[tuple[Any, Any, bool]]:
    """Corners and colours of each group of cells, and whether their edges are dashed."""
    found = []
    squares: Any = PolyCollection
    for group in figure.axes[0].collections:
        if isinstance(group, squares):
            corners = np.reshape([path.vertices[0] for path in group.get_paths()], (-1, 2))
            dashed = group.get_linestyles()[0][1] is not None
            found.append((corners, group.get_facecolors(), dashed))
    return found


@pytest.mark.parametrize("name", ["default", "a vector", "own numbers"])
def test_a_number_keeps_its_colour(name: str) -> None:
    """Read in order, x and its matrix have the same colours; cat has those of x and of y."""
    x = values("tensor", name)["x"]
    whole, matrix, *joined = cells(drawn("tensor", name))
    assert np.array_equal(whole[1], matrix[1])
    assert len(joined) == min(x.ndim, 2)
    for axis, (_, faces, _) in enumerate(joined):
        places = torch.arange(x.numel()).reshape(x.shape)
        both = torch.cat((places, places + x.numel()), axis).flatten()
        colours = faces[torch.argsort(both).numpy()]
        assert np.array_equal(colours[: x.numel()], whole[1])
        assert len(np.unique(colours, axis=0)) == 2 * x.numel()
    shown = [text for text in told(drawn("tensor", name)) if text.isdigit()]
    expected = [*x.flatten().tolist()] * (2 + len(joined))
    expected += (x.flatten() + x.numel()).tolist() * len(joined)
    assert sorted(map(int, shown)) == sorted(expected)


@settings(max_examples=30)
@given(st.lists(st.integers(0, 5), max_size=4), st.booleans())
def test_no_cell_lies_on_another(shape: list[int], wide: bool) -> None:
    corners = grid.places(shape, wide)
    assert corners.shape == (math.prod(shape), 2)
    if len(corners):
        far = abs(corners[:, None] - corners[None]).max(axis=2) + 9 * np.eye(len(corners))
        assert far.min() >= 1
        rows = corners.reshape(-1, (1, *shape)[-1], 2)
        assert (np.diff(rows[..., 0], axis=1) == 1).all()  # along a row to the right
        assert (np.diff(rows[..., 1], axis=1) == 0).all()


FITTING = [n for n in INPUTS["broadcast"] if "misfit" not in n]


@pytest.mark.parametrize("name", FITTING)
def test_the_sum_is_that_of_the_page(name: str) -> None:
    """Its numbers are those of the operands; stretched axes are dashed, and the signs are there."""
    given_values = values("broadcast", name)
    shapes = given_values["shapes"]
    figure = drawn("broadcast", name)
    shown = told(figure)
    assert shown.count("+") == len(shapes) - 1
    assert shown.count("=") == 1
    result = np.broadcast_shapes(*shapes)
    if math.prod(result) <= 120 and len(result) <= 3 and math.prod(result):
        wide = torch.broadcast_tensors(*given_values["operands"])
        total = sum(wide[1:], start=wide[0])
        every = [str(v) for x in (*wide, total) for v in x.flatten().tolist()]
        written = [t.get_text() for t in texts(figure) if t.get_ha() == "center"]
        if len(shapes) < 6:
            assert not set(every) - set(written)
        ghosts = sum(len(corners) for corners, _, dashed in cells(figure) if dashed)
        assert ghosts == sum(math.prod(result) - math.prod(shape) for shape in shapes)
        assert ("read again" in title(figure)) == (ghosts > 0)


def test_the_pages_own_numbers() -> None:
    """In the cells, from left to right and from top to bottom."""
    axes = drawn("broadcast").axes[0]
    found = [t for t in axes.texts if t.get_text().isdigit() and t.get_fontsize() > 11]
    rows = sorted({round(t.get_position()[1], 3) for t in found})
    shown = [[t for t in found if round(t.get_position()[1], 3) == row] for row in rows]
    written = [
        [int(t.get_text()) for t in sorted(row, key=lambda t: t.get_position())] for row in shown
    ]
    assert written == [[1, 2, 0, 0, 1, 2], [1, 2, 1, 1, 2, 3], [1, 2, 2, 2, 3, 4]]


@pytest.mark.parametrize("name", [n for n in INPUTS["broadcast"] if "misfit" in n])
def test_shapes_that_do_not_fit_name_every_axis(name: str) -> None:
    shapes = values("broadcast", name)["shapes"]
    figure = drawn("broadcast", name)
    assert "do not fit" in title(figure)
    assert "=" not in told(figure)
    table = next(text for text in told(figure) if "─" in text)
    assert table.count("?") == sum(a.result is None for a in broadcasting.axes(shapes))


SHAPES = st.lists(
    st.lists(st.sampled_from([0, 1, 1, 2, 3, 1000]), max_size=5).map(tuple), min_size=1, max_size=4
)


@settings(max_examples=8)
@given(SHAPES)
def test_any_shapes_can_be_drawn(shapes: list[tuple[int, ...]]) -> None:
    module = importlib.import_module("d2lcli.pictures.broadcast")
    figure = module.draw(**sum_of(*shapes))
    fits = broadcasting.broadcast(shapes) is not None
    assert ("do not fit" in title(figure)) != fits


@settings(max_examples=8)
@given(st.lists(st.sampled_from([0, 1, 2, 3, 50]), max_size=5), st.data())
def test_any_sum_can_be_drawn(shape: list[int], data: st.DataObject) -> None:
    module = importlib.import_module("d2lcli.pictures.linalg")
    A = ordered(*shape)
    axes = st.integers(-len(shape), len(shape) - 1) if shape else st.just(0)
    dim = tuple(
        data.draw(
            st.lists(axes, min_size=1, max_size=3, unique_by=lambda a: a % max(len(shape), 1))
        )
    )
    figure = module.draw(A, dim)
    gone = tuple(A.sum(dim=dim).shape)
    assert not shape or f"becomes {shape_text(gone)}" in title(figure)


@pytest.mark.parametrize("name", ["default", "two axes", "all axes", "last of four"])
def test_numbers_that_are_added_have_the_colour_of_their_sum(name: str) -> None:
    A, dim = values("linalg", name).values()
    block, gone, kept = (faces for _, faces, _ in cells(drawn("linalg", name)))
    assert np.array_equal(gone, kept)
    if A.ndim == 3:
        group = torch.arange(len(kept)).reshape(A.sum(dim=dim, keepdim=True).shape)
        assert np.array_equal(block, kept[group.expand(A.shape).flatten().numpy()])
    else:  # one colour for each row, and no leap from blue to yellow in between
        assert np.array_equal(block, np.repeat(kept, 5, axis=0)[: len(block)])


def test_one_sum_is_written_out() -> None:
    for name, text in {
        "default": "0 + 4 + 8 = 12",
        "two axes": "0 + 4 + 8 + … + 20 = 60",
        "no floats": "1 + nan + ∞ = nan",
        "overflows": "9.22·10¹⁸ + 1 = −9.22·10¹⁸",
        "empty away": "no number = 0",
        "large": "1 + 1 + 1 + … + 1 = 2,000",
    }.items():
        assert text in told(drawn("linalg", name))


def test_overflow_is_told_below_the_title() -> None:
    beyond = "Overflow: a sum needs more than the 63 bits of an int64, and comes out wrong."
    assert beyond in told(drawn("linalg", "overflows"))
    beyond = "y is x + 2, in lighter colours. Overflow: x + 2 needs more than 63 bits."
    assert beyond in told(drawn("tensor", "overflows"))
    for lesson in ("linalg", "tensor"):
        assert not any("Overflow" in text for text in told(drawn(lesson)))


def test_orders_that_are_close_have_bars_of_their_own() -> None:
    figure = norm.draw(torch.tensor([1.0, 2.0]), 1.0000000001)
    names = [text.get_text() for text in figure.axes[1].get_yticklabels()]
    assert names == ["p = 1", "p = 1.0000000001", "p = 2", "p = ∞"]


def test_what_a_tensor_looks_like_at_most() -> None:
    """Of a tensor with very many numbers few are drawn, and a note says which."""
    note = "Only a part is drawn: of A the first (12, 12). The sums are of all."
    assert note in told(drawn("linalg", "large"))
    assert any("of x the first (40, 40)" in text for text in told(drawn("tensor", "huge")))


# Memory


def test_ways_and_what_they_cost() -> None:
    figure = drawn("memory")
    bars = [
        patch.get_width()
        for patch in figure.axes[0].patches
        if abs(patch.get_height() - 0.34) < 1e-9
    ]
    assert title(figure) == "y = y + x and y[:] = y + x need new memory each time"
    shown = told(figure)
    assert [shown.count(text) for text in ("4 MiB", "0 bytes", "copied")] == [2, 2, 1]
    assert {cost.way for cost in WAYS} <= set(shown)
    assert max(bars) > 0
    assert any("too much to be compared" in text for text in told(drawn("memory", "busy")))
    assert title(drawn("memory", "busy")) == "None of these ways needs new memory"


# Norms


@of("norm")
def test_lengths_are_norms(name: str) -> None:
    u, p = values("norm", name).values()
    plane, bars = drawn("norm", name).axes
    v = u.abs().double() if u.is_complex() else u.double()
    largest = v.abs().max().item() if len(v) else 0.0
    orders = sorted({1.0, 2.0, p, INF})
    for order, bar in zip(orders, bars.patches, strict=True):
        exact = largest
        if 0 < largest < INF:
            exact = largest * torch.linalg.vector_norm(v / largest, order).item()
        end = bar.get_width() * (1e308 if name == "large" else 1)
        assert end == pytest.approx(exact if math.isfinite(exact) else 0, rel=1e-12)
        assert number(exact, 4) in [text.get_text() for text in bars.texts]
    balls = [line for line in plane.lines if len(points_of(line)[0]) > 1]
    for order, ball in zip(orders, balls, strict=True):
        assert np.allclose(np.linalg.norm(points_of(ball), order, axis=0), 1, rtol=EXACT)
    tips = [line for line in plane.lines if len(points_of(line)[0]) == 1]
    assert bool(tips) == (0 < largest < INF)
    assert ("The arrow leads to u" in told(drawn("norm", name))) == bool(tips)
    for order, tip in zip(orders, tips, strict=False):
        assert np.linalg.norm(np.concatenate(points_of(tip)), order) == pytest.approx(1)


def test_what_lengths_tell() -> None:
    for name, text in {
        "default": "The larger p, the shorter the vector: 7, 5, 4.498, 4",
        "large p": "A larger p never makes a vector longer: 7, 5, 4, 4",
        "one element": "A larger p never makes a vector longer: 2, 2, 2",
        "nan": "Not every element is finite, so neither is the length",
    }.items():
        assert title(drawn("norm", name)) == text
    assert {"p = 1: u / 7", "p = 3: u / 4.498"} <= set(labels(drawn("norm").axes[0]))


# Derivatives


def test_the_tangent_and_the_secants_are_computed() -> None:
    """In closed form; and the secants can be told apart from the tangent."""
    for name in ("default", "large steps"):
        case = values("derivative", name)
        at = case["at"]
        axes = drawn("derivative", name).axes[0]
        x, y = points_of(line(axes, "tangent"))
        assert np.allclose(y, 3 * at**2 - 4 * at + (6 * at - 4) * (x - at))
        curve, height = points_of(line(axes, "f(x) = 3x² − 4x"))
        assert np.allclose(height, 3 * curve**2 - 4 * curve)
        low, high = axes.get_ylim()
        secants = [line for line in axes.lines if str(line.get_label()).startswith("secant")]
        assert secants
        for i, secant in enumerate(secants):
            h = case["h"] * case["factor"] ** i
            assert f"h = {number(h)}:" in str(secant.get_label())
            x, line_y = points_of(secant)
            assert np.allclose(np.diff(line_y) / np.diff(x), 6 * at - 4 + 3 * h)
            assert abs(line_y - y).max() > 0.02 * (high - low)


@of("derivative")
def test_the_window_suits_the_function(name: str) -> None:
    """The curve fills the chart and is like a curve: it changes little from point to point."""
    case = values("derivative", name)
    axes = drawn("derivative", name).axes[0]
    if not axes.lines or name in ("swings", "a pole", "no value", "beyond floats"):
        return
    x, y = points_of(axes.lines[0])
    low, high = axes.get_ylim()
    inside = (y > low) & (y < high)
    assert inside.sum() > 0.4 * np.isfinite(y).sum()
    assert np.nanmedian(abs(np.diff(y))) < 0.02 * (high - low)
    assert x.min() < case["at"] < x.max() or name == "an end"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("default", "The difference quotient approaches 2, the slope of the tangent"),
        ("a pole nearby", "The difference quotient approaches −10,000, the slope of the tangent"),
        ("a kink", "At x = 0: a kink: the slopes are −1 on the left and 1 on the right"),
        ("cases", "At x = 0: a kink: the slopes are 0 on the left and 1 on the right"),
        (
            "a hidden kink",
            "At x = 1: a kink: the slopes are 2.2026·10⁵ on the left and 2.2027·10⁵ on the right",
        ),
        ("a constant", "At x = 1 the slope is 0"),
    ],
)
def test_the_title_is_the_finding(name: str, text: str) -> None:
    assert title(drawn("derivative", name)) == text


@of("derivative")
def test_the_picture_says_what_the_verdict_says(name: str) -> None:
    verdict = values("derivative", name)["verdict"]
    figure = drawn("derivative", name)
    tangent = any(text.startswith("tangent") for text in labels(figure.axes[0]))
    assert tangent == verdict.has_derivative
    if verdict.kind is slopes.Kind.KINK:
        assert len([text for text in labels(figure.axes[0]) if text.startswith("slope on")]) == 2
    if verdict.seen is False:
        assert "rounding" in title(figure) or "not see" in title(figure)


def test_sin_stands_in_for_the_books_parabola_and_says_why() -> None:
    right = drawn("derivative").axes[1]
    assert right.get_title("left") == "sin: too small an h is worse"
    assert "central differences are exact" in right.get_xlabel()
    own = drawn("derivative", "own parabola").axes[1]
    assert "sin" not in own.get_title("left") + own.get_xlabel()


def test_the_error_is_a_u() -> None:
    """Where h is large the error is that of the formula; smaller h helps, then hurts."""
    least = {}
    for drawn_line in drawn("derivative").axes[1].lines:
        h, error = points_of(drawn_line)
        label = str(drawn_line.get_label())
        large = h > (1e-2 if "float32" in label else 1e-4)
        step = h[large]
        forward = (np.sin(1 + step) - np.sin(1)) / step
        central = (np.sin(1 + step) - np.sin(1 - step)) / (2 * step)
        quotient = forward if "forward" in label else central
        rounding = 1e-4 if "float32" in label else 1e-10
        assert np.allclose(error[large], abs(quotient - np.cos(1)), rtol=0.02, atol=rounding)
        assert error.min() < min(error[0], error[-1]) / 100
        least[label] = error.min()
    assert least["float64, central"] < least["float64, forward"] < least["float32, forward"]


POINTS = st.floats(-1e6, 1e6)


@settings(max_examples=40)
@given(
    POINTS, st.floats(1e-9, 100), st.sampled_from(["sin(x)", "3*x**2-4*x", "1/x", "abs(x)", "x"])
)
def test_a_window_is_never_wild(at: float, h: float, text: str) -> None:
    """Not so narrow that rounding shows, and no more than a wave or two of a sine."""
    f, formula = function(text)
    verdict = slopes.judge(formula, at)
    found = window.reach(f, at, h, verdict.slope if verdict.has_derivative else None)
    assert found >= 1e-11 * abs(at) and found > 0
    if text == "sin(x)":
        assert found < 7
    if text == "1/x" and abs(at) > 1e-3:
        assert found < abs(at)


@pytest.mark.parametrize("most", [1.0, 1e99, 1e300])
def test_the_unit_of_a_chart(most: float) -> None:
    unit = window.unit(np.array([0.5 * most, most, NAN, INF]))
    assert 1 <= most / unit < 1e100
    assert unit == 1 or most / unit < 10.5


def heights(text: str, x: NDArray[np.float64], *at: float) -> Any:
    """The axis of a curve through these points that has to suit the heights at some of them."""
    figure, (f, _) = Figure(), function(text)
    axes = figure.subplots()
    within = (x >= at[0]) & (x <= at[-1]) if len(at) > 1 else ...
    window.curve(axes, x, window.values(f, x), window.values(f, np.array(at)), within)
    figure.draw_without_rendering()
    return axes.yaxis


def test_the_unit_of_a_curve_is_that_of_what_is_seen() -> None:
    """However far it runs on beyond."""
    far = heights("exp(x)", np.linspace(-125, 625, 401), 0.0, 500.0)
    assert far.get_label().get_text() == "in units of 10²¹⁷"
    assert 1 < far.get_view_interval()[1] < 10
    assert not heights("x**2", np.linspace(0, 3, 401), 1.0, 2.0).get_label().get_text()


def test_what_nearly_level_heights_have_in_common_is_a_short_number() -> None:
    assert heights("tanh(x)", np.linspace(13.5, 46.5, 401), 30.0).get_major_formatter().offset == 1
    assert heights("x**2", np.linspace(0, 3, 401), 1.0).get_major_formatter().offset == 0


def test_steps_that_float32_cannot_see_are_left_out() -> None:
    h, error = derivative.errors(torch.sin, 1.0, math.cos(1.0), 0.25, torch.float32, False)
    assert h.min() > 5e-8
    assert (error > 0).all()


# Autograd


@of("autograd")
def test_points_are_values_and_slopes(name: str) -> None:
    case = values("autograd", name)
    top, _, below, *_ = drawn("autograd", name).axes
    if name == "default":
        for panel, expected in zip((top, below), ([0, 2, 8, 18], [0, 4, 8, 12]), strict=True):
            assert points_of(panel.lines[-1])[1].tolist() == expected
        return
    if "two" in name or "three" in name:
        return
    x = torch.tensor(case["at"], dtype=torch.float64, requires_grad=True)
    y = case["f"](x) + 0 * x
    (wanted,) = torch.autograd.grad(y.sum(), x)
    marks = [points_of(panel.lines[-1]) for panel in (top, below)]
    assert marks[0][0].tolist() == list(case["at"])
    where = ~y.detach().isnan().numpy()
    unit = 1e308 if name == "large values" else 1
    assert np.allclose(marks[0][1] * unit, y.detach(), equal_nan=True)
    assert np.allclose((marks[1][1] * unit)[where], wanted.numpy()[where])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("default", "By autograd the slope of f at x = 3 is 12"),
        ("a kink", "f has no derivative at x = 0; 0 is what autograd's rules give there"),
        ("far away", "By autograd the slope of f at x = 10,000,000,001 is 0.88197"),
        ("no value", "f has no value at x = −1"),
        ("two variables", "By autograd the gradient of f at (1, 2) is (6, 36.945)"),
    ],
)
def test_what_autograd_is_said_to_give(name: str, text: str) -> None:
    assert title(drawn("autograd", name)) == text


def every(box: graph.Box) -> Iterator[graph.Box]:
    """A box, and all that are below it."""
    yield box
    for part in box.inputs:
        yield from every(part)


def test_the_graph_is_that_of_the_page() -> None:
    """2 * torch.dot(x, x): values forward, gradients backward, x twice."""
    case = book()
    found = graph.tree(case["root"], {"x": case["x"]})
    rows = [(box.name, box.value, box.gradient, len(box.inputs)) for box in every(found)]
    wanted = [
        ("Mul", "28", "1", 1),
        ("Dot", "14", "2", 2),
        ("x", "[0, 1, 2, 3]", "[0, 4, 8, 12]", 0),
        ("x", "", "", 0),
    ]
    if TORCH < (2, 5):  # which does not tell the gradients inside a graph
        wanted = [(name, value, "", inputs) for name, value, _, inputs in wanted]
    assert rows == wanted
    assert case["x"].grad is None
    texts_of_boxes = {f"{name} = {value}" for name, value, _, _ in wanted if value}
    gradients = {f"gradient {gradient}" for _, _, gradient, _ in wanted if gradient}
    assert texts_of_boxes | gradients <= set(told(drawn("autograd")))


def test_a_graph_that_backward_has_freed_has_no_gradients() -> None:
    """What follows from the variables alone is still known; what was saved is not."""
    x = torch.arange(3.0, requires_grad=True)
    y = (2 * torch.exp(x)).sum()
    y.backward()
    found = list(every(graph.tree(y.grad_fn, {"x": x})))
    values_shown = [(box.name, box.value) for box in found]
    assert values_shown == [
        ("Sum", ""),
        ("Mul", ""),
        ("Exp", "[1, 2.72, 7.39]"),
        ("x", "[0, 1, 2]"),
    ]
    assert not any(box.gradient for box in found)


OPERATIONS: list[Callable[[Tensor, Tensor], Tensor]] = [
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / b,
    lambda a, _: torch.sin(a),
    lambda a, _: torch.exp(a),
    lambda a, _: -a,
    lambda a, _: a**2,
    lambda a, _: 3 * a,
    lambda a, _: 1 / a,
    lambda a, _: torch.relu(a),
    lambda a, b: torch.where(a > b, a, b),
    lambda a, b: torch.maximum(a, b),
    lambda a, _: a + 1,
]


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 9), st.integers(0, 9)),
        min_size=1,
        max_size=12,
    )
)
def test_what_a_graph_shows_is_true(steps: list[tuple[Any, int, int]]) -> None:
    """Every value that is shown is the one that was computed, and every gradient autograd's."""
    x = torch.tensor(0.7, dtype=torch.float64, requires_grad=True)
    y = torch.tensor(1.3, dtype=torch.float64, requires_grad=True)
    made = [x, y]
    for operation, i, j in steps:
        made.append(operation(made[i % len(made)], made[j % len(made)]))
    result = made[-1]
    if result.grad_fn is None:
        return
    found = list(every(graph.tree(result.grad_fn, {"x": x, "y": y})))
    texts_of = {graph._text(value) for value in made}
    # Some operations are two in the record (1 / a is a reciprocal and a product).
    inner = {graph._text(1 / value) for value in made if value != 0}
    assert all(not box.value or box.value in texts_of | inner for box in found)
    for name, leaf in (("x", x), ("y", y)):
        shown = {box.gradient for box in found if box.name == name} - {""}
        (wanted,) = torch.autograd.grad(result, leaf, retain_graph=True, allow_unused=True)
        assert shown <= (set() if wanted is None else {graph._text(wanted)})


def test_a_graph_of_many_operations_is_cut() -> None:
    """Also where each is used twice, so that its tree would have 2⁴⁰ ends."""
    x = torch.tensor(0.5, requires_grad=True)
    y = x
    for _ in range(40):
        y = y * y
    found = list(every(graph.tree(y.grad_fn, {"x": x})))
    assert sum(box.name == "Mul" for box in found) <= 2 * graph.MOST
    assert len(found) <= 4 * graph.MOST


@pytest.mark.parametrize("name", ["default", "a long one", "one point", "three"])
def test_no_arrow_passes_through_a_box(name: str) -> None:
    axes = next(a for a in drawn("autograd", name).axes if "graph" in a.get_title("left"))
    boxes = [
        artist.patch.get_window_extent().padded(-2)
        for artist in axes.artists
        if hasattr(artist, "patch")
    ]
    assert len(boxes) >= 2
    ways = [line.get_xydata() for line in axes.lines]
    ways += [np.array([t.xyann, t.xy]) for t in axes.texts if isinstance(t, Annotation)]
    for way in ways:
        for start, end in pairwise(way):
            dense = axes.transData.transform(np.linspace(start, end, 50))
            assert not any(box.contains(*point) for point in dense for box in boxes)


# Dice


@of("dice")
def test_curves_and_bars_are_the_throws(name: str) -> None:
    case = values("dice", name)
    *running, bars = drawn("dice", name).axes
    n, shares, counts, p = (case[key].numpy() for key in ("n", "estimates", "counts", "die"))
    widths = [bar.get_width() for bar in bars.patches]
    assert widths == counts.tolist()
    assert np.allclose(points_of(bars.lines[0])[0], p * counts.sum())
    assert bool(running) == (len(n) > 1)
    if running:
        check_curves(drawn("dice", name), n, shares, p)
        check_bands(running[0], n * case["dice"], p)


def check_bands(axes: Any, throws: Any, p: Any) -> None:
    """Around each dashed probability, from 1.96 standard errors below it to as many above."""
    dashed = [line.get_ydata()[0] for line in axes.lines if len(set(line.get_ydata())) == 1]
    truths = [y for y in dashed if np.isclose(y, p, rtol=1e-12, atol=0).any()]
    bands = [path.vertices for band in axes.collections for path in band.get_paths()]
    assert len(bands) == len(set(truths))
    for corners in bands:
        low, high = np.unique(corners[:, 1])[[0, -1]]
        truth = min(truths, key=lambda y: abs(low + high - 2 * y))
        half = 1.96 * (truth * (1 - truth) / throws[0]) ** 0.5
        assert np.allclose([low, high], np.clip([truth - half, truth + half], 0, 1), atol=1e-4)


def check_curves(figure: Any, n: Any, shares: Any, p: Any) -> None:
    running, _ = figure.axes
    curves = [points_of(line) for line in running.lines if len(line.get_xdata()) == len(n)]
    ends = sorted(y[-1] for x, y in curves[-len(p) :] if np.array_equal(x, n))
    assert np.allclose(ends, sorted(shares[-1]))
    assert (running.get_xscale() == "linear") == (n[-1] <= dice.LINEAR)
    off = number(abs(shares[-1] - p).max(), 2)
    assert title(figure).endswith(f"the largest error is {off}")
    if n[-1] < 10:  # every dot is inside
        low, high = running.get_ylim()
        assert low < shares.min() and shares.max() < high


@of("dice")
def test_each_label_is_beside_its_curve_or_led_there(name: str) -> None:
    case = values("dice", name)
    if len(case["n"]) == 1:
        return
    running = drawn("dice", name).axes[0]
    low, high = running.get_ylim()
    names = [text for text in running.texts if isinstance(text, Annotation)]
    assert len(names) == (len(case["die"]) if len(case["die"]) <= dice.FEW else 2)
    for text in names:
        end = case["estimates"][-1, int(text.get_text()) - 1]
        assert text.xy[1] == end
        assert text.arrow_patch is not None or abs(text.xyann[1] - end) < 0.03 * (high - low)


def test_counts_of_ones_own_stand_beside_what_is_expected() -> None:
    counts = torch.tensor([8.0, 12, 9, 11, 10, 10])
    die = torch.ones(6) / 6
    module = importlib.import_module("d2lcli.pictures.dice")
    figure = module.draw([1.0], counts[None] / 60, counts, die, 60)
    assert title(figure) == "60 throws: the largest distance from what is expected is 2"
    (bars,) = figure.axes
    assert [bar.get_width() for bar in bars.patches] == counts.tolist()
    assert np.allclose(points_of(bars.lines[0])[0], 10)


def test_the_band_holds_95_of_100_estimates() -> None:
    low, high = (float(edge) for edge in dice.band(1e4, 0.5))
    assert high - 0.5 == pytest.approx(1.959964 * 0.005, abs=1e-9)
    assert low + high == pytest.approx(1)
    torch.manual_seed(1)
    estimates = torch.binomial(torch.full((20_000,), 1e4), torch.tensor(0.5)) / 1e4
    inside = ((estimates > low) & (estimates < high)).double().mean()
    assert abs(inside - 0.95) < 0.01  # six standard errors: false once in a billion
