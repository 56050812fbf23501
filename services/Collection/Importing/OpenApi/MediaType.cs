using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.OpenApi;

/// <summary>The chosen media type of a body or a parameter, with its reference resolved.</summary>
internal sealed record MediaType(LoadedDocument Document, JsonElement Element, JsonElement? Schema);
