# Values: JSON as both executions of a tool program see it. Numbers compare by value, booleans are not numbers, strings
# are sequences of code points, the order of an object's names never counts.
import hashlib
import json
import math

MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 128


class InvalidValue(ValueError):
    """A Python value that is no JSON value of the value model."""


def normalize(value, depth=0):
    """Returns a private copy in the form that the runtime works on, integral numbers as int.

    Raises:
        InvalidValue: NaN, an infinity, half of a surrogate pair, too deep nesting, or no JSON at all.
    """
    if value is None or value is True or value is False:
        return value
    if isinstance(value, str):
        if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
            raise InvalidValue("a string holds half of a surrogate pair")
        return value
    if isinstance(value, int):
        value = int(value)
        if -MAX_INTEGER <= value <= MAX_INTEGER:
            return value
        try:
            return float(value)
        except OverflowError:
            raise InvalidValue("a number is out of range") from None
    if isinstance(value, float):
        if not math.isfinite(value):
            raise InvalidValue("a number is out of range")
        return int(value) if value.is_integer() and abs(value) <= MAX_INTEGER else float(value)
    if depth >= MAX_DEPTH:
        raise InvalidValue("arrays and objects nest more than 128 deep")
    if isinstance(value, dict):
        if not all(isinstance(name, str) for name in value):
            raise InvalidValue("a name is no string")
        return {normalize(name): normalize(member, depth + 1) for name, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [normalize(item, depth + 1) for item in value]
    raise InvalidValue("a value of type " + type(value).__name__ + " is no JSON")


def parse_json(text):
    """Reads JSON text as strictly as the .NET side does.

    Raises:
        InvalidValue: the text is not one JSON value of the value model.
    """
    try:
        return normalize(json.loads(text, parse_constant=_refuse_constant))
    except InvalidValue:
        raise
    except (ValueError, RecursionError):
        raise InvalidValue("the text is no JSON") from None


def _refuse_constant(name):
    raise InvalidValue(name + " is no JSON")


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_integer(value):
    return is_number(value) and abs(value) <= MAX_INTEGER and value == math.floor(value)


def equal(a, b):
    """Typed equality: True is not 1, 1 is 1.0."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, dict):
        return (
            isinstance(b, dict)
            and len(a) == len(b)
            and all(name in b and equal(member, b[name]) for name, member in a.items())
        )
    if isinstance(a, list):
        return isinstance(b, list) and len(a) == len(b) and all(map(equal, a, b))
    return type(a) is type(b) and a == b or is_number(a) and is_number(b) and a == b


_RANKS = {type(None): 0, bool: 1, int: 3, float: 3, str: 4, list: 5, dict: 6}


def order_key(value):
    """A sort key for the total order of values: null, false, true, numbers, strings, arrays, objects."""
    rank = _RANKS[type(value)]
    if isinstance(value, list):
        return (rank, [order_key(item) for item in value])
    if isinstance(value, dict):
        return (rank, canonical(value))
    return (rank, 0 if value is None else value)


def number_text(number):
    """A finite number as ECMAScript prints it (RFC 8785, section 3.2.2.3)."""
    if isinstance(number, int) and -MAX_INTEGER <= number <= MAX_INTEGER:
        return str(number)
    number = float(number)
    if number == 0:
        return "0"
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    mantissa, _, exponent = repr(number).partition("e")
    sign = "-" if mantissa[0] == "-" else ""
    whole, _, fraction = mantissa.lstrip("-").partition(".")
    digits = (whole + fraction).lstrip("0")
    scale = int(exponent or 0) - len(fraction)
    scale += len(digits) - len(digits.rstrip("0"))
    digits = digits.rstrip("0")
    point = len(digits) + scale
    if 0 < point <= 21:
        text = digits + "0" * scale if scale >= 0 else digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
        text += ("e+" if point > 0 else "e-") + str(abs(point - 1))
    return sign + text


def canonical(value):
    """The RFC 8785 form: names sorted by UTF-16 code units, shortest numbers, no white space."""
    return _json_text(value, True)


def compact(value):
    """JSON without white space, names in their own order, numbers and strings as in the canonical form."""
    return _json_text(value, False)


# The json module escapes exactly what RFC 8785 escapes, in the same form.
_string_text = json.JSONEncoder(ensure_ascii=False).encode


def _json_text(value, ordered):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return _string_text(value)
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, dict):
        names = sort_names(value) if ordered else value
        return "{" + ",".join(_string_text(n) + ":" + _json_text(value[n], ordered) for n in names) + "}"
    return "[" + ",".join(_json_text(item, ordered) for item in value) + "]"


def sort_names(names):
    """Sorts by UTF-16 code units, as RFC 8785 wants."""
    return sorted(names) if all(map(str.isascii, names)) else sorted(names, key=_utf16)


def _utf16(text):
    return text.encode("utf-16-be")


def sha256_number(text):
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest(), "big")
