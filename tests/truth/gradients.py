"""The sentences of ``d2l autograd``."""

# ruff: noqa: E501  # sentences stand in one line, as notes say them

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import mpmath
import numpy as np
import torch
from mpmath import mpf

from . import calculus, verdicts
from .calculus import DIGITS
from .reader import Context, counted, items, says, sentence, table, title, value
from .verdicts import Problem, function

OWN = {"gradient": "2*x*x", "graph": "2*x*x", "function": "2*x*x", "several": "3*x**2+5*exp(y)"}
OWN |= {"second": "x**4", "jacobian": "x*x", "chain": "3*x**2+5*exp(y)"}
POINTS = {"several": "1,2", "second": "2", "chain": "1,2"}


def text_of(c: Context) -> str:
    return str(c.options.get("f", OWN.get(c.section, "2*x*x")))


def names_of(c: Context) -> tuple[str, ...]:
    tree = ast.parse(text_of(c), mode="eval")
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return tuple(sorted(found & {"x", "y", "z"})) or ("x",)


def typed(c: Context) -> list[Any]:
    given = str(c.options.get("at", POINTS.get(c.section, "0,1,2,3")))
    with mpmath.workdps(DIGITS):
        found = [calculus.point(part) for part in given.split(",")]
    # The topics several and chain take the first of a reader's points.
    first = c.section in ("several", "chain") and len(names_of(c)) == 1 and c.options
    return found[:1] if first else found


def problem(c: Context, place: int) -> Problem:
    """Of one of the points, or along one of the variables."""
    names, points = names_of(c), typed(c)
    with mpmath.workdps(DIGITS):
        floats = [mpf(float(point)) for point in points]
        if len(names) == 1:
            return Problem(text_of(c), floats[place], points[place], names[0])
        others = dict(zip(names, floats, strict=True))
        x = others.pop(names[place])
        return Problem(text_of(c), x, points[place], names[place], others)


def problems(c: Context) -> list[Problem]:
    many = len(names_of(c)) if len(names_of(c)) > 1 else len(typed(c))
    return [problem(c, place) for place in range(many)]


def slope(p: Problem) -> Any:
    """The derivative; None where there is none."""
    with mpmath.workdps(DIGITS):
        return calculus.derivative(p.text, p.x, p.variable, **p.others)


def place_of(c: Context, told: str) -> int:
    """``At x = 0.3``, ``Along y``."""
    if told.startswith("Along"):
        return names_of(c).index(told.split()[1])
    wanted = told.split(" = ")[1].partition(" ")[0]
    return min(range(len(typed(c))), key=lambda place: abs(float(typed(c)[place]) - value(wanted)))


PLACE = r"((?:At|In the first derivative, at) [xyz] = <N>|Along [xyz](?:(?:, [xyz])* and [xyz])?)"
TAIL = (
    r"(?: (?:Autograd's (<N>) (is wrong there|is 0 but for rounding"
    r"|is what its rules give, and no derivative)"
    r"|(Autograd gives nan))(?: \((d2l autograd where|d2l norm zero)\))?\.)?"
)


def _first_derivative(c: Context) -> str | None:
    """The text of the derivative, for what is said of the second one."""
    from d2lcli.inputs import formulas

    rule = formulas.parse("--f", text_of(c), names_of(c)).derivative(names_of(c)[0])
    return None if rule is None else rule.text


def _judges(check: Callable[..., None]) -> Callable[..., None]:
    def of(c: Context, place: str, near: str, *groups: str | None) -> None:
        if place.startswith("Along") and len(items(place.removeprefix("Along "))) > 1:
            for name in items(place.removeprefix("Along ")):
                of(c, f"Along {name}", near, *groups)
            return
        *own, told, how, nan, page = groups
        p = problem(c, place_of(c, place))
        _explained(c, place, page)
        if "first derivative" in place:
            # The rule was held against differences of f before.
            text, own_slope = _first_derivative(c), slope(p)
            assert text is not None
            p.text = text
            if p.here is None and own_slope is not None:  # the formula has no value, f′ has one
                here, there = float(p.x), float(own_slope)
                p.text = f"where({p.variable} == {here!r}, {there!r}, {text})"
        verdicts.judged(p, check, near, *own)  # type: ignore[arg-type]
        if told is None and nan is None:
            return
        gradient = _gradient(c, place)
        if nan:
            assert math.isnan(gradient), gradient
            return
        assert told is not None
        says(told, gradient)
        true = slope(p.exactly() if near else p)
        if how == "is wrong there":
            assert true is not None and not abs(true - gradient) <= 1e-7 * abs(true)
            rounded = abs(p.here) * 1e-9 if p.here is not None else 0
            assert true != 0 or not abs(gradient) <= rounded, "that is rounding"
        elif how == "is 0 but for rounding":
            assert true == 0 and 0 < abs(gradient) <= verdicts.rounding(p)
        else:
            at_pi = "pi" in p.text and slope(p.exactly()) is None
            assert true is None or at_pi, mpmath.nstr(true, 9)

    return of


def _explained(c: Context, place: str, page: str | None) -> None:
    """Where a page about nan is named, a nan is what autograd gives, and the page's cause is there."""
    if page is not None:
        assert math.isnan(_gradient(c, place))
        assert ("where(" if page == "d2l autograd where" else "sqrt(") in text_of(c)


def _gradient(c: Context, place: str) -> float:
    found = {
        "several": lambda: c.names["p"].grad,
        "function": lambda: c.names["x"].grad,
        "second": lambda: c.names["second" if "first derivative" in place else "first"],
        "chain": lambda: c.names["inner"].grad,
    }[c.section]()
    if found is None:
        return 0.0
    return float(found.reshape(-1)[place_of(c, place)])


for pattern, check in verdicts.patterns():
    # Of the first derivative verdicts speak as f′.
    either = re.sub(r"\bf\b", "f′?", pattern)
    sentence("autograd", f"{PLACE}: {either}{TAIL}")(_judges(check))


@sentence("autograd", r"By the rules the derivative is (.+?)\.(?= |\Z)")
def rule(c: Context, told: str) -> None:
    p = problem(c, 0)
    calculus.rule_holds(p.text, told, p.variable, {p.variable: p.x})


@sentence("autograd", r"By the rules (.+?) has the derivatives (.+?) and (.+?)\.(?= |\Z)")
def rules(c: Context, of: str, first: str, second: str) -> None:
    p = problem(c, 0)
    if of != "f":
        _same(c, of)
    calculus.rule_holds(p.text, first, p.variable, {p.variable: p.x})
    text = _first_derivative(c)
    assert text is not None
    calculus.rule_holds(text, second, p.variable, {p.variable: p.x})


@sentence(
    "autograd",
    r"Autograd gives (the derivative|the derivative at every point|every partial derivative)\.",
)
def gives(c: Context, _: str) -> None:
    for place, p in enumerate(problems(c)):
        true = slope(p)
        name = f"Along {names_of(c)[place]}" if len(names_of(c)) > 1 else f"At x = {float(p.x)!r}"
        gradient = float(_all_gradients(c)[place])
        assert true is not None, f"{name}: there is no derivative"
        left = verdicts.rounding(p) * 1e-5
        assert math.isclose(gradient, float(true), rel_tol=2e-6, abs_tol=left), (
            name,
            gradient,
            mpmath.nstr(true, 9),
        )


def _all_gradients(c: Context) -> Any:
    found = c.names["p"].grad if c.section == "several" else c.names["x"].grad
    return torch.zeros(len(problems(c))) if found is None else found.reshape(-1)


def differences(c: Context) -> list[tuple[Any, float, float | None]]:
    """The true slope, autograd's number and the central difference, where there is a derivative."""
    wanted = "autograd" if c.section == "several" else "gradient"
    triples = []
    for p, gradient, check in zip(
        problems(c), c.column(wanted), c.column("central difference"), strict=True
    ):
        triples.append((slope(p), gradient, check))
    return triples


AGREE = (
    r"(Central|Elsewhere central) differences, without autograd, (?:agree with it"
    r"(?: to (\d+) digits)?|come within (<N>) of it)\."
)


@sentence("autograd", AGREE)
def agree(c: Context, where: str, digits: str | None, within: str | None) -> None:
    # Where verdicts say that there is a derivative: all that is told of one.
    told = c.column("there is")
    rows = [
        (gradient, check)
        for (_, gradient, check), word in zip(differences(c), told, strict=True)
        if word in ("a derivative", "another slope", "") and math.isfinite(gradient)
    ]
    pairs = [(a, b) for a, b in rows if b is not None]
    assert pairs
    off = [abs(a - b) for a, b in pairs]
    if within is not None:
        assert max(off) <= value(within) * 1.0001
    elif digits is None:
        assert max(off) == 0
    else:
        for (a, _), d in zip(pairs, off, strict=True):
            assert d <= abs(a) * 10.0 ** -int(digits), (a, d)
    # Two or three digits are worth nothing where the true slope is another one.
    for true, _, check in differences(c):
        if true is not None and check is not None and where == "Central":
            size = max(abs(true), abs(check))
            assert abs(check - true) <= 2e-3 * size + 2 * max(off, default=0) + 1e-8


@sentence(
    "autograd", r"No step h gives a central difference that can be trusted(?: at (\d+) places?)?\."
)
def no_step(c: Context, count: str | None) -> None:
    assert None in c.column("central difference")
    if count:
        assert c.column("central difference").count(None) >= int(count)


@sentence("autograd", r"There is something to say of (\d+) more places?\.")
@sentence("autograd", r"So it is at (\d+) more points?\.")
def more(c: Context, count: str) -> None:
    assert 0 < int(count) <= len(problems(c)) - 3


@sentence("autograd", r"(\d+) places? (?:was|were) not looked at: it would take too long\.")
def too_long(c: Context, count: str) -> None:
    assert 0 < int(count) < len(problems(c)) + 1


@sentence(
    "autograd",
    r"(.+) is one number for all of (.+?): x holds one point, and x\.grad is the gradient there "
    r"\(d2l autograd several\)\.",
)
def one_number(c: Context, told: str, names: str) -> None:
    assert tuple(items(names)) == names_of(c)
    _same(c, told)


def _same(c: Context, pretty: str) -> None:
    """Whether a formula written by hand is the reader's own."""
    x = {name: mpf("0.7") + mpf("0.6") * place for place, name in enumerate(names_of(c))}
    a, b = calculus.at(text_of(c), **x), calculus.by_hand(pretty, **x)
    assert a == b or abs(a - b) <= abs(a) * 1e-9


@sentence("autograd", r"(.+?) has one variable, so its gradient has one number\.")
def one_variable(c: Context, told: str) -> None:
    assert len(names_of(c)) == 1
    _same(c, told)


def _steady(p: Problem) -> bool:
    """Whether the slope at the next float is the same, as far as a table shows."""
    beside = replace(p, x=mpf(math.nextafter(float(p.x), math.inf)))
    here, there = slope(p), slope(beside)
    return here is None or there is None or bool(abs(here - there) <= 1e-7 * abs(here) + 1e-20)


def _plain(c: Context) -> bool:
    """Whether floats are fine enough for what is inside the function."""
    return "1e16" not in text_of(c) and "pi" not in text_of(c)


@table("autograd", r"\|gradient\|its speed\|their product")
def chain_rule(c: Context) -> None:
    names, points = names_of(c), [float(x) for x in typed(c)]
    assert c.column("") == [*names]
    assert c.column("its speed") == [2 * x for x in points]
    products = [a * b for a, b in zip(c.column("gradient"), c.column("its speed"), strict=True)]
    assert np.array_equal(products, c.column("their product"), equal_nan=True)


@sentence("autograd", r"The (?:product is|products add up to) t\.grad: (<N>)\.")
def chain(c: Context, told: str) -> None:
    added = float(c.names["inner"].grad @ (2 * c.names["p"]))  # as the cell above it has it
    says(told, float(c.names["t"].grad))
    assert math.isclose(added, float(c.names["t"].grad), rel_tol=1e-8, abs_tol=1e-299), added
    if "is wrong there" in c.note.text:
        return  # which has a checker of its own
    for p, gradient in zip(problems(c), c.column("gradient"), strict=True):
        true = slope(p) if _plain(c) else None
        if true is not None and math.isfinite(gradient):  # where gives nan, and it is said
            assert math.isclose(gradient, float(true), rel_tol=2e-6, abs_tol=1e-300), true
    # The derivative of t ↦ f(p t²), without the chain rule.
    if _plain(c) and all(slope(p) is not None for p in problems(c)):
        with mpmath.workdps(DIGITS):
            h = mpf(10) ** -60
            ends = [
                calculus.at(text_of(c), **{p.variable: p.x * (1 + s * h) ** 2 for p in problems(c)})
                for s in (-1, 1)
            ]
        if None not in ends:
            true = (ends[1] - ends[0]) / (2 * h)
            size = sum(abs(x) for x in c.column("their product"))
            assert abs(true - added) <= 1e-6 * size + 1e-300, mpmath.nstr(true, 9)


@sentence("autograd", r"Not every part is a finite number, so neither is their sum\.")
def no_sum(c: Context) -> None:
    assert not np.isfinite(c.column("their product")).all()


@sentence(
    "autograd", r"Every part is a finite number, but a sum of them is too large for a float\."
)
def large_sum(c: Context) -> None:
    found = [mpf(part) for part in c.column("their product")]
    assert all(map(mpmath.isfinite, found))
    most = sum((part for part in found if part > 0), mpf(0))
    least = sum((part for part in found if part < 0), mpf(0))
    assert max(most, -least) > float(np.finfo(np.float64).max)


@sentence("autograd", r"Rounding parts the sum of the products, (<N>), from t\.grad\.")
def parted(c: Context, told: str) -> None:
    added, through = float(c.names["inner"].grad @ (2 * c.names["p"])), float(c.names["t"].grad)
    says(told, added)
    assert added != through
    size = sum(abs(x) for x in c.column("their product"))
    assert abs(added - through) <= 1e-12 * size + 1e-300


@sentence(
    "autograd",
    r"backward adds to x\.grad: 1 more for every element made (\[.+?\]) of (\[.+?\]), hence "
    r"zero_\(\)\.",
)
def adds(_: Context, second: str, first: str) -> None:
    x = torch.arange(4.0, requires_grad=True)
    for y, told in ((2 * torch.dot(x, x), first), (x.sum(), second)):
        y.backward()
        assert x.grad is not None
        assert [value(part) for part in told.strip("[]").split()] == x.grad.tolist()


@sentence("autograd", r"So there is no second derivative either\.")
def neither(c: Context) -> None:
    near = [p.exactly() if "pi" in p.text else p for p in problems(c)]
    assert any(slope(p) is None for p in near)


@sentence(
    "autograd",
    r"The Hessian(?: of (.+?))? at ([xyz] = .+?): a second derivative for each pair of variables\.",
)
def hessian_told(c: Context, of: str | None, point: str) -> None:
    if of:
        _same(c, of)
    told = [part.split(" = ") for part in items(point)]
    assert [name for name, _ in told] == [*names_of(c)]
    for (_, number), x in zip(told, typed(c), strict=True):
        says(number, float(x), 9)
    rows = np.array([c.column(f"of ∂/∂{name}", -1) for name in names_of(c)]).T
    assert np.array_equal(rows, c.names["second"].numpy(), equal_nan=True)
    _holds(c)


@sentence("autograd", r"But along (.+?) there is no derivative: see d2l autograd several\.")
def no_hessian(c: Context, names: str) -> None:
    true = [name for name, p in zip(names_of(c), problems(c), strict=True) if slope(p) is None]
    assert items(names) == true


def _mixed(c: Context, which: str) -> tuple[Any, Any, float]:
    """Both one-sided slopes of a first derivative, and autograd's number for it."""
    names = names_of(c)
    found = re.fullmatch(r"∂²f/∂([xyz])(²|∂([xyz]))", which)
    assert found
    other = found[1]
    one = found[3] or other
    point = {p.variable: p.x for p in problems(c)}
    step = mpf(10) ** -14 * max(1, abs(point[other]))

    def first(there: Any) -> Any:
        moved = {**point, other: there}
        return calculus.derivative(text_of(c), moved.pop(one), one, **moved)

    with mpmath.workdps(DIGITS):
        here, left, right = (first(point[other] + s * step) for s in (0, -1, 1))
        assert here is not None
        slopes = (
            None if left is None else (here - left) / step,
            None if right is None else (right - here) / step,
        )
    return *slopes, float(c.names["second"][names.index(one)][names.index(other)])


@sentence("autograd", r"(∂²f.+?) (?:does|do) not exist there\.")
def no_second(c: Context, which: str) -> None:
    for name in items(which):
        left, right, _ = _mixed(c, name)
        both = left is not None and right is not None
        assert not both or abs(left - right) > 1e-6 * max(abs(left), abs(right)), name


@sentence("autograd", r"Autograd's number is wrong for (∂²f.+?)\.")
def wrong_second(c: Context, which: str) -> None:
    for name in items(which):
        left, right, gradient = _mixed(c, name)
        assert abs(left - right) <= 1e-6 * max(1, abs(left))
        assert not abs(gradient - right) <= 1e-6 * abs(right), name


@sentence(
    "autograd",
    r"Operations run: (<N>) for f, (<N>) for the first derivative, (<N>) for the second\. "
    r"Recorded: (<N>) and (<N>)\.",
)
def operations(c: Context, own: str, once: str, twice: str, of_f: str, of_first: str) -> None:
    assert value(own) >= 0 and value(once) >= 0 and value(twice) >= 0
    f, x = c.names["f"], c.names["x"].detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    assert (value(of_f), value(of_first)) == (_nodes(f(x).sum()), _nodes(first))


@sentence(
    "autograd",
    r"Each output depends on its own input only, so J has numbers on its diagonal only\.",
)
def diagonal(c: Context) -> None:
    J = c.names["J"].numpy()
    assert J.shape[0] == J.shape[1] > 1
    assert not (J - np.diag(np.diag(J))).any()
    assert J.any() and ("f" not in c.options or names_of(c)[0] in text_of(c))


@sentence("autograd", r"Every number of J is 0\.")
def no_jacobian(c: Context) -> None:
    assert c.names["J"].tolist() == [[0.0] * c.names["J"].shape[1]] * c.names["J"].shape[0]


@sentence(
    "autograd", r"(<N>) × (<N>) numbers took ([\d,]+) backward pass(?:es)?, the weighted sum one\."
)
def passes(c: Context, rows: str, columns: str, count: str) -> None:
    J = c.names["J"]
    assert (value(rows), value(columns)) == tuple(J.shape)
    assert counted(count) == J.shape[0]


@sentence(
    "autograd",
    r"A function of (.+?) gives one number: its Jacobian has one row, the gradient, and backward "
    r"gives it times the weight\.",
)
def one_row(c: Context, names: str) -> None:
    assert tuple(items(names)) == names_of(c) and c.names["J"].shape[0] == 1
    weighted = c.names["J"][0] * c.names["v"]
    assert torch.allclose(weighted, c.names["x"].grad, equal_nan=True)


@sentence(
    "autograd", r"From the top down, each operation hands on its gradient times its own slope\."
)
def top(c: Context) -> None:
    assert c.tables or c.section == "gradient"


@sentence(
    "autograd",
    r"The gradient is what reaches an operation when backward starts with 1( for every value)?\.",
)
def starts(c: Context, every: str | None) -> None:
    single = len(names_of(c)) > 1 or "f" not in c.options or len(typed(c)) == 1
    assert (every is None) == single


@sentence("autograd", r"Nothing is recorded: no operation on the way has a gradient\.")
def nothing(c: Context) -> None:
    assert c.names["y"].grad_fn is None or not re.search(r"[xyz]", text_of(c))


@table("autograd", r".+\|saved\|gradient")
def record(c: Context) -> None:
    """The first and the last line: where backward starts, and what reaches the leaves."""
    assert c.note.table is not None
    first, _, gradients = [[*map(str, column.values)] for column in c.note.table.columns]
    names = names_of(c)
    if c.section == "gradient":
        leaves = {"x": torch.arange(4.0, dtype=torch.float64).requires_grad_()}
        y = 2 * (leaves["x"] * leaves["x"]).sum()
    elif len(names) == 1 and c.section != "several":
        points = torch.tensor([float(x) for x in typed(c)], dtype=torch.float64)
        leaves = {names[0]: points.requires_grad_()}
        y = function(text_of(c))(**leaves)
        y = y.sum() if isinstance(y, torch.Tensor) else y
    else:
        leaves = {
            name: torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
            for name, x in zip(names, typed(c), strict=True)
        }
        y = function(text_of(c))(**leaves)
    if not isinstance(y, torch.Tensor) or y.grad_fn is None:
        return
    y.backward()
    for line, told in zip(first, gradients, strict=True):
        name = re.sub(r"^[│├└─ ]*", "", line).partition(",")[0]
        if name in leaves and "as above" not in line and told:
            true = leaves[name].grad
            assert true is not None
            _written(told, true.reshape(-1).tolist())


def _written(told: str, true: list[float]) -> None:
    if told.startswith("("):
        return
    texts = told.strip("[]").split(", ") if told.startswith("[") else [told]
    if len(texts) != len(true):
        return
    for text, x in zip(texts, true, strict=True):
        if math.isnan(x):
            assert text == "nan"
        else:
            says(text, x, 3)


@table("autograd", r"[xyz]\|f\([xyz]\)\|gradient\|central difference\|there is")
def points(c: Context) -> None:
    found = problems(c)
    name = names_of(c)[0]
    assert c.column(name) == [float(p.x) for p in found]
    _there(c, "gradient")


@table("autograd", r"\|by the rules\|value\|autograd\|central difference\|there is")
def partials(c: Context) -> None:
    names = names_of(c)
    assert c.column("") == [f"∂/∂{name}" for name in names]
    points = {p.variable: p.x for p in problems(c)}
    for name, told, number in zip(names, c.column("by the rules"), c.column("value"), strict=True):
        if told != "too long":
            calculus.rule_holds(text_of(c), told, name, points)
            true = calculus.by_hand(told, **points)
            if true is not None and number is not None and math.isfinite(number):
                assert math.isclose(number, true, rel_tol=1e-9, abs_tol=1e-300), (told, number)
    _there(c, "autograd")


WORDS = {
    "a derivative", "another slope", "a kink", "a vertical tangent", "a cusp", "a jump", "a gap",
    "a pole", "an end of the domain", "an oscillation", "a lone value", "no value", "an overflow",
    "unclear", "",
}  # fmt: skip


def _there(c: Context, column: str) -> None:
    for p, gradient, check, word in zip(
        problems(c),
        c.column(column),
        c.column("central difference"),
        c.column("there is"),
        strict=True,
    ):
        assert word in WORDS
        true = slope(p)
        if word == "a derivative":
            assert true is not None, (float(p.x), word)
            left = verdicts.rounding(p) * (1 if true == 0 else 1e-5)
            assert math.isclose(gradient, float(true), rel_tol=1e-5, abs_tol=left), (gradient, true)
            if check is not None:
                assert abs(check - true) <= 2e-3 * abs(true) + 1e-7, (check, mpmath.nstr(true, 8))
        elif word == "another slope":
            assert true is not None and gradient != float(true)
        elif word not in ("unclear", "an overflow", ""):
            # tan at the float beside π/2 has a slope; the word is of the number that it stands for.
            assert true is None or p.x != p.typed or abs(true) > 1e10, mpmath.nstr(true, 9)


@table("autograd", r"[xyz]\|first derivative\|second derivative\|by the rules")
def second(c: Context) -> None:
    x = torch.tensor([float(p.x) for p in problems(c)], dtype=torch.float64, requires_grad=True)
    y = function(text_of(c))(**{names_of(c)[0]: x}) + 0 * x
    (first,) = torch.autograd.grad(y.sum(), x)
    assert torch.allclose(
        torch.tensor(c.column("first derivative"), dtype=torch.float64), first, equal_nan=True
    )
    if any(part in text_of(c) for part in ("where", "1e16", "pi")):
        # A float is too coarse for what is inside such a function, or is not π; and
        return  # the rule of a case alone is not the derivative: sentences say so
    told = c.column("by the rules")
    for p, number, autograd in zip(problems(c), told, c.column("second derivative"), strict=True):
        if (0 < abs(p.x) < 1e-6 and "/" in p.text) or not _steady(p):
            continue  # floats lose all digits beside such a gap, and a sentence says so
        with mpmath.workdps(900):
            h = mpf(10) ** -40 * (min(abs(p.x), 1) or 1)
            v = [calculus.at(p.text, **{p.variable: p.x + k * h}) for k in (-1, 0, 1)]
            w = [calculus.at(p.text, **{p.variable: p.x + k * h / 3}) for k in (-1, 0, 1)]
            if None in v or None in w:
                continue
            true, again = ((a - 2 * b + d) / s**2 for (a, b, d), s in ((v, h), (w, h / 3)))
        if abs(true - again) > abs(true) * 1e-9 + 1e-20:
            continue  # there is none
        for found in (number, autograd):
            if found is not None and math.isfinite(found) and abs(true) < 1e307 and found == number:
                assert math.isclose(found, true, rel_tol=1e-6, abs_tol=1e-9), (
                    float(p.x),
                    found,
                    true,
                )


@table("autograd", r"(?:\|of ∂/∂[xyz])+")
def hessian(c: Context) -> None:
    assert c.column("") == [f"∂/∂{name}" for name in names_of(c)]


def _holds(c: Context) -> None:
    """The numbers of the Hessian, but those that the note says something of."""
    names = names_of(c)
    points = {p.variable: p.x for p in problems(c)}
    if any(slope(p) is None for p in problems(c)):
        return
    for a in names:
        for place, b in enumerate(names):
            told = c.column(f"of ∂/∂{a}")[place]
            if f"∂²f/∂{a}" + ("²" if a == b else f"∂{b}") in c.note.text:
                continue  # which has a checker of its own
            with mpmath.workdps(120):
                h = mpf(10) ** -25
                corners = [
                    calculus.at(text_of(c), **_moved(points, {a: s * h}, {b: t * h}))
                    for s, t in ((1, 1), (1, -1), (-1, 1), (-1, -1))
                ]
                if None in corners:
                    continue
                true = (corners[0] - corners[1] - corners[2] + corners[3]) / (4 * h * h)
            if abs(true) < 1e15 and math.isfinite(told):
                assert math.isclose(told, true, rel_tol=1e-6, abs_tol=1e-9), (
                    a,
                    b,
                    told,
                    float(true),
                )


def _moved(points: dict[str, Any], *moves: dict[str, Any]) -> dict[str, Any]:
    found = dict(points)
    for move in moves:
        for name, step in move.items():
            found[name] += step
    return found


def _nodes(y: Any) -> int:
    seen, left = set(), [y.grad_fn]
    while left:
        node = left.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        left += [before for before, _ in node.next_functions]
    return sum(not hasattr(node, "variable") for node in seen)


# Pictures


def _one_of(c: Context, point: str) -> list[Problem]:
    c.section = c.section or "function"
    near = [p for p in problems(c) if math.isclose(p.x, value(point), rel_tol=1e-3, abs_tol=1e-12)]
    assert near, point
    return near


@title("autograd", r"f has no value at x = (<N>)")
def no_value(c: Context, point: str) -> None:
    with mpmath.workdps(50):
        found = [p.here for p in _one_of(c, point)]
    assert any(v is None for v in found), found


@title("autograd", r"Autograd has no slope for f at x = (<N>)")
def no_slope(c: Context, point: str) -> None:
    found = []
    for p in _one_of(c, point):
        x = torch.tensor(float(p.x), dtype=torch.float64, requires_grad=True)
        (function(p.text)(**{p.variable: x}) + 0 * x).backward()
        found.append(float(x.grad))  # type: ignore[arg-type]
    assert any(not math.isfinite(g) for g in found), found


def _at(c: Context, point: str, told: str) -> list[tuple[float, Any]]:
    """Autograd's number and the derivative at the points that may be meant."""
    found = []
    for p in _one_of(c, point):
        x = torch.tensor(float(p.x), dtype=torch.float64, requires_grad=True)
        (function(p.text)(**{p.variable: x}) + 0 * x).backward()
        found.append((float(x.grad), slope(p)))  # type: ignore[arg-type]
    assert any(abs(g - value(told)) <= 1e-4 * abs(g) for g, _ in found), found
    return found


@title("autograd", r"f has no derivative at x = (<N>); (<N>) is what autograd's rules give there")
def none(c: Context, point: str, told: str) -> None:
    found = _at(c, point, told)
    # The slope of the float beside π may be there: what counts is the number that it stands for.
    near = [slope(p.exactly()) for p in _one_of(c, point)]
    assert any(true is None for true in [*near, *(true for _, true in found)])


@title("autograd", r"At x = (<N>) autograd gives (<N>), and that is not the derivative")
def another(c: Context, point: str, told: str) -> None:
    assert any(true is not None and g != float(true) for g, true in _at(c, point, told))


@title("autograd", r"By autograd the slope of f at x = (<N>) is (<N>)")
def by_autograd(c: Context, point: str, told: str) -> None:
    if "f" not in c.options:
        return
    found = _at(c, point, told)
    left = max(verdicts.rounding(p) for p in _one_of(c, point))
    assert any(
        true is None or math.isclose(g, true, rel_tol=1e-5, abs_tol=left * (1e-5 if true else 1))
        for g, true in found
    )


@title("autograd", r"Autograd has no gradient for f at \((.+)\)")
def no_gradient(c: Context, point: str) -> None:
    c.section = "several"
    found = problems(c)
    leaves = {
        p.variable: torch.tensor(float(p.x), dtype=torch.float64, requires_grad=True) for p in found
    }
    (function(text_of(c))(**leaves) + sum(0 * leaf for leaf in leaves.values())).backward()
    for text, p in zip(point.split(", "), found, strict=True):
        says(text, float(p.x))
    assert any(leaf.grad is not None and math.isnan(leaf.grad) for leaf in leaves.values())


@title("autograd", r"By autograd the gradient of f at \((.+)\) is \((.+)\)")
def gradient(c: Context, point: str, told: str) -> None:
    c.section = "several"
    found = problems(c)
    leaves = {
        p.variable: torch.tensor(float(p.x), dtype=torch.float64, requires_grad=True) for p in found
    }
    (function(text_of(c))(**leaves) + sum(0 * leaf for leaf in leaves.values())).backward()
    for text, p in zip(point.split(", "), found, strict=True):
        says(text, float(p.x))
    for text, leaf in zip(told.split(", "), leaves.values(), strict=True):
        assert leaf.grad is not None
        says(text, float(leaf.grad))
