namespace AgentScaler.Collection.Schemas;

/// <summary>Which side of a call a schema describes: properties that are read-only are no arguments, write-only ones no results.</summary>
internal enum SchemaUse
{
    Request,
    Response,
}
