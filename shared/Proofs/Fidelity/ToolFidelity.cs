using System.Text.Json.Serialization;

namespace AgentScaler.Proofs.Fidelity;

/// <summary>The part of a tool's documented and recorded behaviour that the environment reproduces, by kind of fact.</summary>
public sealed record ToolFidelity
{
    private const int MaxMisses = 5;

    private static readonly ToolFidelity Nothing = new() { Misses = [] };

    /// <summary>Documented requests that succeed.</summary>
    public FactCount Requests { get; init; }

    /// <summary>Documented responses whose members the actual result has.</summary>
    public FactCount Responses { get; init; }

    /// <summary>Declared error statuses that a call can provoke.</summary>
    public FactCount Errors { get; init; }

    /// <summary>The number of declared statuses that no environment has: authorization, quotas, outages. They do not count as facts.</summary>
    public int ErrorsOutside { get; init; }

    /// <summary>Recorded calls with the same ending: a success, or an error of the same class.</summary>
    public FactCount RecordedOutcomes { get; init; }

    /// <summary>Recorded answers whose members the actual result has.</summary>
    public FactCount RecordedResponses { get; init; }

    /// <summary>Recorded values of known rows that the actual result shows.</summary>
    public FactCount RecordedValues { get; init; }

    /// <summary>Some of the facts that do not hold, in words.</summary>
    public IReadOnlyList<string> Misses { get; init; } = [];

    /// <summary>Whether nothing is known of the tool's behaviour.</summary>
    [JsonIgnore]
    public bool IsEmpty => Misses.Count == 0 && this with { Misses = Nothing.Misses } == Nothing;

    /// <summary>The share that holds, 0 to 1; every recorded call and answer is a fact, a call's values together are one. Null where nothing is
    /// known.</summary>
    [JsonIgnore]
    public double? Share
    {
        get
        {
            var all = Requests + Responses + Errors + RecordedOutcomes + RecordedResponses;
            var values = RecordedValues.Facts == 0 ? 0 : (double)RecordedValues.Held / RecordedValues.Facts;
            var facts = all.Facts + (RecordedValues.Facts == 0 ? 0 : 1);
            return facts == 0 ? null : Math.Round((all.Held + values) / facts, 6);
        }
    }

    /// <summary>These facts and a miss where one does not hold.</summary>
    public ToolFidelity Missing(bool held, string miss) => held || Misses.Count >= MaxMisses ? this : this with { Misses = [.. Misses, miss] };
}
