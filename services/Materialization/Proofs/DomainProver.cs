using AgentScaler.Environments;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Materialization.Fidelity;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>Proves an environment tool by tool: it runs, refuses, conforms, obeys its laws, and mutants of it do not.</summary>
internal sealed class DomainProver(MaterializationOptions options, DifferentialTester? tester)
{
    private const int MaxSurvivors = 5;
    private const int MinMutants = 4;
    private const int MutantsPerDomain = 240;

    /// <param name="definition">The environment; its programs type-check.</param>
    public DomainChecks Prove(EnvironmentDefinition definition, DomainPlan plan, DatabaseState state, IReadOnlyDictionary<string, string> refused)
    {
        var environment = CompiledEnvironment.Compile(definition, state);
        var programs = definition.Programs.ToDictionary(p => p.Tool, StringComparer.Ordinal);
        var checks = new List<ToolChecks>();
        var mutants = options.MutantsPerTool == 0 ? 0 : Math.Min(options.MutantsPerTool, Math.Max(MinMutants, MutantsPerDomain / Math.Max(1, plan.Intents.Count)));
        foreach (var intent in plan.Intents.Where(i => programs.ContainsKey(i.Name)).OrderBy(i => i.Reading.Tool.Id, StringComparer.Ordinal))
        {
            checks.Add(Prove(definition, plan, intent, programs[intent.Name], environment, mutants));
        }

        var differential = tester?.Test(environment, options.DifferentialCalls);
        if (differential is { Compared: true })
        {
            var tallies = differential.Tools.ToDictionary(t => t.Name, StringComparer.Ordinal);
            checks = [.. checks.Select(c => c with { DifferentialCalls = tallies[c.Name].Calls, DifferentialMismatches = tallies[c.Name].Mismatches, Detail = c.Detail ?? (tallies[c.Name].Example is { } example ? $"Both executions differ: {example}" : null) })];
        }

        checks.AddRange(refused.Select(r => new ToolChecks(r.Key, false, false, false, 0, 0, 0, 0, 0, null) { Detail = r.Value }));
        return new DomainChecks(checks, differential is { Compared: true }, differential?.Reason);
    }

    private ToolChecks Prove(EnvironmentDefinition definition, DomainPlan plan, ToolIntent intent, ToolProgram program, CompiledEnvironment environment, int mutants)
    {
        var subject = new ToolSubject(definition, plan, intent, environment.InitialState);
        var (succeeded, conforming, steps, failure) = Run(subject, environment);
        var broken = ToolLaws.Broken(subject, environment).ToList();
        var refuses = Refuses(subject, environment);
        var mutation = mutants > 0 && succeeded > 0 ? MutationTest.Run(subject, program, mutants) : (0, 0, 0, []);
        return new ToolChecks(
            intent.Name,
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
            FidelityFacts = DeclaredErrors.Of(intent.Reading.Tool, subject, environment),
            Steps = steps,
            Writes = program.Writes,
            SuccessfulCalls = succeeded,
            BrokenLaws = broken,
            EquivalentMutants = mutation.Equivalent,
            Survivors = [.. mutation.Survivors.Take(MaxSurvivors)],
            Detail = succeeded > 0 ? null : failure,
        };
    }

    private static (int Succeeded, int Conforming, long Steps, string? Failure) Run(ToolSubject subject, CompiledEnvironment environment)
    {
        var (succeeded, conforming, steps) = (0, 0, 0L);
        string? failure = null;
        foreach (var arguments in subject.Probes.Select(p => p.Arguments).Concat(subject.Extra))
        {
            var session = environment.Open();
            var result = session.Call(subject.Tool.Name, arguments);
            steps = Math.Max(steps, session.Steps);
            if (!result.Ok)
            {
                failure ??= $"{result.Error!.Code}: {result.Error.Message}";
                continue;
            }

            succeeded++;
            conforming += subject.Conformance.Conforms(result.Result, out var why) ? 1 : 0;
            failure ??= why;
        }

        return (succeeded, conforming, steps, succeeded == 0 && failure is null ? $"No arguments that the parameter schema accepts could be made: {subject.Forge.Problem}" : failure);
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
