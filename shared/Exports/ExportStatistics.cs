using System.Globalization;
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
    private readonly SortedDictionary<string, int> _spoken = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _thought = new(StringComparer.Ordinal);

    /// <param name="file">The file that the row goes to.</param>
    public void Add(DatasetRow row, string file)
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
            if (!Conversation.IsBlank(message.Content))
            {
                Count(_spoken, file);
            }
        }

        foreach (var _ in row.Messages.Where(m => !Conversation.IsBlank(m.ReasoningContent)))
        {
            Count(_thought, file);
        }
    }

    public ExportSummary Summary(IReadOnlyList<ExportFile> files) => new(
        format, files, _rows, _domains.Count, _tasks.Count, _messages, _calls, _spoken.Values.Sum(), _origins, _licenses) { Losses = [.. Losses()] };

    /// <summary>What the format has no place for, in words, with how much of it there was and where.</summary>
    private IEnumerable<string> Losses()
    {
        if (format is ExportFormat.ShareGpt or ExportFormat.LlamaFactory && _spoken.Count > 0)
        {
            yield return Lost("words beside a tool call", _spoken, "ms-swift, trl, openai, parquet and verl keep them");
        }

        if (format is ExportFormat.ShareGpt or ExportFormat.LlamaFactory or ExportFormat.MsSwift or ExportFormat.Verl && _thought.Count > 0)
        {
            yield return Lost("reasoning", _thought, "trl, openai and parquet keep it");
        }
    }

    private string Lost(string what, SortedDictionary<string, int> where, string instead) => string.Create(
        CultureInfo.InvariantCulture,
        $"{format.Word()} has no place for {what}: {where.Values.Sum()} of {_messages} messages lost theirs ({string.Join(", ", where.Select(w => $"{w.Key} {w.Value}"))}); {instead}.");

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
