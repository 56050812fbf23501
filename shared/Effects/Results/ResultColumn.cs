using AgentScaler.Environments.JsonSchemas;

namespace AgentScaler.Effects;

/// <summary>A member of a result that shows a column.</summary>
/// <param name="AsStored">Whether everything that the column may hold conforms to the member's schema, so that it is shown as it is.</param>
public sealed record ResultColumn(SchemaProperty Property, ColumnModel Column, bool AsStored);
