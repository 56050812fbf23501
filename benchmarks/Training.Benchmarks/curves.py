"""Curves of what stage 1 learns over the number of rows and of domains, beside a finished `run --config loop`.

    python3 curves.py AGENTSCALER WORKSPACE OUT

AGENTSCALER is the built program, WORKSPACE the finished run's. Every point is a copy of it below OUT in which stage 1 is trained from
scratch on a part of its rows for as many epochs, then evaluated on the same held-out tasks. Two points are made at once, on one thread
each, which takes less time than one after the other on two. A point that is there is not made again. Prints a table and writes OUT/curves.json.
"""
import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys

ONE_ROW_IN = [16, 4]
DOMAINS = [3, 9]


def main(program, workspace, out):
    workspace, out = pathlib.Path(workspace), pathlib.Path(out)
    preset = json.loads(subprocess.run([program, "configuration", "preset", "loop"], check=True, capture_output=True, text=True).stdout)
    rows = trained(workspace)["samples"]
    samples = [("rows", rows // part) for part in ONE_ROW_IN] + [("domains", count) for count in DOMAINS]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        points = list(pool.map(lambda sample: point(program, workspace, out, preset, *sample), samples))
    points.append(read(workspace))
    (out / "curves.json").write_text(json.dumps(points, indent=2) + "\n")
    print("| domains | rows | steps | validation loss | held-out tasks | of these, trained domains | unseen domains |\n|---|---|---|---|---|---|---|")
    for p in points:
        print(f"| {p['domains']} | {p['rows']:,} | {p['steps']:,} | {p['validation_loss']:.2f} | {p['held_out']} | {p['of_trained_domains']:.2f} | {p['unseen_domains']} |")


def point(program, workspace, out, preset, kind, count):
    folder = out / f"{kind}-{count}"
    if not (folder / "evaluation.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(workspace, folder, ignore=shutil.ignore_patterns("checkpoints", "evaluation.json"))
        config = preset | {
            "train": preset["train"] | {"stages": [1], "sample1": {kind: count}, "stage1": preset["train"]["stage1"] | {"threads": 1}},
            "evaluate": preset["evaluate"] | {"policies": ["stage1"]},
        }
        (folder / "point.json").write_text(json.dumps(config))
        subprocess.run([program, "run", "--config", folder / "point.json", "--workspace", folder], check=True, stdout=subprocess.DEVNULL)
    return read(folder)


def read(folder):
    training = trained(folder)
    domains = {json.loads(line)["domain"] for shard in (folder / "checkpoints/stage1/shards").glob("*.jsonl") for line in shard.open()}
    suites = {p["suite"]: p for p in json.loads((folder / "evaluation.json").read_text())["policies"] if p["name"] == "stage1"}
    inside = [rate for domain, rate in suites["held_out"]["accuracy_by_domain"].items() if domain in domains]
    return {
        "domains": len(domains), "rows": training["samples"], "steps": training["steps"], "validation_loss": training["validation_loss_last"],
        "held_out": rate(suites["held_out"]), "of_trained_domains": sum(inside) / max(1, len(inside)), "unseen_domains": rate(suites["unseen_domains"]),
    }


def rate(suite):
    interval = suite["intervals"]["1"]
    return f"{suite['pass_hat_k']['1']:.2f} ({interval['low']:.2f} to {interval['high']:.2f})"


def trained(folder):
    return json.loads((folder / "checkpoints/stage1/training.json").read_text())


if __name__ == "__main__":
    main(*sys.argv[1:])
