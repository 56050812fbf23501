using System.Runtime.CompilerServices;
using System.Text;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports.Formats;

/// <summary>A text format with one row per line.</summary>
public abstract class LineFormat : IDatasetFormat
{
    public abstract string Word { get; }

    public abstract string Name { get; }

    public virtual string Extension => ".jsonl";

    public virtual IReadOnlyList<FormatLoss> Losses => [];

    public virtual IReadOnlyList<string> Notes => [];

    /// <summary>The text before the first row, between two rows, after each row, and after the last row.</summary>
    protected virtual (string Opening, string Between, string Behind, string Closing) Frame => ("", "", "\n", "");

    /// <summary>Returns one row in this format.</summary>
    protected abstract Value Form(DatasetRow row);

    public abstract string? Problem(Value row);

    public virtual IEnumerable<(string Name, string Text)> Companions(ExportSummary summary) => [];

    public async Task<int> WriteAsync(IAsyncEnumerable<DatasetRow> rows, string path, CancellationToken cancellationToken)
    {
        var (opening, between, behind, closing) = Frame;
        var count = 0;
        await using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        await writer.WriteAsync(opening);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await writer.WriteAsync(count > 0 ? between : "");
            await writer.WriteAsync(Form(row).ToJson());
            await writer.WriteAsync(behind);
            count++;
        }

        await writer.WriteAsync(closing);
        return count;
    }

    public async IAsyncEnumerable<Value> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            if (line is not ("[" or "]" or ""))
            {
                yield return Value.Parse(line.TrimEnd(','));
            }
        }
    }
}
