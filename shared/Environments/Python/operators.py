# Operators of the tool-program language (docs/tool-programs.md): errors, steps, truth, comparison. Every operator gives a
# new value; none changes one.
import threading

MAX_STEPS = 10_000_000
WRITE_STEPS = 50
MAX_TEXT = 65_536
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
    """Scalars, arrays and objects in a value, long texts by length; one more than the bound beyond it or too deep."""
    if isinstance(value, str):
        return MAX_PARTS + 1 if len(value) > MAX_TEXT else 1 + len(value) // 64
    if not isinstance(value, (list, dict)):
        return 1
    if depth >= MAX_NESTING:
        return MAX_PARTS + 1
    parts = 1
    if isinstance(value, dict):
        parts += sum(len(name) // 64 for name in value)
        value = value.values()
    for item in value:
        parts += parts_of(item, depth + 1)
        if parts > MAX_PARTS:
            return MAX_PARTS + 1
    return parts


def held(value):
    """Holds a value that is bound to a name, or answered, to its bounds."""
    if isinstance(value, (list, dict, str)) and parts_of(value) > MAX_PARTS:
        raise ToolFailure(
            "result_too_large",
            "the result is larger than an answer may be (at most 100000 parts, 64 deep); ask for less",
        )
    return value


def bounded(value):
    """Holds a value that is stored to its bounds."""
    if isinstance(value, (list, dict)) and parts_of(value) > MAX_PARTS:
        raise invalid("a value holds at most 100000 parts, 64 deep")
    return value


def _deep(value):
    if isinstance(value, (list, dict)):
        charge(parts_of(value))
    elif isinstance(value, str):
        charge(len(value) // 64)


def _read(value):
    """Charges for looking through a text, or for looking a value up: only long texts cost anything."""
    if isinstance(value, str) and len(value) >= 64:
        charge(len(value) // 64)
    return value


def _search(value, part):
    """Charges for looking for one text in another, which may take the product of their lengths."""
    if len(value) >= 64:
        charge(len(value) // 64 * (1 + len(part) // 64))


def _new_text(value):
    if len(value) >= 64:
        _text_length(len(value))
        charge(len(value) // 64)
    return value


def _text_length(length):
    if length > MAX_TEXT:
        raise invalid("a text holds at most 65536 characters")


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
