namespace AgentScaler.Collection.Gate;

/// <summary>The place of a draft in the spool.</summary>
internal readonly record struct DraftPlace(long Offset, int Length);
