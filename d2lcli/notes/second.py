"""What there is to say of second derivatives: where there are none, and what they cost."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from .. import checks, recorded, slopes
from ..inputs.formulas import Formula
from ..language import mark, tr
from ..note import Column, Note, table
from ..request import Request
from ..slopes import Kind, Verdict
from ..words import counted, listed, number, sentences
from .functions import LONGEST, formula_of, names_of, value

Function = Callable[..., Tensor]


UNSURE = (Kind.UNCLEAR, Kind.OVERFLOW)
NEARBY = (2.0**-20, 2.0**-21, 3 * 2.0**-23)  # of a point's size: places beside it


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
    by_rules = [value(again, {variable: point}) for point in at]
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
        told.append(
            tr(
                "By the rules {f} has the derivatives {first} and {second}.",
                f="f" if long else formula.pretty,
                first=rule.pretty,
                second=again.pretty,
            )
        )
    told += _nowhere(
        formula, rule, variable, at, [*zip(first.tolist(), second.tolist(), strict=True)]
    )
    if told:
        yield Note(sentences(*told))


def _nowhere(
    formula: Formula,
    rule: Formula | None,
    variable: str,
    at: Sequence[float],
    found: Sequence[tuple[float, float]],
) -> list[str]:
    """The points without a second derivative, or with others than autograd's two, ``found``."""
    points = [{variable: point} for point in at]
    told = []
    firsts = checks.judged(formula, points, [variable] * len(at))
    seconds = checks.judged(rule, points, [variable] * len(at)) if rule else iter([None] * len(at))
    for point, (slope, again), first, second in zip(at, found, firsts, seconds, strict=True):
        where = f"{variable} = {number(point, 9)}"
        place = tr("At {point}", point=where)
        if first is not None and not first.has_derivative:
            sentence = checks.sentence_at(place, first, again, False)
            sure = first.kind not in UNSURE and not first.near
            either = tr("So there is no second derivative either.") if sure else ""
            told.append(sentences(sentence, either))
            continue
        here = []
        if first is not None and slopes.autograd_differs(first, slope):
            here.append(checks.sentence_at(place, first, slope, True))
        second = continued(first, second)
        if second is not None and (not second.has_derivative or _wrong(first, second, again)):
            differs = slopes.autograd_differs(second, again)
            here.append(_of_slope(where, second, again, differs))
        told += [sentences(*here)] if here else []
    more = len(told) - checks.ODD
    if more <= 0:
        return told
    return [
        *told[: checks.ODD],
        tr("So it is at {points}.", points=counted(more, "more point")),
    ]


def continued(first: Verdict | None, second: Verdict | None) -> Verdict | None:
    """The verdict on f′ where f has a derivative, and the formula of f′ perhaps no value.

    None where the formula's values beside the point are not enough.
    """
    if first is None or second is None or not first.has_derivative:
        return second
    if second.value is not None:
        # With abs, min and the like the formula may have another value than f′.
        near = math.isclose(second.value, first.slope or 0, rel_tol=1e-9, abs_tol=1e-300)
        return second if near else None
    if second.kind is not Kind.GAP:
        return None
    limit, ends = second.limit, (second.left, second.right)
    if limit is None or not math.isclose(limit, first.slope or 0, rel_tol=1e-9, abs_tol=1e-300):
        kind = Kind.JUMP
    elif None in ends:
        kind = Kind.OSCILLATION
    elif second.slope is not None and math.isfinite(second.slope):
        kind = Kind.DERIVATIVE
    elif math.inf in map(abs, filter(None, ends)):
        kind = Kind.VERTICAL if ends[0] == ends[1] else Kind.CUSP
    else:
        kind = Kind.KINK
    return replace(second, kind=kind, value=first.slope)


def _wrong(first: Verdict | None, second: Verdict, slope: float) -> bool:
    """Whether autograd's slope of f′ is another one: 1e-17 beside a slope of 1 is a rounded 0."""
    size = second.terms + abs(second.value or 0) + (first.terms if first is not None else 0)
    if second.slope is not None and abs(slope - second.slope) <= 1e-12 * size:
        return False
    return slopes.autograd_differs(second, slope)


def _of_slope(where: str, verdict: Verdict, found: float, differs: bool) -> str:
    """What is said of the first derivative at a point, which the verdict calls f."""
    place = tr("In the first derivative, at {point}", point=where)
    told = checks.sentence_at(place, verdict, found, differs)
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
    told = tr(
        "The Hessian of {f} at {point}: a second derivative for each pair of variables."
        if len(formula.pretty) <= LONGEST
        else "The Hessian at {point}: a second derivative for each pair of variables.",
        f=formula.pretty,
        point=at,
    )
    but = tr(
        "But along {variables} there is no derivative: see d2l autograd several.",
        variables=listed(none),
    )
    yield Note(sentences(told, but if none else "", *_missing(rows, formula, point)))


def _missing(rows: Tensor, formula: Formula, point: Mapping[str, float]) -> Iterator[str]:
    """Which second derivatives do not exist, and which are others than autograd's."""
    names, none, wrong = [*point], [], []
    firsts = checks.judged(formula, [point] * len(names), names)
    for name, row, first in zip(names, rows.tolist(), firsts, strict=True):
        rule = formula.derivative(name)
        if rule is None or first is None or not first.has_derivative:
            continue
        seconds = checks.judged(rule, [point] * len(names), names)
        for other, found, told in zip(names, row, seconds, strict=True):
            second = continued(first, told)
            which = f"∂²f/∂{name}²" if name == other else f"∂²f/∂{other}∂{name}"
            if name != other and _alone(formula, point, name, other):
                none.append(which)
            elif second is None or second.kind in UNSURE:
                continue
            elif not second.has_derivative:
                none.append(which)
            elif _wrong(first, second, found):
                wrong.append(which)
    if none:
        one, more = (
            mark("{derivatives} does not exist there."),
            mark("{derivatives} do not exist there."),
        )
        yield tr(one if len(none) == 1 else more, derivatives=listed(none))
    if wrong:
        yield tr("Autograd's number is wrong for {derivatives}.", derivatives=listed(wrong))


def _alone(formula: Formula, point: Mapping[str, float], name: str, other: str) -> bool:
    """Whether there is a first derivative at the point, and none beside it on one side."""
    size = max(abs(point[other]), 1.0)
    for side in (-1, 1):
        beside = [{**point, other: point[other] + side * size * step} for step in NEARBY]
        found = checks.judged(formula, beside, [name] * len(beside))
        kinds = [verdict.kind for verdict in found if verdict is not None]
        if len(kinds) == len(NEARBY) and not {*kinds} & {Kind.DERIVATIVE, *UNSURE}:
            return True
    return False


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
    told = tr(
        "Operations run: {of_values} for f, {first} for the first derivative, {second} for the "
        "second. Recorded: {of_f} and {of_first}.",
        of_values=number(values.count),
        first=number(plainly.count),
        second=number(twice.count),
        of_f=number(recorded.count(y)),
        of_first=number(recorded.count(first)),
    )
    yield Note(told)
