# Operators by the place of items: where one stands, what stands at the same place, and what is set at a path.


def index_of(container, sought):
    if container is None:
        return None
    if isinstance(container, str):
        if sought is None:
            return None
        _strings("index_of", sought)
        _search(container, sought)
        index = container.find(sought)
        return None if index < 0 else index
    _items("index_of", "an array or string", container)
    _deep(container)
    return next((i for i, item in enumerate(container) if equal(item, sought)), None)


def zip_(*arrays):
    if None in arrays:
        return None
    length = min(len(_items("zip", "an array", array)) for array in arrays)
    charge(length * len(arrays))
    return [[array[i] for array in arrays] for i in range(length)]


def put_at(container, path, value):
    _items("put_at", "an array of names and indexes", path)
    if len(path) > MAX_NESTING:
        raise invalid("put_at takes a path of at most 64 names and indexes")
    return _put_at(container, path, value)


def _put_at(container, path, value):
    if not path:
        return value
    if len(path) > 1:
        value = _put_at(_at("put_at", container, path[0]), path[1:], value)
    return _put("put_at", container, path[0], value)
