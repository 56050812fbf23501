using AgentScaler.Environments.Programs.Mutation;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Environments.Differential;

/// <summary>Distinguishes mutants that behave differently from the original from equivalent ones.</summary>
public static class MutantComparison
{
    /// <summary>Calls made on one session before the next one is opened.</summary>
    private const int SessionLength = 10;

    /// <summary>
    /// Returns the mutant's environment, or null if this number of calls with generated arguments shows no difference from the original in results and
    /// states. Such a mutant counts as equivalent.
    /// </summary>
    public static CompiledEnvironment? Distinguish(CompiledEnvironment original, ProgramMutant mutant, int calls = 60, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(mutant);
        var name = mutant.Program.Tool;
        var changed = original.With(mutant.Program);
        var tool = original.Definition.Tools.First(t => t.Name == name);
        var generator = new ArgumentGenerator(original.Definition, original.InitialState, tool, seed);
        var (one, other) = (original.Open(), changed.Open());
        for (var i = 0; i < calls; i++)
        {
            if (i % SessionLength == 0)
            {
                (one, other) = (original.Open(), changed.Open());
            }

            var arguments = i % 4 == 3 ? generator.Boundary() : generator.Valid();
            if (one.Call(name, arguments) != other.Call(name, arguments) || one.Hash != other.Hash)
            {
                return changed;
            }
        }

        return null;
    }
}
