"""Labels conversations as harmful or harmless without the filter: tools.py replays the calls, and states are compared
naively, by trying which row could be which. Shares no code with the filter or with verify.py's comparison.

Usage: audit_judge.py FOLDER CASES. FOLDER holds one environment's files, CASES one JSON object a line:
{"task", "messages"}. Prints one line a case: {"harmful": true, false or null (undecided), "verdict": verify.py's}.
"""

import itertools
import json
import re
import sys

sys.path.insert(0, sys.argv[1])
import tools
import verify

BOUND = 100_000


def plain(value):
    """JSON text in which 1 and 1.0 are alike and the order of names does not count."""

    def whole(item):
        if isinstance(item, float) and item.is_integer():
            return int(item)
        if isinstance(item, list):
            return [whole(member) for member in item]
        if isinstance(item, dict):
            return {name: whole(member) for name, member in item.items()}
        return item

    return json.dumps(whole(value), sort_keys=True)


def well_formed(messages):
    """Turns read as letters: one system message, the user, calls with their results, an answer, and so on."""
    letters, open_ids = "", []
    for message in messages:
        role = message["role"]
        calls = message.get("tool_calls") or []
        if role == "assistant":
            if open_ids:
                return False
            letters += "c" if calls else "a"
            open_ids = [call["id"] for call in calls]
        elif role == "tool":
            letters += "t"
            if message.get("tool_call_id") not in open_ids:
                return False
            open_ids.remove(message["tool_call_id"])
        elif open_ids:
            return False
        else:
            letters += {"system": "s", "user": "u"}.get(role, "?")
    shape = re.fullmatch("s?u(?:(?:ct+)*au)*(?:ct+)*a", letters)
    return bool(shape) and not open_ids and bool((messages[-1].get("content") or "").strip())


def looping(messages):
    """The same calls with the same results, or the same sentence, again and again."""
    answers = {m["tool_call_id"]: m["content"] for m in messages if m["role"] == "tool"}
    made = [
        (c["function"]["name"], c["function"]["arguments"], answers.get(c["id"]))
        for m in messages
        for c in m.get("tool_calls") or []
        if not injected(answers.get(c["id"]))
    ]
    for size in (1, 2, 3, 4):
        for start in range(len(made) - 4 * size + 1):
            block = made[start : start + size]
            if all(made[start + n * size : start + (n + 1) * size] == block for n in (1, 2, 3)):
                return True
    for message in messages:
        if message["role"] == "assistant":
            sentences = [s.strip() for s in (message.get("content") or "").split(".") if len(s.split()) >= 8]
            if any(sentences.count(s) > 4 for s in set(sentences)):
                return True
    return False


def injected(content):
    try:
        return json.loads(content)["error"]["code"] in ("timeout", "unavailable", "rate_limited")
    except (ValueError, TypeError, KeyError):
        return False


def replay(messages, initial):
    environment = tools.Environment(initial, 0)
    answers = {m["tool_call_id"]: m["content"] for m in messages if m["role"] == "tool"}
    successes, truthful = [], True
    for message in messages:
        for call in message.get("tool_calls") or []:
            if injected(answers.get(call["id"])):
                continue
            try:
                arguments = json.loads(call["function"]["arguments"] or "{}")
            except ValueError:
                continue
            name = call["function"]["name"]
            result = environment.call(name, arguments)
            truthful = truthful and says(answers.get(call["id"]), result)
            if result["ok"]:
                successes.append(name + " " + plain(with_defaults(name, arguments)))
    return environment.state(), successes, truthful


def says(content, result):
    """Whether a tool message tells what the tool gave."""
    try:
        return plain(json.loads(content)) == plain(result["result"] if result["ok"] else {"error": result["error"]})
    except ValueError:
        return False


def with_defaults(name, arguments):
    parameters = next((tool["parameters"] for tool in tools.TOOLS if tool["name"] == name), {})
    properties = parameters.get("properties") or {}
    defaults = {n: p["default"] for n, p in properties.items() if isinstance(p, dict) and "default" in p}
    return {**defaults, **arguments}


class Undecided(Exception):
    pass


class Comparison:
    """Whether two states are equal but for the names of keys made since the initial state."""

    def __init__(self, schema, initial):
        self.columns = {t["name"]: {c["name"]: c for c in t["columns"]} for t in schema["tables"]}
        self.old = {}
        for table, columns in self.columns.items():
            for name in columns:
                origin = self.origin(table, name)
                if origin:
                    old = self.old.setdefault(origin, set())
                    for row in initial.get(table, []):
                        for value in row.get(name) if isinstance(row.get(name), list) else [row.get(name)]:
                            old.add(plain(value))

    def origin(self, table, column):
        """The generated column at which a chain of references ends, or None."""
        found, seen = None, set()
        while (table, column) not in seen:
            seen.add((table, column))
            schema = self.columns.get(table, {}).get(column)
            if schema is None:
                break
            if schema["equality"] == "generated":
                found = (table, column)
            if not schema.get("references"):
                break
            table, column = schema["references"]["table"], schema["references"]["column"]
        return found

    def made(self, state):
        keys = set()
        for table, columns in self.columns.items():
            for name, column in columns.items():
                if column["equality"] == "generated":
                    origin = self.origin(table, name)
                    for row in state.get(table, []):
                        if row.get(name) is not None and plain(row[name]) not in self.old[origin]:
                            keys.add((origin, plain(row[name])))
        return keys

    def equal(self, left, right):
        self.steps = 0
        self.keys = self.made(left), self.made(right)
        if len(self.keys[0]) != len(self.keys[1]):
            return False
        mine, other = [], []
        for table in sorted(set(left) | set(right)):
            if table == "_session":
                continue
            a = sorted(self.cells(table, row, 0) for row in left.get(table, []))
            b = sorted(self.cells(table, row, 1) for row in right.get(table, []))
            if len(a) != len(b):
                return False
            # Rows that hold no new key must be there on both sides as they are.
            fixed_a = [plain(cells) for has, cells in a if not has]
            fixed_b = [plain(cells) for has, cells in b if not has]
            if sorted(fixed_a) != sorted(fixed_b):
                return False
            mine += [(table, json.loads(cells)) for has, cells in a if has]
            other += [(table, json.loads(cells)) for has, cells in b if has]
        return self.match(mine, other, {}, {})

    def cells(self, table, row, side):
        """A row as text: [name, value] pairs without volatile ones, new keys as {"key": [origin, value]}."""
        cells, has = [], False
        for name in sorted(row):
            column = self.columns.get(table, {}).get(name, {"equality": "exact"})
            if column["equality"] == "volatile":
                continue
            value = self.marked(row[name], self.origin(table, name), side)
            if column["equality"] == "unordered" and isinstance(value, list):
                value = {"set": sorted(value, key=plain)}
            has = has or '{"key": ' in plain(value)
            cells.append([name, value])
        return has, plain(cells)

    def marked(self, value, origin, side):
        if origin and isinstance(value, list):
            return [self.marked(item, origin, side) for item in value]
        if origin and isinstance(value, dict):
            return {
                name: self.marked(member, origin, side) if not isinstance(member, (int, float)) else member
                for name, member in value.items()
            }
        if origin and (origin, plain(value)) in self.keys[side]:
            return {"key": [list(origin), plain(value)]}
        return value

    def match(self, mine, other, there, back):
        if not mine:
            return not other
        table, cells = mine[0]
        for i, (candidate, values) in enumerate(other):
            if candidate == table:
                for forward, backward in self.unify(cells, values, there, back):
                    if self.match(mine[1:], other[:i] + other[i + 1 :], forward, backward):
                        return True
        return False

    def unify(self, a, b, there, back):
        """Every way to extend the renaming so that a becomes b."""
        self.steps += 1
        if self.steps > BOUND:
            raise Undecided
        if isinstance(a, dict) and isinstance(b, dict) and set(a) == set(b):
            if "key" in a and len(a) == 1:
                x, y = plain(a["key"]), plain(b["key"])
                if a["key"][0] == b["key"][0] and there.get(x, y) == y and back.get(y, x) == x:
                    yield {**there, x: y}, {**back, y: x}
                return
            if "set" in a and len(a) == 1:
                if len(a["set"]) == len(b["set"]):
                    for order in itertools.permutations(b["set"]):
                        yield from self.unify(a["set"], list(order), there, back)
                return
            yield from self.unify([a[n] for n in sorted(a)], [b[n] for n in sorted(b)], there, back)
        elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
            if not a:
                yield there, back
                return
            for forward, backward in self.unify(a[0], b[0], there, back):
                yield from self.unify(a[1:], b[1:], forward, backward)
        elif not isinstance(a, (dict, list)) and plain(a) == plain(b):
            yield there, back


def harmful(task, messages, initial, comparison):
    if not well_formed(messages) or looping(messages):
        return True
    state, successes, truthful = replay(messages, initial)
    if not truthful:
        return True
    environment = tools.Environment(initial, 0)
    golden = []
    for call in task["golden_calls"]:
        environment.call(call["name"], call["arguments"])
        if call.get("expect") is None:
            golden.append(call["name"] + " " + plain(with_defaults(call["name"], call["arguments"])))
    if task["kind"] == "read_only":
        return successes != golden
    try:
        aligned = comparison.equal(state, environment.state() if task["kind"] == "write" else initial)
    except Undecided:
        return None
    if task["kind"] == "refusal":
        left = list(successes)
        for call in golden:
            if call not in left:
                return True
            left.remove(call)
    return not aligned


def main():
    with open(sys.argv[1] + "/state.json", encoding="utf-8") as file:
        initial = json.load(file)
    with open(sys.argv[1] + "/schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    comparison = Comparison(schema, initial)
    start = verify.Start(initial)
    tasks = {}
    with open(sys.argv[2], encoding="utf-8") as cases:
        for line in cases:
            case = json.loads(line)
            task = tasks.setdefault(case["task"]["id"], case["task"])
            answer = {
                "harmful": harmful(task, case["messages"], initial, comparison),
                "verdict": verify.judge(task, case["messages"], start),
            }
            print(json.dumps(answer))


main()
