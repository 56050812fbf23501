"""What verifiers' version 1 tasksets rest on, by its published sources: data, tasks, tasksets, toolsets, rewards.

Fields are the annotations; a call of a tool pulls the rollout's state before and pushes it after.
"""

import asyncio
import inspect
import json
import typing


class _Model:
    def __init__(self, **values):
        fields = {}
        for cls in reversed(type(self).__mro__):
            fields.update({n: getattr(cls, n, None) for n in getattr(cls, "__annotations__", {})})
        unknown = set(values) - set(fields)
        if unknown:
            raise ValueError(f"{type(self).__name__} has no {sorted(unknown)}")
        for name, default in fields.items():
            setattr(self, name, values.get(name, default))

    def dump(self):
        return json.dumps(vars(self))


class TaskData(_Model):
    idx: int = None
    name: str = None
    prompt: str = None
    system_prompt: str = None


class State(_Model):
    pass


class TaskConfig(_Model):
    pass


class TasksetConfig(_Model):
    pass


class ToolsetConfig(_Model):
    pass


DataT, StateT, ConfigT, TaskT = (typing.TypeVar(n) for n in ("DataT", "StateT", "ConfigT", "TaskT"))


class Task(typing.Generic[DataT, StateT, ConfigT]):
    def __init__(self, data, config):
        self.data, self.config = data, config

    @classmethod
    def toolsets(cls, config):
        return []


class Taskset(typing.Generic[TaskT, ConfigT]):
    def __init__(self, config):
        self.config = config


class Toolset(typing.Generic[ConfigT, StateT]):
    TOOL_PREFIX = ""

    def __init__(self, config):
        self.config = config
        arguments = typing.get_args(type(self).__orig_bases__[0])
        self._state_type = arguments[1]
        self.state = self._state_type()

    @property
    def server_name(self):
        return self.TOOL_PREFIX or type(self).__name__

    async def setup(self):
        pass

    async def setup_task(self, task):
        pass

    def _register(self):
        tools = {}
        for cls in type(self).__mro__:
            for name, function in vars(cls).items():
                if callable(function) and hasattr(function, "tool"):
                    tool = getattr(self, name)
                    for parameter in inspect.signature(tool).parameters:
                        # As FastMCP does.
                        if parameter.startswith("_"):
                            raise TypeError(f"parameter {parameter} of {name} cannot start with '_'")
                    tools.setdefault(function.tool_name or function.__name__, tool)
        return tools

    @classmethod
    def run(cls):
        """Entry point of the server module."""
        return cls(ToolsetConfig())

    async def serve(self, task, channel):
        """The server of one rollout; channel holds the state's text, which is all that scoring gets to see."""
        if not isinstance(self.server_name, str) or not isinstance(self.run(), type(self)):
            raise TypeError("a member of the server is hidden")
        await self.setup()
        await self.setup_task(task)
        tools = self._register()

        async def call(name, arguments):
            inspect.signature(tools[name]).bind(**arguments)
            self.state = self._state_type(**json.loads(channel["state"]))
            result = tools[name](**arguments)
            channel["state"] = self.state.dump()
            return result

        return tools, call


def tool(function=None, name=None):
    def mark(function):
        function.tool, function.tool_name = True, name
        return function

    return mark if function is None else mark(function)


def reward(function):
    function.reward = True
    return function


def plugin(module):
    """The one Taskset subclass that the module exports."""
    found = [getattr(module, name, None) for name in module.__all__]
    [taskset] = [o for o in found if isinstance(o, type) and issubclass(o, Taskset) and o is not Taskset]
    return taskset


def play(taskset, task, calls):
    """One rollout: the task's toolset, the calls, then every reward over the trace."""

    async def rollout():
        task_type, state_type, _ = typing.get_args(type(task).__orig_bases__[0])
        assert isinstance(task.data, task_type)
        channel = {"state": state_type().dump()}
        [toolset] = task.toolsets(task.config)
        tools, call = await toolset.serve(task.data, channel)
        results = [await call(name, arguments) for name, arguments in calls]
        trace = type("Trace", (), {"state": state_type(**json.loads(channel["state"]))})()
        rewards = [m for _, m in inspect.getmembers(task, inspect.ismethod) if hasattr(m, "reward")]
        return tools, results, [await one(trace=trace) for one in rewards]

    return asyncio.run(rollout())
