"""OpenEnv's base models, by its published sources: fields are the annotations, unknown ones are refused."""


class _Model:
    _extra = False

    def __init__(self, **values):
        fields = {}
        for cls in reversed(type(self).__mro__):
            fields.update({n: getattr(cls, n, None) for n in getattr(cls, "__annotations__", {})})
        unknown = set(values) - set(fields)
        if unknown and not self._extra:
            raise ValueError(f"{type(self).__name__} has no {sorted(unknown)}")
        for name, default in fields.items():
            setattr(self, name, values.get(name, default))

    def model_dump(self):
        return dict(vars(self))


class Action(_Model):
    metadata: dict = {}


class Observation(_Model):
    done: bool = False
    reward: float | None = None
    metadata: dict = {}


class State(_Model):
    _extra = True
    episode_id: str | None = None
    step_count: int = 0
