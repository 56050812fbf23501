"""Plays every task of a package through each adapter: its golden calls, then nothing at all. Prints one line an adapter.

Usage: play.py PACKAGE_FOLDER MODULE
"""

import importlib
import json
import keyword
import pathlib
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent / "Libraries"), sys.argv[1]]
package = importlib.import_module(sys.argv[2])

import trl_rules  # noqa: E402
import verifiers.v1 as vf  # noqa: E402


def offered_calls(task, shown=lambda name: name):
    """The golden calls as a model makes them that is shown the tools: by their names and their parameters' names."""
    tools = importlib.import_module(package.__name__ + ".environment.verify")._TOOLS
    return [(c["name"], {shown(n): v for n, v in _named(tools[c["name"]], c["arguments"]).items()}) for c in task["golden_calls"]]


def _named(tool, arguments):
    return {a if a.isidentifier() and not keyword.iskeyword(a) else tool["arguments"][a]: value for a, value in arguments.items()}


def trl():
    adapter = importlib.import_module(package.__name__ + ".trl")
    schemas = {m.__name__: trl_rules.json_schema(m) for m in trl_rules.tools_of(adapter.Environment()).values()}
    rewards = []
    for split in ("train", "validation"):
        for row in adapter.rows(split):
            assert [m["role"] for m in row["prompt"]] == ["system", "user"]
            calls = offered_calls(json.loads(row["task"]))
            played, _ = trl_rules.play(adapter.Environment, row, calls)
            idle, _ = trl_rules.play(adapter.Environment, row, [])
            rewards.append(adapter.goal_reached(environments=[played, idle], prompts=[]))
    return sorted(schemas), rewards


def verifiers():
    taskset_type = vf.plugin(package)
    [config_type] = [a for a in taskset_type.__orig_bases__[0].__args__ if issubclass(a, vf.TasksetConfig)]
    rewards, names = [], []
    for split in ("train", "validation"):
        taskset = taskset_type(config_type(split=split))
        for task in taskset.load():
            tools, _, played = vf.play(taskset, task, offered_calls(json.loads(task.data.task), lambda n: n.lstrip("_")))
            _, _, idle = vf.play(taskset, task, [])
            rewards.append(played + idle)
            names = sorted(tools)
    return names, rewards


def openenv():
    app = importlib.import_module(package.__name__ + ".openenv").app
    rewards, names = [], []
    for split in ("train", "validation"):
        for task in package.tasks(split):
            pair = []
            for calls in (task["golden_calls"], []):
                session = app.session()
                opening = session.reset(split=split, task=task["id"])
                assert opening["observation"]["text"] == task["intent"] and not opening["done"]
                names = sorted(t["function"]["name"] if "function" in t else t["name"] for t in opening["observation"]["tools"])
                for call in calls:
                    assert not session.step(tool_name=call["name"], arguments=call["arguments"])["done"]
                assert session.state()["step_count"] == len(calls)
                end = session.step(answer="That is all.")
                assert end["done"]
                pair.append(end["reward"])
            rewards.append(pair)
    unknown = app.session()
    unknown.reset(seed=0)
    assert "unknown_tool" in unknown.step(tool_name="no_such_tool", arguments={})["observation"]["text"]
    return names, rewards


for adapter in (trl, verifiers, openenv):
    names, rewards = adapter()
    print(json.dumps({"adapter": adapter.__name__, "tools": names, "rewards": rewards}))
