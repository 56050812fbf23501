using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AgentScaler.TestInfrastructure.Provisioning;

/// <summary>A server in the foreground, with its last output at hand for the error message when it dies.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private const int KeptLines = 40;

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private EngineProcess(Process process) => this.process = process;

    public static EngineProcess Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var engine = new EngineProcess(new Process { StartInfo = start });
        engine.process.OutputDataReceived += (_, line) => engine.Keep(line.Data);
        engine.process.ErrorDataReceived += (_, line) => engine.Keep(line.Data);
        engine.process.Start();
        engine.process.BeginOutputReadLine();
        engine.process.BeginErrorReadLine();
        return engine;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the probe succeeds.</summary>
    /// <exception cref="InvalidOperationException">The process died or the time ran out; its last lines are in the message.</exception>
    public async Task UntilAsync(Func<CancellationToken, Task> probe, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        while (true)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}:\n{string.Join('\n', output)}");
            }

            try
            {
                await probe(timeout.Token).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (exception is SocketException or IOException or Npgsql.NpgsqlException)
            {
                if (timeout.IsCancellationRequested)
                {
                    throw new InvalidOperationException($"{process.StartInfo.FileName} was not ready in {limit}:\n{string.Join('\n', output)}", exception);
                }

                await Task.Delay(100, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public static async Task ConnectAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Kills the process and everything it started, as a crash would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync().ConfigureAwait(false);
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        output.Enqueue(line);
        while (output.Count > KeptLines)
        {
            output.TryDequeue(out _);
        }
    }
}
