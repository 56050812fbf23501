using AgentScaler.Exports.Formats;

namespace AgentScaler.Exports;

/// <summary>Exports the datasets of a workspace in one format.</summary>
public sealed class DatasetExport(IDatasetFormat format) : IExport
{
    public string Word => format.Word;

    public async Task<ExportOutcome> WriteAsync(string workspace, string folder, CancellationToken cancellationToken)
    {
        var summary = await new DatasetExporter().ExportAsync(workspace, format, folder, cancellationToken);
        var files = string.Join('\n', summary.Files.Select(file => $"  {file.Path}: {file.Rows} rows"));
        return new ExportOutcome(summary, $"{summary.Rows} rows of {summary.Tasks} tasks in {summary.Domains} domains:\n{files}", summary.Losses);
    }
}
