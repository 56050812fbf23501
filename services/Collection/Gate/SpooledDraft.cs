using AgentScaler.Collection.Importing;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Gate;

/// <summary>What has to be known of a draft while all others are compared; its schemas wait in the spool.</summary>
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
    /// <summary>Whether its description tells too little to choose the tool by.</summary>
    public bool IsPoorlyDescribed { get; init; }

    /// <summary>Position of the operation in the input; decides between equals.</summary>
    public required (int Document, int Part, int Operation) Order { get; init; }
}
