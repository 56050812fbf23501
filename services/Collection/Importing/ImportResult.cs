using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>What became of one operation of a document: a draft, or the reason why there is none.</summary>
internal readonly record struct ImportResult(ToolDraft? Draft, RejectedTool? Rejected);
