using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>What several sources may say of a column while it is inferred, each fact with the source that is believed.</summary>
internal sealed class ColumnFacts(ColumnType type, Source source)
{
    public Decided<ColumnType> Type { get; } = new(type, source);

    public Decided<bool> Nullable { get; } = new(false, Source.Convention);

    public Decided<List<Value>?> Enum { get; } = new(null, Source.Convention);

    public Decided<ColumnReference?> References { get; } = new(null, Source.Convention);

    public Decided<Equality> Equality { get; } = new(Environments.Schema.Equality.Exact, Source.Convention);

    /// <summary>The facts that a tool's schema declares.</summary>
    public static ColumnFacts Of(SchemaNode? node)
    {
        var facts = new ColumnFacts(ColumnTypes.Of(node), node is null ? Source.Convention : Source.Schema);
        if (node is { Nullable: true })
        {
            facts.Nullable.Say(true, Source.Schema);
        }

        if (node is { Scalar: true, Enum: { } declared })
        {
            facts.Enum.Say([.. declared], Source.Schema);
        }

        return facts;
    }

    public ColumnSources Sources => new(Type.Source, Nullable.Source)
    {
        Enum = Enum.Value is null ? null : Enum.Source,
        References = References.Value is null ? null : References.Source,
        Equality = Equality.Source,
    };
}
