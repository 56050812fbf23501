# Dumps: a user's own database in its own form. A state is read from it into tables, and changes of the tables are put back in
# their place (docs/states.md). The forms of the adopted dump stand in the schema; everything else is read as it looks.


def read_dump(dump):
    """Turns any form of dump into {table: [row, ...]}."""
    return {table.name: [place.row for place in table.places] for table in _read_members(dump, {"tables": []})}


class _Place:
    """A row as it was read, and the item of the dump that it stands for."""

    def __init__(self, row, item, key=None):
        self.row, self.item, self.key = row, item, key


class _Form:
    """How the rows of a table stand in a member of the dump: kind is list, values, map, pairs, object or root."""

    def __init__(self, kind, member, position=None, key=None, held=True, order=(), plain=True, numbers=False):
        self.kind, self.member, self.position, self.key, self.held, self.plain = kind, member, position, key, held, plain
        self.numbers = numbers
        self.order = {}
        for value in order or ():
            self.order.setdefault(canonical(value), len(self.order))

    def read(self, content):
        """The places of a member that has this form."""
        if self.kind == "map":
            content = {key: item for key, item in content.items() if isinstance(item, dict)}
            rows = [item if self._holds(item) else _with_first(self.key, self._named(key), item) for key, item in content.items()]
            return [_Place(_with_first(self.position, at + 1, row), content[key], key) for at, (key, row) in enumerate(zip(content, rows))]
        if self.kind == "pairs":
            return [_Place({self.key: key, "value": item}, item, key) for key, item in content.items()]
        if self.kind == "object":
            return [_Place(_with_first(self.position, 1, content), content)]
        whole = self.kind == "values"
        rows = [item if isinstance(item, dict) and not whole else {"value": item} for item in content]
        return [_Place(_with_first(self.position, at + 1, row), content[at]) for at, row in enumerate(rows)]

    def _named(self, name):
        """The name of a row as its key: a number where the column holds numbers."""
        digits = name[1:] if name.startswith("-") else name
        number = self.numbers and len(name) <= 15 and digits.isascii() and digits.isdigit()
        return int(name) if number and str(int(name)) == name else name

    def _holds(self, item):
        return self.held and self.key in item

    def changed(self, place, row):
        """The item of a place whose row is this one now."""
        if equal(place.row, row):
            return place.item
        if self.kind in ("values", "pairs") or not isinstance(place.item, dict):
            return self.item(row, True)
        hidden = (self.position,) if self.kind != "map" or self._holds(place.item) else (self.position, self.key)
        item = {name: value for name, value in place.item.items() if name in row or name in hidden}
        for name, value in row.items():
            if name not in hidden and not (name in place.row and equal(place.row[name], value)):
                item[name] = value
        return item

    def item(self, row, plain=False):
        """A new row as an item of the dump: a value alone is plain where the list holds such."""
        added = self.key if self.kind in ("map", "pairs") and not self.held else self.position
        item = {name: value for name, value in row.items() if name != added}
        if "value" in item and (plain or self.kind in ("values", "pairs") or self.kind == "list" and self.plain):
            lone = all(value is None for name, value in item.items() if name != "value") if self.kind != "list" else len(item) == 1
            return item["value"] if lone else item
        return item

    def fits(self, content):
        """Whether content of a later dump can be read in this form."""
        if isinstance(content, list):
            return self.kind in ("list", "values")
        if not isinstance(content, dict):
            return False
        return self.kind in ("object", "pairs") or self.kind == "map" and all(isinstance(item, dict) for item in content.values())

    def fits_partly(self, content):
        """Whether content of a later dump has rows of this map, and plain values among them. These stay as they are."""
        return self.kind == "map" and self.key is not None and isinstance(content, dict) and any(isinstance(item, dict) for item in content.values())

    def filled(self, content, rows):
        """The content of a place with further rows in it; None if it cannot hold them."""
        if self.kind == "list":
            return (content or []) + [self.item(row) for row in rows] if content is None or isinstance(content, list) else None
        if content is not None and not isinstance(content, dict):
            return None
        if self.kind == "object":
            return self.item(rows[0]) if len(rows) == 1 and not content else None
        items = dict(content or {})
        for row in rows:
            items[_free(self.name(row, ()), items.__contains__)] = self.item(row)
        return items

    def empty(self):
        return [] if self.kind in ("list", "values") else {}

    def name(self, row, keys):
        """The name under which a row stands in a map."""
        values = (row.get(name) for name in [self.key, *keys])
        value = next((value for value in values if value is not None), None)
        return value if isinstance(value, str) else canonical(value)


class _Reading:
    """One table of a state, and its member in the dump."""

    def __init__(self, name, keys, form, places, absent=False):
        self.name, self.keys, self.form, self.places, self.absent = name, keys, form, places, absent

    def place(self, dump, rows):
        """Gives places to rows that were not read from a dump. They get their names in the dump, which is being made."""
        if not rows:
            return
        if self.form.kind == "root":
            item = self.form.item(rows[0])
            own = {name: value for name, value in item.items() if name not in dump}
            for name, value in item.items():
                dump[_free(name, dump.__contains__)] = value
            self.places = [_Place(rows[0], own)]
            return
        self.form.member, self.absent = self._member(dump), False
        dump[self.form.member] = self.form.empty()
        if self.form.kind == "object":
            rows = rows[:1]
        if self.form.order:
            rows = sorted(rows, key=lambda row: self.form.order.get(canonical(row.get(self.keys[0])), len(self.form.order)))
        names = {}
        for row in rows:
            name = _free(self.form.name(row, self.keys), names.__contains__) if self.form.kind in ("map", "pairs") else None
            names[name] = True
            self.places.append(_Place(row, self.form.item(row), name))

    def put(self, dump, rows):
        """Writes the rows of the table into a dump, each where it was."""
        now, fresh = self._paired(rows)
        if self.form.kind in ("object", "root") and now and now[0] is None and fresh:
            now[0] = fresh.pop(0)
        rest = getattr(self, "_put_" + self.form.kind)(dump, list(zip(self.places, now)), fresh)
        if rest:
            dump[_free(self.name, dump.__contains__)] = rest

    def _paired(self, rows):
        """The row of each place, None where it is gone, and the rows that have no place yet. Of rows with one key each keeps its own."""
        alike = {}
        for row in rows:
            alike.setdefault(self._key(row), []).append(row)
        now = [self._taken(alike, place.row, False) for place in self.places]
        now = [self._taken(alike, place.row, True) if row is None else row for place, row in zip(self.places, now)]
        left = {id(row) for waiting in alike.values() for row in waiting}
        return now, [row for row in rows if id(row) in left]

    def _taken(self, alike, row, changed):
        waiting = alike.get(self._key(row), [])
        at = next((at for at, other in enumerate(waiting) if changed or other is row or equal(other, row)), None)
        return None if at is None else waiting.pop(at)

    def _key(self, row):
        return canonical([row.get(name) for name in self.keys] if self.keys else row)

    def _put_list(self, dump, places, fresh):
        if self.absent and not fresh:
            return []
        items = [self.form.changed(place, row) for place, row in places if row is not None]
        dump[self._member(dump)] = items + [self.form.item(row) for row in fresh]
        return []

    _put_values = _put_list

    def _put_map(self, dump, places, fresh):
        if self.absent and not fresh:
            return []
        content = dump.get(self.form.member)
        others = content.items() if self.form.kind == "map" and isinstance(content, dict) else ()
        items = {name: value for name, value in others if not isinstance(value, dict)}
        named = []
        for place, row in places:
            if row is None:
                continue
            item = self.form.changed(place, row)
            if self.form.held or equal(place.row.get(self.form.key), row.get(self.form.key)):
                items[place.key] = item
            else:
                named.append((row, item))
        for row, item in named + [(row, self.form.item(row)) for row in fresh]:
            items[_free(self.form.name(row, self.keys), items.__contains__)] = item
        dump[self._member(dump)] = items
        return []

    _put_pairs = _put_map

    def _member(self, dump):
        """The member that is written: a table that the dump did not have takes the place of nothing."""
        name = self.form.member
        return name if not self.absent or dump.get(name) is None else _free(name, dump.__contains__)

    def _put_object(self, dump, places, fresh):
        for place, row in places:
            dump[self.form.member] = {} if row is None else self.form.changed(place, row)
        if places or not fresh:
            return fresh
        dump[self._member(dump)] = self.form.item(fresh[0])
        return fresh[1:]

    def _put_root(self, dump, places, fresh):
        before = places[0][0].item if places else {}
        row = places[0][1] if places else None
        after = self.form.changed(*places[0]) if row is not None else {} if places or not fresh else self.form.item(fresh[0])
        for name in before:
            if name not in after:
                del dump[name]
        for name, value in after.items():
            if name not in before or not equal(before[name], value):
                dump[name if name in before else _free(name, dump.__contains__)] = value
        return fresh if places else fresh[1:]

    def _put_none(self, dump, places, fresh):
        return fresh


class GivenState:
    """A state in either form, the tables that it holds, and the dump that changed tables are."""

    def __init__(self, schema, given):
        if not isinstance(given, dict):
            raise ValueError("a state is an object of tables")
        self._schema = schema
        self.nesting = Nesting(schema)
        if not _adopted(schema):
            self._readings = None
            self.tables = given if _are_tables(schema, given) else read_dump(given)
        elif _are_tables(schema, given):
            self._place(given)
        else:
            self._readings = _read_members(given, schema)
            self.tables = self.nesting.unfold({reading.name: [place.row for place in reading.places] for reading in self._readings})
            self._dump = given

    def _place(self, tables):
        # Members of the adopted dump have their names before plain values beside them, and these before tables that it does not have.
        readings = [_unread(table) for table in self._schema["tables"] if not _is_nested(table)]
        readings.sort(key=lambda reading: 1 if reading.form.kind == "root" else 2 if reading.absent else 0)
        dump = {}
        for reading in readings:
            if reading.form.kind != "root" and not reading.absent:
                dump[reading.form.member] = reading.form.empty()
        whole = self.nesting.fold(tables)
        for reading in readings:
            reading.place(dump, whole.get(reading.name, []))
        self._readings, self._dump, self.tables = readings, dump, tables

    def dump(self, tables):
        """The dump of a state that was reached from the given one; the state itself where no dump was adopted."""
        if self._readings is None:
            return tables
        tables = self.nesting.fold(tables)
        dump = dict(self._dump)
        for reading in self._readings:
            reading.put(dump, tables.get(reading.name, []))
        read = {reading.name for reading in self._readings}
        for name, rows in tables.items():
            if name not in read and name != SESSION_TABLE:
                dump[_free(name, dump.__contains__)] = rows
        return dump


class _Nested:
    """A table whose rows stand inside rows of another one, which keep an empty container in their place (docs/states.md)."""

    def __init__(self, table):
        form = table["form"]
        self.name, self.key, self.parent, self.path = table["name"], table["primary_key"][0], form["parent"], form["path"]
        self.reference, self.parent_key, self.held, self.position = form.get("reference"), form.get("parent_key"), form["held"], form.get("position")
        items = form["items"]
        self.items = _Form(items["kind"], self.path[-1], None, items.get("key"), items.get("held", items["kind"] != "pairs"), None, False)
        self.ranks = None if form.get("order") is None else _ranks(form["order"])

    def unfold(self, parents):
        """Takes the rows out of their parents; a place from which they would not come back as they are stays whole."""
        rows, taken, times = [], set(), {}
        for parent in parents:
            key = hashable(self.key_of(parent))
            times[key] = times.get(key, 0) + 1
        for at, parent in enumerate(parents):
            key = self.key_of(parent)
            addressed = len(parents) == 1 if self.reference is None else key is not None and times[hashable(key)] == 1
            found = self._rows(_place_of(parent, self.path), key, len(rows)) if addressed else None
            keys = [row.get(self.key) for row in found or ()]
            known = {hashable(value) for value in keys}
            if not keys or len(known) < len(keys) or any(value is None for value in keys) or known & taken:
                continue
            taken |= known
            rows += found
            parents[at] = _place_with(parent, self.path, self.items.empty())
        self.ranks = _ranks(row.get(self.key) for row in rows)
        return rows

    def fold(self, parents, rows):
        """Puts the rows back into their parents, and gives those that have no place there."""
        places, groups, left = {}, {}, []
        for at, parent in enumerate(parents):
            places.setdefault(hashable(self.key_of(parent)), at)
        for row in self.in_order(rows):
            groups.setdefault(hashable(self.owner_of(row)), []).append(row)
        for key, children in groups.items():
            at = places.get(key)
            filled = None if at is None else self.filled(parents[at], children)
            if filled is None:
                left += children
            else:
                parents[at] = filled
        return left

    def filled(self, parent, rows):
        """The parent's row with these rows in their place; None if something else stands there."""
        content = self.items.filled(_place_of(parent, self.path), [self._bare(row) for row in rows])
        return None if content is None else _place_with(parent, self.path, content)

    def in_order(self, rows):
        """The rows in the order of the dump; new ones follow."""
        if self.ranks is None:
            return rows
        return sorted(rows, key=lambda row: self.ranks.get(canonical(row.get(self.key)), len(self.ranks)))

    def key_of(self, parent):
        return None if self.reference is None else parent.get(self.parent_key)

    def owner_of(self, row):
        return None if self.reference is None else row.get(self.reference)

    def _rows(self, content, key, count):
        if not content or not self.items.fits(content):
            return None
        rows = []
        for place in self.items.read(content):
            row = place.row
            refers = self.reference is None or (equal(row.get(self.reference), key) if self.held else self.reference not in row)
            named = place.key is None or self.items.name(row, ()) == place.key
            if not refers or not named or self.position in row or not equal(self.items.item(row), place.item):
                return None
            row = row if self.held else _with_first(self.reference, key, row)
            rows.append(_with_first(self.position, count + len(rows) + 1, row))
        return rows

    def _bare(self, row):
        added = {self.position, None if self.held else self.reference}
        return {name: value for name, value in row.items() if name not in added}


class Nesting:
    """Takes rows out of rows and puts them back."""

    def __init__(self, schema):
        placed = {table["name"] for table in schema["tables"] if not _is_nested(table)}
        waiting = [table for table in schema["tables"] if _is_nested(table)]
        self.tables = []
        while waiting:
            table = next((table for table in waiting if table["form"]["parent"] in placed), None)
            if table is None:
                break
            self.tables.append(_Nested(table))
            placed.add(table["name"])
            waiting.remove(table)
        forms = {table["name"]: table.get("form", {}) for table in schema["tables"]}
        self.positions = {name: form["position"] for name, form in forms.items() if form.get("position") is not None}
        self._inside = {}
        for nested in self.tables:
            self._inside.setdefault(nested.parent, []).append(nested)

    def inside(self, table):
        """The tables whose rows stand inside rows of this one."""
        return self._inside.get(table, ())

    def unfold(self, whole):
        tables = dict(whole)
        for nested in self.tables:
            parents = list(tables[nested.parent])
            tables[nested.name] = nested.unfold(parents)
            tables[nested.parent] = parents
        return tables

    def fold(self, tables):
        """Puts the nested rows back. A nested table remains with the rows that have no place any more."""
        whole = dict(tables)
        for nested in reversed(self.tables):
            if whole.get(nested.name):
                parents = list(whole.get(nested.parent, ()))
                whole[nested.name] = nested.fold(parents, whole[nested.name])
                whole[nested.parent] = parents
        for nested in self.tables:
            if not whole.get(nested.name):
                whole.pop(nested.name, None)
        return whole


def _ranks(keys):
    ranks = {}
    for key in keys:
        ranks.setdefault(canonical(key), len(ranks))
    return ranks


def _place_of(row, path):
    for name in path:
        row = row.get(name) if isinstance(row, dict) else None
    return row


def _place_with(row, path, content):
    if len(path) == 1:
        return {**row, path[0]: content}
    inner = row.get(path[0])
    if inner is not None and not isinstance(inner, dict):
        return None
    made = _place_with(inner or {}, path[1:], content)
    return None if made is None else {**row, path[0]: made}


def _unread(table):
    """A table of the schema of whose rows none was read from a dump."""
    form = _form_of(table)
    return _Reading(table["name"], table["primary_key"], form or _Form("list", _member_of(table)), [], form is None)


def _member_of(table):
    return table.get("form", {}).get("member", table["name"])


def _form_of(table):
    form = table.get("form", {"kind": "missing"})
    if form["kind"] == "missing":
        return None
    key = form.get("key") or (table["primary_key"][0] if form["kind"] == "map" else None)
    plain = all(column["name"] != "value" for column in table["columns"])
    numbers = form["kind"] == "map" and any(column["name"] == key and column["type"] == "integer" for column in table["columns"])
    return _Form(form["kind"], form["member"], form.get("position"), key, form.get("held", form["kind"] != "pairs"), form.get("order"), plain, numbers)


def _are_tables(schema, given):
    """Whether a state is {table: [row, ...]} as state() gives it, rather than a dump whose members are all lists."""
    if not all(isinstance(rows, list) and all(isinstance(row, dict) for row in rows) for rows in given.values()):
        return False
    return not _adopted(schema) or all(_is_table(table, given.get(table["name"])) for table in schema["tables"])


def _adopted(schema):
    return any("form" in table for table in schema["tables"])


def _is_table(table, rows):
    if rows is None:
        return False
    form = table.get("form") or {}
    added = _added(form)
    if not all(name in row for row in rows for name in added):
        return False
    ranks = [[order_key(row.get(name)) for name in table["primary_key"]] for row in rows]
    return all(ranks[i - 1] <= ranks[i] for i in range(1, len(ranks)))


def _is_nested(table):
    return table.get("form", {}).get("kind") == "nested"


def _added(form):
    """The columns that the items of the dump do not have."""
    kind = form.get("kind")
    if kind == "nested":
        own = [] if form["held"] else [form.get("reference")]
        return [name for name in [form.get("position"), *own, *_added(form["items"])] if name is not None]
    added = [form.get("position")]
    if kind == "pairs" or kind == "map" and not form["held"]:
        added = [form.get("key")]
    return [name for name in added if name is not None]


def _read_members(dump, schema):
    """Reads each member of a dump: those of the schema's tables in their forms as far as they have them, others as they look."""
    if not isinstance(dump, dict):
        raise InvalidValue("a state is an object of tables")
    tables = {}
    root, columns = None, {}
    readings = []
    for table in schema["tables"]:
        if table.get("form", {}).get("kind") == "root":
            root, columns = table, {column["name"] for column in table["columns"]}
        elif not _is_nested(table):
            tables[_member_of(table)] = table
    taken = {table["name"] for table in schema["tables"]} | ({SESSION_TABLE} if _adopted(schema) else set())
    plain, others = {}, []
    for name, content in dump.items():
        if name in tables and (_form_of(tables[name]) or isinstance(content, (list, dict))):
            readings.append(_read_table(tables.pop(name), content))
        elif name in columns or not isinstance(content, (list, dict)):
            plain[name] = content
        else:
            others.append((name, content))
    for name, content in others:
        table = _free_after(name, lambda free: free in taken or free != name and free in dump)
        taken.add(table)
        form = _looks(name, content, None)
        readings.append(_Reading(table, [], form, form.read(content)))
    if root is not None:
        form = _form_of(root)
        row = _with_first(form.position, 1, plain)
        readings.append(_Reading(root["name"], root["primary_key"], form, [_Place(row, plain)] if plain else []))
    elif plain:
        readings.append(_Reading(_free("state", taken.__contains__), [], _Form("root", ""), [_Place(plain, plain)]))
    for table in sorted(tables.values(), key=lambda table: table["name"].encode("utf-16-be")):
        readings.append(_unread(table))
        readings[-1].absent = True
    return readings


def _read_table(table, content):
    """A table of the schema in whatever form the dump has it now."""
    name, keys = table["name"], table["primary_key"]
    form, member = _form_of(table), _member_of(table)
    if content is None:
        return _Reading(name, keys, form or _Form("list", member), [], True)
    if not isinstance(content, (list, dict)):
        return _Reading(name, keys, _Form("none", member), [])
    undecided = form and form.kind == "map" and table["form"].get("key") is None and content
    if form is None or undecided or not (form.fits(content) or form.fits_partly(content)):
        form = _looks(member, content, keys[0], form and form.position)
    return _Reading(name, keys, form, form.read(content))


def _looks(member, content, key, position=None):
    """The form that a list or an object has by its looks; a map whose rows lack their key gets this one, if it is nobody's."""
    if isinstance(content, list):
        return _Form("list" if all(isinstance(item, dict) for item in content) else "values", member, position)
    if not all(isinstance(item, dict) for item in content.values()):
        return _Form("object", member, position)
    first = next(iter(content.values()), {})
    held = next((n for n in first if all(_is_text(row.get(n), name) for name, row in content.items())), None)
    if held is not None or not content:
        return _Form("map", member, None, held or key, True)

    def is_column(name):
        return any(name in row for row in content.values())

    usual = [_singular_of(member) + "_id", "id", "key"]
    if key is not None:
        usual.insert(0, key)
    column = next((name for name in usual if not is_column(name)), None) or _free("_key", is_column)
    return _Form("map", member, None, column, False)


def _singular_of(table):
    lower = table.lower()
    if lower.endswith("ies"):
        return table[:-3] + "y"
    return table[:-1] if table.endswith("s") and not lower.endswith("ss") else table


def _with_first(name, value, row):
    return row if name is None else {**row, name: value} if name in row else {name: value, **row}


def _free(name, taken):
    """The name, with as many underscores in front as it takes to be nobody else's."""
    while taken(name):
        name = "_" + name
    return name


def _free_after(name, taken):
    """The name, with as many underscores behind as it takes to be nobody else's; none is nameless."""
    while not name or taken(name):
        name += "_"
    return name


def _is_text(value, text):
    return value == text if isinstance(value, str) else is_number(value) and number_text(value) == text
