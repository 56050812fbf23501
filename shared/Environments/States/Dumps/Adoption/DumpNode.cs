using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>Rows of a dump that become a table.</summary>
/// <param name="Parent">The rows in which they stand. Null for a member of the dump.</param>
/// <param name="Path">The names that lead to them inside a row of the parent.</param>
/// <param name="Form">How they stand there.</param>
/// <param name="Whole">The rows with everything that stands inside them.</param>
internal sealed record DumpNode(DumpNode? Parent, IReadOnlyList<string> Path, DumpForm Form, IReadOnlyList<ObjectValue> Whole)
{
    private static readonly HashSet<string> Containers = new(StringComparer.OrdinalIgnoreCase)
    {
        "data", "entries", "records", "rows", "list", "values", "value", "all", "by_id", "byId",
    };

    public List<DumpNode> Children { get; } = [];

    /// <summary>Whether there is one row, always.</summary>
    public bool IsSingle => Form is SingleForm or RootForm && Parent is not { IsSingle: false };

    /// <summary>What the rows are called, by the last name that says it.</summary>
    public string Noun => Parent is { } parent && IsContainer ? parent.Noun : Path[^1];

    /// <summary>Whether the rows stand in a member that tells nothing about them, so that they have the name of what they stand in.</summary>
    public bool IsContainer => Parent is { Form: SingleForm or PairsForm } && Path.Count == 1 && Containers.Contains(Path[0]);

    /// <summary>The name for these rows if their noun is that of others.</summary>
    public string Qualified => Parent is { } parent ? $"{(IsContainer ? parent.Parent?.Qualified : parent.Qualified)}_{Noun}".TrimStart('_') : Noun;

    /// <summary>Whether a member of this name leads to the rows.</summary>
    public bool StandsIn(string member) => Path.Contains(member, StringComparer.Ordinal) || Parent?.StandsIn(member) == true;
}
