namespace AgentScaler.Exports;

/// <summary>The figures of an export. The dataset card describes them in words.</summary>
/// <param name="Format">The format's <see cref="Formats.IDatasetFormat.Name"/>.</param>
/// <param name="SpokenBesideCalls">Messages in which the assistant speaks and calls a tool.</param>
public sealed record ExportSummary(
    string Format,
    IReadOnlyList<ExportFile> Files,
    int Rows,
    int Domains,
    int Tasks,
    int Messages,
    int ToolCalls,
    int SpokenBesideCalls,
    IReadOnlyDictionary<string, int> Origins,
    IReadOnlyDictionary<string, int> Licenses)
{
    /// <summary>One sentence for each part that the format cannot hold.</summary>
    public IReadOnlyList<string> Losses { get; init; } = [];
}
