using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace AgentScaler.TestInfrastructure.Provisioning;

/// <summary>A server in the foreground, with its last output at hand for the error message when it dies. It ends with the tests, even when they are
/// killed.</summary>
internal sealed partial class EngineProcess : IAsyncDisposable
{
    private const int KeptLines = 1000;
    private const int Terminate = 15;
    private const int LowestPort = 18_000;
    private const int PortCount = 14_000;

    // Test processes run side by side, each from a place of its own.
    private static int _lastPort = Random.Shared.Next(PortCount);

    // Closed with the process, which sets the ports free.
    private static readonly ConcurrentBag<FileStream> Reserved = [];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private EngineProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The last lines that it wrote.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Processor time that it and everything that it started have taken so far.</summary>
    public TimeSpan ProcessorTime => ProcessTree.ProcessorTime(_process.Id);

    public static async Task<EngineProcess> StartAsync(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        // setpriv is part of every Debian; elsewhere a killed test process leaves its servers behind.
        var dies = File.Exists("/usr/bin/setpriv");
        var start = dies
            ? new ProcessStartInfo("/usr/bin/setpriv", ["--pdeathsig", "KILL", file, .. arguments])
            : new ProcessStartInfo(file, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var engine = new EngineProcess(new Process { StartInfo = start });
        engine._process.OutputDataReceived += (_, line) => engine.Keep(line.Data);
        engine._process.ErrorDataReceived += (_, line) => engine.Keep(line.Data);
        await ProcessStarter.StartAsync(engine._process);
        engine._process.BeginOutputReadLine();
        engine._process.BeginErrorReadLine();
        return engine;
    }

    /// <summary>
    /// A port that nobody listens on and that no test process has given out and may be about to use: below the ports that the system gives
    /// to connections, so that none takes it before the server does.
    /// </summary>
    public static int FreePort()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"agentscaler-ports-{Environment.UserName}"));
        for (var tries = 1; ; tries++)
        {
            var port = LowestPort + (int)((uint)Interlocked.Increment(ref _lastPort) % PortCount);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                Reserved.Add(File.Open(Path.Combine(folder.FullName, $"{port}"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None));
                return port;
            }
            catch (Exception exception) when (tries < PortCount && (exception is SocketException or IOException))
            {
                // Taken; the next one.
            }
        }
    }

    /// <summary>Waits until the probe succeeds.</summary>
    /// <exception cref="InvalidOperationException">The process died or the time ran out; its last lines are in the message.</exception>
    public async Task UntilAsync(Func<CancellationToken, Task> probe, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{Name} ended with {_process.ExitCode}:\n{Output}");
            }

            try
            {
                await probe(timeout.Token);
                return;
            }
            catch (Exception exception) when (exception is SocketException or IOException or Npgsql.NpgsqlException or HttpRequestException
                or OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (timeout.IsCancellationRequested)
                {
                    throw new InvalidOperationException($"{Name} was not ready in {limit}:\n{Output}", exception);
                }

                await Task.Delay(100, cancellationToken);
            }
        }
    }

    public static async Task ConnectAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
    }

    /// <summary>Kills the process and everything it started, as a crash would.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>Asks the process to end (SIGTERM) and waits for it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            _ = Signal(_process.Id, Terminate);
        }

        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private string Name => string.Join(' ', _process.StartInfo.ArgumentList.Prepend(_process.StartInfo.FileName).Take(5));

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        while (_output.Count > KeptLines)
        {
            _output.TryDequeue(out _);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
