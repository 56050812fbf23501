# Validation of arguments and results against JSON Schema: the same keywords, order and messages as the .NET side
# (docs/states.md). A keyword that makes no sense demands nothing; the work is bounded.
import re

_MAX_STEPS = 100_000
_MAX_CHECK_DEPTH = 150
_CHOICES_A_STEP = 64
_PATTERN_A_STEP = 64
_SHOWN_CHOICES = 10
_TYPE_NAMES = ("null", "boolean", "integer", "number", "string", "array", "object")
_MISSING = object()


class ArgumentValidator:
    """The compiled parameter schema of one tool."""

    def __init__(self, schema):
        try:
            self._node = _SchemaCompiler(normalize(schema)).compile()
        except InvalidValue:
            self._node = _SchemaNode()
            self._node.open = True
        self._known = _known_names(self._node)

    def validate(self, arguments):
        """Returns (error message or None, arguments with their defaults)."""
        if not isinstance(arguments, dict):
            return "arguments: expected object, got " + _type_name(arguments), arguments
        if self._known is not None:
            for name in arguments:
                if name not in self._known:
                    return "unknown argument: " + name, arguments
        check = _SchemaCheck()
        good, filled = check.check(self._node, arguments, 0)
        return (None, filled) if good else (check.message("arguments"), arguments)


class ResultConformance:
    """The compiled schema of what one tool returns."""

    def __init__(self, schema):
        try:
            self._node = _SchemaCompiler(normalize(schema)).compile()
        except InvalidValue:
            self._node = _SchemaNode()

    def problem(self, result):
        """Returns why the result does not conform, or None."""
        check = _SchemaCheck()
        good, _ = check.check(self._node, result, 0)
        return None if good else check.message("result")


class _SchemaNode:
    def __init__(self):
        self.never = False
        self.reference = None
        self.types = set()
        self.enum = None
        self.const = _MISSING
        self.minimum = self.maximum = self.exclusive_minimum = self.exclusive_maximum = None
        self.min_length = 0
        self.max_length = None
        self.format = None
        self.pattern_text = None
        self.pattern = None
        self.prefix_items = []
        self.items = None
        self.min_items = 0
        self.max_items = None
        self.unique_items = False
        self.required = []
        self.properties = []
        self.property_nodes = {}
        self.pattern_properties = []
        self.dependent_required = []
        self.additional_properties = None
        self.open = False
        self.all_of = []
        self.any_of = []
        self.one_of = []


def _known_names(root):
    """The names that a schema declares at its top; None where it is open to others."""
    names, seen, waiting = set(), set(), [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.open:
            return None
        names.update(name for name, _, _ in node.properties)
        waiting += node.all_of + node.any_of + node.one_of
        if node.reference:
            waiting.append(node.reference)
    return names


class _SchemaCompiler:
    def __init__(self, root):
        self._root = root
        self._targets = {}
        self._names = None
        self._open = []

    def compile(self):
        root = self._targets["#"] = _SchemaNode()
        self._fill(root, self._root)
        for node, pointer in self._open:
            node.reference = self._target(pointer)
        for start in self._targets.values():
            # A reference that leads back to itself through references alone is cut.
            seen, node = set(), start
            while node:
                if id(node) in seen:
                    node.reference = None
                seen.add(id(node))
                node = node.reference
        return root

    def _child(self, schema):
        node = _SchemaNode()
        self._fill(node, schema)
        return node

    def _fill(self, node, schema):
        if not isinstance(schema, dict):
            node.never = schema is False
            return
        if isinstance(schema.get("$ref"), str):
            self._open.append((node, schema["$ref"]))
        _fill_types(node, schema)
        _fill_scalars(node, schema)
        items = schema.get("items")
        node.prefix_items = self._schemas(items if isinstance(items, list) else schema.get("prefixItems"))
        node.items = self._child(items) if isinstance(items, (dict, bool)) else None
        node.min_items = _size(schema.get("minItems"), 0)
        node.max_items = _size(schema.get("maxItems"), None)
        node.unique_items = schema.get("uniqueItems") is True
        if isinstance(schema.get("required"), list):
            node.required = list(dict.fromkeys(r for r in schema["required"] if isinstance(r, str)))
        if isinstance(schema.get("properties"), dict):
            for name, member in schema["properties"].items():
                default = member.get("default", _MISSING) if isinstance(member, dict) else _MISSING
                node.properties.append((name, self._child(member), default))
            node.property_nodes = {name: child for name, child, _ in node.properties}
        if isinstance(schema.get("patternProperties"), dict):
            for name, member in schema["patternProperties"].items():
                node.pattern_properties.append((_PatternParser(name).parse(), self._child(member)))
        if isinstance(schema.get("dependentRequired"), dict):
            for name, needed in schema["dependentRequired"].items():
                if isinstance(needed, list):
                    node.dependent_required.append((name, list(dict.fromkeys(n for n in needed if isinstance(n, str)))))
        additional = schema.get("additionalProperties")
        if isinstance(additional, dict) or additional is False:
            node.additional_properties = self._child(additional)
        node.open = isinstance(additional, dict) or additional is True or bool(node.pattern_properties)
        node.all_of = self._schemas(schema.get("allOf"))
        node.any_of = self._schemas(schema.get("anyOf"))
        node.one_of = self._schemas(schema.get("oneOf"))

    def _schemas(self, schemas):
        return [self._child(schema) for schema in schemas] if isinstance(schemas, list) else []

    def _target(self, pointer):
        pointer = re.sub("%[0-7][0-9A-Fa-f]", lambda match: chr(int(match.group()[1:], 16)), pointer)
        if pointer in self._targets:
            return self._targets[pointer]
        document, _, fragment = pointer.partition("#")
        if fragment and not fragment.startswith("/"):
            at, segments = self._named(pointer), []
        else:
            at, segments = self._named(document) if document else self._root, fragment.split("/")[1:]
        for segment in segments:
            name = segment.replace("~1", "/").replace("~0", "~")
            if isinstance(at, dict) and name in at:
                at = at[name]
            elif isinstance(at, list) and re.fullmatch("[0-9]{1,4}", name) and int(name) < len(at):
                at = at[int(name)]
            else:
                return None
        if at is _MISSING:
            return None
        target = self._targets[pointer] = _SchemaNode()
        self._fill(target, at)
        return target

    def _named(self, name):
        if self._names is None:
            self._names = {}
            self._name(self._root)
        return self._names.get(name, _MISSING)

    def _name(self, at):
        if isinstance(at, dict):
            for anchor in ("$anchor", "$dynamicAnchor"):
                if isinstance(at.get(anchor), str):
                    self._names.setdefault("#" + at[anchor], at)
            if isinstance(at.get("$id"), str):
                self._names.setdefault(at["$id"].rstrip("#"), at)
        if isinstance(at, (dict, list)):
            for part in at.values() if isinstance(at, dict) else at:
                self._name(part)


def _fill_types(node, schema):
    declared = schema.get("type")
    names = [declared] if isinstance(declared, str) else declared if isinstance(declared, list) else []
    # One type that is none makes the whole list unreliable.
    if all(isinstance(name, str) and name in _TYPE_NAMES for name in names):
        node.types = set(names)
    nullable = schema.get("nullable") is True
    if nullable and node.types:
        node.types.add("null")
    if isinstance(schema.get("enum"), list) and schema["enum"]:
        node.enum = list(schema["enum"])
        if nullable and None not in node.enum:
            node.enum.append(None)
    node.const = schema.get("const", _MISSING)


def _fill_scalars(node, schema):
    node.minimum = _number(schema.get("minimum"))
    node.maximum = _number(schema.get("maximum"))
    node.exclusive_minimum = _number(schema.get("exclusiveMinimum"))
    node.exclusive_maximum = _number(schema.get("exclusiveMaximum"))
    if schema.get("exclusiveMinimum") is True:
        node.minimum, node.exclusive_minimum = None, node.minimum
    if schema.get("exclusiveMaximum") is True:
        node.maximum, node.exclusive_maximum = None, node.maximum
    node.min_length = _size(schema.get("minLength"), 0)
    node.max_length = _size(schema.get("maxLength"), None)
    node.format = schema.get("format") if isinstance(schema.get("format"), str) else None
    if isinstance(schema.get("pattern"), str):
        node.pattern_text = schema["pattern"]
        node.pattern = _PatternParser(schema["pattern"]).parse()


def _number(value):
    return value if is_number(value) else None


def _size(value, otherwise):
    return int(value) if is_number(value) and is_integer(value) and 0 <= value <= 2**31 - 1 else otherwise


def _type_name(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    return {str: "string", list: "array"}.get(type(value), "object")


def _type_allowed(types, value):
    name = _type_name(value)
    return name in types or name == "number" and "integer" in types and is_integer(value)


class _SchemaCheck:
    """Finds the first problem of one value; the .NET side looks in the same order."""

    def __init__(self):
        self._steps = 0
        self._problem = None
        self._path = []

    def message(self, whole):
        text = ""
        for segment in reversed(self._path):
            text += segment[1:] if segment[0] == "." and not text else segment
        return (text or whole) + ": " + self._problem

    def _fail(self, problem):
        self._problem = problem
        return False

    def check(self, node, value, depth):
        """Returns (good, value with defaults)."""
        self._steps += 1
        if self._steps > _MAX_STEPS or depth > _MAX_CHECK_DEPTH:
            return self._fail("is too complex to check"), value
        if node.never:
            return self._fail("is not allowed"), value
        filled = value
        if node.reference:
            good, filled = self.check(node.reference, value, depth + 1)
            if not good:
                return False, value
        if node.types and not _type_allowed(node.types, value):
            expected = " or ".join(name for name in _TYPE_NAMES if name in node.types)
            return self._fail("expected " + expected + ", got " + _type_name(value)), value
        if node.enum is not None:
            self._steps += len(node.enum) // _CHOICES_A_STEP
        if node.enum is not None and not any(equal(choice, value) for choice in node.enum):
            shown = ", ".join(canonical(choice) for choice in node.enum[:_SHOWN_CHOICES])
            return self._fail("must be one of " + shown + (", ..." if len(node.enum) > _SHOWN_CHOICES else "")), value
        if node.const is not _MISSING and not equal(node.const, value):
            return self._fail("must be " + canonical(node.const)), value
        good = True
        if isinstance(value, str):
            good = self._check_text(node, value)
        elif is_number(value):
            good = self._check_number(node, value)
        elif isinstance(value, list):
            good, filled = self._check_array(node, filled, depth)
        elif isinstance(value, dict):
            good, filled = self._check_object(node, filled, depth)
        if not good:
            return False, value
        if node.all_of or node.any_of or node.one_of:
            return self._check_combinations(node, filled, depth)
        return True, filled

    def _check_number(self, node, number):
        if node.minimum is not None and number < node.minimum:
            return self._fail("must be at least " + number_text(node.minimum))
        if node.maximum is not None and number > node.maximum:
            return self._fail("must be at most " + number_text(node.maximum))
        if node.exclusive_minimum is not None and number <= node.exclusive_minimum:
            return self._fail("must be greater than " + number_text(node.exclusive_minimum))
        if node.exclusive_maximum is not None and number >= node.exclusive_maximum:
            return self._fail("must be less than " + number_text(node.exclusive_maximum))
        return True

    def _check_text(self, node, text):
        if len(text) < node.min_length:
            return self._fail("must have at least " + str(node.min_length) + " characters")
        if node.max_length is not None and len(text) > node.max_length:
            return self._fail("must have at most " + str(node.max_length) + " characters")
        if node.format in _FORMATS and not _FORMATS[node.format](text):
            return self._fail("must be a valid " + node.format)
        if node.pattern is None:
            return True
        # A pattern costs its own size for every character.
        self._steps += len(text) * node.pattern.size // _PATTERN_A_STEP
        if self._steps > _MAX_STEPS:
            return self._fail("is too complex to check")
        return node.pattern.matches(text) or self._fail("must match the pattern " + node.pattern_text)

    def _check_array(self, node, items, depth):
        if len(items) < node.min_items:
            return self._fail("must have at least " + str(node.min_items) + " items"), items
        if node.max_items is not None and len(items) > node.max_items:
            return self._fail("must have at most " + str(node.max_items) + " items"), items
        filled = items
        for i, item in enumerate(items):
            schema = node.prefix_items[i] if i < len(node.prefix_items) else node.items
            if schema is None:
                break
            good, changed = self.check(schema, item, depth + 1)
            if not good:
                self._path.append("[" + str(i) + "]")
                return False, items
            if changed is not item:
                filled = list(items) if filled is items else filled
                filled[i] = changed
        if node.unique_items and len({canonical(item) for item in items}) < len(items):
            return self._fail("must not hold an item twice"), items
        return True, filled

    def _check_object(self, node, members, depth):
        for name in node.required:
            if name not in members:
                self._path.append(_segment(name))
                return self._fail("is missing"), members
        for name, needed in node.dependent_required:
            missing = next((n for n in needed if n not in members), None) if name in members else None
            if missing is not None:
                self._path.append(_segment(missing))
                return self._fail("is missing beside " + name), members
        good, filled = self._check_unnamed(node, members, depth)
        if not good:
            return False, members
        for name, schema, default in node.properties:
            if name in members:
                given = filled[name]
                good, changed = self.check(schema, given, depth + 1)
                if not good:
                    self._path.append(_segment(name))
                    return False, members
                if changed is not given:
                    filled = {**filled, name: changed}
        for name, schema, default in node.properties:
            if default is not _MISSING and name not in filled:
                filled = {**filled, name: default}
        return True, filled

    def _check_unnamed(self, node, members, depth):
        """Checks members by the patterns that their names match, and those that nothing names."""
        filled = members
        if node.additional_properties is None and not node.pattern_properties:
            return True, filled
        for name, member in members.items():
            named, value = name in node.property_nodes, member
            for pattern, schema in node.pattern_properties:
                # A pattern costs its own size for every character.
                self._steps += len(name) * (pattern.size if pattern else 0) // _PATTERN_A_STEP
                if self._steps > _MAX_STEPS:
                    return self._fail("is too complex to check"), members
                named = named or pattern is None
                if pattern and pattern.matches(name):
                    named = True
                    good, value = self.check(schema, value, depth + 1)
                    if not good:
                        self._path.append(_segment(name))
                        return False, members
            if not named and node.additional_properties is not None:
                good, value = self.check(node.additional_properties, value, depth + 1)
                if not good:
                    self._path.append(_segment(name))
                    return False, members
            if value is not member:
                filled = {**filled, name: value}
        return True, filled

    def _check_combinations(self, node, filled, depth):
        for part in node.all_of:
            good, filled = self.check(part, filled, depth + 1)
            if not good:
                return False, filled
        if node.any_of and self._count(node.any_of, filled, depth, 1) == 0:
            return self._fail("fits none of the allowed forms"), filled
        if node.one_of:
            fitting = self._count(node.one_of, filled, depth, 2)
            if fitting != 1:
                how = "none" if fitting == 0 else "more than one"
                return self._fail("fits " + how + " of the allowed forms"), filled
        return True, filled

    def _count(self, alternatives, value, depth, enough):
        fitting = 0
        for alternative in alternatives:
            good, _ = self.check(alternative, value, depth + 1)
            fitting += good
            # Why an alternative does not fit is no problem of the value.
            self._problem = None
            self._path = []
            if fitting >= enough:
                break
        return fitting


def _segment(name):
    return "." + name if re.fullmatch("[A-Za-z0-9_-]+", name) else "[" + canonical(name) + "]"


def _is_date(text):
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    if year < 1 or not 1 <= month <= 12:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _is_date_time(text):
    clock = "([01][0-9]|2[0-3]):[0-5][0-9]"
    rest = "[Tt]" + clock + r":[0-5][0-9](\.[0-9]+)?([Zz]|[+-]" + clock + ")"
    return _is_date(text[:10]) and re.fullmatch(rest, text[10:]) is not None


def _is_email(text):
    local, at, host = text.partition("@")
    labels = host.split(".")
    return (
        bool(local and at)
        and not any(c <= " " for c in local)
        and all(re.fullmatch("[A-Za-z0-9\x80-\U0010ffff-]+", label) for label in labels)
    )


def _is_uuid(text):
    return re.fullmatch("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", text) is not None


_FORMATS = {"date": _is_date, "date-time": _is_date_time, "email": _is_email, "uuid": _is_uuid}


# Patterns of the subset that matches in linear time, run as a set of states. A step is a tuple: ("read", ranges,
# negated), ("split", first, second), ("jump", to), ("begin",), ("end",) or ("match",); places are relative.

_MAX_PATTERN_STEPS = 1000
_MAX_GROUPS = 20
_MAX_REPEATS = 1000
_DIGITS = ((48, 57),)
_WORD = ((48, 57), (65, 90), (95, 95), (97, 122))
_LINE_ENDS = ((10, 10), (13, 13), (0x2028, 0x2029))
_SPACE = (
    (9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
    (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
)
_CLASSES = {"d": (_DIGITS, False), "D": (_DIGITS, True), "w": (_WORD, False), "W": (_WORD, True)}
_CLASSES.update({"s": (_SPACE, False), "S": (_SPACE, True)})
_CONTROLS = {"t": 9, "n": 10, "r": 13, "f": 12, "v": 11}


class _OutsideSubset(Exception):
    pass


class _Pattern:
    def __init__(self, steps):
        self._steps = steps + [("match",)]
        self.size = len(self._steps)

    def matches(self, text):
        current, seen = [], {}
        for at in range(len(text) + 1):
            # An occurrence may begin at every place.
            if self._follow(0, at, len(text), seen, current):
                return True
            if at == len(text):
                return False
            rune, states, current = ord(text[at]), current, []
            for state in states:
                _, ranges, negated = self._steps[state]
                if any(first <= rune <= last for first, last in ranges) != negated:
                    if self._follow(state + 1, at + 1, len(text), seen, current):
                        return True

    def _follow(self, start, at, end, seen, reading):
        waiting = [start]
        while waiting:
            state = waiting.pop()
            if seen.get(state) == at:
                continue
            seen[state] = at
            step = self._steps[state]
            kind = step[0]
            if kind == "match":
                return True
            if kind == "read":
                reading.append(state)
            elif kind == "split":
                waiting += [state + step[1], state + step[2]]
            elif kind == "jump":
                waiting.append(state + step[1])
            elif kind == "begin" and at == 0 or kind == "end" and at == end:
                waiting.append(state + 1)
        return False


class _PatternParser:
    def __init__(self, text):
        self._text = text
        self._at = 0
        self._groups = 0

    def parse(self):
        """Returns the pattern, or None for one outside the subset."""
        try:
            steps = self._alternatives()
        except _OutsideSubset:
            return None
        return _Pattern(steps) if self._at == len(self._text) else None

    def _peek(self):
        return self._text[self._at] if self._at < len(self._text) else ""

    def _next(self):
        if self._at >= len(self._text):
            raise _OutsideSubset
        self._at += 1
        return self._text[self._at - 1]

    def _alternatives(self):
        left = self._sequence()
        while self._peek() == "|":
            self._at += 1
            right = self._sequence()
            if len(left) + len(right) + 2 > _MAX_PATTERN_STEPS:
                raise _OutsideSubset
            left = [("split", 1, len(left) + 2), *left, ("jump", len(right) + 1), *right]
        return left

    def _sequence(self):
        steps = []
        while self._peek() not in ("", "|", ")"):
            anchor = self._peek() in "^$"
            atom = self._atom()
            steps += atom if anchor else self._repeated(atom)
            if len(steps) > _MAX_PATTERN_STEPS:
                raise _OutsideSubset
        return steps

    def _atom(self):
        c = self._next()
        if c == "^":
            return [("begin",)]
        if c == "$":
            return [("end",)]
        if c == ".":
            return [("read", _LINE_ENDS, True)]
        if c == "(":
            return self._group()
        if c == "[":
            return self._class()
        if c == "\\":
            return [("read", *self._escape())]
        if c in "*+?{":
            raise _OutsideSubset
        return [("read", ((ord(c), ord(c)),), False)]

    def _group(self):
        if self._peek() == "?":
            if self._text[self._at + 1 : self._at + 2] != ":":
                raise _OutsideSubset
            self._at += 2
        self._groups += 1
        if self._groups > _MAX_GROUPS:
            raise _OutsideSubset
        inner = self._alternatives()
        if self._next() != ")":
            raise _OutsideSubset
        return inner

    def _class(self):
        negated = self._peek() == "^"
        self._at += negated
        ranges = []
        while self._peek() != "]":
            first = self._member()
            if self._peek() == "-" and self._text[self._at + 1 : self._at + 2] not in ("", "]"):
                self._at += 1
                last = self._member()
                if not (_is_single(first) and _is_single(last)) or last[0][0] < first[0][0]:
                    raise _OutsideSubset
                first = ((first[0][0], last[0][0]),)
            ranges += first
        self._at += 1
        if not ranges:
            raise _OutsideSubset
        return [("read", tuple(ranges), negated)]

    def _member(self):
        c = self._next()
        if c != "\\":
            return ((ord(c), ord(c)),)
        ranges, negated = self._escape()
        if negated:
            raise _OutsideSubset
        return ranges

    def _escape(self):
        c = self._next()
        if c in _CLASSES:
            return _CLASSES[c]
        if c in "xu":
            digits = "".join(self._next() for _ in range(2 if c == "x" else 4))
            if not re.fullmatch("[0-9A-Fa-f]+", digits) or 0xD800 <= int(digits, 16) <= 0xDFFF:
                raise _OutsideSubset
            rune = int(digits, 16)
        elif c in _CONTROLS:
            rune = _CONTROLS[c]
        elif re.fullmatch("[A-Za-z0-9]", c):
            raise _OutsideSubset
        else:
            rune = ord(c)
        return ((rune, rune),), False

    def _repeated(self, atom):
        c = self._peek()
        if c not in ("*", "+", "?", "{"):
            return atom
        if c == "{":
            least, most = self._bounds()
        else:
            self._at += 1
            least, most = {"*": (0, -1), "+": (1, -1), "?": (0, 1)}[c]
        # A lazy repetition finds the same texts; a repetition of a repetition is outside the subset.
        self._at += self._peek() == "?"
        if self._peek() in ("*", "+", "?", "{") or (len(atom) + 2) * max(least, most, 1) > _MAX_PATTERN_STEPS:
            raise _OutsideSubset
        steps = atom * least
        if most < 0:
            steps = [*steps, ("split", 1, len(atom) + 2), *atom, ("jump", -len(atom) - 1)]
        for _ in range(least, most):
            steps = [*steps, ("split", 1, len(atom) + 1), *atom]
        return steps

    def _bounds(self):
        self._at += 1
        least = most = self._count()
        if self._peek() == ",":
            self._at += 1
            most = -1 if self._peek() == "}" else self._count()
        if self._next() != "}" or 0 <= most < least:
            raise _OutsideSubset
        return least, most

    def _count(self):
        digits = ""
        while self._peek() != "" and self._peek() in "0123456789":
            digits += self._next()
        significant = digits.lstrip("0") or "0"
        if not digits or len(significant) > 4 or int(significant) > _MAX_REPEATS:
            raise _OutsideSubset
        return int(significant)


def _is_single(ranges):
    return len(ranges) == 1 and ranges[0][0] == ranges[0][1]
