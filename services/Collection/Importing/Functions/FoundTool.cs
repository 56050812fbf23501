using System.Text.Json;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>An entry of a list of tools, and its context in the list.</summary>
/// <param name="Key">Its key if the list is a map.</param>
/// <param name="Owner">The owner of the tools: the nearest record that contains the list and has a name or a server.</param>
/// <param name="OwnerKey">The key of that record in a map of servers.</param>
/// <param name="List">The kind of the list.</param>
internal sealed record FoundTool(JsonElement Item, string Pointer, string? Key, JsonElement Owner, string? OwnerKey, ToolListKind List);
