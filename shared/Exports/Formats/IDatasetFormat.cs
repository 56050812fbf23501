using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports.Formats;

/// <summary>
/// A format in which another stack reads datasets: how a row is written, and the rules under which that stack's loader reads it. Each
/// format is one class, listed in <see cref="DatasetFormats"/>.
/// </summary>
public interface IDatasetFormat
{
    /// <summary>The word of the command line, for example <c>ms-swift</c>.</summary>
    string Word { get; }

    /// <summary>The name in the summary of an export, for example <c>ms_swift</c>.</summary>
    string Name { get; }

    /// <summary>The ending of a file's name, with its dot.</summary>
    string Extension { get; }

    /// <summary>Parts of a conversation that the format has no place for.</summary>
    IReadOnlyList<FormatLoss> Losses => [];

    /// <summary>Known limits of the format for the dataset card, a sentence each.</summary>
    IReadOnlyList<string> Notes => [];

    /// <summary>Writes rows to a file as they come.</summary>
    /// <returns>The number of rows.</returns>
    Task<int> WriteAsync(IAsyncEnumerable<DatasetRow> rows, string path, CancellationToken cancellationToken);

    /// <summary>Reads the rows of a written file.</summary>
    IAsyncEnumerable<Value> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// The first rule of the format's loader that a written row breaks, and the message in which it lies; null where it breaks none. The rules
    /// share no code with the writer.
    /// </summary>
    /// <exception cref="System.Text.Json.JsonException">A text of the row that should be JSON is not.</exception>
    string? Problem(Value row);

    /// <summary>Files that the format's loader needs beside the data.</summary>
    IEnumerable<(string Name, string Text)> Companions(ExportSummary summary) => [];
}
