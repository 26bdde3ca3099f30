"""A formula's tree written out: as one writes it by hand, as plain source, and with torch."""

from __future__ import annotations

import ast

from .trees import CONSTANTS, EXACT, call, constant, variables

HALF = 65504  # the largest float16: torch takes no larger plain number beside such a tensor
SUM, PRODUCT, SIGNED, POWER, ATOM = range(5)  # how tightly a formula written by hand holds together
SIGNS: dict[type[ast.cmpop], str] = {
    **{ast.Lt: "<", ast.LtE: "≤", ast.Gt: ">", ast.GtE: "≥", ast.Eq: "=", ast.NotEq: "≠"},
}


def source(tree: ast.expr) -> str:
    """Python source, with ``x**2`` written close together as the lessons have it."""
    return ast.unparse(tree).replace(" ** ", "**")


def pretty(tree: ast.expr) -> str:
    """The formula as one writes it by hand: ``3x² − 4x``."""
    return _pretty(tree)[0]


def _pretty(node: ast.expr) -> tuple[str, int]:
    """The text, and how tightly it holds together."""
    match node:
        case ast.Constant(value=int() | float() as value):
            whole = abs(value) < 10**15 and value == int(value)
            return str(int(value) if whole else value).replace("e+", "e"), ATOM
        case ast.Name(id=name):
            return {"pi": "π"}.get(name, name), ATOM
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return f"{_pretty(left)[0]} {SIGNS[type(op)]} {_pretty(right)[0]}", SUM
        case ast.Call(func=ast.Name(id="abs"), args=[argument]):
            return f"|{_pretty(argument)[0]}|", ATOM
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return f"{name}({', '.join(_pretty(part)[0] for part in arguments)})", ATOM
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return f"−{_part(operand, PRODUCT)}", SIGNED
        case ast.UnaryOp(operand=operand):
            return _pretty(operand)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _power(left, right), POWER
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _product(left, right), PRODUCT
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return f"{_part(left, PRODUCT)} / {_part(right, POWER)}", PRODUCT
        case ast.BinOp(left=left, op=op, right=right):
            first, second = _pretty(left)[0], _part(right, PRODUCT)
            second = f"({second})" if second[0] == "−" else second
            return f"{first} {'−' if isinstance(op, ast.Sub) else '+'} {second}", SUM
    raise TypeError(node)


def _part(node: ast.expr, least: int) -> str:
    text, holds = _pretty(node)
    return text if holds >= least else f"({text})"


def _power(base: ast.expr, exponent: ast.expr) -> str:
    match exponent:
        case ast.Constant(value=int() as power) if 1 < power < 10:
            return _part(base, ATOM) + "²³⁴⁵⁶⁷⁸⁹"[power - 2]
    return f"{_part(base, ATOM)}^{_part(exponent, ATOM)}"


def _product(left: ast.expr, right: ast.expr) -> str:
    first, second = _part(left, PRODUCT), _part(right, POWER)
    number = constant(left) is not None and not second[0].isdigit() and "e" not in first
    if number:
        return first + ("" if second[0] in "xyzπ(" else " ") + second
    # 3xy, but x · x and x · sin(x)
    letters = first.strip("0123456789.²³⁴⁵⁶⁷⁸⁹")
    close = set(letters) <= set("xyzπ") and second[0] in "xyz" and second[0] not in letters
    return f"{first}{'' if close and letters else ' · '}{second}"


def for_torch(tree: ast.expr, argument: str) -> str:
    """Python source of the value for float tensors; of one like ``argument`` if it is constant."""
    value = constant(tree)
    if value is None:
        return source(_for_torch(tree))
    return source(_like(argument, tree))


def _like(argument: str, node: ast.expr) -> ast.expr:
    """A number as a tensor like the argument, which autograd knows: ``0 * x + 5``."""
    zero = ast.BinOp(ast.Constant(0), ast.Mult(), ast.Name(argument))
    value = constant(node)
    if not value:
        return zero
    op, size = (ast.Add(), node) if value > 0 else (ast.Sub(), ast.Constant(-value))
    if value < 0 and isinstance(node, ast.UnaryOp):
        size = node.operand
    return ast.BinOp(zero, op, _for_torch(size))


def _for_torch(node: ast.expr) -> ast.expr:
    """The tree as a lesson writes it: torch's functions, and numbers that torch takes."""
    match node:
        case ast.Call(func=ast.Name(id="where"), args=[ast.Compare() as condition, a, b]):
            return _where(condition, a, b)
        case ast.Call(func=ast.Name(id="min" | "max" as name), args=[a, b]):
            return _bounded(name, a, b)
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            inner = _for_torch(argument)
            zeros: list[ast.expr] = [call("torch.zeros_like", inner)]
            return call(f"torch.{name}", inner, *(zeros if name == "heaviside" else []))
        case ast.BinOp(left=left, op=op, right=right):
            return ast.BinOp(_for_torch(left), op, _for_torch(right))
        case ast.UnaryOp(op=op, operand=operand):
            return ast.UnaryOp(op, _for_torch(operand))
        case ast.Name(id=name) if name in CONSTANTS:
            return ast.Name(f"torch.{name}")
        case ast.Constant(value=int() as value) if value > EXACT:
            return ast.Constant(float(value))
    return node


def _where(condition: ast.Compare, a: ast.expr, b: ast.expr) -> ast.expr:
    """``torch.where``, which takes plain numbers too, but needs the dtype of one tensor."""
    left, right = condition.left, condition.comparators[0]
    compared = ast.Compare(_for_torch(left), condition.ops, [_for_torch(right)])
    argument = variables(condition)[0]
    values = constant(a), constant(b)
    first = _like(argument, a) if None not in values or _large(a) else _for_torch(a)
    second = _like(argument, b) if _large(b) else _for_torch(b)
    return call("torch.where", compared, first, second)


def _bounded(name: str, a: ast.expr, b: ast.expr) -> ast.expr:
    """``torch.clamp`` where one of the two is a number, else ``torch.minimum`` and ``maximum``."""
    if constant(a) is not None:
        a, b = b, a
    if constant(b) is None:
        return call(f"torch.{name}imum", _for_torch(a), _for_torch(b))
    if _large(b):
        return call(f"torch.{name}imum", _for_torch(a), _like(variables(a)[0], b))
    bound = ast.keyword("min" if name == "max" else "max", _for_torch(b))
    return ast.Call(ast.Name("torch.clamp"), [_for_torch(a)], [bound])


def _large(node: ast.expr) -> bool:
    value = constant(node)
    return value is not None and abs(value) > HALF
