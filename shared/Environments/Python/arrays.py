# Operators on arrays and objects, and the order of queries.


def _items(op, takes, value):
    if not isinstance(value, list):
        raise refused(op, takes, value)
    return value


def _members(op, value):
    if not isinstance(value, dict):
        raise refused(op, "an object", value)
    return value


def field(target, name):
    if target is None:
        return None
    if not isinstance(target, dict):
        raise refused("a field", "an object", target)
    return target.get(name)


def has(container, item):
    if isinstance(container, dict):
        return isinstance(item, str) and _read(item) in container
    if container is None:
        return False
    _items("has", "an array or object", container)
    _deep(container)
    return any(equal(candidate, item) for candidate in container)


def _index(op, key, items):
    if not is_number(key):
        raise refused(op, "an index for an array", key)
    index = _whole(op, key)
    return index + len(items) if index < 0 else index


def at(container, key):
    return _at("at", container, key)


def _at(op, container, key):
    if container is None or key is None:
        return None
    if isinstance(container, dict):
        if not isinstance(key, str):
            raise refused(op, "a name for an object", key)
        return container.get(_read(key))
    _items(op, "an array or object", container)
    index = _index(op, key, container)
    return container[index] if 0 <= index < len(container) else None


def count(container):
    if container is None:
        return 0
    if not isinstance(container, (list, dict)):
        raise refused("count", "an array or object", container)
    return len(container)


def slice_(array, offset, length=MISSING):
    if array is None or offset is None or length is None:
        return None
    _items("slice", "an array", array)
    first = _clip("slice", offset, len(array))
    take = len(array) - first if length is MISSING else _clip("slice", length, len(array) - first)
    charge(take)
    return array[first : first + take]


def append(array, *items):
    array = [] if array is None else _items("append", "an array", array)
    charge(len(array) + len(items))
    return [*array, *items]


def remove(array, item):
    if array is None:
        return None
    _items("remove", "an array", array)
    _deep(array)
    return [candidate for candidate in array if not equal(candidate, item)]


def hashable(value):
    """A dictionary key that is equal for equal values only."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool) or value is None:
        return value
    return (canonical(value),)


def distinct(array):
    if array is None:
        return None
    _items("distinct", "an array", array)
    _deep(array)
    kept = {}
    for item in array:
        kept.setdefault(hashable(item), item)
    return list(kept.values())


def reverse(array):
    if array is None:
        return None
    _items("reverse", "an array", array)
    charge(len(array))
    return array[::-1]


def sum_of(array):
    items = [] if array is None else _items("sum_of", "an array", array)
    charge(len(items))
    return _sum("sum_of", items)


def _sum(op, items):
    total = 0
    for item in items:
        if item is not None:
            if not is_number(item):
                raise refused(op, "numbers", item)
            total = add(total, item)
    return total


def min_of(array):
    items = [] if array is None else _items("min_of", "an array", array)
    charge(len(items))
    return _extreme("min_of", items, -1)


def max_of(array):
    items = [] if array is None else _items("max_of", "an array", array)
    charge(len(items))
    return _extreme("max_of", items, 1)


def range_(start, count):
    if start is None or count is None:
        return None
    first = _whole("range", start)
    wanted = max(0, _whole("range", count))
    if wanted > 10_000 or abs(first) > MAX_INTEGER - 10_000:
        raise invalid("range gives at most 10000 integers within 2^53")
    charge(wanted)
    return list(range(first, first + wanted))


def put(container, key, value):
    return _put("put", container, key, value)


def _put(op, container, key, value):
    if container is None or isinstance(container, dict):
        if not isinstance(key, str):
            raise refused(op, "a name for an object", key)
        members = {} if container is None else container
        _read(key)
        charge(len(members))
        return {**members, key: value}
    _items(op, "an array or object", container)
    index = _index(op, key, container)
    if not 0 <= index < len(container):
        raise invalid(op + " finds no item at this index")
    charge(len(container))
    return [*container[:index], value, *container[index + 1 :]]


def merge(*objects):
    merged = {}
    for members in objects:
        if members is not None:
            charge(len(_members("merge", members)))
            merged.update(members)
    return merged


def without(members, *names):
    if members is None:
        return None
    charge(len(_members("without", members)))
    dropped = set()
    for name in names:
        if name is not None:
            if not isinstance(name, str):
                raise refused("without", "names", name)
            dropped.add(_read(name))
    return {name: value for name, value in members.items() if name not in dropped}


def keys(members):
    if members is None:
        return None
    charge(len(_members("keys", members)))
    return sorted(members)


def items(members):
    if members is None:
        return None
    charge(len(_members("items", members)))
    return [members[name] for name in sorted(members)]


def sort_by(values, order):
    """Sorts by computed keys; each of them ascending or descending, equal items in their order."""
    keyed = [(value, [key(value) for key, _ in order]) for value in values]
    for _, found in keyed:
        for part in found:
            if isinstance(part, (list, dict)) or isinstance(part, str) and len(part) >= 64:
                charge(16 * parts_of(part))
    for i in range(len(order) - 1, -1, -1):
        if any(found[i] is not None for _, found in keyed):
            keyed.sort(key=lambda pair: order_key(pair[1][i]), reverse=order[i][1])
    return [value for value, _ in keyed]


def each(array, weight, where=None, order=None):
    """The items of an array that meet a condition, sorted."""
    found = [] if array is None else _items("map", "an array", array)
    charge(len(found) * weight)
    if where is not None:
        found = [item for item in found if where(item)]
    return sort_by(found, order) if order else found


def _weighed(op, array, weight):
    """The items of an array, each of which costs its weight; None counts as an empty array."""
    found = [] if array is None else _items(op, "an array", array)
    charge(len(found) * weight)
    return found


def find(array, weight, where):
    """The first item that meets a condition, or None."""
    return next((item for item in _weighed("find", array, weight) if where(item)), None)


def any_(array, weight, where):
    return any(where(item) for item in _weighed("any", array, weight))


def all_(array, weight, where):
    return all(where(item) for item in _weighed("all", array, weight))


def filter_(array, weight, where):
    return [item for item in _weighed("filter", array, weight) if where(item)]


def group(array, weight, by):
    """{"key", "items"} for each value of a key, in the order in which the keys come first."""
    groups = {}
    for item in _weighed("group", array, weight):
        key = by(item)
        _deep(key)
        groups.setdefault(hashable(key), {"key": key, "items": []})["items"].append(item)
    return list(groups.values())


def rounds(array, weight):
    """The items of a loop, each of which costs as many steps as the loop's body has parts."""
    for item in [] if array is None else _items("for", "an array", array):
        charge(weight)
        yield item
