# Powers, roots, logarithms and angles by series over integers that count 2^-256, each quotient rounded down: the same
# digits on any processor.
import math

_PLACES = 256
_ONE = 1 << _PLACES
_SERIES_STEPS = 500


def _odd_powers(x, factor):
    """x + x f / 3 + x f^2 / 5 + ..."""
    total, term, n = x, x, 3
    while term not in (-1, 0, 1):
        term = (term * factor) >> _PLACES
        total += term // n
        n += 2
    return total


def _artanh(x):
    return _odd_powers(x, (x * x) >> _PLACES)


def _small_arctan(x):
    return _odd_powers(x, -((x * x) >> _PLACES))


_LN2 = 2 * _artanh(_ONE // 3)
_PI = 4 * (4 * _small_arctan(_ONE // 5) - _small_arctan(_ONE // 239))


def _ratio(number):
    coefficient, exponent = _exact(number)
    return (coefficient * 10**exponent, 1) if exponent >= 0 else (coefficient, 10**-exponent)


def _fixed(number):
    over, under = _ratio(number)
    return (over << _PLACES) // under


def _from_fixed(value, exponent=0):
    """The number of a fixed-point mantissa and an exponent of 2."""
    shift = exponent - _PLACES
    if shift >= 0:
        return _result(value << shift)
    return _result(_CONTEXT.divide(decimal.Decimal(value), decimal.Decimal(1 << -shift)))


def _ln(number):
    over, under = _ratio(number)
    exponent = over.bit_length() - under.bit_length()
    shift = _PLACES - exponent
    mantissa = (over << shift) // under if shift >= 0 else over // (under << -shift)
    return 2 * _artanh(((mantissa - _ONE) << _PLACES) // (mantissa + _ONE)) + exponent * _LN2


def _exp(power):
    """e to a power, as a mantissa of fixed point and an exponent of 2."""
    exponent = (power + (_LN2 >> 1)) // _LN2
    rest = power - exponent * _LN2
    total, term, n = _ONE, _ONE, 1
    while term not in (-1, 0, 1):
        term = ((term * rest) >> _PLACES) // n
        total += term
        n += 1
    return total, exponent


def _exp_of_product(factor, number, negative=False):
    over, under = _ratio(number)
    product = factor * over // under
    if abs(product) > 800 * _ONE:
        if product < 0:
            return 0
        raise invalid("the result is out of range")
    mantissa, exponent = _exp(product)
    return _from_fixed(-mantissa if negative else mantissa, exponent)


def _general_power(a, exponent):
    charge(_SERIES_STEPS)
    if a == 0:
        if exponent < 0:
            raise invalid("division by zero")
        return 0
    whole = exponent == math.floor(exponent)
    if a < 0 and not whole:
        raise invalid("pow takes a whole exponent for a negative number")
    return _exp_of_product(_ln(abs(a)), exponent, a < 0 and int(exponent) % 2 == 1)


def _integer_root(value, degree):
    """The root of a degree, rounded down."""
    if value == 0:
        return 0
    root = 1 << (value.bit_length() + degree - 1) // degree
    while True:
        following = ((degree - 1) * root + value // root ** (degree - 1)) // degree
        if following >= root:
            return root
        root = following


def root(a, degree):
    if not _numbers_or_null("root", a, degree):
        return None
    charge(_SERIES_STEPS)
    if degree != math.floor(degree) or not 1 <= degree <= 20:
        raise invalid("root takes a whole degree from 1 to 20")
    degree = int(degree)
    if a < 0 and degree % 2 == 0:
        raise invalid("root takes no negative number for an even degree")
    coefficient, exponent = _exact(abs(a))
    shift = max(0, degree * 30 - len(str(coefficient)))
    shift += (exponent - shift) % degree
    radicand = coefficient * 10**shift
    found = _integer_root(radicand, degree)
    found = found * 10 + (0 if found**degree == radicand else 1)
    return _from_exact(-found if a < 0 else found, (exponent - shift) // degree - 1)


def _numbers_or_null(op, *values):
    """Whether none of the values is null; only then are their kinds looked at."""
    return None not in values and _numbers(op, *values)


def log(a, base=MISSING):
    given = (a,) if base is MISSING else (a, base)
    if not _numbers_or_null("log", *given):
        return None
    charge(_SERIES_STEPS)
    if min(given) <= 0:
        raise invalid("log takes numbers above 0")
    power = _ln(a)
    if base is MISSING:
        return _from_fixed(power)
    unit = _ln(base)
    if unit == 0:
        raise invalid("log takes no base 1")
    return _result(_CONTEXT.divide(decimal.Decimal(power), decimal.Decimal(unit)))


def exp(power):
    if not _numbers_or_null("exp", power):
        return None
    charge(_SERIES_STEPS)
    return _exp_of_product(_ONE, power)


def _of_circle(angle, quarters):
    """The sine of an angle and of quarter turns that are added to it."""
    turns = (angle + (_PI >> 2)) // (_PI >> 1)
    rest = angle - turns * (_PI >> 1)
    quarter = (turns + quarters) & 3
    term, n = (_ONE, 1) if quarter & 1 else (rest, 2)
    square = (rest * rest) >> _PLACES
    total = term
    while term not in (-1, 0, 1):
        term = -(((term * square) >> _PLACES) // (n * (n + 1)))
        total += term
        n += 2
    return -total if quarter >= 2 else total


def _of_angle(op, angle, quarters):
    if not _numbers_or_null(op, angle):
        return None
    charge(_SERIES_STEPS)
    if abs(angle) > 1e9:
        raise invalid(op + " takes an angle of at most 10^9 radians")
    return _from_fixed(_of_circle(_fixed(angle), quarters))


def sin(angle):
    return _of_angle("sin", angle, 0)


def cos(angle):
    return _of_angle("cos", angle, 1)


def _arctan(over, under):
    """The arctangent of a quotient from 0 to 1. Twice half the angle leaves a series that ends soon."""
    (a, b), (c, d) = _ratio(over), _ratio(under)
    tangent = ((a * d) << _PLACES) // (b * c)
    for _ in range(2):
        tangent = (tangent << _PLACES) // (_ONE + _integer_root((_ONE << _PLACES) + tangent * tangent, 2))
    return 4 * _small_arctan(tangent)


def atan2(y, x):
    if not _numbers_or_null("atan2", y, x):
        return None
    charge(_SERIES_STEPS)
    rise, run = abs(y), abs(x)
    if rise == 0 and run == 0:
        return 0
    angle = (_PI >> 1) - _arctan(run, rise) if rise > run else _arctan(rise, run)
    if x < 0:
        angle = _PI - angle
    return _from_fixed(-angle if y < 0 else angle)
