namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Recognises tools that change what the dump keeps once and that name it by what they take and tell: <c>fill_tank(amount) -> {fuel_level}</c>,
/// <c>start_engine(mode: START|STOP) -> {engine_state: running|stopped}</c>. A second one is never made, nor is the one deleted.
/// </summary>
internal static class SingleThings
{
    /// <summary>What a tool changes in the one thing that it means; nothing where it changes no column that is known. Null if it means no such thing.</summary>
    public static Setting? Of(ToolReading reading, DumpAdoption dump)
    {
        var meant = dump.Singles.Select(s => new SingleThing(reading, s.Resource, s.Row)).Where(s => s.IsMeant)
            .OrderByDescending(s => s.Weight).ThenBy(s => s.Resource, StringComparer.Ordinal).ToList();
        return meant is [] || (meant.Count > 1 && meant[0].Weight == meant[1].Weight) ? null : new Setting(meant[0].Resource, [.. meant[0].Changes()]);
    }
}
