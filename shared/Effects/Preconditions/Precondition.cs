using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// What must hold before an effect. It says by itself when it holds, by rows and arguments alone, so that a law can be derived from
/// it without looking at the program that checks it.
/// </summary>
public abstract record Precondition
{
    /// <summary>Why it is held to be demanded.</summary>
    public Basis Basis { get; init; } = Basis.Convention;

    /// <summary>The code of the refusal.</summary>
    public abstract ErrorCode Code { get; }

    /// <summary>What is wrong with a call that it forbids, in a few words.</summary>
    public abstract string Fault { get; }

    /// <summary>Whether the database keeps it by its own rules, so that programs need not check it.</summary>
    public virtual bool KeptByDatabase => false;

    /// <summary>The rows that it speaks of.</summary>
    public virtual IEnumerable<RowAddress> Addresses => [];

    /// <summary>Whether it holds for a call in a state.</summary>
    public abstract bool Holds(Situation situation);

    /// <summary>Whether it can hold for a call that is about the row.</summary>
    /// <param name="situation">The state; arguments are not looked at.</param>
    public virtual bool Admits(Situation situation, ObjectValue row) => true;

    /// <summary>Ways in which a valid call becomes one that this forbids.</summary>
    public virtual IEnumerable<Violation> Violations(Situation valid) => [];

    /// <summary>Ways in which a call that this forbids becomes one that it does not.</summary>
    public virtual IEnumerable<Violation> Remedies(Situation forbidden) => [];

    /// <summary>What it is about: of two that share it, the more trusted one holds.</summary>
    public virtual string Topic => CanonicalForm.Of(this with { Basis = Basis.Convention }).ToJson();
}
