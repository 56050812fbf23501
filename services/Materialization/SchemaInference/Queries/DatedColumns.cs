using AgentScaler.Environments.Schema;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>Columns that hold days or instants, by what stands in them and by their names.</summary>
internal sealed class DatedColumns(QueryScope scope)
{
    private static readonly string[] Beginning = ["start", "begin", "from", "departure", "check", "opened", "created", "sent", "received", "date",
        "time", "timestamp"];
    private static readonly string[] Ending = ["end", "finish", "until", "to", "arrival", "expiry", "expires", "expiration", "due", "closed"];

    /// <summary>All of them, those of the row's own beginning first.</summary>
    public IReadOnlyList<ColumnModel> All { get; } =
        [.. scope.Table.Columns.Where(c => IsDated(scope, c)).OrderBy(c => Rank(NounWords.Of(c.Name)))];

    /// <summary>When the thing begins or came to be, or null.</summary>
    public ColumnModel? Begin => All.Count > 0 ? All[0] : null;

    /// <summary>When it ends, where it has a beginning as well; null elsewhere.</summary>
    public ColumnModel? End => All.Count > 1 && NounWords.Of(All[0].Name).Any(w => w is "start" or "begin" or "from")
        ? All.FirstOrDefault(c => NounWords.Of(c.Name).Any(w => w is "end" or "finish" or "to")) : null;

    /// <summary>Whether the column's texts have a time of day.</summary>
    public bool HasTime(ColumnModel column) => scope.Values(column).Any(v => v.IsString && v.AsString.Length > 10);

    private static bool IsDated(QueryScope scope, ColumnModel column) => column.Type is ColumnType.Date or ColumnType.Datetime
        || (column.Textual && scope.Values(column) is { Count: > 0 } values ? values.All(v => v.IsString && (v.AsString.Length == 0 || IsDate(v.AsString)))
            : column.Textual && column.Semantic is "date" or "datetime");

    private static bool IsDate(string text) => (text.Length >= 10 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[3])
        && text[4] == '-' && char.IsAsciiDigit(text[5]) && text[7] == '-')
        || (text.Length is 5 or 8 && text[2] == ':' && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[3]));

    private static int Rank(IReadOnlyList<string> words) => words.Any(w => w is "start" or "begin") ? 0
        : words.Any(Ending.Contains) ? 3
        : words.Any(w => w is "updated" or "modified" or "last") ? 2
        : words.Any(Beginning.Contains) ? 1 : 2;
}
