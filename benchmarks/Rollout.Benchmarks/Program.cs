using AgentScaler.Rollout.Benchmarks;

// tasks MOST EXAMPLES SOURCE...: figures of the tasks of real domains.
switch (args)
{
    case ["tasks", var most, var examples, .. var sources] when sources.Length > 0:
        await TaskSurvey.RunAsync(sources, int.Parse(most, System.Globalization.CultureInfo.InvariantCulture), int.Parse(examples, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("usage: tasks MOST EXAMPLES SOURCE...");
        return 2;
}
