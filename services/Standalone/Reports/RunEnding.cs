using System.Text.Json.Nodes;
using AgentScaler.Gateway.Reports;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Standalone.Reports;

/// <summary>
/// Describes how a run ended: one sentence with the first reason and the remedy, and the exit code. All commands take both from here.
/// </summary>
/// <param name="Status">A value of <see cref="RunStatus"/>.</param>
/// <param name="Reason">Why it failed, as the stage, a colon and the first reason.</param>
/// <param name="Cause">A value of <see cref="FailureCause"/>. Null if it did not fail.</param>
internal sealed record RunEnding(string Status, string? Reason, string? Cause)
{
    private const int LongestReason = 1000;

    public static RunEnding Of(RunDocument run) => new(run.Status, run.Reason, run.Cause);

    public int ExitCode => Status switch
    {
        RunStatus.Completed => Standalone.ExitCode.Done,
        RunStatus.Cancelled => Standalone.ExitCode.Cancelled,
        _ => Cause switch
        {
            FailureCause.Unreachable => Standalone.ExitCode.Unreachable,
            FailureCause.Input => Standalone.ExitCode.Usage,
            _ => Standalone.ExitCode.Failed,
        },
    };

    /// <summary>Returns the sentence for the user, or null if the run is complete.</summary>
    /// <param name="place">The options that say where it ran: <c>--workspace DIR</c> or <c>--gateway URL</c>.</param>
    public string? Sentence(JsonObject report, string place)
    {
        if (Status == RunStatus.Completed)
        {
            return null;
        }

        var reason = OneLine.Of(Reason ?? "no reason is known", LongestReason).TrimEnd('.', ' ');
        return Status == RunStatus.Cancelled ? $"cancelled: {reason}." : $"error: {reason}{Remedy(report, place)}.";
    }

    private string Remedy(JsonObject report, string place) => Cause switch
    {
        FailureCause.Unreachable => "; start the server or correct its address, then run the same command again: what is done is kept",
        FailureCause.Quota => "; raise the quota or name another endpoint, then run the same command again: what is done is kept",
        FailureCause.Refused => "; correct the address, the key or the model's name, then run the same command again: what is done is kept",
        FailureCause.Rejected => "; correct what was given, or say with 'materialize --overrides FILE' what the tools do, and run the same command again",
        FailureCause.Input => "",
        _ when HasDead(report) => $"; 'agentscaler errors list {place}' shows what died, and the same command tries it again",
        _ => "; mend that and run the same command again: what is done is kept",
    };

    private static bool HasDead(JsonObject report) => report["problems"] is JsonArray problems
        && problems.Any(problem => ((string?)problem?["kind"])?.EndsWith(" died", StringComparison.Ordinal) == true);
}
