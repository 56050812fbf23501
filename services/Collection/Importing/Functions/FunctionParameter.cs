using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>One parameter of a function.</summary>
/// <param name="Document">The document in which its references are resolved; null for the root of the function's schema.</param>
internal sealed record FunctionParameter(
    string Name, JsonElement? Schema, bool Required, string? Description = null, string Location = "argument", LoadedDocument? Document = null);
