namespace AgentScaler.Materialization.Effects;

/// <summary>Finds the kinds that the assembly has, so that a new one is not registered anywhere.</summary>
internal static class KindsOfRecords
{
    /// <summary>One object of every class of a kind.</summary>
    public static IEnumerable<TKind> In<TKind>()
        where TKind : class => typeof(TKind).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(TKind)))
            .Select(t => (TKind)Activator.CreateInstance(t)!);
}
