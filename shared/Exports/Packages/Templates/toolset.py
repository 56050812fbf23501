"""The tools for verifiers: one MCP server per rollout, which plays the rollout's episode."""

import functools
import inspect
import json
import keyword

import verifiers.v1 as vf

from . import Episode
from .environment.verify import METHODS


class CallsState(vf.State):
    """What the scoring reads: every call of the rollout, in order, as {"method", "arguments"}."""

    calls: list[dict] = []


class DomainToolset(vf.Toolset[vf.ToolsetConfig, CallsState]):
    """The domain's tools under their own names; TOOL_PREFIX is None, so that none is put before them."""

    TOOL_PREFIX = None

    async def setup_task(self, task):
        self._episode = Episode()
        self._episode.reset(json.loads(task.task))
        self._made = []


def _tool(tool, method):
    original = getattr(Episode, method)
    signature = inspect.signature(original)
    offered = _offered(signature)

    @functools.wraps(original)
    def call(self, *positional, **named):
        bound = offered.bind(self, *positional, **named).arguments
        arguments = {own: bound[shown] for own, shown in zip(signature.parameters, offered.parameters) if shown in bound}
        del arguments["self"]
        result = getattr(self._episode, method)(**arguments)
        self._made.append({"method": method, "arguments": arguments})

        # Always the whole list: a call whose update is lost is in the next one.
        self.state.calls = list(self._made)
        return result

    call.__signature__ = offered
    call.__annotations__ = {p.name: p.annotation for p in offered.parameters.values() if p.name != "self"} | {"return": str}
    return vf.tool(call)


def _offered(signature):
    """The signature as an MCP server takes it, which refuses names that begin with an underscore."""
    taken, parameters = set(), []
    for parameter in signature.parameters.values():
        name = parameter.name.lstrip("_") or "value"
        while name in taken or not name.isidentifier() or keyword.iskeyword(name):
            name = "a" + name if not name.isidentifier() else name + "_"
        taken.add(name)
        parameters.append(parameter.replace(name=name))
    return signature.replace(parameters=parameters)


# The attributes are ours and the tools' names theirs: a tool may be called run, register or state, as the server's own members are.
for _number, (_name, _method) in enumerate(METHODS.items(), 1):
    setattr(DomainToolset, "tool_%d" % _number, _tool(_name, _method))


if __name__ == "__main__":
    DomainToolset.run()
