using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Proofs.AcrossTools;
using AgentScaler.Proofs.Fidelity;

namespace AgentScaler.Proofs;

/// <summary>Proves a unit tool by tool: it runs, refuses, conforms, obeys its laws, and mutants of it do not.</summary>
internal sealed class UnitProver(DomainModel plan, DifferentialTester? tester, int differentialCalls, int mutantsPerTool)
{
    private const int MaxSurvivors = 5;

    /// <exception cref="ProgramException">The unit does not hold together: the user's own rows or programs may contradict the schema.</exception>
    public UnitProof Prove(ProofUnit unit)
    {
        var environment = CompiledEnvironment.Compile(unit.Definition, unit.State);
        var subjects = unit.Tools.Select(i => new ToolSubject(unit.Definition, plan, i, environment.InitialState)).ToList();
        var (held, broken) = Judged(LawFinder.Of(subjects), environment);
        var programs = unit.Definition.Programs.ToDictionary(p => p.Tool, StringComparer.Ordinal);
        var checks = subjects.Select(s => Prove(s, programs[s.Tool.Name], environment, [.. held.Where(l => l.Concerns(s))], broken)).ToList();
        if (tester is null || checks.Count == 0)
        {
            return new UnitProof(checks, tester is not null, null);
        }

        var differential = tester.Test(environment, differentialCalls);
        return new UnitProof(differential.Compared
            ? [.. checks.Select(c => c.With(differential.Tools.First(t => t.Name == c.Name)))]
            : checks, differential.Compared, differential.Reason);
    }

    private static (List<LawAcrossTools> Held, List<(LawAcrossTools Law, string Why)> Broken) Judged(IReadOnlyList<LawAcrossTools> laws,
        CompiledEnvironment environment)
    {
        var (held, broken) = (new List<LawAcrossTools>(), new List<(LawAcrossTools, string)>());
        foreach (var law in laws)
        {
            if (LawJudge.Broken(law, environment) is { } why)
            {
                broken.Add((law, why));
            }
            else
            {
                held.Add(law);
            }
        }

        return (held, broken);
    }

    private ToolChecks Prove(ToolSubject subject, ToolProgram program, CompiledEnvironment environment, IReadOnlyList<LawAcrossTools> laws,
        List<(LawAcrossTools Law, string Why)> brokenLaws)
    {
        var (succeeded, conforming, steps, failure, refusal) = Run(subject, environment);
        List<string> broken = [.. ToolLaws.Broken(subject, environment), .. brokenLaws.Where(b => b.Law.First == subject).Select(b => b.Why)];
        if (EffectLaw.Broken(subject, program.Writes, environment) is { } idle)
        {
            broken.Add(idle);
        }

        var refuses = Refuses(subject, environment);
        var tried = mutantsPerTool > 0 && succeeded > 0 && !subject.Model.Unjudged;
        var mutation = tried ? MutationTest.Run(subject, program, environment, laws, mutantsPerTool) : MutationResult.None;
        return new ToolChecks(
            subject.Tool.Name,
            TypeChecked: true,
            Executed: succeeded > 0,
            RefusedInvalid: refuses,
            Conforming: succeeded == 0 ? 0 : (double)conforming / succeeded,
            DifferentialCalls: 0,
            DifferentialMismatches: 0,
            mutation.Mutants,
            mutation.Killed,
            Fidelity: null)
        {
            FidelityFacts = DeclaredErrors.Of(subject.Model.Tool, subject, environment),
            Steps = steps,
            Writes = program.Writes,
            SuccessfulCalls = succeeded,
            BrokenLaws = broken,
            LawsAcrossTools = new SortedDictionary<string, int>(laws.CountBy(l => l.Name).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            KilledAcrossTools = mutation.KilledAcrossTools,
            EquivalentMutants = mutation.Equivalent,
            Survivors = [.. mutation.Survivors.Take(MaxSurvivors)],
            Detail = succeeded > 0 ? null : failure,
            Refusal = succeeded > 0 ? null : refusal?.Word(),
        };
    }

    private static (int Succeeded, int Conforming, long Steps, string? Failure, ErrorCode? Refusal) Run(ToolSubject subject, CompiledEnvironment environment)
    {
        var (succeeded, conforming, steps) = (0, 0, 0L);
        string? failure = null;
        ErrorCode? refusal = null;
        foreach (var arguments in subject.Probes.Select(p => p.Arguments).Concat(subject.Extra))
        {
            var session = environment.Open();
            var result = session.Call(subject.Tool.Name, arguments);
            steps = Math.Max(steps, session.Steps);
            if (!result.Ok)
            {
                failure ??= $"{result.Error!.Code}: {result.Error.Message}";
                refusal ??= result.Error!.Code == ErrorCode.InvalidArguments ? null : result.Error.Code;
                continue;
            }

            succeeded++;
            conforming += subject.Conformance.Conforms(result.Result, out var why) ? 1 : 0;
            failure ??= why;
        }

        failure ??= succeeded > 0 ? null : $"No arguments that the parameter schema accepts could be made: {subject.Forge.Problem}";
        return (succeeded, conforming, steps, failure, refusal);
    }

    private static bool Refuses(ToolSubject subject, CompiledEnvironment environment)
    {
        if (subject.Probes.Count == 0)
        {
            return false;
        }

        foreach (var arguments in InvalidArguments.Of(subject, subject.Probes[0].Arguments))
        {
            var session = environment.Open();
            var result = session.Call(subject.Tool.Name, arguments);
            if (result.Ok || result.Error!.Code != ErrorCode.InvalidArguments || session.Diff().AsObject.Count > 0)
            {
                return false;
            }
        }

        return true;
    }
}
