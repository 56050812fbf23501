using System.Diagnostics;
using System.Globalization;

namespace AgentScaler.Rollout.Benchmarks;

/// <summary>A <see cref="ScriptedModel"/> in a process of its own, so that only the client's share is measured.</summary>
internal sealed class EndpointProcess : IDisposable
{
    private readonly Process _process;

    private EndpointProcess(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public static async Task<EndpointProcess> StartAsync(double latency, bool http2)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add("endpoint");
        start.ArgumentList.Add(latency.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(http2 ? "http2" : "http1");
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The endpoint did not start.");
        return new EndpointProcess(process, address);
    }

    public void Dispose()
    {
        // The endpoint ends with its standard input.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
