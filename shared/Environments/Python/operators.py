# Operators of the tool-program language (docs/tool-programs.md). Every operator gives a new value; none changes one.
import decimal
import math
import re
import threading

MAX_STEPS = 10_000_000
MAX_TEXT = 262_144
MAX_PARTS = 100_000
MAX_NESTING = 64
MISSING = object()


class ToolFailure(Exception):
    """Ends a call with an error; everything that the call changed is undone."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
        self.message = message


class _Meter(threading.local):
    """Counts the steps of the call that runs in this thread."""

    left = MAX_STEPS


_meter = _Meter()


def charge(steps):
    _meter.left -= steps
    if _meter.left < 0:
        raise invalid("the call takes more than 10000000 steps")


def invalid(message):
    return ToolFailure("invalid_arguments", message)


_KINDS = {type(None): "null", bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}


def kind_of(value):
    return _KINDS[type(value)]


def refused(op, takes, value):
    return invalid(op + " takes " + takes + ", found " + _KINDS[type(value)])


def parts_of(value, depth=0):
    """Scalars, arrays and objects in a value; one more than the bound where it is too large or too deep."""
    if not isinstance(value, (list, dict)):
        return MAX_PARTS + 1 if isinstance(value, str) and len(value) > MAX_TEXT else 1
    if depth >= MAX_NESTING:
        return MAX_PARTS + 1
    parts = 1
    for item in value if isinstance(value, list) else value.values():
        parts += parts_of(item, depth + 1)
        if parts > MAX_PARTS:
            return MAX_PARTS + 1
    return parts


def bounded(value):
    """Holds a value that is bound, stored or returned to its bounds."""
    if isinstance(value, (list, dict)) and parts_of(value) > MAX_PARTS:
        raise invalid("a value holds at most 100000 parts, 64 deep")
    return value


def _deep(value):
    if isinstance(value, (list, dict)):
        charge(parts_of(value))
    elif isinstance(value, str):
        charge(len(value) // 64)


def _new_text(value):
    if len(value) >= 64:
        _text_length(len(value))
        charge(len(value) // 64)
    return value


def _text_length(length):
    if length > MAX_TEXT:
        raise invalid("a text holds at most 262144 characters")


# Truth and comparison


def truth(value):
    """Null counts as false; anything but a boolean fails."""
    if value is True:
        return True
    if value is None or value is False:
        return False
    raise refused("a condition", "a boolean", value)


def eq(a, b):
    if isinstance(a, list) and isinstance(b, list) or isinstance(a, dict) and isinstance(b, dict):
        _deep(a)
    return equal(a, b)


def _order(op, a, b):
    """-1, 0 or 1 for two numbers or two strings; None where one of them is null."""
    if isinstance(a, str) and isinstance(b, str) or is_number(a) and is_number(b):
        return (a > b) - (a < b)
    if a is None or b is None:
        return None
    raise invalid(op + " compares two numbers or two strings, found " + kind_of(a) + " and " + kind_of(b))


def lt(a, b):
    return _order("lt", a, b) == -1


def le(a, b):
    return _order("le", a, b) in (-1, 0)


def gt(a, b):
    return _order("gt", a, b) == 1


def ge(a, b):
    return _order("ge", a, b) in (0, 1)


def _extreme(op, values, sign):
    best = None
    for value in values:
        if value is None:
            continue
        if not is_number(value) and not isinstance(value, str):
            raise refused(op, "numbers or strings", value)
        if best is None or _order(op, value, best) == sign:
            best = value
    return best


def min_(*values):
    return _extreme("min", values, -1)


def max_(*values):
    return _extreme("max", values, 1)


def coalesce(*values):
    for value in values:
        if value is not None:
            return value
    return None


def coalesce_lazy(*values):
    for value in values:
        found = value()
        if found is not None:
            return found
    return None


# Decimal arithmetic: operands are read as their shortest texts, results round half even to 28 digits, then to a double.

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
    """Coefficient and exponent of a number's shortest text."""
    if isinstance(number, int):
        return number, 0
    sign, digits, exponent = decimal.Decimal(repr(number)).as_tuple()
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
        raise invalid("pow takes a whole exponent from -100 to 100")
    times = abs(int(exponent))
    coefficient, scale = _exact(a)
    power = decimal.Decimal(str(coefficient**times) + "E" + str(scale * times))
    if exponent < 0:
        if a == 0:
            raise invalid("division by zero")
        power = _CONTEXT.divide(decimal.Decimal(1), power)
    return _result(power)


def sqrt(a):
    if not _numbers("sqrt", a):
        return None
    if a < 0:
        raise invalid("sqrt takes no negative number")
    return _result(_CONTEXT.sqrt(_decimal(a)))


# Texts, by code point

_WHITE = " \t\n\x0b\x0c\r"
_CASES = (
    (0x41, 0x5A, 32, 1), (0xC0, 0xD6, 32, 1), (0xD8, 0xDE, 32, 1),
    (0x100, 0x12E, 1, 2), (0x132, 0x136, 1, 2), (0x139, 0x147, 1, 2), (0x14A, 0x176, 1, 2), (0x178, 0x178, -121, 1),
    (0x179, 0x17D, 1, 2), (0x391, 0x3A1, 32, 1), (0x3A3, 0x3A9, 32, 1), (0x400, 0x40F, 80, 1), (0x410, 0x42F, 32, 1),
)  # fmt: skip
_LOWER = {c: c + distance for first, last, distance, step in _CASES for c in range(first, last + 1, step)}
_UPPER = {low: high for high, low in _LOWER.items()}
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\Z")


def _strings(op, *values):
    for value in values:
        if not isinstance(value, str):
            raise refused(op, "strings", value)


def text(value):
    """A value as text: strings as they are, null as nothing, everything else as canonical JSON."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, (list, dict)):
        _deep(value)
        bounded(value)
        return _new_text(canonical(value))
    return canonical(value)


def to_text(value):
    return None if value is None else text(value)


def concat(*values):
    parts, length = [], 0
    for value in values:
        part = text(value)
        length += len(part)
        _text_length(length)
        parts.append(part)
    return _new_text("".join(parts))


def length(value):
    if value is None:
        return None
    _strings("length", value)
    return len(value)


def lower(value):
    if value is None:
        return None
    _strings("lower", value)
    return _new_text(value.lower() if value.isascii() else value.translate(_LOWER))


def upper(value):
    if value is None:
        return None
    _strings("upper", value)
    return _new_text(value.upper() if value.isascii() else value.translate(_UPPER))


def trim(value):
    if value is None:
        return None
    _strings("trim", value)
    return value.strip(_WHITE)


def _of_text(op, value, part):
    if value is not None:
        _strings(op, value)
        if isinstance(part, str):
            return True
    if part is not None:
        _strings(op, part)
    return False


def contains(value, part):
    return _of_text("contains", value, part) and part in value


def starts_with(value, part):
    return _of_text("starts_with", value, part) and value.startswith(part)


def ends_with(value, part):
    return _of_text("ends_with", value, part) and value.endswith(part)


def _clip(op, value, most):
    return max(0, min(_whole(op, value), most))


def substring(value, start, length=MISSING):
    if value is None or start is None or length is None:
        return None
    _strings("substring", value)
    first = _clip("substring", start, len(value))
    if length is MISSING:
        return value[first:]
    return value[first : first + min(_clip("substring", length, len(value)), len(value) - first)]


def split(value, separator):
    if value is None or separator is None:
        return None
    _strings("split", value, separator)
    parts = value.split(separator) if separator else list(value)
    charge(len(parts))
    return bounded(parts)


def join(items, separator):
    if items is None or separator is None:
        return None
    _items("join", "an array", items)
    _strings("join", separator)
    charge(len(items))
    parts, length = [], 0
    for item in items:
        if item is None:
            continue
        if parts:
            length += len(separator)
            _text_length(length)
        part = text(item)
        length += len(part)
        _text_length(length)
        parts.append(part)
    return _new_text(separator.join(parts))


def replace(value, old, new):
    if value is None or old is None or new is None:
        return None
    _strings("replace", value, old, new)
    if not old:
        return value
    if len(new) > len(old):
        _text_length(len(value) + value.count(old) * (len(new) - len(old)))
    return _new_text(value.replace(old, new))


def to_number(value):
    """A number, or a text that is a JSON number; null for everything else."""
    if is_number(value):
        return value
    if not isinstance(value, str) or len(value) > 400 or not _JSON_NUMBER.match(value):
        return None
    number = float(value)
    return _result(number) if math.isfinite(number) else None


# Arrays and objects


def _items(op, takes, value):
    if not isinstance(value, list):
        raise refused(op, takes, value)
    return value


def _members(op, value):
    if not isinstance(value, dict):
        raise refused(op, "an object", value)
    return value


def field(target, name):
    if target is None:
        return None
    if not isinstance(target, dict):
        raise refused("a field", "an object", target)
    return target.get(name)


def has(container, item):
    if isinstance(container, dict):
        return isinstance(item, str) and item in container
    if container is None:
        return False
    _items("has", "an array or object", container)
    _deep(container)
    return any(equal(candidate, item) for candidate in container)


def _index(op, key, items):
    if not is_number(key):
        raise refused(op, "an index for an array", key)
    index = _whole(op, key)
    return index + len(items) if index < 0 else index


def at(container, key):
    if container is None or key is None:
        return None
    if isinstance(container, dict):
        if not isinstance(key, str):
            raise refused("at", "a name for an object", key)
        return container.get(key)
    _items("at", "an array or object", container)
    index = _index("at", key, container)
    return container[index] if 0 <= index < len(container) else None


def count(container):
    if container is None:
        return 0
    if not isinstance(container, (list, dict)):
        raise refused("count", "an array or object", container)
    return len(container)


def slice_(array, offset, length=MISSING):
    if array is None or offset is None or length is None:
        return None
    _items("slice", "an array", array)
    first = _clip("slice", offset, len(array))
    take = len(array) - first if length is MISSING else _clip("slice", length, len(array) - first)
    charge(take)
    return array[first : first + take]


def append(array, *items):
    array = [] if array is None else _items("append", "an array", array)
    charge(len(array) + len(items))
    return [*array, *items]


def remove(array, item):
    if array is None:
        return None
    _items("remove", "an array", array)
    _deep(array)
    return [candidate for candidate in array if not equal(candidate, item)]


def hashable(value):
    """A dictionary key that is equal for equal values only."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool) or value is None:
        return value
    return (canonical(value),)


def distinct(array):
    if array is None:
        return None
    _items("distinct", "an array", array)
    _deep(array)
    kept = {}
    for item in array:
        kept.setdefault(hashable(item), item)
    return list(kept.values())


def reverse(array):
    if array is None:
        return None
    _items("reverse", "an array", array)
    charge(len(array))
    return array[::-1]


def sum_of(array):
    items = [] if array is None else _items("sum_of", "an array", array)
    charge(len(items))
    return _sum("sum_of", items)


def _sum(op, items):
    total = 0
    for item in items:
        if item is not None:
            if not is_number(item):
                raise refused(op, "numbers", item)
            total = add(total, item)
    return total


def min_of(array):
    items = [] if array is None else _items("min_of", "an array", array)
    charge(len(items))
    return _extreme("min_of", items, -1)


def max_of(array):
    items = [] if array is None else _items("max_of", "an array", array)
    charge(len(items))
    return _extreme("max_of", items, 1)


def range_(start, count):
    if start is None or count is None:
        return None
    first = _whole("range", start)
    wanted = max(0, _whole("range", count))
    if wanted > 10_000 or abs(first) > MAX_INTEGER - 10_000:
        raise invalid("range gives at most 10000 integers within 2^53")
    charge(wanted)
    return list(range(first, first + wanted))


def put(container, key, value):
    if container is None or isinstance(container, dict):
        if not isinstance(key, str):
            raise refused("put", "a name for an object", key)
        members = {} if container is None else container
        charge(len(members))
        return {**members, key: value}
    _items("put", "an array or object", container)
    index = _index("put", key, container)
    if not 0 <= index < len(container):
        raise invalid("put finds no item at this index")
    charge(len(container))
    return [*container[:index], value, *container[index + 1 :]]


def merge(*objects):
    merged = {}
    for members in objects:
        if members is not None:
            charge(len(_members("merge", members)))
            merged.update(members)
    return merged


def without(members, *names):
    if members is None:
        return None
    charge(len(_members("without", members)))
    dropped = set()
    for name in names:
        if name is not None:
            if not isinstance(name, str):
                raise refused("without", "names", name)
            dropped.add(name)
    return {name: value for name, value in members.items() if name not in dropped}


def keys(members):
    if members is None:
        return None
    charge(len(_members("keys", members)))
    return sorted(members)


def items(members):
    if members is None:
        return None
    charge(len(_members("items", members)))
    return [members[name] for name in sorted(members)]


def sort_by(values, order):
    """Sorts by computed keys; each of them ascending or descending, equal items in their order."""
    keyed = [(value, [key(value) for key, _ in order]) for value in values]
    for _, found in keyed:
        for part in found:
            if isinstance(part, (list, dict)):
                charge(16 * parts_of(part))
    for i in range(len(order) - 1, -1, -1):
        if any(found[i] is not None for _, found in keyed):
            keyed.sort(key=lambda pair: order_key(pair[1][i]), reverse=order[i][1])
    return [value for value, _ in keyed]


def each(array, weight, where=None, order=None):
    """The items of an array that meet a condition, sorted."""
    found = [] if array is None else _items("map", "an array", array)
    charge(len(found) * weight)
    if where is not None:
        found = [item for item in found if where(item)]
    return sort_by(found, order) if order else found


def rounds(array, weight):
    """The items of a loop, each of which costs as many steps as the loop's body has parts."""
    for item in [] if array is None else _items("for", "an array", array):
        charge(weight)
        yield item
