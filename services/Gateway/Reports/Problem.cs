using System.Text.Json.Nodes;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Gateway.Reports;

/// <summary>One kind of problem, with its count and the first names.</summary>
/// <param name="kind">The kind in words, for example <c>domains rejected</c>.</param>
public sealed class Problem(PipelineStage stage, string kind)
{
    /// <summary>Kind of documents that could not be read.</summary>
    public const string UnreadDocuments = "documents that could not be read";

    /// <summary>Kind of repairs made in documents. Its names are the kinds of repair, and its reasons are their counts.</summary>
    public const string Repairs = "repairs of documents";

    /// <summary>Kind of document members that were ignored. Its names are the members, and its reasons are their counts.</summary>
    public const string Unread = "members that were not read";

    /// <summary>Kind of domains that have no environment.</summary>
    public const string RejectedDomains = "domains rejected";

    private const int LongestReason = 500;

    private readonly SortedDictionary<string, string> _items = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    /// <summary>Total number of items, with or without the problem. Null if a total has no meaning here.</summary>
    public long? Of { get; init; }

    /// <summary>Most names that are listed. The count includes all items.</summary>
    public int MostListed { get; init; } = 200;

    public void Add(string name, string? reason, long count = 1)
    {
        Count += count;
        _items.TryAdd(name, OneLine.Of(reason ?? "", LongestReason));
        if (_items.Count > MostListed)
        {
            _items.Remove(_items.Last().Key);
        }
    }

    public JsonObject ToJson()
    {
        var problem = new JsonObject { ["stage"] = stage.Name(), ["kind"] = kind, ["count"] = Count };
        if (Of is { } all)
        {
            problem["of"] = all;
        }

        problem["items"] = new JsonArray([.. _items.Select(item => new JsonObject { ["name"] = item.Key, ["reason"] = item.Value })]);
        return problem;
    }
}
