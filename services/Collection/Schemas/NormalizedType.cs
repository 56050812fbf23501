namespace AgentScaler.Collection.Schemas;

/// <summary>A JSON Schema type, with the format or the type of items that the written name implied.</summary>
internal sealed record NormalizedType(string Name, string? Format = null, string? Items = null);
