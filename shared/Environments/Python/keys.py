# Generated keys in the style of those that a table holds; each follows from the one before it.
import hashlib
import re

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_HEX = re.compile(r"[0-9a-f]{16,64}\Z")
_KEY_DIGITS = re.compile(r"[0-9]{1,15}\Z")


def first_key(is_text, singular, values):
    """The key before the first one that is made, in the style of those that a table holds."""
    if not is_text:
        return max([0, *(value for value in values if is_integer(value))])
    found = sorted(value for value in values if isinstance(value, str))
    last = found[-1] if found else ""
    if found and (
        all(map(_UUID.match, found))
        or _is_hex(last) and all(len(key) == len(last) and _HEX.match(key) for key in found)
    ):
        return last
    prefixes = {}
    for key in found:
        digits = _KEY_DIGITS.search(key[-15:])
        if digits:
            number = digits.group()
            prefixes.setdefault(key[: len(key) - len(number)], []).append((int(number), key))
    if prefixes:
        common = max(prefixes, key=lambda prefix: (len(prefixes[prefix]), prefix))
        if len(prefixes[common]) * 2 >= len(found):
            return max(prefixes[common])[1]
    return singular + "_" + str(len(found))


def next_key(column, last):
    """The key after another."""
    if is_number(last):
        if last >= MAX_INTEGER:
            raise invalid(column + " has no further key")
        return last + 1
    if _UUID.match(last):
        code = _key_digest(column, last)
        return f"{code[:8]}-{code[8:12]}-4{code[13:16]}-8{code[17:20]}-{code[20:32]}"
    if _is_hex(last):
        return _key_digest(column, last)[: len(last)]
    digits = _KEY_DIGITS.search(last[-15:])
    if not digits:
        return last + "_1"
    number = digits.group()
    return last[: len(last) - len(number)] + str(int(number) + 1).rjust(len(number), "0")


def _is_hex(key):
    return bool(_HEX.match(key)) and any(letter in key for letter in "abcdef")


def _key_digest(column, last):
    return hashlib.sha256((column + "\0" + last).encode("utf-8")).hexdigest()
