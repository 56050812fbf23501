using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A column while it is being inferred.</summary>
internal sealed class ColumnPlan : IColumnView
{
    public required string Name { get; init; }

    /// <summary>The facts that several sources may speak of; the properties below show those that are believed.</summary>
    public required ColumnFacts Facts { get; init; }

    public ColumnType Type => Facts.Type.Value;

    /// <summary>The JSON Schema that declared it; values are made and shaped by it.</summary>
    public SchemaNode? Node { get; set; }

    /// <summary>Every schema whose values may come to stand in the column: results and inputs.</summary>
    public List<SchemaNode> Sources { get; } = [];

    /// <summary>Whether the column holds values of several kinds, each as a tool gave it.</summary>
    public bool Mixed { get; set; }

    /// <summary>Whether the user's own rows hold the column: these values are shown as they are, and none is invented in their place.</summary>
    public bool Dumped { get; init; }

    /// <summary>What the rows of the adopted dump hold in the column, in the order of the dump. Null where the dump has no such column.</summary>
    public IReadOnlyList<Value>? Cells { get; init; }

    public string? Semantic { get; set; }

    public bool Nullable => Facts.Nullable.Value;

    /// <summary>Whether the results that show the column always show it and never as null.</summary>
    public bool Demanded { get; set; }

    /// <summary>Whether the first rows hold a value, although the column may be null in rows that are made later.</summary>
    public bool Filled { get; set; }

    public List<Value>? Enum => Facts.Enum.Value;

    public ColumnReference? References => Facts.References.Value;

    public Equality Equality => Facts.Equality.Value;

    public LifeCycle? LifeCycle { get; set; }

    /// <summary>What the documentation says that a new row holds; null where it says nothing.</summary>
    public Value? Birth { get; set; }

    public List<string> Origins { get; } = [];

    public IReadOnlyList<string> Words => Language.Words.OfMember(Name);

    public bool Scalar => Type.IsScalar();

    public bool Textual => Type.IsTextual();

    public bool Numeric => Type.IsNumeric();
}
