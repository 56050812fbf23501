using AgentScaler.Environments.Tests.Fuzzing;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>The fuzz campaign of the tests over a million inputs and more; run on demand, because it takes minutes.</summary>
internal static class FuzzBenchmark
{
    private const int Seeds = 10;
    private const long InputsPerSeed = 120_000;

    public static void Run()
    {
        for (var seed = 100; seed < 100 + Seeds; seed++)
        {
            var campaign = new FuzzCampaign(seed);
            campaign.Run(InputsPerSeed);
            Console.WriteLine($"seed {seed}: {InputsPerSeed:N0} inputs, {campaign.Accepted:N0} damaged programs accepted and run, "
                + $"{campaign.Succeeded:N0} calls succeeded, {campaign.Failed:N0} failed, longest input {campaign.Longest.TotalMilliseconds:N0} ms");
        }
    }
}
