namespace AgentScaler.Training.Endpoints;

/// <summary>OpenAI's <c>stream_options</c>.</summary>
internal sealed record ChatStreamOptions
{
    /// <summary>Whether a last chunk reports the tokens.</summary>
    public bool? IncludeUsage { get; init; }
}
