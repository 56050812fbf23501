using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using Parquet;
using Parquet.Serialization;

namespace AgentScaler.Exports;

/// <summary>Writes and reads the two columnar formats, a row group at a time.</summary>
internal static class ParquetRows
{
    private const int GroupRows = 1000;

    public static async Task WriteAsync(ExportFormat format, IAsyncEnumerable<DatasetRow> rows, string path, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(path);
        var append = false;
        await foreach (var group in rows.Chunk(GroupRows).WithCancellation(cancellationToken))
        {
            append = await WriteAsync(format, group, stream, append, cancellationToken);
        }

        if (!append)
        {
            await WriteAsync(format, [], stream, false, cancellationToken);
        }
    }

    /// <summary>The rows as <see cref="FormatRules"/> reads them.</summary>
    public static async Task<IReadOnlyList<Value>> ReadAsync(ExportFormat format, string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        if (format == ExportFormat.Verl)
        {
            var rows = await ParquetSerializer.DeserializeAsync<VerlRow>(stream, cancellationToken: cancellationToken);
            return [.. rows.Data.Select(r => Value.Parse(JsonSerializer.Serialize(r)))];
        }

        var table = await ParquetSerializer.DeserializeAsync<TableRow>(stream, cancellationToken: cancellationToken);
        return [.. table.Data.Select(r => Value.Object(("messages", Value.Parse(r.messages)), ("tools", r.tools)))];
    }

    private static async Task<bool> WriteAsync(ExportFormat format, DatasetRow[] rows, Stream stream, bool append, CancellationToken cancellationToken)
    {
        var options = new ParquetOptions { Append = append };
        if (format == ExportFormat.Verl)
        {
            await ParquetSerializer.SerializeAsync(Array.ConvertAll(rows, Verl), stream, options, cancellationToken: cancellationToken);
        }
        else
        {
            await ParquetSerializer.SerializeAsync(Array.ConvertAll(rows, Table), stream, options, cancellationToken: cancellationToken);
        }

        return true;
    }

    private static TableRow Table(DatasetRow row) => new()
    {
        messages = JsonSerializer.Serialize(row.Messages, ContractJson.Options),
        tools = row.Tools,
        task = row.Task,
        domain = row.Domain,
        trajectory = row.Trajectory,
        origin = JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Origin.ToString()),
        provenance = JsonSerializer.Serialize(row.Provenance, ContractJson.Options),
    };

    private static VerlRow Verl(DatasetRow row) => new()
    {
        messages = [.. row.Messages.Select(m => new VerlMessage
        {
            role = m.Role,
            content = m.Content ?? "",
            tool_call_id = m.ToolCallId,
            tool_calls = m.ToolCalls is { Count: > 0 } calls
                ? [.. calls.Select(c => new VerlCall { id = c.Id, function = new VerlFunction { name = c.Function.Name, arguments = c.Function.Arguments } })]
                : null,
        })],
        tools = row.Tools,
        task = row.Task,
        domain = row.Domain,
        trajectory = row.Trajectory,
    };
}
