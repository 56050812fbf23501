using System.Diagnostics;
using AgentScaler.Environments.Differential;
using AgentScaler.Environments.Tests.Programs;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>Calls a second of tools.py, and of the differential tester as a whole.</summary>
internal static class PythonBenchmark
{
    private const string Program = """
        import json, sys, time
        from tools import Environment
        state = json.load(open("state.json"))
        start = time.process_time()
        for _ in range(20):
            Environment(state)
        print(f"construct, 3,600 rows              {(time.process_time() - start) * 50:12,.1f} ms")
        env = Environment(state)
        for name, calls in json.load(open("calls.json")).items():
            start, count = time.process_time(), 0
            while time.process_time() - start < 1.0:
                for tool, arguments in calls:
                    assert env.call(tool, arguments)["ok"], env.call(tool, arguments)
                    count += 1
            print(f"{name:34} {count / (time.process_time() - start):12,.0f} calls/s")
        """;

    private const string Calls = """
        {"get by key": [["get_customer", {"customer_id": "cus_0042"}]],
         "order with lines and total": [["get_order", {"order_id": 17}]],
         "update of a row": [["update_customer", {"customer_id": "cus_0001", "city": "Porto"}]],
         "money transfer, two rows": [["transfer", {"from_customer_id": "cus_0003", "to_customer_id": "cus_0004", "amount": 0.25}],
                                      ["transfer", {"from_customer_id": "cus_0004", "to_customer_id": "cus_0003", "amount": 0.25}]],
         "filtered list over 1,000 rows": [["list_orders", {"status": "paid"}]],
         "derived forecast, 12 values": [["forecast", {"city": "Lisbon"}]]}
        """;

    public static void Run()
    {
        if (PythonInterpreter.Command is not { } command)
        {
            Console.WriteLine("no Python 3.11 or later: not measured");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("agentscaler-");
        try
        {
            foreach (var (name, text) in EnvironmentFiles.Write(Shop.Definition, Shops.State, "[]"))
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            }

            File.WriteAllText(Path.Combine(folder.FullName, "calls.json"), Calls);
            using var process = Process.Start(new ProcessStartInfo(command, ["-c", Program]) { WorkingDirectory = folder.FullName })!;
            process.WaitForExit();
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        using var tester = new DifferentialTester();
        tester.Test(Shop.Compiled, 1);
        var watch = Stopwatch.StartNew();
        var report = tester.Test(Shop.Compiled, 100, seed: 1);
        Console.WriteLine($"differential test, both executions {report.Calls / watch.Elapsed.TotalSeconds,12:N0} calls/s, {report.Mismatches} mismatches");
    }
}
