using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Materialization.States;

/// <summary>Plain schemas of the column types, for columns that no tool declares.</summary>
internal static class SchemaNodes
{
    private static readonly Dictionary<ColumnType, SchemaNode> Nodes = Enum.GetValues<ColumnType>().ToDictionary(t => t, Read);

    public static SchemaNode Of(ColumnType type) => Nodes[type];

    private static SchemaNode Read(ColumnType type)
    {
        var json = type switch
        {
            ColumnType.Date => """{"type":"string","format":"date"}""",
            ColumnType.Datetime => """{"type":"string","format":"date-time"}""",
            ColumnType.Any => "{}",
            _ => $$"""{"type":"{{type.ToString().ToLowerInvariant()}}"}""",
        };
        using var document = JsonDocument.Parse(json);
        return SchemaDocument.Read(document.RootElement.Clone());
    }
}
