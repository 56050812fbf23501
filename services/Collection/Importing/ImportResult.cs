using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>The result of one operation of a document: a draft, or a rejection with its reason.</summary>
internal readonly record struct ImportResult(ToolDraft? Draft, RejectedTool? Rejected);
