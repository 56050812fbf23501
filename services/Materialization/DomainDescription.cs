namespace AgentScaler.Materialization;

/// <summary>What the inference understood of a domain, for people: the answer of <c>environment describe</c>.</summary>
public sealed record DomainDescription(IReadOnlyList<TableDescription> Tables, IReadOnlyList<ToolDescription> Tools)
{
    public static DomainDescription Empty { get; } = new([], []);
}
