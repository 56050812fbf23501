using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Proofs.AcrossTools;

namespace AgentScaler.Proofs;

/// <summary>
/// How many faults planted in a program the laws notice. A mutant is killed by a law that it breaks; the original program
/// is looked at only afterwards, to set apart the mutants that behave as it does in every call that was tried.
/// </summary>
internal static class MutationTest
{
    /// <param name="laws">The laws across tools that concern the tool and that the original keeps.</param>
    public static MutationResult Run(ToolSubject subject, ToolProgram program, CompiledEnvironment original, IReadOnlyList<LawAcrossTools> laws, int most)
    {
        subject.Trust(original);
        if (subject.Probes.Count == 0)
        {
            return MutationResult.None;
        }

        var (killed, across, equivalent) = (0, 0, 0);
        var survivors = new List<string>();
        var mutants = ProgramMutator.Mutants(program, subject.Schema, subject.Tool, most);
        foreach (var mutant in mutants)
        {
            var environment = original.With(mutant);
            if (ToolLaws.Broken(subject, environment).Any())
            {
                killed++;
            }
            else if (laws.Any(l => LawJudge.Broken(l, environment) is not null))
            {
                killed++;
                across++;
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

        return new MutationResult(mutants.Count - equivalent, killed, across, equivalent, survivors);
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
