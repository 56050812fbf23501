namespace AgentScaler.Collection.Gate;

/// <summary>Where a draft lies in the spool.</summary>
internal readonly record struct DraftPlace(long Offset, int Length);
