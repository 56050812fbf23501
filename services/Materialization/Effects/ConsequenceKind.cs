using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Overrides.Rules;
using AgentScaler.Materialization.Programs;

namespace AgentScaler.Materialization.Effects;

/// <summary>One kind of consequence: the statements that do it, and its rule in the policy.</summary>
internal abstract class ConsequenceKind
{
    /// <summary>The record that it is the kind of.</summary>
    public abstract Type Record { get; }

    /// <param name="row">The row that the effect is about.</param>
    public abstract IEnumerable<Statement> Do(Consequence consequence, Expression row, ProgramScope scope);

    /// <summary>What it sets in the row that the effect itself writes; null where it is about other rows.</summary>
    /// <param name="old">The value that a column of the row has, or gets otherwise.</param>
    public abstract KeyValuePair<string, Expression>? Own(Consequence consequence, Func<string, Expression> old, ProgramScope scope);

    /// <summary>The forms in which a correction states it, as <see cref="RuleWords"/> reads them. None where it cannot be stated.</summary>
    public virtual IReadOnlyList<string[]> Forms => [];

    /// <summary>Reads it as a correction states it.</summary>
    /// <param name="form">The leading name of the form.</param>
    /// <param name="places">Finds what it names. Null where only the form is checked; nothing is returned then.</param>
    public virtual Consequence? Read(string form, Value value, string place, RulePlaces? places) => null;

    public abstract IEnumerable<string> Rules(Consequence consequence, ToolModel tool);
}
