using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Reports;

/// <summary>What of one kind did not come through: how many, and the first of them by name.</summary>
/// <param name="kind">What it is, in words: <c>domains rejected</c>.</param>
public sealed class Problem(PipelineStage stage, string kind)
{
    /// <summary>The kind of the documents that could not be read.</summary>
    public const string UnreadDocuments = "documents that could not be read";

    /// <summary>The kind of what was mended in documents; its names are kinds of repairs, its reasons their counts.</summary>
    public const string Repairs = "repairs of documents";

    /// <summary>The kind of what was met in documents and not read; its names are those of members, its reasons their counts.</summary>
    public const string Unread = "members that were not read";

    /// <summary>The kind of the domains that have no environment.</summary>
    public const string RejectedDomains = "domains rejected";

    private const int LongestReason = 500;

    private readonly SortedDictionary<string, string> items = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    /// <summary>How many there are in all, come through or not; null where that says nothing.</summary>
    public long? Of { get; init; }

    /// <summary>Names that are listed; the count tells of all.</summary>
    public int MostListed { get; init; } = 200;

    public void Add(string name, string? reason, long count = 1)
    {
        Count += count;
        items.TryAdd(name, OneLine.Of(reason ?? "", LongestReason));
        if (items.Count > MostListed)
        {
            items.Remove(items.Last().Key);
        }
    }

    public JsonObject ToJson()
    {
        var problem = new JsonObject { ["stage"] = stage.Name(), ["kind"] = kind, ["count"] = Count };
        if (Of is { } all)
        {
            problem["of"] = all;
        }

        problem["items"] = new JsonArray([.. items.Select(item => new JsonObject { ["name"] = item.Key, ["reason"] = item.Value })]);
        return problem;
    }
}
