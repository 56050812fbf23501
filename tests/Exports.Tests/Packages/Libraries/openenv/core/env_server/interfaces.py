"""OpenEnv's Environment, by its published source."""

import abc


class Environment(abc.ABC):
    SUPPORTS_CONCURRENT_SESSIONS = False

    def __init__(self, transform=None, rubric=None):
        self.transform, self.rubric = transform, rubric

    @abc.abstractmethod
    def reset(self, seed=None, episode_id=None, **kwargs): ...

    @abc.abstractmethod
    def step(self, action, timeout_s=None, **kwargs): ...

    @property
    @abc.abstractmethod
    def state(self): ...

    def close(self):
        pass
