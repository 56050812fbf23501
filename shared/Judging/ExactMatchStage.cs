using System.Globalization;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Judging;

/// <summary>Stage 3 compares the successful calls with the golden ones if no state shows whether the task was done.</summary>
internal static class ExactMatchStage
{
    /// <summary>Demands the golden calls, in their order, and no other call.</summary>
    public static Finding? Exact(IReadOnlyList<GoldenStep> golden, List<string> made)
    {
        for (var i = 0; i < golden.Count; i++)
        {
            if (i >= made.Count)
            {
                return Missing(golden[i]);
            }

            if (made[i] != golden[i].Key)
            {
                return Of("other_call", $"successful call {i} is not golden call {golden[i].Index} ({golden[i].Name})");
            }
        }

        return made.Count > golden.Count ? Of("extra_call", $"{made.Count - golden.Count} calls beyond the golden ones") : null;
    }

    /// <summary>Demands all golden calls, in any order in which each has its inputs.</summary>
    public static Finding? Equivalent(TaskSpecification task, IReadOnlyList<GoldenStep> golden, List<string> made)
    {
        if (Contained(golden, made) is { } missing)
        {
            return missing;
        }

        var keys = golden.ToDictionary(g => g.Index, g => g.Key);
        foreach (var entry in task.Plan)
        {
            foreach (var source in PlanSource.Calls(entry.From))
            {
                if (keys.TryGetValue(source, out var needed) && keys.TryGetValue(entry.Call, out var reader)
                    && made.IndexOf(needed) > made.LastIndexOf(reader))
                {
                    return Of("other_order", $"golden call {entry.Call} needs the result of call {source}");
                }
            }
        }

        return null;
    }

    /// <summary>Demands all golden calls and allows any other call.</summary>
    public static Finding? Contained(IReadOnlyList<GoldenStep> golden, List<string> made)
    {
        var left = new List<string>(made);
        return golden.FirstOrDefault(g => !left.Remove(g.Key)) is { } missing ? Missing(missing) : null;
    }

    private static Finding Missing(GoldenStep step) => Of("missing_call", $"golden call {step.Index} ({step.Name}) was not made");

    private static Finding Of(string reason, FormattableString detail) => new(reason, detail.ToString(CultureInfo.InvariantCulture));
}
