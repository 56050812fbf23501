"""Curves of what is learnt over the number of rows and of domains, beside a finished `run --config loop`.

    python3 curves.py AGENTSCALER WORKSPACE OUT

AGENTSCALER is the built program, WORKSPACE the finished run's. Every point is a copy of it below OUT, trained on a part of the rows and
evaluated on the same held-out tasks: stage 1 from scratch, stage 2 from the run's stage 1, each with as many passes over its rows as in
the whole run. Two points are made at once, on one thread each, which takes less time than one after the other on two; five copies take
5 GB of disk, two at a time 10 GB of memory. A point that is there is not made again. Prints two tables and writes OUT/curves.json.
"""
import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys

ONE_ROW_IN = [4, 16]
DOMAINS = [3]


def main(program, workspace, out):
    workspace, out = pathlib.Path(workspace), pathlib.Path(out)
    preset = json.loads(subprocess.run([program, "configuration", "preset", "loop"], check=True, capture_output=True, text=True).stdout)
    vertical = next(path.name for path in (workspace / "checkpoints").glob("stage2-*"))
    rows = {stage: training(workspace, stage)["samples"] for stage in ("stage1", vertical)}
    # The longest first, so that two at a time end together.
    samples = [(stage, "rows", rows[stage] // part) for stage in rows for part in ONE_ROW_IN]
    samples[1:1] = [("stage1", "domains", count) for count in DOMAINS]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        folders = list(pool.map(lambda sample: point(program, workspace, out, preset, *sample), samples))
    points = [read(folder, sample[0]) for folder, sample in zip(folders, samples)] + [read(workspace, stage) for stage in rows]
    (out / "curves.json").write_text(json.dumps(points, indent=2) + "\n")
    for stage in rows:
        suites = ["vertical"] if stage == vertical else ["held_out", "mean of its domains", "unseen_domains", "unseen_providers"]
        print("| " + " | ".join(["domains", "rows", "steps", "validation loss", *suites]) + " |\n" + "|---" * (4 + len(suites)) + "|")
        for p in sorted((p for p in points if p["stage"] == stage), key=lambda p: (p["domains"], p["rows"])):
            print(f"| {p['domains']} | {p['rows']:,} | {p['steps']:,} | {p['validation_loss']:.2f} | " + " | ".join(p["pass^1"].get(suite, "no task") for suite in suites) + " |")
        print()


def point(program, workspace, out, preset, stage, kind, count):
    folder = out / f"{stage}-{kind}-{count}"
    if not (folder / "evaluation.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(workspace, folder, ignore=shutil.ignore_patterns("evaluation.json"))
        # The run's vocabulary, so that losses are of the same tokens.
        train = preset["train"] | {"tokenizer": str((workspace / "checkpoints/base/tokenizer.json").resolve())}
        if stage == "stage1":
            train = train | {"stages": [1], "sample1": {kind: count}, "stage1": train["stage1"] | {"threads": 1}}
            # How many rows so many domains have is known once they are encoded, which one step does.
            sampled = count if kind == "rows" else run(program, folder, preset, train | {"stage1": train["stage1"] | {"steps": 1}}, stage, "--until", "train")["samples"]
            train["stage1"]["steps"] = round(preset["train"]["stage1"]["steps"] * sampled / training(workspace, stage)["samples"])
        else:
            train = train | {"sample2": {kind: count}, "stage2": train["stage2"] | {"threads": 1}}
        run(program, folder, preset, train, stage)
    if stage != "stage1" and training(folder, "stage1")["weights"] != training(workspace, "stage1")["weights"]:
        sys.exit(f"{folder}: stage 1 was trained anew, so {workspace} is not of this program's preset; run it again first.")
    return folder


def run(program, folder, preset, train, stage, *arguments):
    """Trains as told in a copy of the workspace, and evaluates unless the arguments say to stop before; what training.json says."""
    (folder / "point.json").write_text(json.dumps(preset | {"train": train, "evaluate": preset["evaluate"] | {"policies": [stage]}}))
    subprocess.run([program, "run", "--config", folder / "point.json", "--workspace", folder, *arguments], check=True, stdout=subprocess.DEVNULL)
    return training(folder, stage)


def read(folder, stage):
    done = training(folder, stage)
    domains = {json.loads(line)["domain"] for shard in (folder / "checkpoints" / stage / "shards").glob("*.jsonl") for line in shard.open()}
    suites = {p["suite"]: p for p in json.loads((folder / "evaluation.json").read_text())["policies"] if p["name"] == stage}
    inside = [rate for domain, rate in suites["held_out"]["accuracy_by_domain"].items() if domain in domains]
    return {
        "stage": stage, "domains": len(domains), "rows": done["samples"], "steps": done["steps"], "validation_loss": done["validation_loss_last"],
        "pass^1": {name: rate(suite) for name, suite in suites.items()} | {"mean of its domains": f"{sum(inside) / max(1, len(inside)):.2f}"},
    }


def rate(suite):
    interval = suite["intervals"]["1"]
    return f"{suite['pass_hat_k']['1']:.2f} ({interval['low']:.2f} to {interval['high']:.2f})"


def training(folder, stage):
    return json.loads((folder / "checkpoints" / stage / "training.json").read_text())


if __name__ == "__main__":
    main(*sys.argv[1:])
