using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports.Formats;

/// <summary>
/// A dataset format of another stack. It defines how a row is written, and the rules of the stack's loader. Each format is one class, listed in
/// <see cref="DatasetFormats"/>.
/// </summary>
public interface IDatasetFormat
{
    /// <summary>The name on the command line, for example <c>ms-swift</c>.</summary>
    string Word { get; }

    /// <summary>The name in the summary of an export, for example <c>ms_swift</c>.</summary>
    string Name { get; }

    /// <summary>The extension of file names, with its dot.</summary>
    string Extension { get; }

    /// <summary>Parts of a conversation that the format cannot hold.</summary>
    IReadOnlyList<FormatLoss> Losses => [];

    /// <summary>Known limits of the format, one sentence each, for the dataset card.</summary>
    IReadOnlyList<string> Notes => [];

    /// <summary>Writes a stream of rows to a file.</summary>
    /// <returns>The number of rows.</returns>
    Task<int> WriteAsync(IAsyncEnumerable<DatasetRow> rows, string path, CancellationToken cancellationToken);

    /// <summary>Reads the rows of a written file.</summary>
    IAsyncEnumerable<Value> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the first rule of the format's loader that a written row breaks, with the message that breaks it, or null if it breaks none. The rules share
    /// no code with the writer.
    /// </summary>
    /// <exception cref="System.Text.Json.JsonException">A text of the row must be JSON but is not.</exception>
    string? Problem(Value row);

    /// <summary>Files that the format's loader needs in addition to the data.</summary>
    IEnumerable<(string Name, string Text)> Companions(ExportSummary summary) => [];
}
