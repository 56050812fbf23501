using System.Text.Json;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>An entry of a list of tools, and what the list says around it.</summary>
/// <param name="Key">Its key where the list is a map.</param>
/// <param name="Owner">The nearest record that holds the list and has a name or a server: whose tools these are.</param>
/// <param name="OwnerKey">The key of that record in a map of servers.</param>
/// <param name="List">What is known of the list.</param>
internal sealed record FoundTool(JsonElement Item, string Pointer, string? Key, JsonElement Owner, string? OwnerKey, ToolListKind List);
