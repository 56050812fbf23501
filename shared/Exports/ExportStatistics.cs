using System.Globalization;
using System.Text.Json;
using AgentScaler.Exports.Formats;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports;

/// <summary>Counts rows while they are written.</summary>
internal sealed class ExportStatistics(IDatasetFormat format)
{
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tasks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _origins = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _licenses = new(StringComparer.Ordinal);
    private int _rows;
    private int _messages;
    private int _calls;
    private int _spoken;

    /// <summary>For each part that the format cannot hold, the number of messages with it, by file.</summary>
    private readonly Dictionary<FormatLoss, SortedDictionary<string, int>> _lost =
        format.Losses.ToDictionary(loss => loss, _ => new SortedDictionary<string, int>(StringComparer.Ordinal));

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

        foreach (var message in row.Messages)
        {
            _calls += message.ToolCalls?.Count ?? 0;
            _spoken += FormatLoss.WordsBesideCalls.IsIn(message) ? 1 : 0;
            foreach (var loss in format.Losses.Where(loss => loss.IsIn(message)))
            {
                Count(_lost[loss], file);
            }
        }
    }

    public ExportSummary Summary(IReadOnlyList<ExportFile> files) => new(
        format.Name, files, _rows, _domains.Count, _tasks.Count, _messages, _calls, _spoken, _origins, _licenses)
    {
        Losses = [.. format.Losses.Where(loss => _lost[loss].Count > 0).Select(Lost)],
    };

    /// <summary>Describes a part that the format cannot hold, with the number of messages and their files.</summary>
    private string Lost(FormatLoss loss)
    {
        var where = string.Join(", ", _lost[loss].Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Key} {file.Value}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{format.Word} has no place for {loss.Part}: {_lost[loss].Values.Sum()} of {_messages} messages lost theirs ({where}); {loss.Instead}.");
    }

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
