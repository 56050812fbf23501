using System.Buffers;
using System.Diagnostics;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>Calls a second on one core through the public interface, JSON bytes in and out.</summary>
internal static class CallBenchmark
{
    /// <summary>Calls of one session: a long episode. Sessions that write grow no further.</summary>
    private const int SessionLength = 200;

    private const int Rounds = 6;
    private const int RoundMilliseconds = 400;

    public static void Run()
    {
        foreach (var mix in CallMixes.All)
        {
            Report(mix.Name, mix.Calls);
        }

        Report("mix of an episode", CallMixes.Episode);
    }

    private static void Report(string name, ToolCall[] calls)
    {
        var (rate, bytes, failed) = Measure(calls);
        Console.WriteLine($"{name,-44} {rate,12:N0} calls/s {1e6 / rate,9:N2} us {bytes,7:N0} bytes a result   {failed:P0} failed");
    }

    private static (double Rate, double Bytes, double Failed) Measure(ToolCall[] calls)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        var (best, written, made, failed) = (0.0, 0L, 0L, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var (watch, start, count) = (Stopwatch.StartNew(), Work.Now(), 0);
            while (watch.ElapsedMilliseconds < RoundMilliseconds)
            {
                var session = Shops.Large.Open();
                for (var i = 0; i < SessionLength; i++)
                {
                    var (tool, arguments) = calls[count++ % calls.Length];
                    output.ResetWrittenCount();
                    session.Call(tool, arguments, output);
                    written += output.WrittenCount;
                    failed += output.WrittenSpan.StartsWith("{\"ok\":false"u8) ? 1 : 0;
                }
            }

            made += count;
            best = Math.Max(best, count / (Work.Now() - start).TotalSeconds);
        }

        return (best, (double)written / made, (double)failed / made);
    }
}
