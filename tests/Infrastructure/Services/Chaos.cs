namespace AgentScaler.TestInfrastructure.Services;

/// <summary>
/// Kills parts of a stack without warning and starts them again: every kind of service, the broker and the database in an
/// order that a seed decides, each kind once before any comes again.
/// </summary>
public sealed class Chaos(ServiceStack stack, int seed, Chaos.Pace pace)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _kills = [];

    /// <summary>What was killed so far, in order.</summary>
    public IReadOnlyList<string> Kills => _kills;

    /// <summary>Kills until the run has ended or so many were killed.</summary>
    public async Task RunAsync(int most, CancellationToken cancellationToken)
    {
        var queue = new Queue<string>();
        while (_kills.Count < most)
        {
            if (queue.Count == 0)
            {
                string[] kinds = [.. stack.Services.Select(service => service.Service.ToString()).Distinct(), "broker", "database"];
                _random.Shuffle(kinds);
                queue = new Queue<string>(kinds);
            }

            await Task.Delay(Between(pace.ShortestPause, pace.LongestPause), cancellationToken);
            var victim = queue.Dequeue();
            await KillAsync(victim, cancellationToken);
            _kills.Add(victim);
        }
    }

    private async Task KillAsync(string victim, CancellationToken cancellationToken)
    {
        var away = Between(TimeSpan.Zero, pace.LongestAbsence);
        switch (victim)
        {
            case "broker":
                await stack.Broker.KillAsync();
                await Task.Delay(away, cancellationToken);
                await stack.Broker.RestartAsync(cancellationToken);
                break;
            case "database":
                await stack.Database.KillAsync();
                await Task.Delay(away, cancellationToken);
                await stack.Database.RestartAsync(cancellationToken);
                break;
            default:
                var processes = stack.Services.Where(service => service.Service.ToString() == victim).ToList();
                var process = processes[_random.Next(processes.Count)];
                await process.KillAsync();
                await Task.Delay(away, cancellationToken);
                await process.RestartAsync();
                break;
        }
    }

    private TimeSpan Between(TimeSpan from, TimeSpan to) => from + ((to - from) * _random.NextDouble());

    /// <param name="ShortestPause">Least time from one restart to the next kill.</param>
    /// <param name="LongestPause">Most time from one restart to the next kill.</param>
    /// <param name="LongestAbsence">Most time that a killed part stays away.</param>
    public sealed record Pace(TimeSpan ShortestPause, TimeSpan LongestPause, TimeSpan LongestAbsence);
}
