using System.Text.Json;
using AgentScaler.Effects;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>
/// What the inference makes of cited tools, in the words that the tables of this folder use. It is the only place of the folder that knows how the
/// inference keeps what it understood.
/// </summary>
internal static class Recognised
{
    /// <summary>Separates tools of one domain in a cited text.</summary>
    private const string Between = " & ";

    public static SchemaNode Schema(string type) => SchemaDocument.Read(JsonDocument.Parse(Signature.Type(type).ToJsonString()).RootElement);

    public static IReadOnlyList<ToolReading> Readings(string tools) => ToolReader.Read([.. tools.Split(Between).Select(Signature.Tool)]);

    public static ToolReading Reading(string tool) => Readings(tool)[^1];

    /// <summary>The parameter of that name, or the only one.</summary>
    public static ToolParameter Parameter(string tool, string? name = null) =>
        name is null ? Reading(tool).Parameters.Single() : Reading(tool).Parameters.Single(p => p.Name == name);

    public static DomainPlan Plan(string tools) => DomainInference.Sketch(Readings(tools), InferenceHints.None);

    /// <summary>The tables that a dump becomes, without any tool.</summary>
    public static DomainPlan Adopted(string dump) => DomainInference.Sketch([], InferenceHints.None.With(new DumpAdoption(Value.Parse(dump))));

    /// <summary>The column that is written <c>table.column</c>.</summary>
    public static ColumnPlan Column(DomainPlan plan, string place)
    {
        var (table, column) = (place.Split('.')[0], place.Split('.')[1]);
        var places = plan.Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}"));
        return plan.Table(table)?.Column(column) ?? throw new InvalidOperationException($"No {place} among {string.Join(", ", places)}.");
    }

    /// <summary>A table with the columns that the text declares, as <see cref="Signature"/> writes an object: <c>order{id, total: num}</c>.</summary>
    public static TablePlan Table(string text)
    {
        var node = Schema(text);
        var table = new TablePlan { Name = node.Title! + "s", Singular = node.Title! };
        foreach (var member in node.Properties)
        {
            TableBuilder.Put(table, member.Name, member.Node, "cited");
        }

        return table;
    }

    /// <summary>What the last one of the tools is understood to do.</summary>
    public static Understood Last(string tools)
    {
        var plan = Plan(tools);
        var sketch = plan.Sketches[^1];
        return new Understood(
            EffectWord(sketch),
            sketch.Table?.Name,
            sketch.Changed?.Name ?? sketch.Table?.Status?.Name,
            Text(sketch.Target),
            [.. sketch.From.Select(v => Text(v)!)],
            sketch.Requires is { } required ? [.. required.Allowed.Select(v => Text(v)!)] : null);
    }

    /// <summary>The word of overrides for what the last one of the tools is understood to do: "create", "list", "transition".</summary>
    public static string EffectOf(string tools) => Last(tools).Effect;

    /// <summary>The state of a new row, by the life cycle of the table's status.</summary>
    public static string? Initial(string statuses) => Text(LifeCycles.Initial(Table($"thing{{id, status: {statuses}}}").Column("status")!));

    public static string TypeWord(ColumnType type) => type.ToString().ToLowerInvariant();

    private static string EffectWord(EffectSketch sketch) => sketch.Kind.Word;

    private static string? Text(Value? value) => value is not { } known ? null : known.IsString ? known.AsString : known.ToJson();
}
