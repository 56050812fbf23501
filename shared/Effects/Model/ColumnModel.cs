using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A column as it is understood.</summary>
/// <param name="Table">Name of the table; it tells columns of one name apart.</param>
public sealed record ColumnModel(string Table, string Name, ColumnType Type) : IColumnView
{
    /// <summary>The JSON Schema that declared it; values are made and shaped by it.</summary>
    public SchemaNode? Node { get; init; }

    /// <summary>Every schema whose values may come to stand in the column: results and inputs.</summary>
    public IReadOnlyList<SchemaNode> Schemas { get; init; } = [];

    /// <summary>Whether the column holds values of several kinds, each as a tool gave it.</summary>
    public bool Mixed { get; init; }

    /// <summary>Whether the user's own rows hold the column: these values are shown as they are.</summary>
    public bool Dumped { get; init; }

    public string? Semantic { get; init; }

    public bool Nullable { get; init; }

    /// <summary>Whether the results that show the column always show it and never as null.</summary>
    public bool Demanded { get; init; }

    /// <summary>Whether the first rows hold a value, although the column may be null in rows that are made later.</summary>
    public bool Filled { get; init; }

    /// <summary>The only values that the column holds, or null.</summary>
    public IReadOnlyList<Value>? Enum { get; init; }

    public ColumnReference? References { get; init; }

    public Equality Equality { get; init; } = Equality.Exact;

    public LifeCycle? LifeCycle { get; init; }

    /// <summary>Where the column came from.</summary>
    public string Origin { get; init; } = "added by the inference";

    /// <summary>The most trusted of the sources that speak of the column.</summary>
    public Source Source { get; init; } = Source.Convention;

    /// <summary>What a new row holds where the caller gives nothing.</summary>
    public NewValue Born { get; init; } = NewValue.Null;

    /// <summary>How the rows of an adopted dump write times, as <see cref="ClockForm"/> says it. Null if it is ISO 8601, or the column holds no times.</summary>
    public string? TimeForm { get; init; }

    /// <summary>Whether the column tells when its row last changed.</summary>
    public bool Stamped { get; init; }

    public IReadOnlyList<string> Words => Language.Words.OfMember(Name);

    public bool Scalar => Type.IsScalar();

    public bool Textual => Type.IsTextual();

    public bool Numeric => Type.IsNumeric();

    public ColumnSchema ToSchema() => new(Name, Type, Semantic, Nullable, Enum, References, Equality, Origin) { LifeCycle = LifeCycle, Format = Node?.Format };

    // Within a domain, table and name tell columns apart.
    public override int GetHashCode() => HashCode.Combine(Table, Name);
}
