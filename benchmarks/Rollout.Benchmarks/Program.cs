using System.Globalization;
using AgentScaler.Rollout.Benchmarks;

// tasks MOST EXAMPLES SOURCE...: figures of the tasks of real domains; SURVEY_REFERENCE names a file of people's utterances.
// throughput MOST EPISODES SOURCE...: scripted episodes and their verdicts a second.
// inflight EPISODES ROUNDS LATENCY http1|http2 SOURCE...: episodes of a model agent at once, against an endpoint that answers
// after LATENCY seconds; each of ROUNDS takes three requests. The endpoint is this program again: endpoint LATENCY http1|http2.
switch (args)
{
    case ["tasks", var most, var examples, .. var sources] when sources.Length > 0:
        await TaskSurvey.RunAsync(sources, int.Parse(most, CultureInfo.InvariantCulture), int.Parse(examples, CultureInfo.InvariantCulture));
        return 0;
    case ["throughput", var most, var episodes, .. var sources] when sources.Length > 0:
        await Throughput.RunAsync(sources, int.Parse(most, CultureInfo.InvariantCulture), int.Parse(episodes, CultureInfo.InvariantCulture));
        return 0;
    case ["inflight", var episodes, var rounds, var latency, var version and ("http1" or "http2"), .. var sources] when sources.Length > 0:
        await InFlight.RunAsync(
            sources,
            int.Parse(episodes, CultureInfo.InvariantCulture),
            int.Parse(rounds, CultureInfo.InvariantCulture),
            double.Parse(latency, CultureInfo.InvariantCulture),
            version == "http2");
        return 0;
    case ["endpoint", var latency, var version]:
        await ScriptedModel.RunAsync(double.Parse(latency, CultureInfo.InvariantCulture), version == "http2");
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: tasks MOST EXAMPLES SOURCE... | throughput MOST EPISODES SOURCE... | inflight EPISODES ROUNDS LATENCY http1|http2 SOURCE...");
        return 2;
}
