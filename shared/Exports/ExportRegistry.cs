using AgentScaler.Exports.Formats;
using AgentScaler.Exports.Packages;

namespace AgentScaler.Exports;

/// <summary>Every kind of export, in the order in which the command line lists them.</summary>
public static class ExportRegistry
{
    public static IReadOnlyList<IExport> All { get; } = [.. DatasetFormats.All.Select(format => new DatasetExport(format)), new EnvironmentExport()];
}
