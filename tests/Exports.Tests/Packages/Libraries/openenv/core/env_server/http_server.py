"""OpenEnv's server without the network: a session is an environment of its own, and all that passes is JSON."""

import json

from .interfaces import Environment
from .types import Action, Observation


class App:
    def __init__(self, environment, action, observation, name):
        self._environment, self._action, self._observation, self.name = environment, action, observation, name

    def session(self):
        return Session(self._environment(), self._action, self._observation)


class Session:
    def __init__(self, environment, action, observation):
        self._environment, self._action, self._observation = environment, action, observation

    def reset(self, **request):
        return self._answer(self._environment.reset(**json.loads(json.dumps(request))))

    def step(self, **action):
        return self._answer(self._environment.step(self._action(**json.loads(json.dumps(action)))))

    def state(self):
        return self._environment.state.model_dump()

    def _answer(self, observation):
        assert isinstance(observation, self._observation)
        fields = observation.model_dump()
        reward, done = fields.pop("reward"), fields.pop("done")
        return json.loads(json.dumps({"observation": fields, "reward": reward, "done": done}))


def create_app(env, action_cls, observation_cls, env_name=None, max_concurrent_envs=None):
    assert issubclass(env, Environment) and issubclass(action_cls, Action) and issubclass(observation_cls, Observation)
    assert max_concurrent_envs == 1 or env.SUPPORTS_CONCURRENT_SESSIONS
    return App(env, action_cls, observation_cls, env_name)
