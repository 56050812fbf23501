using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Exports.Formats;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports;

/// <summary>
/// Writes the datasets of a workspace and a dataset card in another stack's format. Every written row is read back and checked by the format's rules.
/// Rows are streamed.
/// </summary>
public sealed class DatasetExporter
{
    private static readonly string[] Sides = ["train", "validation"];

    /// <param name="workspace">The folder that holds <c>datasets/</c>.</param>
    /// <param name="folder">The folder to write to. It is created if it is missing.</param>
    /// <exception cref="ExportException">There are no datasets, one is broken, or a written row breaks its format's rules.</exception>
    public async Task<ExportSummary> ExportAsync(string workspace, IDatasetFormat format, string folder, CancellationToken cancellationToken)
    {
        var source = Path.Combine(workspace, "datasets");
        var names = Directory.Exists(source)
            ? Directory.GetDirectories(source).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal).ToArray()
            : [];
        if (names.Length == 0)
        {
            throw new ExportException($"There are no datasets in {source}; run the pipeline until filter first.");
        }

        var statistics = new ExportStatistics(format);
        var files = new List<ExportFile>();
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
            foreach (var side in Sides.Where(s => File.Exists(Path.Combine(source, name, s + ".jsonl"))))
            {
                var read = Path.Combine(source, name, side + ".jsonl");
                var written = Path.Combine(name, side + format.Extension);
                var rows = await format.WriteAsync(ReadAsync(read, written.Replace('\\', '/'), statistics, cancellationToken), Path.Combine(folder, written),
                    cancellationToken);
                await ValidateAsync(format, Path.Combine(folder, written), rows, cancellationToken);
                files.Add(new ExportFile(written.Replace('\\', '/'), name, side, rows));
            }
        }

        var summary = statistics.Summary(files);
        await ExportCard.WriteAsync(format, summary, folder, cancellationToken);
        return summary;
    }

    private static async IAsyncEnumerable<DatasetRow> ReadAsync(
        string path, string file, ExportStatistics statistics, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            DatasetRow? row;
            try
            {
                row = JsonSerializer.Deserialize<DatasetRow>(line, ContractJson.Options);
            }
            catch (JsonException exception)
            {
                throw new ExportException($"{path}, line {number} is no dataset row: {exception.Message}");
            }

            statistics.Add(row ?? throw new ExportException($"{path}, line {number} is null."), file);
            yield return row;
        }
    }

    private static async Task ValidateAsync(IDatasetFormat format, string path, int expected, CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var row in format.ReadAsync(path, cancellationToken))
        {
            number++;
            if (ProblemOf(format, row) is { } problem)
            {
                throw new ExportException($"{path}, row {number} {problem}.");
            }
        }

        if (number != expected)
        {
            throw new ExportException($"{path} holds {number} rows, {expected} were written.");
        }
    }

    private static string? ProblemOf(IDatasetFormat format, Value row)
    {
        try
        {
            return format.Problem(row);
        }
        catch (JsonException exception)
        {
            return "holds text that should be JSON: " + exception.Message;
        }
    }
}
