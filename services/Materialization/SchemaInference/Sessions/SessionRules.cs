namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Tools that write need somebody who is signed in, where the dump keeps it and a tool signs in.</summary>
internal static class SessionRules
{
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal) { "register", "signup", "recover", "forgot", "reset", "verify", "verification" };

    public static IEnumerable<Precondition> Of(DomainPlan plan, EffectSketch sketch, FinishedTables tables)
    {
        var signs = plan.Sketches.FirstOrDefault(s => s.Reading.Setting is { SignsIn: true });
        if (signs?.Table is not { } table || !sketch.Writes || sketch.Reading.Setting is { SignsIn: true } || sketch.Reading.Said.Any(Free.Contains)
            || (sketch.Reading.Said.Contains("sign") && sketch.Reading.Said.Contains("up")))
        {
            return [];
        }

        var changes = signs.Reading.Setting!.Changes;
        var column = (changes.FirstOrDefault(c => c.By is null) ?? changes[0]).Column;
        return [new SignedIn(tables.Of(table), tables.Of(table.Column(column)!))
        {
            Basis = new Basis(Source.Convention, $"{signs.Name} signs somebody in."),
        }];
    }
}
