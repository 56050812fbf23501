using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AgentScaler.Training.Scale;

/// <summary>A program with all its child processes. Launchers leave ranks behind unless the whole group is signalled.</summary>
internal sealed partial class ProcessGroup : IDisposable
{
    private const int Terminate = 15;
    private const int Kill = 9;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Lock _lock = new();

    private ProcessGroup(Process process, StreamWriter log) => (_process, _log) = (process, log);

    /// <param name="command">Program and arguments, passed literally and without a shell.</param>
    /// <param name="log">File to which both outputs are appended.</param>
    /// <exception cref="ExternalEngineException">The program cannot be started.</exception>
    public static ProcessGroup Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string folder, string log)
    {
        // setsid makes the program the leader of a new group, under the process id that we see.
        var start = new ProcessStartInfo("setsid") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var part in command)
        {
            start.ArgumentList.Add(part);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var writer = new StreamWriter(log, append: true) { AutoFlush = true };
        try
        {
            var process = Process.Start(start)!;
            var group = new ProcessGroup(process, writer);
            process.OutputDataReceived += (_, line) => group.Write(line.Data);
            process.ErrorDataReceived += (_, line) => group.Write(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return group;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            writer.Dispose();
            throw new ExternalEngineException(
                $"'{command[0]}' could not be started: {exception.Message} The external engine needs Linux with util-linux's setsid.", exception);
        }
    }

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public Task WaitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Asks the group to end, and kills it if it has not ended in time.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        _ = Signal(-_process.Id, Terminate);
        var since = Stopwatch.StartNew();
        // The launcher may end before its ranks have saved. The group is empty when no signal finds it.
        while (since.Elapsed < patience && Signal(-_process.Id, 0) == 0)
        {
            await Task.Delay(Look);
        }
        _ = Signal(-_process.Id, Kill);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        // Ranks that outlived their launcher.
        _ = Signal(-_process.Id, Kill);
        _process.Dispose();
        lock (_lock)
        {
            _log.Dispose();
        }
    }

    private void Write(string? line)
    {
        if (line is null)
        {
            return;
        }
        lock (_lock)
        {
            _log.WriteLine(line);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
