using System.Globalization;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout.Faults;

/// <summary>
/// Answers some tool calls with an injected error in place of the environment. Task, attempt and seed alone decide whether the n-th call of an episode fails,
/// and such a call never reaches the session.
/// </summary>
public sealed class FaultInjector(double rate, string task, int attempt, long seed)
{
    private static readonly ToolError[] Errors =
    [
        new(ErrorCode.Timeout, "The service did not answer in time. Nothing was changed; the call can be made again."),
        new(ErrorCode.Unavailable, "The service is temporarily unavailable. Nothing was changed; the call can be made again."),
        new(ErrorCode.RateLimited, "Too many requests. Nothing was changed; the call can be made again."),
    ];

    private readonly SeededRandom _random =
        SeededRandom.Of(seed, "faults", task, attempt.ToString(CultureInfo.InvariantCulture));

    /// <summary>Returns the error of the next call, or null if it reaches the environment.</summary>
    public ToolError? Next()
    {
        if (rate <= 0)
        {
            return null;
        }

        var fails = _random.Chance(rate);
        var kind = _random.Next(Errors.Length);
        return fails ? Errors[kind] : null;
    }
}
