"""Numbers that an option may be set to, beyond what a range says. None is an option not given."""

from __future__ import annotations

import math
import secrets

from ..errors import ExitCode, Refusal

EXACT = 2**53  # counts are kept as float64, which holds every integer up to here
LARGE = 1e100
ONE_DRAW = 10**13  # up to here torch.binomial in float64 is exact in distribution


def finite(option: str, value: float | None) -> float | None:
    """``value``, if it is finite and its powers are, too."""
    if value is not None and not math.isfinite(value):
        raise Refusal(f"{option} {value}: give a finite number, such as 1.5", ExitCode.USAGE)
    if value is not None and abs(value) > LARGE:
        raise Refusal(
            f"{option} {value}: its powers would not fit into a float; "
            f"give a number between {-LARGE:g} and {LARGE:g}",
            ExitCode.USAGE,
        )
    return value


def points(option: str, text: str) -> tuple[float, ...]:
    """Finite numbers with commas between them."""
    found = []
    for word in text.strip().removesuffix(",").split(","):
        try:
            found.append(float(word))
        except ValueError:
            raise Refusal(
                f"{option} {text}: {word.strip() or 'nothing'!r} is no number; "
                "give numbers with commas, such as 0,1,2.5",
                ExitCode.USAGE,
            ) from None
        finite(option, found[-1])
    return tuple(found)


def step(h: float | None) -> float | None:
    """The step of a difference quotient: any finite number but 0."""
    if h == 0:
        raise Refusal(
            "--h 0: the quotient divides by h; give a small number, such as 0.001",
            ExitCode.USAGE,
        )
    return finite("--h", h)


def factor(value: float | None) -> float | None:
    """What each step is multiplied with: between 0 and 1, so that steps get smaller."""
    if value is not None and not 0 < value < 1:
        raise Refusal(
            f"--factor {value}: steps have to get smaller; give a number between 0 and 1, "
            "such as 0.1",
            ExitCode.USAGE,
        )
    return value


def order(p: float | None) -> float | None:
    """The order of a norm: from 1 to 500, or infinity."""
    if p is not None and math.isnan(p):
        raise Refusal("--p nan: an order is a number; give 1 or more, or inf", ExitCode.USAGE)
    if p is not None and 500 < p < math.inf:
        raise Refusal(
            f"--p {p:g}: powers that high do not fit into a float; give at most 500, or inf",
            ExitCode.USAGE,
        )
    if p is not None and not p >= 1:
        raise Refusal(
            f"--p {p}: below 1 the norm of a sum can exceed the sum of the norms, so it is no "
            "norm; give 1 or more, or inf",
            ExitCode.USAGE,
        )
    return p


def seed(value: int | None) -> int:
    """A seed that torch takes; a fresh one, short enough to be retyped, where none is given."""
    if value is None:
        return secrets.randbelow(10**6)
    if not 0 <= value < 2**63:
        raise Refusal(f"--seed {value}: give a number from 0 to {2**63 - 1}", ExitCode.USAGE)
    return value


def throws(rolls: int, dice: int) -> None:
    """Check that ``rolls`` rolls of ``dice`` dice can be counted exactly."""
    if dice > ONE_DRAW:
        raise Refusal(
            f"--dice {dice}: at most {ONE_DRAW} throws are drawn exactly in one go; "
            "give fewer dice and more rolls",
            ExitCode.USAGE,
        )
    if rolls * dice > EXACT:
        raise Refusal(
            f"--rolls {rolls} with {dice} dice: {rolls * dice} throws are more than the {EXACT} "
            f"that can be counted exactly; give at most {EXACT // dice} rolls",
            ExitCode.USAGE,
        )
