using System.Runtime.CompilerServices;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using Parquet;
using Parquet.Serialization;

namespace AgentScaler.Exports.Formats;

/// <summary>A format of Parquet tables, written a row group at a time.</summary>
/// <typeparam name="TRow">The row of the table; its properties are the columns.</typeparam>
public abstract class ColumnFormat<TRow> : IDatasetFormat
    where TRow : class, new()
{
    private const int GroupRows = 1000;

    public abstract string Word { get; }

    public abstract string Name { get; }

    public string Extension => ".parquet";

    public virtual IReadOnlyList<FormatLoss> Losses => [];

    public virtual IReadOnlyList<string> Notes => [];

    /// <summary>Converts a dataset's row to a row of the table.</summary>
    protected abstract TRow Form(DatasetRow row);

    /// <summary>Converts a row of the table to the form that <see cref="Problem"/> checks.</summary>
    protected abstract Value Read(TRow row);

    /// <summary>Columnar formats hold chat messages in the form of the API, with the tools as JSON text.</summary>
    public string? Problem(Value row) => ChatRules.Problem(row, ChatRules.Parsed(row["tools"]), needsIds: true);

    public virtual IEnumerable<(string Name, string Text)> Companions(ExportSummary summary) => [];

    public async Task<int> WriteAsync(IAsyncEnumerable<DatasetRow> rows, string path, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var stream = File.Create(path);
        await foreach (var group in rows.Chunk(GroupRows).WithCancellation(cancellationToken))
        {
            await WriteGroupAsync(group, stream, append: count > 0, cancellationToken);
            count += group.Length;
        }

        if (count == 0)
        {
            await WriteGroupAsync([], stream, append: false, cancellationToken);
        }

        return count;
    }

    public async IAsyncEnumerable<Value> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        var rows = await ParquetSerializer.DeserializeAsync<TRow>(stream, cancellationToken: cancellationToken);
        foreach (var row in rows.Data)
        {
            yield return Read(row);
        }
    }

    private Task WriteGroupAsync(DatasetRow[] rows, Stream stream, bool append, CancellationToken cancellationToken) =>
        ParquetSerializer.SerializeAsync(Array.ConvertAll(rows, Form), stream, new ParquetOptions { Append = append }, cancellationToken: cancellationToken);
}
