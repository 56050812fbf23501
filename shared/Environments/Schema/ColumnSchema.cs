using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Schema;

/// <summary>One typed column.</summary>
/// <param name="Semantic">The meaning of the values (email, city, money, person_name, status, ...); null if unknown.</param>
/// <param name="Enum">The only values allowed, or null.</param>
/// <param name="Origin">The origin of the column: the tool and the place in its parameters or returns.</param>
public sealed record ColumnSchema(
    string Name,
    ColumnType Type,
    string? Semantic = null,
    bool Nullable = false,
    IReadOnlyList<Value>? Enum = null,
    ColumnReference? References = null,
    Equality Equality = Equality.Exact,
    string? Origin = null)
{
    public LifeCycle? LifeCycle { get; init; }

    /// <summary>The format of the declaring JSON Schema (uuid, uri, email, ...), or null.</summary>
    public string? Format { get; init; }
}
