"""What there is to say of gradients: the record they come from, and checks without it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from .. import checks, recorded, slopes
from ..concepts.autograd import Own
from ..inputs import formulas
from ..inputs.formulas import Formula
from ..lesson import load
from ..note import Column, Note, table
from ..request import Request
from ..slopes import Kind, Verdict
from ..words import counted, listed, number

Function = Callable[..., Tensor]

BRANCHES = 12  # lines of a graph that are shown
LONGEST = 70  # signs of a formula in a sentence or a table


def own(request: Request) -> Own | None:
    """The reader's function."""
    found = request.values.get("f")
    return found if isinstance(found, Own) else None


def formula_of(request: Request, section: str, name: str = "f") -> Formula:
    """The function that a section is about: the reader's, or the lesson's own."""
    mine = own(request)
    if mine is not None:
        return mine.formula
    cells = load("autograd").sections[section].cells
    return formulas.of(next(cell.code for cell in cells if cell.defines == name))


def names_of(request: Request) -> tuple[str, ...]:
    """The variables of the reader's function; x where there is none."""
    mine = own(request)
    return mine.variables if mine is not None else ("x",)


# The record


def gradient(x: Tensor) -> Iterator[Note]:
    """The record of 2 * torch.dot(x, x), which backward has let go: it is made once more."""
    again = x.detach().clone().requires_grad_()
    y = 2 * torch.dot(again, again)
    yield _tree(y, {"x": again}, title="y = 2 * torch.dot(x, x)")
    yield Note(data={"f": lambda x: 2 * x * x, "at": x.tolist(), "pretty": "2x²", "verdicts": ()})
    first, second = (f"[{' '.join(map(number, n.tolist()))}]" for n in (4 * x, 4 * x + 1))
    yield Note(
        "From the top down, each operation hands on its gradient times its own slope. backward "
        f"adds to x.grad: 1 more for every element made {second} of {first}, hence zero_()."
    )


def _tree(
    result: Tensor, variables: Mapping[str, Tensor], parts: Sequence[str] = (), title: str = ""
) -> Note:
    """The graph of a result as a table, and what a picture of it needs."""
    root = recorded.record(result, variables, parts)
    drawn = {"root": result.grad_fn, **variables}
    if root is None:
        return Note("Nothing is recorded: no operation on the way has a gradient.", data=drawn)
    lines = recorded.lines(root, BRANCHES)
    return Note(
        table=table(
            Column(title or "operation", [line.text for line in lines]),
            Column("saved", [line.saved for line in lines]),
            Column("gradient", [line.gradient for line in lines]),
        ),
        data=drawn,
    )


def graph(f: Function, x: Tensor, request: Request) -> Iterator[Note]:
    """The whole graph, not only the one way back that the cells go."""
    names = names_of(request)
    again = x.detach().clone().requires_grad_()
    yield _tree(f(again), {"x": again}, names if len(names) > 1 else ())
    yield Note(
        "The result is at the top. The gradient is what reaches an operation when backward starts "
        "with "
        f"{'1 for every value' if x.numel() > 1 and len(names) == 1 and own(request) else '1'}."
    )


# Points of one variable


def function(f: Function, x: Tensor, y: Tensor, request: Request) -> Iterator[Note]:
    """Point by point: value, gradient, a check without autograd, and what is there."""
    formula, names = formula_of(request, "function"), names_of(request)
    if len(names) > 1:
        yield Note(
            f"{formula.pretty} is one number for all of {listed(names)}: x holds one point, and "
            "x.grad is the gradient there (d2l autograd several).",
            data=_several_apart(formula, names, x.detach().tolist()),
        )
        return
    at = x.detach().tolist()
    slopes_here = _numbers(x.grad, len(at))
    verdicts = list(
        checks.judged(formula, [{names[0]: point} for point in at], [names[0]] * len(at))
    )
    quotients = [
        checks.check(formula, {names[0]: point}, names[0], verdict)
        for point, verdict in zip(at, verdicts, strict=True)
    ]
    again = x.detach().clone().requires_grad_()
    yield _tree(f(again), {names[0]: again})
    yield Note(
        table=table(
            Column(names[0], at),
            Column("f(x)" if names[0] == "x" else f"f({names[0]})", y.detach().tolist()),
            Column("gradient", slopes_here),
            Column("central difference", quotients),
            Column("there is", checks.words(verdicts, slopes_here)),
        ),
        data={"f": f, "at": at, "pretty": formula.pretty, "verdicts": _all(verdicts)},
    )
    places = [f"At {names[0]} = {number(point, 9)}" for point in at]
    yield Note(" ".join(_finding(formula, names[0], places, verdicts, slopes_here, quotients)))


def _several_apart(
    formula: Formula, names: Sequence[str], point: Sequence[float]
) -> dict[str, object]:
    """What the picture of a function of several variables at a point takes."""
    space: dict[str, Any] = {"torch": torch}
    exec(formula.definition("g", tuple(names)), space)
    leaves = {
        name: torch.tensor(value, dtype=torch.float64, requires_grad=True)
        for name, value in zip(names, point, strict=True)
    }
    root = space["g"](*leaves.values()).grad_fn
    return {"f": space["g"], "at": point, "pretty": formula.pretty, "root": root, **leaves}


def _numbers(gradient: Tensor | None, count: int) -> list[float]:
    """A gradient as plain numbers; 0 where nothing has flowed."""
    return [0.0] * count if gradient is None else [float(g) for g in gradient.reshape(-1).tolist()]


def _all(verdicts: Sequence[Verdict | None]) -> list[Verdict]:
    """The verdicts for the picture, which wants one for each point or none."""
    known = [verdict for verdict in verdicts if verdict is not None]
    return known if len(known) == len(verdicts) else []


def _finding(
    formula: Formula,
    variable: str,
    places: Sequence[str],
    verdicts: Sequence[Verdict | None],
    gradients: Sequence[float],
    quotients: Sequence[float | None],
) -> Iterator[str]:
    """The rule, what differs from it and where, and how near the central differences come."""
    slope = formula.derivative(variable)
    if slope is not None and len(slope.pretty) <= LONGEST:
        yield f"By the rules the derivative is {slope.pretty}."
    yield from _told(formula, places, verdicts, gradients)
    yield from checks.checked(verdicts, gradients, quotients)


def _told(
    formula: Formula,
    places: Sequence[str],
    verdicts: Sequence[Verdict | None],
    gradients: Sequence[float],
) -> Iterator[str]:
    """What there is to say of places, and where a gradient that is nan is explained."""
    undefined = [p for p, slope in zip(places, gradients, strict=True) if math.isnan(slope)]
    page = "autograd where" if "where(" in formula.text else "norm zero"
    explained = "where(" in formula.text or "sqrt(" in formula.text
    for sentence in checks.told(formula, places, verdicts, gradients):
        told = sentence
        if sentence.partition(":")[0] in undefined:
            told += "" if "nan" in sentence else " Autograd gives nan."
            # Where f itself has no value, that is reason enough.
            if explained and "d2l" not in told and "no value" not in told.lower():
                told = f"{told[:-1]} (d2l {page})."
        yield told


def _alike(
    names: Sequence[str], verdicts: Sequence[Verdict | None], gradients: Sequence[float]
) -> tuple[list[str], list[Verdict | None], list[float]]:
    """Places, verdicts and gradients, of variables with the same ones together."""
    groups: dict[object, list[int]] = {}
    for place, (verdict, slope) in enumerate(zip(verdicts, gradients, strict=True)):
        same = place if verdict is None else (verdict.sentence, verdict.seen, repr(slope))
        groups.setdefault(same, []).append(place)
    firsts = [group[0] for group in groups.values()]
    return (
        [f"Along {listed([names[place] for place in group])}" for group in groups.values()],
        [verdicts[place] for place in firsts],
        [gradients[place] for place in firsts],
    )


# A point of several variables


def several(g: Function, p: Tensor, request: Request) -> Iterator[Note]:
    """The partial derivatives, by the rules and by central differences beside autograd's."""
    mine = own(request)
    formula = formula_of(request, "several", "g")
    names = mine.variables if mine is not None else ("x", "y")
    values = p.detach().tolist()
    point = dict(zip(names, values, strict=True))
    gradients = _numbers(p.grad, len(names))
    rules = [formula.derivative(name) for name in names]
    verdicts = list(checks.judged(formula, [point] * len(names), names))
    quotients = [
        checks.check(formula, point, name, verdict)
        for name, verdict in zip(names, verdicts, strict=True)
    ]
    values_apart = (value.clone().requires_grad_() for value in p.detach())
    leaves = dict(zip(names, values_apart, strict=True))
    graph = _tree(g(*leaves.values()), leaves)
    # A topic has its captions, and the graph a topic of its own.
    yield graph if request.terse else Note(data=graph.data)
    yield Note(
        table=table(
            Column("", [f"∂/∂{name}" for name in names]),
            Column("by the rules", [_short(rule) for rule in rules]),
            Column("value", [_value(rule, point) for rule in rules]),
            Column("autograd", gradients),
            Column("central difference", quotients),
            Column("there is", checks.words(verdicts, gradients)),
        ),
        data={"f": g, "at": values, "pretty": formula.pretty, "verdicts": _all(verdicts)},
    )
    if mine is not None and len(names) == 1:
        yield Note(f"{formula.pretty} has one variable, so its gradient has one number.")
    told = [
        *_told(formula, *_alike(names, verdicts, gradients)),
        *checks.checked(verdicts, gradients, quotients),
    ]
    yield Note(" ".join(told))


def chain(p: Tensor, t: Tensor, inner: Tensor, request: Request) -> Iterator[Note]:
    """Each variable's part of the derivative along the way, and their sum."""
    mine = own(request)
    names = mine.variables if mine is not None else ("x", "y")
    if t.grad is None or inner.grad is None:
        return
    slopes, speeds = inner.grad.tolist(), (2 * p).tolist()
    parts = [slope * speed for slope, speed in zip(slopes, speeds, strict=True)]
    yield Note(
        table=table(
            Column("", names),
            Column("gradient", slopes),
            Column("its speed", speeds),
            Column("their product", parts),
        )
    )
    through, added = float(t.grad), sum(parts)
    if not math.isfinite(through) or not math.isfinite(added):
        yield Note("Not every part is a finite number, so neither is their sum.")
    elif math.isclose(through, added, rel_tol=1e-9, abs_tol=1e-300):
        one = "The product is" if len(names) == 1 else "The products add up to"
        yield Note(f"{one} t.grad: {number(through)}.")
    else:
        yield Note(f"Rounding parts the sum of the products, {number(added)}, from t.grad.")


def _short(rule: Formula | None) -> str:
    """The rule of a partial derivative, where there is room for it."""
    return "too long" if rule is None or len(rule.pretty) > LONGEST else rule.pretty


def _value(rule: Formula | None, point: Mapping[str, float]) -> float | None:
    return None if rule is None else formulas.value(rule, point)


# Second derivatives


class Counted(TorchDispatchMode):
    """Counts the operations that PyTorch runs while it is entered."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # torch leaves it untyped
        self.count = 0

    def __torch_dispatch__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        """Run an operation, and count it."""
        self.count += 1
        return func(*args, **(kwargs or {}))


def second(
    f: Function, x: Tensor, first: Tensor, second: Tensor, request: Request
) -> Iterator[Note]:
    """Both derivatives point by point, or the Hessian; and what the second one costs."""
    formula, names = formula_of(request, "second"), names_of(request)
    if len(names) > 1:
        yield from _hessian(x, second, formula, names)
    else:
        yield from _second(formula, names[0], x, first, second)
    yield from _costs(f, x, len(names) > 1)


def _second(
    formula: Formula, variable: str, x: Tensor, first: Tensor, second: Tensor
) -> Iterator[Note]:
    """The rules beside autograd's numbers."""
    at = x.detach().tolist()
    rule = formula.derivative(variable)
    again = rule.derivative(variable) if rule is not None else None
    by_rules = [_value(again, {variable: point}) for point in at]
    yield Note(
        table=table(
            Column(variable, at),
            Column("first derivative", first.detach().tolist()),
            Column("second derivative", second.tolist()),
            Column("by the rules", by_rules),
        )
    )
    told = []
    long = len(formula.pretty) > LONGEST
    if rule is not None and again is not None and len(rule.pretty + again.pretty) <= LONGEST:
        of = "f" if long else f"{formula.pretty}"
        told.append(f"By the rules {of} has the derivatives {rule.pretty} and {again.pretty}.")
    told += _nowhere(formula, rule, variable, at, second.tolist())
    if told:
        yield Note(" ".join(told))


def _nowhere(
    formula: Formula,
    rule: Formula | None,
    variable: str,
    at: Sequence[float],
    found: Sequence[float],
) -> list[str]:
    """The points without a second derivative, or with another one than autograd's ``found``."""
    points = [{variable: point} for point in at]
    told = []
    firsts = checks.judged(formula, points, [variable] * len(at))
    seconds = checks.judged(rule, points, [variable] * len(at)) if rule else iter([None] * len(at))
    for point, value, first, second in zip(at, found, firsts, seconds, strict=True):
        place = f"At {variable} = {number(point, 9)}"
        if first is not None and not first.has_derivative:
            sentence = checks.sentence_at(place, first, value, False)
            sure = first.kind not in (Kind.UNCLEAR, Kind.OVERFLOW) and not first.near
            told.append(
                f"{sentence} So there is no second derivative either." if sure else sentence
            )
        elif second is not None and not second.has_derivative:
            differs = slopes.autograd_differs(second, value)
            told.append(_of_slope(place, second, value, differs))
        elif second is not None and slopes.autograd_differs(second, value):
            # 0 that came out as 1e-17 beside a slope of 1 is rounded, not wrong.
            rounded = second.slope == 0 and abs(value) <= 1e-9 * abs(second.value or 0)
            told += [] if rounded else [_of_slope(place, second, value, True)]
    more = len(told) - checks.ODD
    return (
        told if more <= 0 else [*told[: checks.ODD], f"So it is at {counted(more, 'more point')}."]
    )


def _of_slope(place: str, verdict: Verdict, found: float, differs: bool) -> str:
    """What is said of the first derivative at a place, which the verdict calls f."""
    where = f"In the first derivative, a{place[1:]}"
    told = checks.sentence_at(where, verdict, found, differs)
    return re.sub(r"\bf\b", "f′", told)


def _hessian(x: Tensor, rows: Tensor, formula: Formula, names: Sequence[str]) -> Iterator[Note]:
    """All second derivatives of a function of several variables."""
    yield Note(
        table=table(
            Column("", [f"∂/∂{name}" for name in names]),
            *(
                Column(f"of ∂/∂{name}", [float(row[place]) for row in rows])
                for place, name in enumerate(names)
            ),
        )
    )
    point = dict(zip(names, x.detach().tolist(), strict=True))
    verdicts = checks.judged(formula, [point] * len(names), names)
    none = [
        name
        for name, verdict in zip(names, verdicts, strict=True)
        if verdict is not None and not verdict.has_derivative and verdict.kind is not Kind.UNCLEAR
    ]
    at = listed([f"{name} = {number(value, 9)}" for name, value in point.items()])
    of = f" of {formula.pretty}" if len(formula.pretty) <= LONGEST else ""
    told = f"The Hessian{of} at {at}: a second derivative for each pair of variables."
    if none:
        told += f" But along {listed(none)} there is no derivative: see d2l autograd several."
    yield Note(told)


def _costs(f: Function, x: Tensor, several: bool) -> Iterator[Note]:
    """Operations that ran, of f and of both derivatives, and that were recorded on the way."""
    again = x.detach().clone().requires_grad_()
    with Counted() as values:
        y = f(again).sum()
    with Counted() as plainly:
        torch.autograd.grad(y, again, retain_graph=True)
    (first,) = torch.autograd.grad(y, again, create_graph=True)
    with Counted() as twice:
        slopes = first + 0 * again
        for slope in slopes if several else [slopes.sum()]:
            torch.autograd.grad(slope, again, retain_graph=several)
    yield Note(
        table=table(
            Column("", ["f", "first derivative", "second derivative"]),
            Column("operations", [values.count, plainly.count, twice.count]),
            Column("recorded for the next", [recorded.count(y), recorded.count(first), None]),
        )
    )
    yield Note(
        f"Counted as they ran: {counted(values.count, 'operation')} for f, "
        f"{number(plainly.count)} for the first derivative and {number(twice.count)} for the "
        "second."
    )


def jacobian(J: Tensor, request: Request) -> Iterator[Note]:  # noqa: N803
    """What the matrix looks like, and what is saved by never making it."""
    outputs, inputs = J.shape
    names = names_of(request)
    if len(names) > 1:
        yield Note(
            f"A function of {listed(names)} gives one number: its Jacobian has one row, the "
            "gradient, and backward gives it times the weight."
        )
        return
    backward = counted(outputs, "backward pass", "backward passes")
    diagonal = bool((J - torch.diag(J.diagonal()) == 0).all())
    told = "Each output depends on its own input only, so J has numbers on its diagonal only. "
    yield Note(
        (told if diagonal and outputs > 1 else "")
        + f"{number(outputs)} × {number(inputs)} numbers took {backward}, the weighted sum one."
    )
