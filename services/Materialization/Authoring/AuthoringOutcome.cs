using System.Text.Json.Serialization;

namespace AgentScaler.Materialization.Authoring;

/// <summary>What came of asking a language model about one domain.</summary>
/// <param name="Status">One of the words of this record.</param>
/// <param name="Model">Who was asked.</param>
/// <param name="Rounds">Answers that were read.</param>
/// <param name="Tools">Tools whose correction was accepted, in order of name.</param>
public sealed record AuthoringOutcome(string Status, string Model, int Rounds, IReadOnlyList<string> Tools)
{
    /// <summary>The proposal holds, as a whole.</summary>
    public const string Accepted = "accepted";

    /// <summary>What could not be repaired was left out; the rest holds.</summary>
    public const string AcceptedInPart = "accepted_in_part";

    /// <summary>The model would change nothing.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>No proposal held; what was inferred stays.</summary>
    public const string Rejected = "rejected";

    /// <summary>The endpoint did not answer, or may not be asked any more; what was inferred stays.</summary>
    public const string Failed = "failed";

    /// <summary>Why nothing, or not everything, was accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Whether nobody answered at all: the connection was refused, the name is unknown, or the time ran out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unreachable { get; init; }

    /// <summary>Tokens of all rounds as the endpoint counted them, whether it was asked now or answered from the ledger.</summary>
    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>Findings that were given back to the model, with their places.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}
