using System.Text.Json;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>One parameter of a function.</summary>
internal sealed record FunctionParameter(string Name, JsonElement? Schema, bool Required, string? Description = null, string Location = "argument");
