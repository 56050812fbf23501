using System.Runtime.CompilerServices;
using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.States;

/// <summary>
/// Equality of two states under the schema (contract, section 2): <c>exact</c>, <c>unordered</c>, <c>volatile</c>, and
/// <c>generated</c> keys up to one consistent one-to-one renaming over all references to them. docs/states.md defines
/// every case.
/// </summary>
public static class StateAlignment
{
    private static readonly ConditionalWeakTable<DatabaseState, StateAligner> Aligners = [];

    /// <summary>Whether the two states, both reached from the same initial state, are equal under the schema.</summary>
    public static bool Aligned(DatabaseSchema schema, DatabaseState initial, DatabaseState final, DatabaseState golden)
    {
        if (ReferenceEquals(final, golden) || StateHash.Of(final) == StateHash.Of(golden))
        {
            return true;
        }

        return Aligner(schema, initial).Aligned(final, golden);
    }

    /// <summary>Returns the aligner of an initial state, which is made once.</summary>
    internal static StateAligner Aligner(DatabaseSchema schema, DatabaseState initial)
    {
        var aligner = Aligners.GetValue(initial, i => new StateAligner(schema, i));
        return ReferenceEquals(aligner.Schema, schema) ? aligner : new StateAligner(schema, initial);
    }
}
