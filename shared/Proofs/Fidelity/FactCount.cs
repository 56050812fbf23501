namespace AgentScaler.Proofs.Fidelity;

/// <summary>The number of known facts about the real service, and the number of those that the environment reproduces.</summary>
public readonly record struct FactCount(int Facts, int Held)
{
    public static FactCount operator +(FactCount a, FactCount b) => new(a.Facts + b.Facts, a.Held + b.Held);

    /// <summary>One fact.</summary>
    public static FactCount Of(bool held) => new(1, held ? 1 : 0);
}
