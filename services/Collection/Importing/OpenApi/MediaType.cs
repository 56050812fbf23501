using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>The media type that speaks for a body or a parameter, its reference followed.</summary>
internal sealed record MediaType(LoadedDocument Document, JsonElement Element, JsonElement? Schema);
