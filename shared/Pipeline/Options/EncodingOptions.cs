namespace AgentScaler.Pipeline.Options;

/// <summary>Options of the encoding of dataset rows. A checkpoint carries them, and prompts are shortened by them.</summary>
public sealed record EncodingOptions
{
    /// <summary>Most tokens of a row. A longer row is cut after its last assistant turn that fits.</summary>
    public int MaxLength { get; init; } = 4096;

    /// <summary>Most offered tools: those that the trajectory calls, and distractors. 0 offers all tools of the domain.</summary>
    public int MaxTools { get; init; }

    /// <summary>Most characters of the system message, which holds the domain's policy. 0 leaves it out, and null keeps all of it.</summary>
    public int? MaxSystem { get; init; }

    /// <summary>Most characters of a tool's and a parameter's description. 0 leaves them out, and null keeps all of them.</summary>
    public int? MaxDescription { get; init; }

    /// <summary>Whether reasoning is rendered and trained. Otherwise turns are rendered with an empty thinking block.</summary>
    public bool TrainReasoning { get; init; }
}
