namespace AgentScaler.Pipeline.Options;

/// <summary>Settings for the tasks of one domain. Null keeps the setting for all domains (<see cref="TaskOptions"/>).</summary>
public sealed record DomainTaskOptions
{
    public int? PerDomain { get; init; }

    public int? MaxSteps { get; init; }

    public IReadOnlyList<double>? LengthWeights { get; init; }

    public double? ReadOnlyShare { get; init; }

    public double? RefusalShare { get; init; }

    public double? FailureShare { get; init; }

    public int? CoverageExtra { get; init; }

    internal TaskOptions Over(TaskOptions all) => all with
    {
        PerDomain = PerDomain ?? all.PerDomain,
        MaxSteps = MaxSteps ?? all.MaxSteps,
        LengthWeights = LengthWeights ?? all.LengthWeights,
        ReadOnlyShare = ReadOnlyShare ?? all.ReadOnlyShare,
        RefusalShare = RefusalShare ?? all.RefusalShare,
        FailureShare = FailureShare ?? all.FailureShare,
        CoverageExtra = CoverageExtra ?? all.CoverageExtra,
        Domains = new Dictionary<string, DomainTaskOptions>(),
    };
}
