using System.Buffers;
using System.Diagnostics;
using System.Text;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>Calls a second on one core through the public interface, JSON bytes in and out.</summary>
internal static class CallBenchmark
{
    private static readonly (string Name, string Tool, string[] Arguments)[] Mixes =
    [
        ("get by key", "get_customer", ["""{"customer_id":"cus_0042"}""", """{"customer_id":"cus_0350"}"""]),
        ("not found", "get_customer", ["""{"customer_id":"nobody"}"""]),
        ("refused", "get_customer", ["""{"customer":"cus_0042"}"""]),
        ("order with lines and total", "get_order", ["""{"order_id":17}""", """{"order_id":900}"""]),
        ("derived forecast, 12 values", "forecast", ["""{"city":"Lisbon","day":"2026-02-01"}"""]),
        ("update of a row", "update_customer", ["""{"customer_id":"cus_0001","city":"Porto"}""", """{"customer_id":"cus_0002","name":"Zoe"}"""]),
        ("money transfer, two rows", "transfer", ["""{"from_customer_id":"cus_0003","to_customer_id":"cus_0004","amount":0.25}""", """{"from_customer_id":"cus_0004","to_customer_id":"cus_0003","amount":0.25}"""]),
        ("filtered list over 1,000 rows", "list_orders", ["""{"status":"paid","per_page":3}"""]),
    ];

    public static void Run()
    {
        foreach (var (name, tool, arguments) in Mixes)
        {
            var (rate, bytes) = Measure(Shops.Large.Open(), arguments.Select(a => (tool, Encoding.UTF8.GetBytes(a))).ToArray());
            Console.WriteLine($"{name,-34} {rate,12:N0} calls/s   {bytes,5:N0} bytes a result");
        }

        // What an agent's episode looks like: mostly reads by key, some with children, some writes, some mistakes.
        var mixed = Enumerable.Range(0, 100).Select(i => i switch
        {
            < 55 => Mixes[0],
            < 60 => Mixes[1],
            < 62 => Mixes[2],
            < 85 => Mixes[3],
            < 93 => Mixes[5],
            _ => Mixes[6],
        }).Select((m, i) => (m.Tool, Encoding.UTF8.GetBytes(m.Arguments[i % m.Arguments.Length]))).ToArray();
        var (total, size) = Measure(Shops.Large.Open(), mixed);
        Console.WriteLine($"{"mix of an episode",-34} {total,12:N0} calls/s   {size,5:N0} bytes a result");
    }

    private static (double Rate, double Bytes) Measure(EnvironmentSession session, (string Tool, byte[] Arguments)[] calls)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        var best = 0.0;
        long written = 0;
        long made = 0;
        for (var round = 0; round < 6; round++)
        {
            var (watch, start) = (Stopwatch.StartNew(), Work.Now());
            var count = 0;
            while (watch.ElapsedMilliseconds < 500)
            {
                foreach (var (tool, arguments) in calls)
                {
                    output.ResetWrittenCount();
                    session.Call(tool, arguments, output);
                    written += output.WrittenCount;
                    count++;
                }
            }

            made += count;
            best = Math.Max(best, count / (Work.Now() - start).TotalSeconds);
        }

        return (best, (double)written / made);
    }
}
