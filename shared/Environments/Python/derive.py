# Plausible values that follow from their inputs, for what no database holds (docs/tool-programs.md, "derive").
import datetime
import functools
import hashlib
import math

_SCALES = {0: 1, 2: 100, 4: 10_000}
_WORD_BITS = 2**64 - 1


def _seed(source):
    """The first 64 bits of SHA-256 of a value's canonical JSON."""
    return int.from_bytes(hashlib.sha256(canonical(source).encode("utf-8")).digest()[:8], "big")


@functools.lru_cache(maxsize=4096)
def _type_seed(type, semantic):
    return _seed([type, semantic])


class _Draws:
    """Numbers of 64 bits that follow from a seed: SplitMix64."""

    def __init__(self, seed):
        self._state = seed

    def next(self):
        self._state = (self._state + 0x9E3779B97F4A7C15) & _WORD_BITS
        mixed = (self._state ^ self._state >> 30) * 0xBF58476D1CE4E5B9 & _WORD_BITS
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _WORD_BITS
        return mixed ^ mixed >> 31

    def below(self, bound):
        return self.next() % bound

    def word(self, words):
        return DERIVED_WORDS[words][self.below(len(DERIVED_WORDS[words]))]

    def hex(self, digits):
        """At most 16 hexadecimal digits."""
        return f"{self.next():016x}"[:digits]

    def padded(self, digits):
        return str(self.below(10**digits)).rjust(digits, "0")


def derive(type, *inputs, semantic=None, enum=None, minimum=None, maximum=None):
    source = list(inputs)
    charge(20)
    _deep(source)
    bounded(source)
    draws = _Draws(_seed(source) ^ _type_seed(type, semantic))
    if enum:
        return enum[draws.below(len(enum))]
    if type == "boolean":
        return draws.below(2) == 1
    if type == "integer":
        return _derived_number(semantic, minimum, maximum, 0, draws)
    if type == "number":
        decimals = 4 if semantic in ("latitude", "longitude", "rate", "probability") else 2
        return _derived_number(semantic, minimum, maximum, decimals, draws)
    if type == "date":
        return _derived_date(semantic, draws)
    if type == "datetime":
        return _derived_instant(draws)
    if type == "array":
        return [_derived_text(semantic, draws) for _ in range(1 + draws.below(3))]
    if type == "object":
        return {"id": draws.hex(8), "value": _derived_text(semantic, draws)}
    return _derived_text(semantic, draws)


def _derived_number(semantic, minimum, maximum, decimals, draws):
    low, high = DERIVED_RANGES.get(semantic, (0, 100))
    if minimum is not None and maximum is not None:
        low, high = minimum, maximum
    elif minimum is not None:
        low, high = minimum, float(minimum) + 100 if minimum > high else high
    elif maximum is not None:
        low, high = float(maximum) - 100 if maximum < low else low, maximum
    scale = _SCALES[decimals]
    first = math.ceil(max(-MAX_INTEGER, min(float(low) * scale, MAX_INTEGER)))
    last = math.floor(max(-MAX_INTEGER, min(float(high) * scale, MAX_INTEGER)))
    if last < first:
        return _result(float(low))
    return _result((first + draws.below(last - first + 1)) / scale)


def _derived_date(semantic, draws):
    if semantic in ("birth_date", "birthday"):
        start, days = (datetime.date(1950, 1, 1).toordinal() - 1) * _DAY, 20_000
    else:
        start, days = SESSION_START - 365 * _DAY, 730
    return moment_text(start + draws.below(days) * _DAY, True)


def _derived_instant(draws):
    return moment_text(SESSION_START - 365 * _DAY + draws.below(730 * _DAY), False)


def _derived_degrees(most, draws):
    return number_text((draws.below(most * 20_000 + 1) - most * 10_000) / 10_000)


def _capital(value):
    return value[0].upper() + value[1:]


def _derived_text(semantic, draws):
    word, below = draws.word, draws.below
    if semantic in ("person_name", "full_name", "author"):
        return word("first_name") + " " + word("last_name")
    if semantic == "email":
        return (word("first_name") + "." + word("last_name") + "@example.com").lower()
    if semantic == "username":
        return word("word") + str(below(100))
    if semantic == "phone":
        return "+1-555-" + draws.padded(3) + "-" + draws.padded(4)
    if semantic in ("url", "link", "website"):
        return "https://example.com/" + word("word") + "/" + draws.hex(6)
    if semantic == "image_url":
        return "https://images.example.com/" + draws.hex(8) + ".jpg"
    if semantic in ("address", "street_address"):
        return str(1 + below(250)) + " " + word("street") + ", " + word("city")
    if semantic == "postal_code":
        return draws.padded(5)
    if semantic == "coordinates":
        return _derived_degrees(90, draws) + "," + _derived_degrees(180, draws)
    if semantic == "temperature":
        return str(below(46) - 10) + " C"
    if semantic == "date":
        return _derived_date(None, draws)
    if semantic == "datetime":
        return _derived_instant(draws)
    if semantic == "time":
        return f"{below(24):02d}:{below(60):02d}"
    if semantic == "uuid":
        digits = draws.hex(16) + draws.hex(14)
        return f"{digits[:8]}-{digits[8:12]}-4{digits[12:15]}-8{digits[15:18]}-{digits[18:]}"
    if semantic in ("id", "code", "token"):
        return draws.hex(8)
    if semantic in ("title", "name"):
        return _capital(word("word")) + " " + word("word")
    if semantic in ("sentence", "description", "text", "summary", "translation", "message"):
        return _capital(" ".join([word("word") for _ in range(5 + below(6))])) + "."
    if semantic == "ip_address":
        return "203.0.113." + str(below(254) + 1)
    if semantic in DERIVED_WORDS:
        return word(semantic)
    return word("word") + " " + word("word")
