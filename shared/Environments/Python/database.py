# The typed database of one session: rows in order of primary key, an undo log, the session's clock and its counters.
import bisect

_TYPE_WORDS = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "a boolean",
    "date": "a date YYYY-MM-DD",
    "datetime": "an instant YYYY-MM-DDTHH:MM:SSZ",
    "array": "an array",
    "object": "an object",
}
_TYPE_CHECKS = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: is_integer(value),
    "number": lambda value: is_number(value),
    "boolean": lambda value: isinstance(value, bool),
    "date": lambda value: isinstance(value, str) and (parse_moment(value) or (0, False))[1],
    "datetime": lambda value: isinstance(value, str) and parse_moment(value) is not None,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "any": lambda value: True,
}


class _Column:
    def __init__(self, table, schema):
        self.table = table
        self.name = schema["name"]
        self.full_name = table.name + "." + self.name
        self.type = schema["type"]
        self.nullable = schema.get("nullable", False)
        self.generated = schema.get("generated", False)
        self.references = schema.get("references")
        self.enum = schema.get("enum")
        self.indexed = self.type not in ("array", "object", "any")
        self.target = None
        self.allowed = None if self.enum is None else {hashable(value) for value in self.enum}

    def check(self, value):
        _read(value)
        if value is None:
            if not self.nullable:
                raise invalid(self.full_name + " must not be null")
        elif not _TYPE_CHECKS[self.type](value):
            raise refused(self.full_name, _TYPE_WORDS[self.type], value)
        elif self.allowed is not None and hashable(value) not in self.allowed:
            words = ", ".join(map(canonical, self.enum[:20]))
            more = f" and {len(self.enum) - 20} more" if len(self.enum) > 20 else ""
            raise invalid(self.full_name + " must be one of " + words + more)


class _Twin:
    """Keeps a further row of one primary key: it is listed, but looked up by the key is the first."""


class _Table:
    def __init__(self, schema, rows, origin=None):
        self.name = schema["name"]
        self.key_names = schema["primary_key"]
        self.unique = schema.get("unique", [])
        self.singular = schema["singular"]
        self.columns = {column["name"]: _Column(self, column) for column in schema["columns"]}
        self.referrers = []
        self._indexes = {}
        self._list = None
        if origin is not None:
            self.rows, self.order = dict(origin.rows), list(origin.order)
            return
        self.rows = {}
        for row in rows:
            key = self.key_of(row)
            self.rows[_Twin() if key in self.rows else key] = row
        self.order = sorted(self.rows, key=self._rank)

    def _rank(self, key):
        return self._rank_of(self.rows[key])

    def _rank_of(self, row):
        return [order_key(row.get(name)) for name in self.key_names]

    def key_of(self, row):
        if len(self.key_names) == 1:
            return hashable(row.get(self.key_names[0]))
        return tuple(hashable(row.get(name)) for name in self.key_names)

    def key_text(self, row):
        return ", ".join(name + " " + canonical(row.get(name)) for name in self.key_names)

    def set(self, key, row):
        """Sets, inserts or, with None, deletes the row of a key; gives what was there."""
        before = self.rows.get(key)
        if row is None:
            del self.order[bisect.bisect_left(self.order, self._rank(key), key=self._rank)]
            del self.rows[key]
        else:
            self.rows[key] = row
            if before is None:
                self.order.insert(bisect.bisect_left(self.order, self._rank_of(row), key=self._rank), key)
        for column, index in self._indexes.items():
            self._keep(index, column, before, row)
        self._list = None
        return before

    def _keep(self, index, column, before, row):
        """Keeps the index of a column true to a write."""
        old = None if before is None else hashable(before.get(column))
        new = None if row is None else hashable(row.get(column))
        if before is not None:
            rows = index[old]
            at = bisect.bisect_left(rows, self._rank_of(before), key=self._rank_of)
            if row is not None and old == new:
                rows[at] = row
                return
            del rows[at]
        if row is not None:
            rows = index.setdefault(new, [])
            rows.insert(bisect.bisect_left(rows, self._rank_of(row), key=self._rank_of), row)

    def all_rows(self):
        if self._list is None:
            self._list = [self.rows[key] for key in self.order]
        return self._list

    def matching(self, column, value):
        """The rows whose column has a value, in order of primary key."""
        if [column] == self.key_names:
            row = self.rows.get(hashable(value))
            return [] if row is None else [row]
        index = self._indexes.get(column)
        if index is None:
            index = self._indexes[column] = {}
            for row in self.all_rows():
                index.setdefault(hashable(row.get(column)), []).append(row)
        return index.get(hashable(value), [])


class Database:
    """All tables of one session."""

    def __init__(self, schema, state, seed, nesting, origin=None):
        """Opens a database on a state, or where an origin is given, on the rows as they are there."""
        known = {table["name"] for table in schema["tables"]}
        self._nesting = nesting
        self._tables = {}
        for table in schema["tables"]:
            name = table["name"]
            self._tables[name] = _Table(table, state.get(name, []), None if origin is None else origin._tables[name])
        self._others = {name: rows for name, rows in state.items() if name not in known and name != "_session"}
        self._start = SESSION_START - EPOCH + seed % 2**31 if origin is None else origin._start
        session = state.get("_session") or [None]
        self._session = self._session_before = session[0]
        self._log = []
        self._released = []
        self._wrote = False
        for table in self._tables.values():
            for column in table.columns.values():
                if column.references is not None and column.indexed:
                    target = self._tables[column.references["table"]].columns[column.references["column"]]
                    if target.indexed:
                        column.target = target
                        target.table.referrers.append((target.name, column))

    def state(self):
        """All rows, not to be changed: databases opened on each other share those that none of them wrote."""
        state = {name: table.all_rows() for name, table in self._tables.items()}
        state.update(self._others)
        if self._session is not None:
            state["_session"] = [self._session]
        return state

    def _clock(self):
        return self._start if self._session is None else self._session["clock"]

    def now(self):
        return moment_text(self._clock() + EPOCH, False)

    def today(self):
        return moment_text(self._clock() + EPOCH, True)

    def get(self, table, *key):
        return self._tables[table].rows.get(_row_key(key))

    def whole(self, table, row):
        """A row as the adopted dump has it: with the rows that stand inside it, without the column that numbers the rows of its table."""
        if row is None:
            return None
        position = self._nesting.positions.get(table)
        shown = self._inside(table, row)
        return shown if position is None else {name: value for name, value in shown.items() if name != position}

    def _inside(self, table, row):
        for nested in self._nesting.inside(table):
            child = self._tables[nested.name]
            rows = child.all_rows() if nested.reference is None else child.matching(nested.reference, nested.key_of(row))
            charge(1 + len(rows))
            if rows:
                filled = nested.filled(row, [self._inside(nested.name, inner) for inner in nested.in_order(rows)])
                row = row if filled is None else filled
        return row

    def single(self, table):
        """The only row of a table, or None."""
        rows = self._tables[table].all_rows()
        if len(rows) > 1:
            raise invalid(f"{table} has {len(rows)} rows, so none of them is the single one")
        return rows[0] if rows else None

    def single_key(self, table):
        row = self.single(table)
        if row is None:
            raise ToolFailure("not_found", table + " has no row")
        return tuple(row.get(name) for name in self._tables[table].key_names)

    def select(self, table, weight, offset=None, limit=None, lookup=None, given=None, where=None, order=None):
        """The rows that meet a condition, sorted and cut.

        A lookup names a column and the value that all of them have; given names several, which hold where the value is
        not None.
        """
        rows = self._candidates(table, lookup, given)
        skip = 0 if offset is None else max(0, _whole("offset", offset))
        take = None if limit is None else max(0, _whole("limit", limit))
        charge(len(rows) * weight)
        most = None if order or take is None else skip + take
        if where is None:
            found = rows if most is None else rows[:most]
        elif most is None:
            found = [row for row in rows if where(row)]
        else:
            found = []
            for row in rows:
                if len(found) >= most:
                    break
                if where(row):
                    found.append(row)
        if order:
            found = sort_by(found, order)
        return found[skip:] if take is None else found[skip : skip + take]

    def aggregate(self, kind, table, weight, lookup=None, given=None, where=None, of=None):
        rows = self._candidates(table, lookup, given)
        charge(len(rows) * weight)
        found = rows if where is None else [row for row in rows if where(row)]
        if of is None:
            return len(found)
        values = [value for value in map(of, found)]
        if kind == "min":
            return _extreme("min", values, -1)
        if kind == "max":
            return _extreme("max", values, 1)
        present = [value for value in values if value is not None]
        if kind == "count":
            return len(present)
        total = _sum(kind, present)
        if kind == "sum":
            return total
        return div(total, len(present)) if present else None

    def _candidates(self, table, lookup, given):
        table = self._tables[table]
        if lookup is not None:
            return table.matching(lookup[0], _read(lookup[1]))
        found = [table.matching(column, _read(value)) for column, value in given or () if value is not None]
        return min(found, key=len) if found else table.all_rows()

    def insert(self, table, values):
        self._begin_write()
        table = self._tables[table]
        row = {name: values.get(name) for name in table.columns}
        for column in table.columns.values():
            if column.generated and row[column.name] is None:
                row[column.name] = self._next_key(column)
        for column in table.columns.values():
            column.check(row[column.name])
        key = table.key_of(row)
        if key in table.rows:
            raise ToolFailure("conflict", table.name + " already has a row with " + table.key_text(row))
        self._check_unique(table, row, None)
        self._set(table, key, row)
        for column in table.columns.values():
            self._check_reference(column, row[column.name])
        return row

    def update(self, table, key, values):
        self._begin_write()
        table = self._tables[table]
        row_key, before = self._existing(table, key)
        for name, value in values.items():
            table.columns[name].check(value)
        row = {**before, **values}
        self._check_unique(table, row, before)
        self._set(table, row_key, row)
        for name, value in values.items():
            old = before.get(name)
            if not equal(old, value):
                self._check_reference(table.columns[name], value)
                self._release(table, name, old)
        return row

    def delete(self, table, *key):
        self._begin_write()
        table = self._tables[table]
        row_key, before = self._existing(table, key)
        self._set(table, row_key, None)
        for name in table.columns:
            self._release(table, name, before.get(name))

    def begin(self):
        _meter.left = MAX_STEPS

    def commit(self):
        """Ends a successful call: nothing may refer to what is gone, and a call that wrote advances the clock."""
        for table, name, value in self._released:
            if not table.matching(name, value):
                for target, column in table.referrers:
                    if target == name and column.table.matching(column.name, value):
                        words = column.full_name + " still refers to " + table.columns[name].full_name + " "
                        raise ToolFailure("conflict", words + canonical(value))
        if self._wrote:
            self._set_session("clock", self._clock() + 60)
        self._clear()

    def roll_back(self):
        for table, key, before in reversed(self._log):
            table.set(key, before)
        self._session = self._session_before
        self._clear()

    def _begin_write(self):
        charge(WRITE_STEPS)
        self._wrote = True

    def _clear(self):
        self._log = []
        self._released = []
        self._wrote = False
        self._session_before = self._session

    def _existing(self, table, key):
        row_key = _row_key(key)
        row = table.rows.get(row_key)
        if row is None:
            words = ", ".join(name + " " + canonical(part) for name, part in zip(table.key_names, key))
            raise ToolFailure("not_found", table.name + " has no row with " + words)
        return row_key, row

    def _set(self, table, key, row):
        self._log.append((table, key, table.set(key, row)))

    def _set_session(self, name, value):
        self._session = {**(self._session or {"clock": self._start}), name: value}

    def _check_unique(self, table, row, before):
        for names in table.unique:
            if any(row.get(name) is None for name in names):
                continue
            if before is not None and all(equal(row.get(name), before.get(name)) for name in names):
                continue
            for other in table.matching(names[0], row.get(names[0])):
                if other is not before and all(equal(row.get(name), other.get(name)) for name in names):
                    words = ", ".join(name + " " + canonical(row.get(name)) for name in names)
                    raise ToolFailure("conflict", table.name + " already has a row with " + words)

    def _check_reference(self, column, value):
        target = column.target
        if value is not None and target is not None and not target.table.matching(target.name, value):
            words = column.full_name + " refers to no row of " + target.table.name + ": " + canonical(value)
            raise ToolFailure("not_found", words)

    def _release(self, table, name, value):
        if value is not None and any(target == name for target, _ in table.referrers):
            self._released.append((table, name, value))

    def _next_key(self, column):
        last = None if self._session is None else self._session.get(column.full_name)
        if last is None:
            rows = column.table.all_rows()
            charge(len(rows))
            last = first_key(column.type == "string", column.table.singular, [row.get(column.name) for row in rows])
        while True:
            charge(1)
            last = next_key(column.full_name, last)
            if not column.table.matching(column.name, last):
                break
        self._set_session(column.full_name, last)
        return last


def _row_key(key):
    for part in key:
        _read(part)
    return hashable(key[0]) if len(key) == 1 else tuple(map(hashable, key))
