namespace AgentScaler.Collection.Schemas;

/// <summary>A compiled schema without its definitions, and the definitions it refers to, in order of appearance.</summary>
internal sealed class SchemaFragment
{
    public byte[] Json { get; set; } = [];

    public List<SchemaDefinition> References { get; } = [];

    public void Refer(SchemaDefinition definition)
    {
        if (!References.Contains(definition))
        {
            References.Add(definition);
        }
    }
}
