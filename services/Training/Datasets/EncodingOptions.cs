namespace AgentScaler.Training.Datasets;

/// <summary>How dataset rows become token ids.</summary>
public sealed record EncodingOptions
{
    /// <summary>Most tokens of a row; what is longer is cut after its last assistant turn that fits.</summary>
    public int MaxLength { get; init; } = 4096;

    /// <summary>Most tools offered: those the trajectory calls, and distractors (0: all of the domain's).</summary>
    public int MaxTools { get; init; }

    /// <summary>Whether reasoning is rendered and trained; otherwise turns are rendered with an empty thinking block.</summary>
    public bool TrainReasoning { get; init; }
}
