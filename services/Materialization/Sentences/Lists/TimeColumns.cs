using AgentScaler.Environments.Schema;

namespace AgentScaler.Materialization.Sentences.Lists;

/// <summary>The times of a row that lists stand by: when the thing came to be, and when it begins.</summary>
internal sealed class TimeColumns(TableModel table)
{
    private static readonly HashSet<string> Making = new(StringComparer.Ordinal)
    {
        "created", "received", "sent", "posted", "published", "added", "submitted", "occurred", "placed", "date", "timestamp", "time", "logged", "recorded",
        "announced", "registered", "booked", "ordered", "opened", "issued", "reported", "joined", "filed", "requested", "made", "happened", "taken", "at", "on",
        "entered", "enrolled", "uploaded", "raised", "signed", "given", "paid",
    };

    private static readonly HashSet<string> Beginning = new(StringComparer.Ordinal)
    {
        "start", "starts", "begin", "begins", "scheduled", "departure", "departs", "due", "first", "from", "opens", "arrival", "arrives", "date", "day",
        "when", "pickup",
        "checkin", "show", "kickoff",
    };

    private static readonly HashSet<string> Later = new(StringComparer.Ordinal)
    {
        "last", "updated", "modified", "end", "ends", "closed", "closes", "expires", "cancelled", "completed", "returned", "birth", "until", "deleted",
    };

    private readonly List<ColumnModel> _times = [.. table.Columns.Where(Is)];

    public static bool Is(ColumnModel column) => column.Textual && column.Enum is null
        && (column.Type is ColumnType.Date or ColumnType.Datetime || column.Semantic is "datetime" or "date");

    /// <summary>When the thing came to be: not when it was last touched, and not when it ends.</summary>
    public ColumnModel? Made => Named(Making) ?? Only ?? Named(Beginning);

    /// <summary>When the thing begins, or is due.</summary>
    public ColumnModel? Begins => Named(Beginning) ?? Only ?? Named(Making);

    /// <summary>Since when somebody belongs to something.</summary>
    public ColumnModel? Since => _times.Find(c => c.Words.Any(w => w is "since" or "hired" or "joined" or "employed" or "started" or "from"
        or "start")) ?? Made;

    private ColumnModel? Only => _times.Where(c => !c.Words.Any(Later.Contains)).ToList() is [var only] ? only : _times is [var single] ? single : null;

    private ColumnModel? Named(HashSet<string> words) => _times.Find(c => c.Words.Any(words.Contains) && !c.Words.Any(Later.Contains)
        && !(words == Making && c.Words.Any(w => w is "start" or "starts" or "due")));
}
