using System.Globalization;
using AgentScaler.Materialization.Tests.Fuzzing;

namespace AgentScaler.Materialization.Survey;

/// <summary>The campaign of the tests over a million dumps and calls and more; run on demand, because it takes long.</summary>
internal static class DumpFuzz
{
    private const int Cases = 100_000;

    /// <param name="seeds">How many seeds are tried, each with so many dumps and calls.</param>
    /// <returns>1 if something went wrong.</returns>
    public static int Run(int seeds, TextWriter output)
    {
        for (var seed = 100; seed < 100 + seeds; seed++)
        {
            var campaign = new DumpCampaign(seed);
            var fault = campaign.Run(Cases);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"seed {seed}: {campaign.Dumps:N0} dumps, {campaign.Calls:N0} calls, {campaign.Succeeded:N0} of them succeeded"));
            if (fault is not null)
            {
                output.WriteLine(fault);
                return 1;
            }
        }

        return 0;
    }
}
