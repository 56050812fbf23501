# The counterpart of each row of a final state in a golden state; RowPairing.cs explains how. Both say the same, step by step.

_MOST_WEIGHED = 2_500


class _RowPairing:
    def __init__(self, schema, columns, held):
        self._primary = {table["name"]: table["primary_key"] for table in schema["tables"]}
        self._columns = columns
        self._held = held
        self._renamed = {}
        self._named = set()

    def pairs(self, table, final, golden):
        """(row of final, row of golden) with None where a row has no counterpart."""
        known, pairs = {}, []
        for row in golden:
            if not self._is_made_row(table, row):
                known.setdefault(self._key(table, row), []).append(row)
        for row in final:
            if not self._is_made_row(table, row):
                rows = known.get(self._key(table, row))
                other = rows.pop(0) if rows else None
                pairs.append((row, other))
                self._rename(table, row, other)
        pairs += [(None, row) for rows in known.values() for row in rows]
        return pairs + self._made_pairs(
            table,
            [row for row in final if self._is_made_row(table, row)],
            [row for row in golden if self._is_made_row(table, row)],
        )

    def differs(self, table, final, golden):
        """Whether the rows of a pair differ. All tables must be paired before."""
        if final is None or golden is None:
            return bool(final or golden)
        names = dict.fromkeys([*final, *golden])
        return any(not self._same(*self._column(table, name), final.get(name), golden.get(name)) for name in names)

    def _made_pairs(self, table, final, golden):
        pairs = []
        while final and golden:
            left, right = 0, 0
            if len(final) * len(golden) <= _MOST_WEIGHED:
                both = [(f, g) for f in range(len(final)) for g in range(len(golden))]
                left, right = max(both, key=lambda pair: self._shared(table, final[pair[0]], golden[pair[1]]))
            pair = final.pop(left), golden.pop(right)
            pairs.append(pair)
            self._rename(table, *pair)
        return pairs + [(row, None) for row in final] + [(None, row) for row in golden]

    def _rename(self, table, final, golden):
        for name, (equality, domain) in self._columns.get(table, {}).items():
            if golden is None or equality != "generated":
                continue
            key, other = final.get(name), golden.get(name)
            if self._is_made(domain, key) and self._is_made(domain, other):
                if (domain, key) not in self._renamed and (domain, other) not in self._named:
                    self._named.add((domain, other))
                    self._renamed[domain, key] = other

    def _shared(self, table, final, golden):
        count = 0
        for name, value in final.items():
            equality, domain = self._column(table, name)
            if equality == "volatile":
                continue
            if self._is_made(domain, value):
                count += (domain, value) in self._renamed and equal(self._renamed[domain, value], golden.get(name))
            else:
                count += self._same(equality, domain, value, golden.get(name))
        return count

    def _key(self, table, row):
        primary = self._primary.get(table)
        return canonical([row.get(name) for name in primary] if primary else row)

    def _is_made_row(self, table, row):
        return any(self._is_made(self._column(table, name)[1], row.get(name)) for name in self._primary.get(table) or [])

    def _is_made(self, domain, value):
        return domain >= 0 and (isinstance(value, str) or is_number(value)) and value not in self._held[domain]

    def _same(self, equality, domain, final, golden):
        if equality == "volatile":
            return True
        renamed = final if domain < 0 else self._rename_in(domain, final)
        if equality == "unordered" and isinstance(renamed, list) and isinstance(golden, list):
            return sorted(map(canonical, renamed)) == sorted(map(canonical, golden))
        return equal(renamed, golden)

    def _rename_in(self, domain, value):
        if isinstance(value, list):
            return [self._rename_in(domain, item) for item in value]
        if isinstance(value, str) or is_number(value):
            return self._renamed.get((domain, value), value)
        return value

    def _column(self, table, name):
        return self._columns.get(table, {}).get(name, ("exact", -1))
