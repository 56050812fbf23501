using AgentScaler.Environments.Programs.Compilation;

namespace AgentScaler.Environments.Programs;

/// <summary>Finds the definitions that programs call, directly or through each other.</summary>
internal static class SharedDefinitions
{
    /// <summary>Returns each definition once by its name, those first that others call.</summary>
    public static IReadOnlyList<SharedDefinition> In(IEnumerable<ToolProgram> programs)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. Every(programs).Where(d => names.Add(d.Name))];
    }

    /// <summary>Returns each definition once, those first that others call. Programs that were read apart have their own of one name.</summary>
    public static IReadOnlyList<SharedDefinition> Every(IEnumerable<ToolProgram> programs)
    {
        var found = new List<SharedDefinition>();
        var seen = new HashSet<SharedDefinition>(ReferenceEqualityComparer.Instance);
        foreach (var expression in programs.SelectMany(p => StatementExpressions.Of(p.Body)))
        {
            Add(expression, seen, found);
        }

        return found;
    }

    private static void Add(Expression expression, HashSet<SharedDefinition> seen, List<SharedDefinition> found)
    {
        foreach (var call in ExpressionNodes.Of(expression).OfType<Call>())
        {
            if (seen.Add(call.Definition))
            {
                Add(call.Definition.Be, seen, found);
                found.Add(call.Definition);
            }
        }
    }
}
