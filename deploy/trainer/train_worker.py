#!/usr/bin/env python3
"""Trains one job on Hugging Face's stack: the adapter between AgentScaler's job file and transformers.

Usage: accelerate launch ... train_worker.py job.json    (or torchrun ... train_worker.py job.json)

It reads token ids and labels that AgentScaler wrote and renders no text, so that the loss is the one every engine
minimises: minus the mean log probability of the trained tokens, over all ranks and accumulation steps of a step.
Where TRL is installed its SFTTrainer is used (packing without padding, chunked loss); else transformers' Trainer.
SIGTERM saves a checkpoint and ends; the next start goes on from it. The result file is written only when all steps are
done.
"""
import glob
import hashlib
import json
import os
import pathlib
import shutil
import sys

import torch
from transformers import AutoModelForCausalLM, Trainer, TrainerCallback, TrainingArguments

COPIED = ("tokenizer.json", "tokenizer_config.json", "vocab.json", "merges.txt", "chat_template.jinja", "generation_config.json")


def read_shards(folder):
    """Rows in the order of the manifest, each shard checked against its hash."""
    folder = pathlib.Path(folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    rows = []
    for shard in manifest["shards"]:
        content = (folder / shard["name"]).read_bytes()
        if hashlib.sha256(content).hexdigest() != shard["sha256"]:
            sys.exit(f"{folder / shard['name']} is not the shard that the manifest names; encode the dataset again")
        rows += [json.loads(line) for line in content.decode("utf-8").splitlines()]
    return [{"input_ids": r["input_ids"], "labels": r["labels"]} for r in rows]


def pad(rows):
    """Pads at the end; padding is neither attended to nor trained."""
    length = max(len(r["input_ids"]) for r in rows)
    fill = lambda name, value: torch.tensor([r[name] + [value] * (length - len(r[name])) for r in rows])
    mask = torch.tensor([[1] * len(r["input_ids"]) + [0] * (length - len(r["input_ids"])) for r in rows])
    return {"input_ids": fill("input_ids", 0), "labels": fill("labels", -100), "attention_mask": mask}


class ProgressLines(TrainerCallback):
    """Appends one JSON line a step, on rank 0."""

    def __init__(self, path):
        self.path = path

    def on_log(self, args, state, control, logs=None, **kwargs):
        if state.is_world_process_zero and logs and "loss" in logs:
            line = {"step": state.global_step, "max_steps": state.max_steps, "loss": logs["loss"], "grad_norm": float(logs.get("grad_norm", 0)),
                    "learning_rate": logs.get("learning_rate", 0), "tokens": int(state.num_input_tokens_seen or 0), "trained_tokens": 0}
            with open(self.path, "a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")


def newest_checkpoint(folder):
    """The newest checkpoint that was saved whole; None where there is none."""
    found = [c for c in glob.glob(os.path.join(folder, "checkpoint-*"))
             if os.path.exists(os.path.join(c, "trainer_state.json")) and not os.path.exists(os.path.join(c, "checkpoint-is-incomplete.txt"))]
    return max(found, key=lambda c: int(c.rsplit("-", 1)[1]), default=None)


def make_trainer(job, rows, model):
    cuda = torch.cuda.is_available()
    common = dict(
        output_dir=job["output"], max_steps=job["steps"] or -1, num_train_epochs=job["epochs"], per_device_train_batch_size=job["rows_per_device"],
        gradient_accumulation_steps=job["gradient_accumulation"], learning_rate=job["learning_rate"], lr_scheduler_type="cosine",
        warmup_steps=job["warmup_ratio"], weight_decay=job["weight_decay"], adam_beta1=job["beta1"], adam_beta2=job["beta2"], adam_epsilon=job["epsilon"],
        max_grad_norm=job["clip_norm"], gradient_checkpointing=job["recompute"], bf16=cuda and job["precision"] == "bfloat16", seed=job["seed"] % 2**32,
        save_strategy="steps" if job["save_steps"] else "no", save_steps=job["save_steps"] or 500, save_total_limit=2, logging_steps=1, logging_first_step=True,
        include_num_input_tokens_seen="non_padding", report_to="none", enable_jit_checkpoint=True, use_cpu=not cuda, dataloader_num_workers=0, remove_unused_columns=False, disable_tqdm=True)
    callbacks = [ProgressLines(job["progress"])]
    try:
        from datasets import Dataset
        from trl import SFTConfig, SFTTrainer
    except ImportError:
        return Trainer(model=model, args=TrainingArguments(**common), train_dataset=rows, data_collator=pad, callbacks=callbacks)
    # Ready-made input_ids and labels are used as they are; packing keeps rows whole.
    return SFTTrainer(model=model, args=SFTConfig(**common, packing=cuda, packing_strategy="bfd", max_length=max(len(r["input_ids"]) for r in rows)),
                      train_dataset=Dataset.from_list(rows), callbacks=callbacks)


def main():
    job = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    rows = read_shards(job["shards"])
    model = AutoModelForCausalLM.from_pretrained(job["model"], dtype=torch.float32)
    largest = max(max(r["input_ids"]) for r in rows)
    if largest >= model.config.vocab_size:
        sys.exit(f"The rows hold the token id {largest}, the model's vocab_size is {model.config.vocab_size}; encode with the model's own tokenizer")
    trainer = make_trainer(job, rows, model)
    world = trainer.args.world_size
    if world != job["world_size"]:
        sys.exit(f"{world} ranks met, {job['world_size']} were asked for; ranks that do not see each other would train apart")
    trainer.train(resume_from_checkpoint=newest_checkpoint(job["output"]))
    state = trainer.state
    if state.global_step >= state.max_steps:
        final = os.path.join(job["output"], "final")
        trainer.save_model(final)
        if trainer.is_world_process_zero():
            # A pickle of the arguments: nobody needs it and loading one runs code.
            pathlib.Path(final, "training_args.bin").unlink(missing_ok=True)
            for name in COPIED:
                source = os.path.join(job["model"], name)
                if os.path.exists(source):
                    shutil.copy(source, final)
            with open(job["result"] + ".partial", "w", encoding="utf-8") as file:
                json.dump({"global_step": state.global_step, "max_steps": state.max_steps}, file)
            os.replace(job["result"] + ".partial", job["result"])


if __name__ == "__main__":
    main()
