"""For verifiers: the taskset, which the package exports as verifiers looks for it."""

import json

import verifiers.v1 as vf

from . import Episode, system_prompt, tasks
from .toolset import CallsState, DomainToolset


class DomainData(vf.TaskData):
    task: str
    """A line of tasks.jsonl."""


class DomainTaskConfig(vf.TaskConfig):
    tools: vf.ToolsetConfig = vf.ToolsetConfig()


class DomainTask(vf.Task[DomainData, CallsState, DomainTaskConfig]):
    """One task; its reward is what replaying the rollout's calls reaches."""

    @classmethod
    def toolsets(cls, config):
        return [DomainToolset(config.tools)]

    @vf.reward
    async def goal_reached(self, trace):
        return _reward(json.loads(self.data.task), trace.state.calls)


class DomainConfig(vf.TasksetConfig):
    split: str = "train"
    task: DomainTaskConfig = DomainTaskConfig()


class DomainTaskset(vf.Taskset[DomainTask, DomainConfig]):
    def load(self):
        return [
            DomainTask(
                DomainData(
                    idx=index,
                    name=task["id"],
                    prompt=task["intent"],
                    system_prompt=system_prompt(),
                    task=json.dumps(task, ensure_ascii=False),
                ),
                self.config.task,
            )
            for index, task in enumerate(tasks(self.config.split))
        ]


def _reward(task, calls):
    episode = Episode()
    episode.reset(task)
    for call in calls:
        getattr(episode, call["method"])(**call["arguments"])
    return episode.get_reward()
