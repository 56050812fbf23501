using AgentScaler.Environments;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;

namespace AgentScaler.Proofs;

/// <summary>Proves an environment unit by unit. Units that were proved before keep their proofs.</summary>
/// <param name="kept">Proofs of earlier runs, by fingerprint.</param>
public sealed class DomainProver(ProofOptions options, DifferentialTester? tester, IReadOnlyDictionary<string, UnitProof> kept)
{
    private const int MinMutants = 4;
    private const int MutantsPerDomain = 240;

    /// <summary>Calls a tool in the sessions that mix the tools of all units.</summary>
    private const int MixedCalls = 4;

    /// <param name="definition">The environment. Its programs must type-check.</param>
    /// <exception cref="ProgramException">The environment contradicts itself.</exception>
    public DomainChecks Prove(EnvironmentDefinition definition, DomainModel plan, DatabaseState state, IReadOnlyDictionary<string, string> refused)
    {
        var mutants = options.MutantsPerTool == 0
            ? 0
            : Math.Min(options.MutantsPerTool, Math.Max(MinMutants, MutantsPerDomain / Math.Max(1, plan.Tools.Count)));
        var prover = new UnitProver(plan, tester, options.DifferentialCalls, mutants);
        var units = ProofUnits.Of(definition, plan, state, ProofSettings.Text(options.DifferentialCalls, mutants));
        var proofs = new SortedDictionary<string, UnitProof>(StringComparer.Ordinal);
        var proved = new List<string>();
        foreach (var unit in units)
        {
            if (!kept.TryGetValue(unit.Fingerprint, out var proof))
            {
                proof = prover.Prove(unit);
                proved.AddRange(unit.Tools.Select(i => i.Name));
            }

            proofs[unit.Fingerprint] = proof;
        }

        List<ToolChecks> checks = [.. proofs.Values.SelectMany(p => p.Checks)];
        var missing = proofs.Values.FirstOrDefault(p => !p.DifferentialRan)?.DifferentialReason;
        if (tester is not null && missing is null && units.Count > 1)
        {
            var mixed = tester.Test(CompiledEnvironment.Compile(definition, state), MixedCalls);
            missing = mixed.Reason;
            checks = mixed.Compared ? [.. checks.Select(c => c.With(mixed.Tools.First(t => t.Name == c.Name)))] : checks;
        }

        var order = definition.Tools.Index().ToDictionary(t => t.Item.Name, t => t.Index, StringComparer.Ordinal);
        return new DomainChecks(
            [.. checks.OrderBy(c => order[c.Name]),
                .. refused.Select(r => new ToolChecks(r.Key, false, false, false, 0, 0, 0, 0, 0, null) { Detail = r.Value })],
            tester is not null && missing is null,
            missing)
        {
            // What did not run is tried again next time.
            Units = tester is not null && missing is not null ? new SortedDictionary<string, UnitProof>(StringComparer.Ordinal) : proofs,
            Proved = [.. proved.Order(StringComparer.Ordinal)],
        };
    }
}
