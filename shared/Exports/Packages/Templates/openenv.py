"""An OpenEnv server: reset gives what the user wants and the tools, step calls one tool or gives the answer that ends it."""

import json
import pathlib
import uuid

from openenv.core.env_server.http_server import create_app
from openenv.core.env_server.interfaces import Environment
from openenv.core.env_server.types import Action, Observation, State

from . import Episode, system_prompt, tasks

_MAX_SESSIONS = 64


class DomainAction(Action):
    """A call of a tool; or, with an answer, the last message to the user, which ends the episode."""

    tool_name: str = ""
    arguments: dict = {}
    answer: str | None = None


class DomainObservation(Observation):
    """What the agent sees: the user's words at reset, the tool message after a call."""

    text: str = ""
    system_prompt: str | None = None
    tools: list[dict] | None = None


class DomainState(State):
    task: str | None = None


class DomainEnvironment(Environment):
    """One session: an episode of one task."""

    SUPPORTS_CONCURRENT_SESSIONS = True

    def __init__(self):
        super().__init__()
        self._episode = Episode()
        self._state = DomainState()

    def reset(self, seed=None, episode_id=None, split="train", task=None, **parameters):
        """Starts a task: the one with this id, or the one that the seed chooses."""
        choice = tasks(split)
        if task is not None:
            choice = [one for one in choice if one["id"] == task]
        if not choice:
            raise ValueError("there is no such task on the side " + repr(split))
        chosen = choice[(seed or 0) % len(choice)]
        intent = self._episode.reset(chosen)
        self._state = DomainState(episode_id=episode_id or str(uuid.uuid4()), step_count=0, task=chosen["id"])
        return DomainObservation(text=intent, system_prompt=system_prompt(), tools=_TOOLS)

    def step(self, action, timeout_s=None, **parameters):
        if self._state.task is None:
            raise ValueError("reset comes first")
        self._state.step_count += 1
        if action.answer is not None:
            reward = self._episode.get_reward()
            self._state.task = None
            return DomainObservation(done=True, reward=reward)
        return DomainObservation(text=self._episode._call(action.tool_name, action.arguments))

    @property
    def state(self):
        return self._state


with open(pathlib.Path(__file__).resolve().parent / "environment" / "tools.json", encoding="utf-8") as _file:
    _TOOLS = json.load(_file)

app = create_app(
    DomainEnvironment, DomainAction, DomainObservation, env_name="{{package}}", max_concurrent_envs=_MAX_SESSIONS
)


def main():
    import uvicorn

    uvicorn.run(app, host="0.0.0.0", port=8000)


if __name__ == "__main__":
    main()
