"""What there is to say of gradients: the record they come from, and checks without it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from .. import checks, recorded
from ..inputs.formulas import Formula
from ..language import tr
from ..note import Column, Note, table
from ..request import Request
from ..slopes import Verdict, autograd_differs
from ..words import counted, listed, number, sentences
from .functions import LONGEST, formula_of, names_of, own, value
from .second import second

__all__ = ["chain", "function", "gradient", "graph", "jacobian", "second", "several"]

Function = Callable[..., Tensor]

BRANCHES = 12  # lines of a graph that are shown


# The record


def gradient(x: Tensor) -> Iterator[Note]:
    """The record of 2 * torch.dot(x, x), which backward has let go: it is made once more."""
    again = x.detach().clone().requires_grad_()
    y = 2 * torch.dot(again, again)
    yield _tree(y, {"x": again}, title="y = 2 * torch.dot(x, x)")
    yield Note(data={"f": lambda x: 2 * x * x, "at": x.tolist(), "pretty": "2x²", "verdicts": ()})
    before, after = (f"[{' '.join(map(number, n.tolist()))}]" for n in (4 * x, 4 * x + 1))
    told = tr(
        "From the top down, each operation hands on its gradient times its own slope. backward "
        "adds to x.grad: 1 more for every element made {after} of {before}, hence zero_().",
        after=after,
        before=before,
    )
    yield Note(told)


def _tree(
    result: Tensor, variables: Mapping[str, Tensor], parts: Sequence[str] = (), title: str = ""
) -> Note:
    """The graph of a result as a table, and what a picture of it needs."""
    root = recorded.record(result, variables, parts)
    drawn = {"root": result.grad_fn, **variables}
    if root is None:
        return Note(tr("Nothing is recorded: no operation on the way has a gradient."), data=drawn)
    lines = recorded.lines(root, BRANCHES)
    return Note(
        table=table(
            Column(
                title or tr("operation"), [line.text for line in lines], key=title or "operation"
            ),
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
    each = x.numel() > 1 and len(names) == 1 and own(request)
    yield Note(
        tr(
            "The gradient is what reaches an operation when backward starts with 1 for every value."
            if each
            else "The gradient is what reaches an operation when backward starts with 1."
        )
    )


# Points of one variable


def function(f: Function, x: Tensor, y: Tensor, request: Request) -> Iterator[Note]:
    """Point by point: value, gradient, a check without autograd, and what is there."""
    formula, names = formula_of(request, "function"), names_of(request)
    if len(names) > 1:
        yield Note(
            tr(
                "{f} is one number for all of {variables}: x holds one point, and x.grad is the "
                "gradient there (d2l autograd several).",
                f=formula.pretty,
                variables=listed(names),
            ),
            data=_several_apart(formula, names, x.detach().tolist()),
        )
        return
    at = typed(x, request)
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
            Column("there is", checks.words(verdicts, slopes_here, _tolerance(x))),
        ),
        data={"f": f, "at": at, "pretty": formula.pretty, "verdicts": _all(verdicts)},
    )
    places = [tr("At {point}", point=f"{names[0]} = {number(point, 9)}") for point in at]
    told = _finding(formula, names[0], places, verdicts, slopes_here, quotients, _tolerance(x))
    yield Note(sentences(*told))


def typed(x: Tensor, request: Request) -> list[float]:
    """Points as they were typed: 0.1, not the 0.10000000149 that float32 makes of it."""
    own = request.values.get("at")
    if isinstance(own, tuple) and len(own) == x.numel():
        return [float(value) for value in own]
    return [float(value) for value in x.detach().reshape(-1).tolist()]


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


def _tolerance(x: Tensor) -> float:
    """The relative error that rounding may make in a gradient."""
    return 1e-3 if x.dtype == torch.float32 else checks.CLOSE


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
    tolerance: float,
) -> Iterator[str]:
    """The rule, what differs from it and where, and how near the central differences come."""
    slope = formula.derivative(variable)
    if slope is not None and len(slope.pretty) <= LONGEST:
        yield tr("By the rules the derivative is {slope}.", slope=slope.pretty)
    yield from checks.told(formula, places, verdicts, gradients, tolerance=tolerance)
    yield from checks.checked(verdicts, gradients, quotients, tolerance)


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
        [
            tr("Along {variables}", variables=listed([names[place] for place in group]))
            for group in groups.values()
        ],
        [verdicts[place] for place in firsts],
        [gradients[place] for place in firsts],
    )


# A point of several variables


def several(g: Function, p: Tensor, request: Request) -> Iterator[Note]:
    """The partial derivatives, by the rules and by central differences beside autograd's."""
    mine = own(request)
    formula = formula_of(request, "several", "g")
    names = mine.variables if mine is not None else ("x", "y")
    values = typed(p, request)
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
            Column("value", [value(rule, point) for rule in rules]),
            Column("autograd", gradients),
            Column("central difference", quotients),
            Column("there is", checks.words(verdicts, gradients, _tolerance(p))),
        ),
        data={"f": g, "at": values, "pretty": formula.pretty, "verdicts": _all(verdicts)},
    )
    if mine is not None and len(names) == 1:
        yield Note(tr("{f} has one variable, so its gradient has one number.", f=formula.pretty))
    alike = _alike(names, verdicts, gradients)
    told = [
        *checks.told(formula, *alike, partial=True, tolerance=_tolerance(p)),
        *checks.checked(verdicts, gradients, quotients, _tolerance(p)),
    ]
    yield Note(sentences(*told))


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
    through, added = float(t.grad), float(inner.grad @ (2 * p))
    if not all(map(math.isfinite, parts)):
        told = tr("Not every part is a finite number, so neither is their sum.")
        yield Note(sentences(told, *_wrong_parts(p, slopes, request)))
    elif not math.isfinite(through) or not math.isfinite(added):
        yield Note(tr("Every part is a finite number, but a sum of them is too large for a float."))
    elif math.isclose(through, added, rel_tol=1e-9, abs_tol=1e-300):
        told = tr(
            "The product is t.grad: {slope}."
            if len(names) == 1
            else "The products add up to t.grad: {slope}.",
            slope=number(through),
        )
        yield Note(sentences(told, *_wrong_parts(p, slopes, request)))
    else:
        told = tr("Rounding parts the sum of the products, {sum}, from t.grad.", sum=number(added))
        yield Note(sentences(told, *_wrong_parts(p, slopes, request)))


def _wrong_parts(p: Tensor, gradients: list[float], request: Request) -> Iterator[str]:
    """What is wrong with autograd's numbers along the variables, where something is."""
    mine = own(request)
    if mine is None:
        return
    if len(mine.variables) != p.numel():
        return
    point = dict(zip(mine.variables, typed(p, request), strict=True))
    verdicts = list(checks.judged(mine.formula, [point] * len(point), mine.variables))
    wrong = [
        place
        for place, (verdict, slope) in enumerate(zip(verdicts, gradients, strict=True))
        if verdict and autograd_differs(verdict, slope, _tolerance(p))
    ]
    groups = _alike(
        [mine.variables[place] for place in wrong],
        [verdicts[place] for place in wrong],
        [gradients[place] for place in wrong],
    )
    if wrong:
        yield from checks.told(mine.formula, *groups, partial=True, tolerance=_tolerance(p))


def _short(rule: Formula | None) -> str:
    """The rule of a partial derivative, where there is room for it."""
    return tr("too long") if rule is None or len(rule.pretty) > LONGEST else rule.pretty


def jacobian(J: Tensor, request: Request) -> Iterator[Note]:  # noqa: N803
    """What the matrix looks like, and what is saved by never making it."""
    outputs, inputs = J.shape
    names = names_of(request)
    if len(names) > 1:
        told = tr(
            "A function of {variables} gives one number: its Jacobian has one row, the gradient, "
            "and backward gives it times the weight.",
            variables=listed(names),
        )
        yield Note(told)
        return
    backward = counted(outputs, "backward pass", "backward passes")
    diagonal = bool((J - torch.diag(J.diagonal()) == 0).all())
    own_input = tr(
        "Each output depends on its own input only, so J has numbers on its diagonal only."
        if bool(J.any())
        else "Every number of J is 0."
    )
    took = tr(
        "{outputs} × {inputs} numbers took {passes}, the weighted sum one.",
        outputs=number(outputs),
        inputs=number(inputs),
        passes=backward,
    )
    yield Note(sentences(own_input if diagonal and outputs > 1 else "", took))
