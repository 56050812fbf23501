namespace AgentScaler.Collection.Schemas;

/// <summary>A named schema of a document, compiled once and shared by all tools that reach it.</summary>
internal sealed class SchemaDefinition(string name, string stubType)
{
    public string Name { get; } = name;

    /// <summary>The replacement of the definition if a tool has no room for it: its type alone.</summary>
    public byte[] Stub { get; } = System.Text.Encoding.UTF8.GetBytes(stubType switch
    {
        "" => "{}",
        "array" => """{"type":"array","items":{}}""",
        _ => $"{{\"type\":\"{stubType}\"}}",
    });

    public SchemaFragment? Body { get; set; }
}
