using System.Net.ServerSentEvents;
using System.Text.Json;
using AgentScaler.Gateway.Runs;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Standalone.Progress;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Remote;

/// <summary>Watches a run on a gateway to its end and shows its progress. After a lost connection it resumes at the last event.</summary>
internal sealed class RunFollower(GatewayClient gateway, TextWriter error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns the ended run.</summary>
    /// <exception cref="CommandException">The gateway stays unreachable.</exception>
    public async Task<RunView> FollowAsync(string run, CancellationToken cancellationToken)
    {
        await using var view = ProgressView.Create(error);
        string? seen = null;
        RunView? last = null;
        var lost = 0L;
        while (true)
        {
            try
            {
                using var response = await gateway.OpenEventsAsync(run, seen, cancellationToken);
                if (response.StatusCode == System.Net.HttpStatusCode.NoContent)
                {
                    return last ?? await gateway.FindAsync(run, cancellationToken);
                }

                var events = SseParser.Create(
                    await response.Content.ReadAsStreamAsync(cancellationToken), (_, data) => JsonSerializer.Deserialize<RunView>(data, ContractJson.Options)!);
                await foreach (var item in events.EnumerateAsync(cancellationToken))
                {
                    lost = 0;
                    (seen, last) = (item.EventId ?? seen, item.Data);
                    view.Show(last.Stages ?? []);
                    if (last.Status != RunStatus.Running)
                    {
                        return last;
                    }
                }
            }
            catch (Exception exception) when (IsBroken(exception) && !(last is null && exception is CommandException))
            {
                // The gateway restarts, or something in between closed the connection.
                lost = lost == 0 ? TimeProvider.System.GetTimestamp() : lost;
                if (TimeProvider.System.GetElapsedTime(lost) > Patience)
                {
                    throw exception as CommandException ?? gateway.OutOfReach(exception);
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }
    }

    private static bool IsBroken(Exception exception) =>
        exception is HttpRequestException or IOException or CommandException { ExitCode: ExitCode.Unreachable };
}
