"""``d2l derivative``: a function, a point, and the steps of the quotient."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from ..inputs import choices, formulas, numbers, words
from ..inputs.formulas import Formula
from ..language import mark, tr
from ..lesson import load
from ..options import Asked, Option
from ..request import Code, Lines
from ..words import number
from . import GRAMMAR

CENTRAL = """def numerical_lim(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)"""
BY_AUTOGRAD = """def df(x):
    x = x.detach().requires_grad_(True)
    return torch.autograd.grad(f(x).sum(), x)[0]"""


TENSORS = mark("PyTorch's functions take no array: torch.from_numpy makes a tensor of it")
MOST = 400  # steps


def steps_of(option: str, value: object) -> int:
    """How many steps, at most ``MOST``."""
    return numbers.whole(option, value, most=MOST, reason=tr("so many steps make no table"))


def _short(value: float) -> str:
    """A number in 9 digits, or all of its digits where these are fewer signs."""
    return min(number(value, 9), re.sub("^-", "−", repr(value)), key=len)


def ask(
    f: Annotated[
        Formula | None,
        Option(
            words.one(formulas.parse),
            "FORMULA",
            f"The function of x. {GRAMMAR}",
            ("f", "df"),
            words=words.formula,
            default="3*x**2-4*x",
        ),
    ] = None,
    at: Annotated[
        float,
        Option(
            words.one(numbers.point),
            "NUMBER",
            "The point x, such as 1 or pi/2.",
            words=words.numbers,
        ),
    ] = 1.0,
    h: Annotated[float | None, Option(numbers.step, "NUMBER", "The first step.")] = None,
    steps: Annotated[int | None, Option(steps_of, "N", "How many steps.")] = None,
    factor: Annotated[
        float | None, Option(numbers.factor, "NUMBER", "What makes each step smaller.")
    ] = None,
    method: Annotated[
        Literal["forward", "central"] | None,
        Option(
            choices.one_of("forward", "central"),
            "forward|central",
            "Whether the two points are x and x + h, or x - h and x + h.",
            ("numerical_lim",),
            default="forward",
        ),
    ] = None,
    dtype: Annotated[
        Literal["float32", "float64"] | None,
        Option(choices.one_of("float32", "float64"), "float32|float64", "The precision."),
    ] = None,
) -> Asked:
    """The quotients at a point, for smaller and smaller steps."""
    formula = f or formulas.of(load("derivative").definition("f"))
    slope = f.derivative() if f is not None else None
    df: object = None if f is None else slope or Lines(BY_AUTOGRAD)
    return Asked(
        title=tr(
            "Derivative of f(x) = {formula} at x = {point}",
            formula=formula.pretty,
            point=_short(at),
        ),
        facts=(dtype or "float64",),
        values={
            "f": f,
            "df": df,
            "at": at,
            "h": h,
            "steps": steps,
            "factor": factor,
            "numerical_lim": Lines(CENTRAL) if method == "central" else None,
            "dtype": dtype and Code(f"torch.{dtype}"),
        },
        unfit={"array": tr(TENSORS)} if "torch." in formula.definition("f") else {},
    )
