using AgentScaler.Collection.Importing;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Gate;

/// <summary>The data of a draft for the comparison with all others. Its schemas wait in the spool.</summary>
internal sealed record SpooledDraft(
    string Id,
    string Provider,
    string Name,
    string OperationKey,
    string Version,
    string Resource,
    string Uri,
    string Locator,
    string ContentHash,
    ToolEffect Effect,
    IReadOnlyList<ParameterFact> Parameters,
    DraftPlace Place)
{
    /// <summary>Whether its description is too poor for choosing the tool.</summary>
    public bool IsPoorlyDescribed { get; init; }

    /// <summary>The position of the operation in the input, which decides between equals.</summary>
    public required (int Document, int Part, int Operation) Order { get; init; }
}
