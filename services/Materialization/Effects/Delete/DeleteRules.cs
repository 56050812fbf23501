namespace AgentScaler.Materialization.Effects;

/// <summary>The rules of a deletion: what goes with the row, then what stands in its way.</summary>
internal static class DeleteRules
{
    public static IEnumerable<string> Of(ToolModel tool)
    {
        var effect = tool.Effect;
        return
        [
            .. effect.Preconditions.Where(p => p is StatusIn).SelectMany(p => PreconditionKinds.Of(p).Rules(p, tool)),
            .. effect.Consequences.SelectMany(c => ConsequenceKinds.Of(c).Rules(c, tool)),
            .. effect.Preconditions.Where(p => p is not StatusIn).SelectMany(p => PreconditionKinds.Of(p).Rules(p, tool)),
        ];
    }
}
