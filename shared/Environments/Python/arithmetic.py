# Decimal arithmetic: operands are read as their shortest texts, results round half even to 28 digits, then to a double.
import decimal
import math

_CONTEXT = decimal.Context(prec=28, rounding=decimal.ROUND_HALF_EVEN, Emin=-999999, Emax=999999, traps=[])


def _numbers(op, *values):
    for value in values:
        if value is not None and not is_number(value):
            raise refused(op, "numbers", value)
    return None not in values


def _decimal(number):
    return decimal.Decimal(number) if isinstance(number, int) else decimal.Decimal(repr(number))


def _result(value):
    """The double nearest to a decimal or int, as an int where it is integral."""
    number = value if isinstance(value, float) else float(_CONTEXT.plus(decimal.Decimal(value)))
    if not math.isfinite(number):
        raise invalid("the result is out of range")
    return int(number) if number.is_integer() and abs(number) <= MAX_INTEGER else number


def _fold(op, values, exact, rounded):
    if not _numbers(op, *values):
        return None
    result = values[0]
    for value in values[1:]:
        whole = exact(result, value) if isinstance(result, int) and isinstance(value, int) else None
        if whole is not None and -MAX_INTEGER <= whole <= MAX_INTEGER:
            result = whole
        else:
            result = _result(rounded(_decimal(result), _decimal(value)))
    return result


def add(*values):
    return _fold("add", values, int.__add__, _CONTEXT.add)


def sub(a, b):
    return _fold("sub", (a, b), int.__sub__, _CONTEXT.subtract)


def mul(*values):
    return _fold("mul", values, int.__mul__, _CONTEXT.multiply)


def div(a, b):
    if not _numbers("div", a, b):
        return None
    if b == 0:
        raise invalid("division by zero")
    return _result(_CONTEXT.divide(_decimal(a), _decimal(b)))


def _exact(number):
    """Coefficient and exponent of a decimal, or of a number's shortest text."""
    if isinstance(number, int):
        return number, 0
    sign, digits, exponent = (number if isinstance(number, decimal.Decimal) else _decimal(number)).as_tuple()
    coefficient = int("".join(map(str, digits)))
    return -coefficient if sign else coefficient, exponent


def _from_exact(coefficient, exponent):
    return _result(decimal.Decimal(str(coefficient) + "E" + str(exponent)))


def mod(a, b):
    """a - b floor(a / b): has the sign of b."""
    if not _numbers("mod", a, b):
        return None
    if b == 0:
        raise invalid("division by zero")
    (x, p), (y, q) = _exact(a), _exact(b)
    exponent = min(p, q)
    return _from_exact(x * 10 ** (p - exponent) % (y * 10 ** (q - exponent)), exponent)


def neg(a):
    return _result(-a) if _numbers("neg", a) else None


def abs_(a):
    return abs(a) if _numbers("abs", a) else None


def _whole(op, value):
    if not is_number(value):
        raise refused(op, "a whole number", value)
    if value != math.floor(value):
        raise invalid(op + " takes a whole number")
    return int(value)


def round_(a, digits=0):
    if a is None or digits is None:
        return None
    digits = _whole("round", digits)
    if abs(digits) > 15:
        raise invalid("round takes -15 to 15 digits")
    _numbers("round", a)
    if digits >= 0 and a == math.floor(a):
        return a
    coefficient, exponent = _exact(a)
    if -digits <= exponent:
        return a
    unit = 10 ** (-digits - exponent)
    quotient, remainder = divmod(abs(coefficient), unit)
    if remainder * 2 > unit or remainder * 2 == unit and quotient % 2:
        quotient += 1
    return _from_exact(-quotient if coefficient < 0 else quotient, -digits)


def floor(a):
    return _result(float(math.floor(a))) if _numbers("floor", a) else None


def ceil(a):
    return _result(float(math.ceil(a))) if _numbers("ceil", a) else None


def pow_(a, exponent):
    if not _numbers("pow", a, exponent):
        return None
    if exponent != math.floor(exponent) or abs(exponent) > 100:
        return _general_power(a, exponent)
    return _result(_power(a, int(exponent)))


def _power(a, exponent):
    """A whole power of a number or decimal, exact where the exponent is not negative."""
    coefficient, scale = _exact(a)
    times = abs(exponent)
    power = decimal.Decimal(str(coefficient**times) + "E" + str(scale * times))
    if exponent < 0:
        if a == 0:
            raise invalid("division by zero")
        power = _CONTEXT.divide(decimal.Decimal(1), power)
    return power


def sqrt(a):
    if not _numbers("sqrt", a):
        return None
    if a < 0:
        raise invalid("sqrt takes no negative number")
    return _result(_CONTEXT.sqrt(_decimal(a)))
