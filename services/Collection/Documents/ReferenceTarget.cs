using System.Text.Json;

namespace AgentScaler.Collection.Documents;

/// <summary>The target of a reference.</summary>
internal sealed record ReferenceTarget(LoadedDocument Document, string Pointer, JsonElement Element);
