namespace AgentScaler.Judging;

/// <summary>One golden call that must succeed.</summary>
/// <param name="Index">Its position among all golden calls.</param>
/// <param name="Key">Its <see cref="CallKey"/>.</param>
internal sealed record GoldenStep(int Index, string Name, string Key);
