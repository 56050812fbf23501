using System.Text.Json;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Exports;

/// <summary>Counts rows as they pass.</summary>
internal sealed class ExportStatistics(ExportFormat format)
{
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tasks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _origins = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _licenses = new(StringComparer.Ordinal);
    private int _rows;
    private int _messages;
    private int _calls;
    private int _spoken;

    public void Add(DatasetRow row)
    {
        _rows++;
        _domains.Add(row.Domain);
        _tasks.Add(row.Task);
        _messages += row.Messages.Count;
        Count(_origins, JsonNamingPolicy.SnakeCaseLower.ConvertName(row.Origin.ToString()));
        foreach (var license in row.Provenance.Licenses.DefaultIfEmpty("unknown").Distinct(StringComparer.Ordinal))
        {
            Count(_licenses, license);
        }

        foreach (var message in row.Messages.Where(m => m.ToolCalls is { Count: > 0 }))
        {
            _calls += message.ToolCalls!.Count;
            _spoken += Conversation.IsBlank(message.Content) ? 0 : 1;
        }
    }

    public ExportSummary Summary(IReadOnlyList<ExportFile> files) => new(
        format, files, _rows, _domains.Count, _tasks.Count, _messages, _calls, _spoken, _origins, _licenses);

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
