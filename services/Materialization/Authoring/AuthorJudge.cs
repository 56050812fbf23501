using AgentScaler.Pipeline.Options;
using AgentScaler.Proofs;

namespace AgentScaler.Materialization.Authoring;

/// <summary>Holds a proposal's environment against the inferred one: it passes the proofs, and does worse in nothing.</summary>
internal static class AuthorJudge
{
    private const double ScoreWanted = 0.9;
    private const double Tolerance = 1e-9;

    public static IReadOnlyList<AuthorFinding> Compare(MaterializedDomain inferred, MaterializedDomain proposed, AuthorProposal proposal,
        AuthoringOptions options)
    {
        if (!proposed.Materialized && proposed.Checks.Tools.Count == 0)
        {
            // The document itself is refused; the message of the overrides' reader holds the place.
            return [Refused(proposed.Rejection ?? "The proposal was refused.", proposal)];
        }

        var before = inferred.Checks.Tools.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var changed = proposal.Tools.ToHashSet(StringComparer.Ordinal);
        var findings = new List<AuthorFinding>();
        foreach (var check in proposed.Checks.Tools.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            var (place, tool) = changed.Contains(check.Name) ? ($"/tools/{check.Name}", check.Name) : ("/", null);
            findings.AddRange(Worse(before.GetValueOrDefault(check.Name), check, changed.Contains(check.Name), options)
                .Select(m => new AuthorFinding(place, tool is null ? $"{check.Name}, which the proposal does not speak of: {m}" : m, tool)));
        }

        findings.AddRange(Dodged(inferred, proposed));
        if (!proposed.Materialized && findings.Count == 0)
        {
            findings.Add(new AuthorFinding("/", proposed.Rejection!));
        }

        if (findings.Count == 0 && Score(proposed.Checks) is { } score && score < ScoreWanted && score < (Score(inferred.Checks) ?? 1) - Tolerance)
        {
            var (killed, all) = (proposed.Checks.Tools.Sum(c => c.MutantsKilled), proposed.Checks.Tools.Sum(c => c.Mutants));
            findings.Add(new AuthorFinding("/",
                $"The laws notice only {killed} of {all} faults planted in the programs, fewer than before; unnoticed: {string.Join("; ", proposed.Checks.Tools.SelectMany(c => c.Survivors.Select(s => $"{c.Name} {s}")).Take(4))}"));
        }

        return findings;
    }

    private static IEnumerable<string> Worse(ToolChecks? before, ToolChecks after, bool authored, AuthoringOptions options)
    {
        if (!after.TypeChecked)
        {
            if (before is null or { TypeChecked: true })
            {
                yield return $"the checker refuses the program: {after.Detail}";
            }

            yield break;
        }

        if (!after.Executed && before is not { Executed: false })
        {
            yield return $"no call with valid arguments succeeds: {after.Detail}";
        }

        if (authored && after.Steps > options.MaxSteps)
        {
            yield return $"a call takes {after.Steps} steps; at most {options.MaxSteps} are accepted";
        }

        if (!after.RefusedInvalid && before is { RefusedInvalid: true })
        {
            yield return "invalid arguments are no longer refused without an effect";
        }

        foreach (var law in after.BrokenLaws.Except(before?.BrokenLaws ?? []).Take(3))
        {
            if (before is null || after.BrokenLaws.Count > before.BrokenLaws.Count || before.BrokenLaws.Count == 0)
            {
                yield return $"a law does not hold: {law}";
            }
        }

        if (after.Executed && before is { Executed: true } && after.Conforming < before.Conforming - Tolerance)
        {
            yield return FormattableString.Invariant(
                $"{after.Conforming:P0} of the results conform to the tool's return schema, {before.Conforming:P0} did before");
        }

        if (after.DifferentialMismatches > 0)
        {
            yield return $"both executions of the program differ: {after.Detail}";
        }

        if (after.Fidelity is { } fidelity && before?.Fidelity is { } was && fidelity < was - Tolerance)
        {
            yield return FormattableString.Invariant(
                $"{fidelity:P0} of the documented and recorded behaviour is reproduced, {was:P0} was before: {string.Join("; ", after.FidelityFacts?.Misses.Take(2) ?? [])}");
        }
    }

    /// <summary>Laws follow from what a tool is said to do, so a tool must not be said to do nothing in order to break none.</summary>
    private static IEnumerable<AuthorFinding> Dodged(MaterializedDomain inferred, MaterializedDomain proposed)
    {
        var after = proposed.Description.Tools.ToDictionary(t => t.Name, StringComparer.Ordinal);
        foreach (var before in inferred.Description.Tools.Where(t => t.Table is not null))
        {
            if (after.TryGetValue(before.Name, out var now) && now.Table is null)
            {
                yield return new AuthorFinding($"/tools/{before.Name}/effect",
                    $"The tool works on the table {before.Table}; it cannot become a {now.Does} without one.", before.Name);
            }
        }

        var writes = proposed.Checks.Tools.Where(c => c.Writes).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in inferred.Checks.Tools.Where(c => c.Writes && !writes.Contains(c.Name)).Select(c => c.Name).Where(after.ContainsKey))
        {
            yield return new AuthorFinding($"/tools/{name}", "The tool changes the database; a program that only reads does not do what the tool is for.",
                name);
        }
    }

    private static AuthorFinding Refused(string reason, AuthorProposal proposal) =>
        new("/", reason, proposal.Tools.FirstOrDefault(t => reason.Contains($"/tools/{t}:", StringComparison.Ordinal)
            || reason.Contains($"/tools/{t}/", StringComparison.Ordinal)));

    private static double? Score(DomainChecks checks) => checks.Tools.Sum(c => c.Mutants) is var all and > 0
        ? (double)checks.Tools.Sum(c => c.MutantsKilled) / all
        : null;
}
