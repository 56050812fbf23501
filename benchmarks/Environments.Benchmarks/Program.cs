using AgentScaler.Environments.Benchmarks;

// golden WORKSPACE plays the domains of a workspace on their own golden calls.
if (args is ["golden", var workspace])
{
    GoldenBenchmark.Run(workspace);
    return;
}

// Each benchmark prints what it measured; none of them asserts a time. Names on the command line pick some of them.
var wanted = args.Length == 0 ? null : args.ToHashSet(StringComparer.Ordinal);
foreach (var (name, run) in new (string, Action)[]
{
    ("calls", CallBenchmark.Run),
    ("sessions", SessionBenchmark.Run),
    ("compile", CompileBenchmark.Run),
    ("python", PythonBenchmark.Run),
    ("fuzz", FuzzBenchmark.Run),
    ("fuzz-differential", DifferentialFuzzBenchmark.Run),
})
{
    if (wanted?.Contains(name) ?? !name.StartsWith("fuzz", StringComparison.Ordinal))
    {
        Console.WriteLine($"== {name}");
        run();
    }
}
