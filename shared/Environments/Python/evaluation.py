# Arithmetic texts, the similarity of texts and patterns in them.
import functools

_ARITHMETIC_TOKEN = re.compile(r"[ \t\n\r]*(\*\*|[-+*/^()]|[0-9]+\.[0-9]+|\.[0-9]+|[0-9]+(?!\.)|\Z)")


class _Nonsense(Exception):
    """The text is no arithmetic expression, divides by zero or leaves the range of numbers."""


class _ArithmeticText:
    """Computes a text from its tokens: sums of products of signed powers of atoms."""

    def __init__(self, value):
        self._tokens = []
        at = 0
        while at < len(value) or not self._tokens:
            token = _ARITHMETIC_TOKEN.match(value, at)
            if token is None:
                raise _Nonsense
            self._tokens.append(token.group(1))
            at = token.end()
        self._tokens.append("")
        self._at = 0
        self._depth = 0

    def compute(self):
        value = self._sum()
        if self._peek() != "":
            raise _Nonsense
        return value

    def _peek(self):
        return self._tokens[self._at]

    def _take(self):
        self._at += 1
        return self._tokens[self._at - 1]

    def _sum(self):
        value = self._product()
        while self._peek() in ("+", "-"):
            minus = self._take() == "-"
            right = self._product()
            value = _kept((_CONTEXT.subtract if minus else _CONTEXT.add)(value, right))
        return value

    def _product(self):
        value = self._signed()
        while self._peek() in ("*", "/"):
            divides = self._take() == "/"
            right = self._signed()
            if divides and right == 0:
                raise _Nonsense
            value = _kept((_CONTEXT.divide if divides else _CONTEXT.multiply)(value, right))
        return value

    def _signed(self):
        if self._peek() not in ("+", "-"):
            return self._power()
        minus = self._take() == "-"
        value = self._nested(self._signed)
        return _CONTEXT.minus(value) if minus else value

    def _nested(self, part):
        self._depth += 1
        if self._depth > 50:
            raise _Nonsense
        value = part()
        self._depth -= 1
        return value

    def _power(self):
        number = self._atom()
        if self._peek() not in ("^", "**"):
            return number
        self._take()
        exponent = float(self._nested(self._signed))
        if exponent != math.floor(exponent) or abs(exponent) > 100:
            raise _Nonsense
        if number == 0:
            if exponent < 0:
                raise _Nonsense
            return decimal.Decimal(0 if exponent else 1)
        return _kept(_CONTEXT.plus(_power(number, int(exponent))))

    def _atom(self):
        token = self._take()
        if token == "(":
            inner = self._nested(self._sum)
            if self._take() != ")":
                raise _Nonsense
            return inner
        if token == "" or token[-1] not in "0123456789":
            raise _Nonsense
        return _kept(_CONTEXT.create_decimal(token))


def _kept(value):
    """An intermediate result within the powers of ten -400 to 400; below them it is 0."""
    if value == 0 or value.adjusted() < -400:
        return decimal.Decimal(0)
    if value.adjusted() > 400:
        raise _Nonsense
    return value


def evaluate(value):
    """The value of an arithmetic text; None where there is none."""
    if value is None:
        return None
    _strings("evaluate", value)
    _read(value)
    if len(value) > 1000:
        return None
    charge(16 * len(value))
    try:
        number = float(_ArithmeticText(value).compute())
    except _Nonsense:
        return None
    return _result(number) if math.isfinite(number) else None


def similarity(a, b):
    """1 - d / n, with the edits d of Levenshtein and the length n of the longer text."""
    if a is None or b is None:
        return None
    _strings("similarity", a, b)
    _read(a)
    _read(b)
    charge(len(a) * len(b))
    longer = max(len(a), len(b))
    if longer == 0:
        return 1
    row = list(range(len(b) + 1))
    for i, left in enumerate(a):
        diagonal, row[0] = row[0], i + 1
        for j, right in enumerate(b):
            replaced = diagonal + (left != right)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
    return div(longer - row[-1], longer)


@functools.lru_cache(maxsize=64)
def _pattern_of(pattern):
    return _PatternParser(pattern).parse()


def matches(value, pattern):
    """Whether a pattern of the linear subset occurs in a text."""
    for operand in (value, pattern):
        if operand is not None:
            _strings("matches", operand)
    if value is None or pattern is None:
        return False
    charge(len(pattern))
    found = _pattern_of(pattern)
    if found is None:
        raise invalid("matches takes a pattern of the subset that matches in linear time")
    charge(len(value) * (found.size + len(pattern)) // 4)
    return found.matches(value)
