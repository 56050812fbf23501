"""One AgentScaler environment, packaged for Python trainers.

Episode plays a task, verify judges a whole conversation, tasks and system_prompt are what an agent is given. The
adapters lie beside: trl, taskset (verifiers) and openenv. Each imports its library only when it is used.
"""

import json
import pathlib

from .environment.verify import Episode, verify

__all__ = ["DomainTaskset", "Episode", "system_prompt", "tasks", "verify"]

_FOLDER = pathlib.Path(__file__).resolve().parent / "environment"


def tasks(split="train"):
    """The tasks of one side of the split.

    Args:
        split: "train" or "validation"; no task, and no nearly equal intent, is on both sides.

    Returns:
        A list of tasks, as Episode.reset takes them.
    """
    if split not in ("train", "validation"):
        raise ValueError('split must be "train" or "validation", not ' + repr(split))
    with open(_FOLDER / (split + ".jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def system_prompt():
    """The system message of every episode: who the agent is, how it works, and the environment's policy."""
    return (_FOLDER / "system.md").read_text(encoding="utf-8")


def __getattr__(name):
    # verifiers looks for its taskset here; nobody else needs verifiers to be installed.
    if name == "DomainTaskset":
        from .taskset import DomainTaskset

        return DomainTaskset
    raise AttributeError(name)
