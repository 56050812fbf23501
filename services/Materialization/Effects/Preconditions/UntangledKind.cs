namespace AgentScaler.Materialization.Effects;

/// <summary>Rows that others need stay.</summary>
internal sealed class UntangledKind : KeptByDatabase<Untangled>
{
    protected override IEnumerable<string> Rules(Untangled precondition, ToolModel tool) =>
        [$"`{tool.Name}` is refused while something that stays needs what it deletes."];
}
