"""What there is to say of difference quotients: their errors, and whether there is a limit."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

import torch
from torch import Tensor

from .. import checks, slopes
from ..inputs import formulas
from ..inputs.formulas import Formula
from ..language import tr
from ..lesson import load
from ..note import Column, Note, table
from ..request import Request
from ..words import number, sentences
from .plotting import plot as plot

Function = Callable[[Tensor], Tensor]
Quotient = Callable[[Function, Tensor, float], Tensor]
Values = Mapping[str, object]

ABOUT = 0.15  # how far the power of h that an error falls with may be from a whole number


def formula_of(request: Request) -> Formula:
    """The function that the run is about: the reader's, or the lesson's own."""
    own = request.values.get("f")
    if isinstance(own, Formula):
        return own
    return formulas.of(load("derivative").definition("f"))


def quotient(
    f: Function, numerical_lim: Quotient, x: Tensor, start: Values, request: Request
) -> Iterator[Note]:
    """The quotients with their errors, and what they approach."""
    formula = formula_of(request)
    at, h, factor = (float(str(start[name])) for name in ("at", "h", "factor"))
    hs = _steps(h, factor, int(str(start["steps"])))
    found = [float(numerical_lim(f, x, step)) for step in hs]
    verdict = slopes.judge(formula, at)
    exact = verdict.slope if verdict.has_derivative else None
    errors = [None if exact is None else abs(value - exact) for value in found]
    digits = _decimals([*found, *([] if exact is None else [exact])], errors)
    last: list[Column] = []
    if exact is not None:
        last = [
            Column("error", [*errors, None], ".1e", bar="log"),
            Column("", [*_fall(errors), ""]),
        ]
    rows = table(
        Column("h", [*hs, *([tr("exact")] if exact is not None else [])], _form(hs)),
        Column("numerical limit", [*found, *([exact] if exact is not None else [])], digits),
        *last,
    )
    central = "numerical_lim" in request.values
    picture = {
        "f": f, "at": at, "h": h, "factor": factor, "steps": len(hs), "central": central,
        "pretty": formula.pretty, "verdict": verdict,
    }  # fmt: skip
    yield Note(table=rows, covers=True, data=picture)
    blind = [step for step in hs if float(x + step) == float(x - step if central else x)]
    rounding = [_rounding(formula, at, x.dtype, verdict, step) for step in hs]
    known = _known(hs, errors, rounding)
    # Where f cannot be told from its value at x, no quotient is known to be exact.
    moves = all(float(f(x + step)) != float(f(x)) for step in hs)
    sure = verdict.seen is not False and (moves or formula.constant is not None)
    told = _finding(verdict, formula, x, known, blind, len(known) == len(hs), sure)
    yield Note(sentences(*told))


Known = Sequence[tuple[float, float, float]]  # a step, its error, and what rounding may make of it


def _known(hs: Sequence[float], errors: Sequence[float | None], noise: Sequence[float]) -> Known:
    """The steps whose error is a number."""
    rows = zip(hs, errors, noise, strict=True)
    return [(h, e, n) for h, e, n in rows if e is not None and math.isfinite(e)]


def _rounding(
    formula: Formula, at: float, dtype: torch.dtype, verdict: slopes.Verdict, h: float
) -> float:
    """The error that rounding x and f may make in a quotient, about."""
    if not h:
        return math.inf
    size = slopes.size(formula.tree, {"x": at}) + abs(at * (verdict.slope or 0))
    size = size if math.isfinite(size) else abs(verdict.value or 0)
    return 8 * torch.finfo(dtype).eps * size / abs(h)


def _steps(h: float, factor: float, steps: int) -> list[float]:
    """The steps as the lesson's loop has them, multiplied one after another."""
    found = []
    for _ in range(steps):
        found.append(h)
        h *= factor
    return found


def _form(hs: Sequence[float]) -> str:
    """Steps in full where they are few digits long, else with their powers of ten."""
    for decimals in range(1, 8):
        if all(abs(round(h, decimals) - h) < 1e-9 * abs(h) for h in hs):
            return f".{decimals}f"
    return ".1e" if all(f"{h:.0e}" == f"{h:.2e}".replace(".00", "") for h in hs) else ".2e"


def _decimals(found: Sequence[float], errors: Sequence[float | None]) -> str:
    """Digits that show where the quotients stop to converge: two beyond the smallest error."""
    sizes = [abs(value) for value in found if math.isfinite(value)]
    if max(sizes, default=0) >= 1e7 or 0 < max(sizes, default=0) < 1e-4:
        return ".9e"
    known = [error for error in errors if error and math.isfinite(error)]
    beyond = 2 - math.floor(math.log10(min(known))) if known else 5
    before = len(f"{max(sizes, default=0):.0f}")
    return f".{min(max(5, beyond), 17 - before)}f"


def _fall(errors: Sequence[float | None]) -> list[str]:
    """What each error is beside the one before: ÷ 10, or × 3."""
    told = [""]
    for before, error in pairwise(errors):
        if not before or not error or not math.isfinite(before + error):
            told.append("")
            continue
        times = before / error
        told.append(f"÷ {times:.3g}" if times >= 1 else f"× {1 / times:.3g}")
    return told


def _finding(
    verdict: slopes.Verdict,
    formula: Formula,
    x: Tensor,
    known: Known,
    blind: Sequence[float],
    all_known: bool,
    sure: bool,
) -> Iterator[str]:
    """Whether the quotients approach something, and how quickly."""
    if not verdict.has_derivative or verdict.slope is None or verdict.tiny:
        yield verdict.sentence
        return
    slope = formula.derivative()
    if slope and len(slope.pretty) < 50:
        yield tr(
            "The limit is {limit}, by the rules f′(x) = {slope}.",
            limit=number(verdict.slope),
            slope=slope.pretty,
        )
    else:
        yield tr("The limit is {limit}.", limit=number(verdict.slope))
    if not known:
        return
    if blind:
        yield tr(
            "From h = {h} on, x + h is x in {dtype}, and the quotient 0, or nan where h itself has "
            "become 0."
            if 0 in blind
            else "From h = {h} on, x + h is x in {dtype}, and the quotient 0.",
            h=number(blind[0]),
            dtype=str(x.dtype).removeprefix("torch."),
        )
    errors = [error for _, error, _ in known]
    size = abs(verdict.slope or verdict.value or 0)
    if max(errors) <= 1e-14 * size:
        # Where rounding is large, it may have swallowed what there is of an error.
        if sure and max(noise for *_, noise in known) <= 1e-8 * size:
            yield tr("Every quotient is exact, but for rounding.")
    elif len(known) > 1 and all(errors):
        yield _speed(known, all_known, verdict.seen is False)


def _speed(known: Known, all_known: bool, hidden: bool) -> str:
    """How the error falls with h, or where it turns; whether rounding has ``hidden`` the slope."""
    hs, errors, rounding = zip(*known, strict=True)
    times = [a / b for a, b in pairwise(errors)]
    step = hs[0] / hs[1]
    for power in (1, 2):
        if all(abs(math.log(value, step) - power) < ABOUT for value in times):
            return tr(
                "Each h {step} times smaller makes the error about {times} times smaller."
                if all_known
                else "Where the quotient is finite, each h {step} times smaller makes the error "
                "about {times} times smaller.",
                step=number(step),
                times=number(step**power),
            )
    best = errors.index(min(errors))
    if max(errors) <= (1 + 1e-9) * min(errors):
        lost = hidden or all(e <= n for e, n in zip(errors, rounding, strict=True))
        return tr(
            "No step comes nearer to it: rounding hides the slope."
            if lost
            else "No step comes nearer to it: all are too large."
        )
    if best < len(errors) - 1:
        # What stays as small as it was, or grows for another reason, is no rounding.
        other = errors[-1] > rounding[-1] or errors[-1] <= (1 + 1e-9) * min(errors)
        return tr(
            "The error is smallest at h = {h}."
            if other
            else "The error is smallest at h = {h}; with smaller steps rounding takes over "
            "(d2l derivative smaller).",
            h=number(hs[best]),
        )
    return tr("The last quotient is {error} away from it.", error=number(errors[-1], 2))


def exact(x: Tensor, at: float, request: Request) -> Iterator[Note]:
    """Whether autograd's number is a derivative at all, and the formula of the derivative."""
    formula = formula_of(request)
    verdict = slopes.judge(formula, at)
    slope = formula.derivative()
    if slope is not None:
        yield Note(
            tr("By the rules f(x) = {f} has f′(x) = {slope}.", f=formula.pretty, slope=slope.pretty)
        )
    gradient = math.nan if x.grad is None else float(x.grad)
    if slopes.autograd_differs(verdict, gradient, 1e-3 if x.dtype == torch.float32 else 1e-6):
        told = tr(
            "Autograd's {gradient} is wrong here."
            if verdict.has_derivative
            else "Autograd's {gradient} is what its rules give, no derivative.",
            gradient=number(gradient),
        )
        yield Note(sentences(verdict.sentence, told))
    else:
        yield Note(sentences(verdict.sentence, checks.of_0(verdict, gradient)))


def sides(at: float, request: Request) -> Iterator[Note]:
    """Whether both sides agree."""
    yield Note(slopes.judge(formula_of(request), at).sentence)


def smaller(h: Tensor, single: Tensor, double: Tensor, central: Tensor) -> Iterator[Note]:
    """Where the error turns, beside what theory says."""
    eps = {"float32": torch.finfo(torch.float32).eps, "float64": torch.finfo(torch.float64).eps}
    third = math.tan(1.0)  # |f / f‴| for sin at 1; |f / f″| is 1
    rows = [
        ("float32", tr("forward"), single, math.sqrt(2 * eps["float32"])),
        ("float64", tr("forward"), double, math.sqrt(2 * eps["float64"])),
        ("float64", tr("central"), central, (1.5 * eps["float64"] * third) ** (1 / 3)),
    ]
    yield Note(
        table=table(
            Column("dtype", [row[0] for row in rows]),
            Column("difference", [row[1] for row in rows]),
            Column("best h here", [f"{float(h[row[2].argmin()]):.0e}" for row in rows]),
            Column("in theory", [f"{row[3]:.1e}" for row in rows]),
            Column("its error", [float(row[2].min()) for row in rows], ".0e"),
        )
    )
    yield Note(
        tr(
            "At first the error falls with h. Then it grows: f(x + h) and f(x) agree in most "
            "digits, and the difference is rounding. In theory the best h is √(2 ε |f / f″|) "
            "forward and ∛(1.5 ε |f / f‴|) central; ε is the distance from 1 to the next float."
        )
    )
