using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Materialization.Proofs;

/// <summary>
/// How many faults planted in a program the laws notice. A mutant is killed by a law that it breaks; the original program
/// is looked at only afterwards, to set apart the mutants that behave as it does in every call that was tried.
/// </summary>
internal static class MutationTest
{
    public static (int Mutants, int Killed, int Equivalent, IReadOnlyList<string> Survivors) Run(ToolSubject subject, ToolProgram program, int most)
    {
        var original = subject.Compile(program);
        subject.Trust(original);
        if (subject.Probes.Count == 0)
        {
            return (0, 0, 0, []);
        }

        var (killed, equivalent) = (0, 0);
        var survivors = new List<string>();
        var mutants = ProgramMutator.Mutants(program, subject.Schema, subject.Tool, most);
        foreach (var mutant in mutants)
        {
            var environment = original.With(mutant.Program);
            if (ToolLaws.Broken(subject, environment).Any())
            {
                killed++;
            }
            else if (mutant.EquivalenceHint is not null || Same(subject, environment, original))
            {
                equivalent++;
            }
            else
            {
                survivors.Add($"{mutant.Operator} at {mutant.Place}: {mutant.Change}");
            }
        }

        return (mutants.Count - equivalent, killed, equivalent, survivors);
    }

    /// <summary>Whether a mutant gives the same results, error codes and states as the original in every call that was tried; wording is free.</summary>
    private static bool Same(ToolSubject subject, CompiledEnvironment mutant, CompiledEnvironment original)
    {
        foreach (var arguments in subject.Probes.Select(p => p.Arguments).Concat(subject.Refusals.Select(r => r.Arguments)).Concat(subject.Extra))
        {
            var (first, second) = (original.Open(), mutant.Open());
            var (a, b) = (first.Call(subject.Tool.Name, arguments), second.Call(subject.Tool.Name, arguments));
            if (a.Ok != b.Ok || (a.Ok ? a.Result != b.Result : a.Error!.Code != b.Error!.Code) || first.Hash != second.Hash)
            {
                return false;
            }
        }

        return true;
    }
}
