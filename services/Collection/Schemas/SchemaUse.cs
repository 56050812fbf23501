namespace AgentScaler.Collection.Schemas;

/// <summary>The side of a call that a schema describes. Read-only properties are not arguments, and write-only properties are not results.</summary>
internal enum SchemaUse
{
    Request,
    Response,
}
