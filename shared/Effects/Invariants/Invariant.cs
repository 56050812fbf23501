using AgentScaler.Environments.States;

namespace AgentScaler.Effects;

/// <summary>What holds in every state. It says by itself whether it does, by rows alone, so that a law can be derived from it.</summary>
/// <param name="Table">The table whose rows it speaks of.</param>
public abstract record Invariant(string Table)
{
    public Basis Basis { get; init; } = Basis.Convention;

    /// <summary>What is wrong with a state in which it does not hold.</summary>
    public abstract string Fault { get; }

    /// <summary>The tables whose rows decide whether it holds.</summary>
    public virtual IEnumerable<string> Tables => [Table];

    public abstract bool Holds(DatabaseState state);
}
