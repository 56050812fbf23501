using System.Globalization;
using AgentScaler.Tools;

namespace AgentScaler.Trajectories;

/// <summary>Computes the id of an episode. It is known before the episode is played, so that missing episodes can be found.</summary>
public static class TrajectoryId
{
    public static string Of(string task, int attempt, long seed, string agent) => ContentId.Of(
        "trajectory", task, attempt.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture), agent);
}
