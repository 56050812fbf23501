namespace AgentScaler.Tools;

/// <summary>A directed dependency inside a domain: a field of one tool's result can feed a parameter of another.</summary>
/// <param name="From">Id of the producing tool.</param>
/// <param name="To">Id of the consuming tool.</param>
/// <param name="Field">Path of the field in the result, with dots between members and <c>[]</c> after an array.</param>
public sealed record ToolDependency(string From, string To, string Field, string Parameter)
{
    /// <summary>0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    public string? Evidence { get; init; }
}
