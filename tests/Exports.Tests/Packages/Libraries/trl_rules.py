"""What TRL's GRPOTrainer and transformers' get_json_schema ask of an environment, by their published sources.

Tools are the public bound methods but reset and get_reward; every parameter needs a type hint and a line under "Args:".
"""

import inspect
import re
import types
import typing

_DESCRIPTION = re.compile(r"^(.*?)[\n\s]*(Args:|Returns:|Raises:|\Z)", re.DOTALL)
_ARGS = re.compile(r"\n\s*Args:\n\s*(.*?)[\n\s]*(Returns:|Raises:|\Z)", re.DOTALL)
_ARGUMENT = re.compile(r"(?:^|\n)\s*(\w+):\s*(.*?)\s*(?=\n\s*\w+:|\Z)", re.DOTALL)
_NAMES = {int: "integer", float: "number", str: "string", bool: "boolean", type(None): "null"}


def tools_of(environment):
    # The trainer finds methods by attribute and offers them by __name__.
    return {
        member.__name__: member
        for name, member in inspect.getmembers(environment, predicate=inspect.ismethod)
        if name not in ("reset", "get_reward") and not name.startswith("_")
    }


def json_schema(method):
    documentation = inspect.getdoc(method).strip()
    args = _ARGS.search(documentation)
    described = dict(_ARGUMENT.findall(args.group(1))) if args else {}
    hints = typing.get_type_hints(method)
    hints.pop("return", None)
    required = []
    for name, parameter in inspect.signature(method).parameters.items():
        if parameter.annotation is inspect.Parameter.empty:
            raise TypeError(f"{method.__name__}: {name} has no type hint")
        if parameter.default is inspect.Parameter.empty:
            required.append(name)
    missing = [name for name in hints if name not in described]
    if missing or not _DESCRIPTION.search(documentation).group(1).strip():
        raise TypeError(f"{method.__name__}: the docstring does not describe {missing}")
    return {
        "name": method.__name__,
        "parameters": {"properties": {n: _type(h) for n, h in hints.items()}, "required": required},
    }


def _type(hint):
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is None:
        return {} if hint is typing.Any else {"type": _NAMES.get(hint, "object")}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_type(argument) for argument in arguments]}
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin is list:
        return {"type": "array", "items": _type(arguments[0])}
    if origin is dict:
        return {"type": "object"}
    raise TypeError(f"no JSON schema for {hint}")


def play(factory, row, calls):
    """One generation: reset with the row's columns, the calls by their tools' names, then the reward function."""
    environment = factory()
    tools = tools_of(environment)
    observation = environment.reset(**row)
    assert observation is None or isinstance(observation, str)
    return environment, [tools[name](**arguments) for name, arguments in calls]
