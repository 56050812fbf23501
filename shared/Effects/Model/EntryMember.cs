using AgentScaler.Environments.JsonSchemas;

namespace AgentScaler.Effects;

/// <summary>A member of an entry of an array argument, and the column that it fills.</summary>
public sealed record EntryMember(ColumnModel Column, SchemaProperty Property);
