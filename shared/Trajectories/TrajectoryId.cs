using System.Globalization;
using AgentScaler.Tools;

namespace AgentScaler.Trajectories;

/// <summary>The id of an episode, known before it is played, so that what is missing can be told from what is there.</summary>
public static class TrajectoryId
{
    public static string Of(string task, int attempt, long seed, string agent) => ContentId.Of(
        "trajectory", task, attempt.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture), agent);
}
