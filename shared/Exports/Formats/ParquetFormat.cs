using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports.Formats;

/// <summary>A flat table with every column of a dataset's row. Messages, tools and provenance are JSON text.</summary>
public sealed class ParquetFormat : ColumnFormat<TableRow>
{
    public override string Word => "parquet";

    public override string Name => "parquet";

    protected override TableRow Form(DatasetRow row) => new()
    {
        messages = JsonSerializer.Serialize(row.Messages, ContractJson.Options),
        tools = row.Tools,
        task = row.Task,
        domain = row.Domain,
        trajectory = row.Trajectory,
        origin = JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Origin.ToString()),
        provenance = JsonSerializer.Serialize(row.Provenance, ContractJson.Options),
    };

    protected override Value Read(TableRow row) => Value.Object(("messages", Value.Parse(row.messages)), ("tools", row.tools));
}
