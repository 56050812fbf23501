using System.Globalization;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Datasets;

/// <summary>The facts about an accepted trajectory that the selection of rows uses. They are small, so that a million of them fit in memory.</summary>
/// <param name="Calls">Number of tool calls.</param>
/// <param name="Content">Hash of the texts and calls. Trajectories of one task with the same hash are duplicates.</param>
public sealed record EpisodeFacts(string Trajectory, string Task, string Domain, int Calls, string Content)
{
    /// <summary>The class of length for balancing: 0, 1, 2, 3-4, 5-8, 9-16 or more calls.</summary>
    public int LengthClass => Calls switch { <= 2 => Calls, <= 4 => 3, <= 8 => 4, <= 16 => 5, _ => 6 };

    public static EpisodeFacts Of(Trajectory trajectory)
    {
        var calls = 0;
        var parts = new List<string?>();
        foreach (var message in trajectory.Messages.Where(m => m.Role is "assistant" or "user"))
        {
            parts.Add(message.Content);
            foreach (var call in message.ToolCalls ?? [])
            {
                calls++;
                parts.Add(call.Function.Name);
                parts.Add(call.Function.Arguments);
            }
        }

        parts.Add(calls.ToString(CultureInfo.InvariantCulture));
        return new EpisodeFacts(trajectory.Id, trajectory.Task, trajectory.Domain, calls, ContentId.Of("said", [.. parts]));
    }
}
