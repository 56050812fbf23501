using AgentScaler.Environments.Programs.Mutation;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Environments.Differential;

/// <summary>Tells mutants that behave otherwise than the original from those that do not.</summary>
public static class MutantComparison
{
    /// <summary>Calls made on one session before the next one is opened.</summary>
    private const int SessionLength = 10;

    /// <summary>
    /// A mutant's environment, or null where a mutant cannot be told from the original by so many calls with generated
    /// arguments, results and states compared: it is then counted as equivalent.
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
