# Runs environments for the differential tester: JSON lines in, JSON lines out. Not part of tools.py.
import json
import sys


def opened(runtime, request):
    """What makes a fresh environment of the request's source and state."""
    names = dict(runtime)
    exec(compile(request["source"], "tools.py", "exec"), names)
    return lambda: names["Environment"](request["state"], request["seed"])


def run(environment, calls):
    """The results of the calls, one after the other, and the final state."""
    results = [environment.call(name, arguments) for name, arguments in calls]
    return {"results": results, "state": environment.state()}


def main():
    runtime = {"__name__": "tools"}
    exec(compile(json.loads(sys.stdin.buffer.readline()), "runtime.py", "exec"), runtime)
    fresh = None
    for line in sys.stdin.buffer:
        try:
            request = json.loads(line)
            if "source" in request:
                fresh = opened(runtime, request)
                answer = {}
            else:
                answer = run(fresh(), request["calls"])
        except Exception as error:
            answer = {"error": type(error).__name__ + ": " + str(error)}
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


main()
