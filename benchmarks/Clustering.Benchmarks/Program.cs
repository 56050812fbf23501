using AgentScaler.Clustering.Benchmarks;

switch (args)
{
    case ["planted", .. var rest]:
        PlantedBenchmark.Run(python: rest.FirstOrDefault() ?? "python3");
        return 0;
    case ["join", .. var rest]:
        JoinBenchmark.Run(python: rest.FirstOrDefault() ?? "python3");
        return 0;
    case ["tools", .. var rest] when rest.Length > 0:
        ToolsBenchmark.Run(rest);
        return 0;
    case ["scaling", .. var files] when files.Length > 0:
        ScalingBenchmark.Run(files);
        return 0;
    case ["stability", .. var files] when files.Length > 0:
        StabilityBenchmark.Run(files);
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: planted [PYTHON] | join [PYTHON] | tools [OPTION=VALUE]... FILE... | scaling FILE... | stability FILE...   (FILE: tools.jsonl)");
        return 2;
}
