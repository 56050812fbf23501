using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>What a tool's path, or its name where it has none, says that it works on and does.</summary>
/// <param name="OnItem">Whether it works on one thing that the path names.</param>
/// <param name="Parents">The things above it in the path, with the variables that name them.</param>
/// <param name="KeyVariables">The variables of the path that name the thing itself.</param>
internal sealed record ToolLocation(
    string Verb,
    VerbClass VerbClass,
    string Resource,
    bool OnItem,
    IReadOnlyList<(string Resource, IReadOnlyList<string> Variables)> Parents,
    IReadOnlyList<string> KeyVariables);
