namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>Members that a sentence names one after another.</summary>
/// <param name="Lead">The words before them, from the beginning of the sentence.</param>
/// <param name="Told">Whether the words say that the members are told, and not only that a thing comes with them.</param>
internal sealed record MemberList(SpokenObject Shape, string Lead, bool Told);
