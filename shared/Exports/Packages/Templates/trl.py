"""For TRL: GRPOTrainer(environment_factory=Environment, train_dataset=dataset(), reward_funcs=[goal_reached], ...).

The trainer makes one Environment per generation, offers its public methods but reset and get_reward to the model, and
hands the row's columns to reset.
"""

import json

from . import Episode, system_prompt, tasks


class Environment(Episode):
    """One episode at a time; the tools are its methods."""

    def reset(self, task, **columns):
        """Starts the row's task. What the user wants already stands in the prompt, so there is nothing more to observe."""
        super().reset(json.loads(task))


def rows(split="train"):
    """The data set's rows: the prompt, and the task as JSON text, so that tasks of all shapes fit one column."""
    return [
        {
            "prompt": [
                {"role": "system", "content": system_prompt()},
                {"role": "user", "content": task["intent"]},
            ],
            "task": json.dumps(task, ensure_ascii=False),
        }
        for task in tasks(split)
    ]


def dataset(split="train"):
    """The rows as a datasets.Dataset."""
    from datasets import Dataset

    return Dataset.from_list(rows(split))


def goal_reached(environments, **_):
    """The reward: 1.0 for each episode that reached its task's goal, else 0.0."""
    return [environment.get_reward() for environment in environments]
