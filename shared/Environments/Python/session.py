# What every environment has in common: calls by name, their validation, and that a failed call changes nothing.
import copy


def copy_value(value):
    """A copy that the caller may change."""
    if isinstance(value, dict):
        return {name: copy_value(member) for name, member in value.items()}
    return [copy_value(item) for item in value] if isinstance(value, list) else value


class ToolSession:
    """Calls tools, each of which is a method, on a database."""

    def __init__(self, schema, tools, state, seed):
        self._given = GivenState(schema, normalize(state))
        self._db = Database(schema, self._given.tables, seed, self._given.nesting)
        self._schema = schema
        self._tools = {tool["name"]: (tool["method"], tool["arguments"], tool["parameters"]) for tool in tools}
        self._validators = {}

    def _fork(self):
        """Another session that starts where this one is; both go their own ways."""
        fork = copy.copy(self)
        fork._db = Database(self._schema, self._db.state(), 0, self._given.nesting, self._db)
        return fork

    def call(self, name: str, arguments: dict) -> dict:
        """Calls a tool by its name.

        Args:
            name: The tool's name.
            arguments: Its arguments; defaults need not be filled in.

        Returns:
            {"ok": True, "result": ...} or {"ok": False, "error": {"code": ..., "message": ...}}.
        """
        if name not in self._tools:
            return _tool_error("unknown_tool", "unknown tool: " + str(name))
        method, parameters, schema = self._tools[name]
        validator = self._validators.get(name)
        if validator is None:
            validator = self._validators[name] = ArgumentValidator(schema)
        try:
            arguments = normalize(arguments)
        except InvalidValue:
            return _tool_error("invalid_arguments", "the arguments are no JSON of the value model")
        problem, arguments = validator.validate(arguments)
        if problem is not None:
            return _tool_error("invalid_arguments", problem)
        done = False
        try:
            self._db.begin()
            if parts_of(arguments) > MAX_PARTS:
                raise invalid("a value holds at most 100000 parts, 64 deep")
            given = {parameters[name]: value for name, value in arguments.items() if name in parameters}
            result = held(getattr(self, method)(**given))
            self._db.commit()
            done = True
            return {"ok": True, "result": copy_value(result)}
        except ToolFailure as failure:
            return _tool_error(failure.code, failure.message)
        finally:
            if not done:
                self._db.roll_back()

    def state(self) -> dict:
        """The whole state, {table: [row, ...]}, rows in order of primary key."""
        return copy_value(self._db.state())

    def dump(self) -> dict:
        """The whole state in the form of the adopted dump, with the changes in their place; state() where none was adopted."""
        return copy_value(self._given.dump(self._db.state()))


def _tool_error(code, message):
    return {"ok": False, "error": {"code": code, "message": message}}
