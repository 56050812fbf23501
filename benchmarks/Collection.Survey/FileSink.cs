using System.Text.Json;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Survey;

/// <summary>Counts tools by what they are, and writes them to a file where one is named.</summary>
internal sealed class FileSink(string? path) : ICollectionSink, IDisposable
{
    private readonly StreamWriter? _file = path is null ? null : new StreamWriter(path) { NewLine = "\n" };

    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public long Bytes { get; private set; }

    public ValueTask AddToolAsync(ToolSpecification tool, CancellationToken cancellationToken)
    {
        var line = JsonSerializer.Serialize(tool, ContractJson.Options);
        Bytes += line.Length + 1;
        _file?.WriteLine(line);
        Count($"format {tool.Source.Format}");
        Count($"effect {tool.Effect}");
        Count($"returns {tool.ReturnsOrigin}");
        Count(tool.DescriptionDerived ? "description derived" : "description of the source");
        if (tool.Examples is not null)
        {
            Count("with examples");
        }

        if (tool.OmittedParameters is not null)
        {
            Count("with boilerplate left out");
        }

        if (tool.BenchmarkMatches is not null)
        {
            Count("with a benchmark match");
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask AddRejectedAsync(RejectedTool rejected, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public void Dispose() => _file?.Dispose();

    private void Count(string what) => Counts[what] = Counts.GetValueOrDefault(what) + 1;
}
