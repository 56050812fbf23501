namespace AgentScaler.Materialization.Effects;

/// <summary>Entries that are there once.</summary>
internal sealed class EntriesUniqueKind : KeptByDatabase<EntriesUnique>
{
    protected override IEnumerable<string> Rules(EntriesUnique precondition, ToolModel tool) => precondition.Table.Unique.Append([precondition.Table.Key.Name])
        .Where(set => set.All(c => precondition.Members.Any(m => m.Column.Name == c)))
        .Select(set => IsUniqueKind.Rule(tool, precondition.Table, set));
}
