# Runs environments for the differential tester: JSON lines in, JSON lines out. Not part of tools.py.
import json
import sys
import types


def install(source):
    """Makes the runtime the module that tools.py imports."""
    runtime = types.ModuleType("agentscaler_runtime")
    exec(compile(source, "agentscaler_runtime.py", "exec"), runtime.__dict__)
    sys.modules[runtime.__name__] = runtime


def opened(request):
    """What makes a fresh environment of the request's source and state."""
    names = {"__name__": "tools"}
    exec(compile(request["source"], "tools.py", "exec"), names)
    return lambda: names["Environment"](request["state"], request["seed"])


def run(environment, request):
    """The results of the calls, one after the other, the final state, and where it is asked for its dump."""
    results = [environment.call(name, arguments) for name, arguments in request["calls"]]
    return {"results": results, "state": environment.state(), "dump": environment.dump() if request.get("dump") else None}


def main():
    install(json.loads(sys.stdin.buffer.readline()))
    fresh = None
    for line in sys.stdin.buffer:
        try:
            request = json.loads(line)
            if "source" in request:
                fresh = opened(request)
                answer = {}
            else:
                answer = run(fresh(), request)
        except Exception as error:
            answer = {"error": type(error).__name__ + ": " + str(error)}
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


main()
