using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;

namespace AgentScaler.Proofs;

/// <summary>
/// A write changes something: some valid call leaves a state that no equality takes for the one before. Without it a program
/// that writes nothing would satisfy every other law, and a task for it would be passed by doing nothing.
/// </summary>
internal static class EffectLaw
{
    public const string Name = ToolChecks.ChangesNothing;

    /// <summary>The law, where it is broken. Nothing is said of a tool that no call makes succeed.</summary>
    public static string? Broken(ToolSubject subject, bool writes, CompiledEnvironment environment)
    {
        if (!writes)
        {
            return null;
        }

        var succeeded = false;
        foreach (var arguments in subject.Probes.Select(p => p.Arguments).Concat(subject.Extra))
        {
            var session = environment.Open();
            if (!session.Call(subject.Tool.Name, arguments).Ok)
            {
                continue;
            }

            if (session.Hash != environment.InitialHash
                && !StateAlignment.Aligned(environment.Definition.Schema, environment.InitialState, session.State(), environment.InitialState))
            {
                return null;
            }

            succeeded = true;
        }

        return succeeded ? Name : null;
    }
}
