using System.Text.Json;

namespace AgentScaler.Collection.Documents;

/// <summary>What a reference leads to.</summary>
internal sealed record ReferenceTarget(LoadedDocument Document, string Pointer, JsonElement Element);
