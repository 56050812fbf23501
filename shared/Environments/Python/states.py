# States: {table: [row, ...]}; hash, diff and equality under the schema (docs/states.md). They follow the .NET code
# step by step, bounds included, so that both always say the same.

SESSION_TABLE = "_session"
_ISOMORPHISM_BOUND = 1_000_000


def row_hash(table, row):
    """The share of one row in the hash of its state."""
    return 0 if table == SESSION_TABLE else sha256_number("[" + canonical(table) + "," + canonical(row) + "]")


def state_hash(state):
    """sha256: and the sum modulo 2^256 of the hashes of all rows."""
    total = sum(row_hash(table, row) for table, rows in state.items() for row in rows)
    return "sha256:" + format(total % 2**256, "064x")


def _tables(schema, before, after):
    known = [table["name"] for table in schema["tables"]]
    others = sort_names((set(before) | set(after)) - set(known))
    return [table for table in known + others if table != SESSION_TABLE]


def state_diff(schema, before, after):
    """{table: {"inserted", "updated", "deleted"}} of the tables that changed."""
    keys = {table["name"]: table["primary_key"] for table in schema["tables"]}
    diff = {}
    for table in _tables(schema, before, after):
        change = _table_diff(keys.get(table), before.get(table, []), after.get(table, []))
        if change:
            diff[table] = change
    return diff


def _table_diff(primary_key, before, after):
    old, new = _keyed(primary_key, before), _keyed(primary_key, after)
    inserted, updated, deleted = [], [], []
    for text in sorted(set(old) | set(new), key=lambda k: (old.get(k) or new.get(k))[0]):
        was, now = _unmatched(old, new, text), _unmatched(new, old, text)
        pairs = 0 if primary_key is None else min(len(was), len(now))
        for i in range(pairs):
            key = {column: was[i].get(column) for column in primary_key}
            updated.append({"key": key, "before": was[i], "after": now[i]})
        deleted += was[pairs:]
        inserted += now[pairs:]
    if not (inserted or updated or deleted):
        return None
    return {"inserted": inserted, "updated": updated, "deleted": deleted}


def _keyed(primary_key, rows):
    keyed = {}
    for row in rows:
        key = [row.get(column) for column in primary_key] if primary_key else row
        keyed.setdefault(canonical(key), (order_key(key), []))[1].append(row)
    return keyed


def _unmatched(here, there, text):
    others = list(there[text][1]) if text in there else []
    unmatched = []
    for row in here[text][1] if text in here else []:
        at = next((i for i, other in enumerate(others) if equal(row, other)), None)
        if at is None:
            unmatched.append(row)
        else:
            del others[at]
    return unmatched


def states_aligned(schema, initial, final, golden):
    """Whether two states, reached from the same initial state, are equal under the schema."""
    return state_hash(final) == state_hash(golden) or Aligner(schema, initial).aligned(final, golden)


class Aligner:
    """Judges states against each other that were reached from one initial state."""

    def __init__(self, schema, initial):
        self._schema = schema
        self._columns = {}
        numbers = {}
        columns = {}
        for table in schema["tables"]:
            for column in table["columns"]:
                columns.setdefault((table["name"], column["name"]), column)
        for table in schema["tables"]:
            known = self._columns[table["name"]] = {}
            for column in table["columns"]:
                root = _domain_root((table["name"], column["name"]), columns)
                domain = -1 if root is None else numbers.setdefault(root, len(numbers))
                known.setdefault(column["name"], (column["equality"], domain))
        self._held = [set() for _ in numbers]
        for table, known in self._columns.items():
            for name, (_, domain) in known.items():
                if domain >= 0:
                    for row in initial.get(table, []):
                        _hold(row.get(name), self._held[domain])

    def aligned(self, final, golden):
        left_keys, right_keys = self._made(final), self._made(golden)
        if [len(keys) for keys in left_keys] != [len(keys) for keys in right_keys]:
            return False
        left_numbers, domains = _numbered(left_keys)
        right_numbers, _ = _numbered(right_keys)
        balance = {}
        left = self._balance(final, left_numbers, balance, 1)
        right = self._balance(golden, right_numbers, balance, -1)
        if len(left) != len(right) or any(balance.values()):
            return False
        return not left or _Isomorphism().exists(left, right, domains)

    def different_tables(self, final, golden):
        """The tables in which two states differ that are not aligned: of the rows that differ in their pairs, else of the diff."""
        pairing = _RowPairing(self._schema, self._columns, self._held)
        pairs = [
            (table, *pair)
            for table in _tables(self._schema, final, golden)
            for pair in pairing.pairs(table, final.get(table, []), golden.get(table, []))
        ]
        different = list(dict.fromkeys(pair[0] for pair in pairs if pairing.differs(*pair)))
        return different or list(state_diff(self._schema, golden, final))

    def _made(self, state):
        made = [set() for _ in self._held]
        for table, known in self._columns.items():
            if table == SESSION_TABLE:
                continue
            for name, (equality, domain) in known.items():
                if equality == "generated" and domain >= 0:
                    for row in state.get(table, []):
                        value = row.get(name)
                        if (isinstance(value, str) or is_number(value)) and value not in self._held[domain]:
                            made[domain].add(value)
        return made

    def _balance(self, state, numbers, balance, sign):
        linked = []
        for table in _tables(self._schema, state, {}):
            known = self._columns.get(table, {})
            for row in state.get(table, []):
                pattern = _row_pattern(table, row, known, numbers)
                if isinstance(pattern, str):
                    balance[pattern] = balance.get(pattern, 0) + sign
                else:
                    linked.append((pattern, sorted(_keys_in(pattern, set()))))
        return linked


def _domain_root(column, columns):
    way = []
    following = column
    while following in columns:
        if following in way:
            circle = [c for c in way[way.index(following):] if columns[c]["equality"] == "generated"]
            if circle:
                return min(circle, key=lambda c: (c[0].encode("utf-16-be"), c[1].encode("utf-16-be")))
            break
        way.append(following)
        reference = columns[following].get("references")
        following = (reference["table"], reference["column"]) if reference else None
    return next((c for c in reversed(way) if columns[c]["equality"] == "generated"), None)


def _hold(value, held):
    if isinstance(value, str) or is_number(value):
        held.add(value)
    elif isinstance(value, list):
        for item in value:
            _hold(item, held)


def _numbered(made):
    numbers, domains = [], []
    for domain, keys in enumerate(made):
        numbers.append({})
        for key in sorted(keys, key=order_key):
            numbers[domain][key] = len(domains)
            domains.append(domain)
    return numbers, domains


# A pattern is a fixed text, an int (the hole of a made key), or a tuple ("l" or "b", children): a list or a bag.


def _row_pattern(table, row, known, numbers):
    members = [canonical(table)]
    for name in sort_names(row):
        equality, domain = known.get(name, ("exact", -1))
        if equality == "volatile":
            continue
        members.append(canonical(name))
        value = row[name]
        if equality == "unordered" and isinstance(value, list):
            members.append(_group("b", [_shape(item, domain, numbers, False) for item in value]))
        else:
            members.append(_shape(value, domain, numbers, False))
    return _group("l", members)


def _shape(value, domain, numbers, in_object):
    if domain >= 0:
        if isinstance(value, str) or is_number(value) and not in_object:
            if value in numbers[domain]:
                return numbers[domain][value]
        elif isinstance(value, list):
            return _group("l", [_shape(item, domain, numbers, in_object) for item in value])
        elif isinstance(value, dict):
            members = [
                _group("l", [_shape(n, domain, numbers, True), _shape(m, domain, numbers, True)])
                for n, m in value.items()
            ]
            return _group("b", members)
    return canonical(value)


def _group(kind, children):
    group = (kind, children)
    return _render(group, (), -1) if all(isinstance(c, str) for c in children) else group


def _render(pattern, colours, mark):
    if isinstance(pattern, str):
        return pattern
    if isinstance(pattern, int):
        return "\x01\x05" if pattern == mark else "\x01" + str(colours[pattern])
    kind, children = pattern
    parts = [_render(child, colours, mark) for child in children]
    if kind == "b":
        parts.sort()
        return "\x02b" + "\x04".join(parts) + "\x03"
    return "\x02l" + "".join(part + "\x04" for part in parts) + "\x03"


def _keys_in(pattern, keys):
    if isinstance(pattern, int):
        keys.add(pattern)
    elif isinstance(pattern, tuple):
        for child in pattern[1]:
            _keys_in(child, keys)
    return keys


class _Isomorphism:
    """Whether one renaming of made keys turns the left rows into the right ones; RowIsomorphism.cs explains how."""

    def __init__(self):
        self._work = 0

    def exists(self, left, right, domains):
        keys = list(range(len(domains)))
        return self._match((left, list(domains), keys), (right, list(domains), keys))

    def _match(self, left, right):
        if not self._refine(left, right) or self._texts(left) != self._texts(right):
            return False
        left_parts, right_parts = _parts(left), _parts(right)
        if len(left_parts) != len(right_parts):
            return False
        candidates = {}
        for part in right_parts:
            candidates.setdefault(self._signature(part), []).append(part)
        for part in left_parts:
            alike = candidates.get(self._signature(part))
            if not alike:
                return False
            if len(part[2]) == 1:
                found = 0
            else:
                found = next((i for i, other in enumerate(alike) if self._pair(part, other)), None)
                if found is None:
                    return False
            del alike[found]
        return True

    def _pair(self, left, right):
        rows, colours, keys = left
        counts = {}
        for key in keys:
            counts[colours[key]] = counts.get(colours[key], 0) + 1
        rarest = min(counts, key=lambda colour: (counts[colour], colour))
        chosen = [k for k in keys if colours[k] == rarest]
        others = [k for k in right[2] if right[1][k] == rarest]
        fresh = 1 + max(max(colours), max(right[1]))
        if self._interchangeable(left, chosen) and self._interchangeable(right, others):
            x, y = list(colours), list(right[1])
            for i, (key, other) in enumerate(zip(chosen, others)):
                x[key] = y[other] = fresh + i
            return self._match((rows, x, keys), (right[0], y, right[2]))
        for other in others:
            if self._work > _ISOMORPHISM_BOUND:
                return False
            x, y = list(colours), list(right[1])
            x[chosen[0]] = fresh
            y[other] = fresh
            if self._match((rows, x, keys), (right[0], y, right[2])):
                return True
        return False

    def _interchangeable(self, side, keys):
        identity = list(range(len(side[1])))
        for a, b in zip(keys, keys[1:]):
            rows = [row for row in side[0] if a in row[1] or b in row[1]]
            before = self._texts((rows, identity))
            identity[a], identity[b] = b, a
            after = self._texts((rows, identity))
            identity[a], identity[b] = a, b
            if self._work > _ISOMORPHISM_BOUND or before != after:
                return False
        return True

    def _refine(self, left, right):
        count = len({left[1][key] for key in left[2]})
        while True:
            numbers = {}
            first = 1 + max(max(left[1]), max(right[1]))
            x = self._recoloured(left, numbers, first)
            y = self._recoloured(right, numbers, first)
            if self._work > _ISOMORPHISM_BOUND or sorted(x.values()) != sorted(y.values()):
                return False
            for key, colour in x.items():
                left[1][key] = colour
            for key, colour in y.items():
                right[1][key] = colour
            if len(numbers) == count:
                return True
            count = len(numbers)

    def _recoloured(self, side, numbers, first):
        rows, colours, keys = side
        places = {key: [] for key in keys}
        for pattern, row_keys in rows:
            for key in row_keys:
                if key in places:
                    self._work += 1
                    places[key].append(_render(pattern, colours, key))
        recoloured = {}
        for key in keys:
            text = "\x06".join([str(colours[key]), *sorted(places[key])])
            recoloured[key] = numbers.setdefault(text, first + len(numbers))
        return recoloured

    def _texts(self, side):
        self._work += len(side[0])
        return sorted(_render(pattern, side[1], -1) for pattern, _ in side[0])

    def _signature(self, side):
        return "\x06".join(self._texts(side))


def _parts(side):
    rows, colours, keys = side
    counts = {}
    for key in keys:
        counts[colours[key]] = counts.get(colours[key], 0) + 1
    parent = {key: key for key in keys if counts[colours[key]] > 1}

    def find(key):
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for _, row_keys in rows:
        unsettled = [key for key in row_keys if key in parent]
        for key in unsettled[1:]:
            parent[find(key)] = find(unsettled[0])
    parts = {}
    for key in keys:
        if key in parent:
            parts.setdefault(find(key), ([], colours, []))[2].append(key)
    for row in rows:
        first = next((key for key in row[1] if key in parent), None)
        if first is not None:
            parts[find(first)][0].append(row)
    return list(parts.values())
