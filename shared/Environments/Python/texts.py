# Operators on texts, by code point.
import math
import re

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
    return len(_read(value))


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
    return _read(value).strip(_WHITE)


def _of_text(op, value, part):
    if value is not None:
        _strings(op, value)
        if isinstance(part, str):
            _search(value, part)
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
    _read(value)
    first = _clip("substring", start, len(value))
    if length is MISSING:
        return value[first:]
    return value[first : first + min(_clip("substring", length, len(value)), len(value) - first)]


def split(value, separator):
    if value is None or separator is None:
        return None
    _strings("split", value, separator)
    _search(value, separator)
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
    _search(value, old)
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
