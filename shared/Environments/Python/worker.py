# Runs environments for the differential tester: JSON lines in, JSON lines out. Not part of tools.py.
import json
import sys


def run(runtime, request):
    """Runs each session on a fresh environment; answers its results and its final state."""
    names = dict(runtime)
    exec(compile(request["source"], "tools.py", "exec"), names)
    sessions = []
    for calls in request["sessions"]:
        environment = names["Environment"](request["state"], request["seed"])
        results = [environment.call(name, arguments) for name, arguments in calls]
        sessions.append({"results": results, "state": environment.state()})
    return {"sessions": sessions}


def main():
    runtime = {"__name__": "tools"}
    exec(compile(json.loads(sys.stdin.buffer.readline()), "runtime.py", "exec"), runtime)
    for line in sys.stdin.buffer:
        try:
            answer = run(runtime, json.loads(line))
        except Exception as error:
            answer = {"error": type(error).__name__ + ": " + str(error)}
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


main()
