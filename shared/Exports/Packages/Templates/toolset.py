"""The tools for verifiers: one MCP server per rollout, which plays the rollout's episode."""

import functools
import inspect
import json

import verifiers.v1 as vf

from . import Episode


class CallsState(vf.State):
    """What the scoring reads: every call of the rollout, in order, as {"method", "arguments"}."""

    calls: list[dict] = []


class DomainToolset(vf.Toolset[vf.ToolsetConfig, CallsState]):
    """The domain's tools under their own names."""

    TOOL_PREFIX = None

    async def setup_task(self, task):
        self._episode = Episode()
        self._episode.reset(json.loads(task.task))
        self._made = []


def _tool(method):
    original = getattr(Episode, method)
    signature = inspect.signature(original)

    @functools.wraps(original)
    def call(self, *positional, **named):
        arguments = dict(signature.bind(self, *positional, **named).arguments)
        del arguments["self"]
        result = getattr(self._episode, method)(**arguments)
        self._made.append({"method": method, "arguments": arguments})

        # Always the whole list: a call whose update is lost is in the next one.
        self.state.calls = list(self._made)
        return result

    return vf.tool(call)


for _name, _member in list(vars(Episode).items()):
    if inspect.isfunction(_member) and not _name.startswith("_") and _name not in ("reset", "get_reward"):
        setattr(DomainToolset, _name, _tool(_name))


if __name__ == "__main__":
    DomainToolset.run()
