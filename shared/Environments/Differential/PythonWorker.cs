using System.Diagnostics;
using AgentScaler.Environments.Programs.Python;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Differential;

/// <summary>One long-lived Python process that runs environments from JSON lines.</summary>
internal sealed class PythonWorker : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private PythonWorker(Process process) => _process = process;

    public static PythonWorker Start(string command)
    {
        using var stream = typeof(PythonWorker).Assembly.GetManifestResourceStream("worker.py")!;
        using var reader = new StreamReader(stream);
        var process = Process.Start(new ProcessStartInfo(command, ["-I", "-c", reader.ReadToEnd()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var worker = new PythonWorker(process);
        worker._process.StandardInput.WriteLine(((Value)PythonRuntime.Source).ToJson());
        return worker;
    }

    /// <summary>Sends one request and waits for its answer.</summary>
    /// <exception cref="IOException">The process ended or did not answer in time.</exception>
    public Value Ask(Value request)
    {
        _process.StandardInput.WriteLine(request.ToJson());
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLineAsync();
        return answer.Wait(Patience) && answer.Result is { } line
            ? Value.Parse(line)
            : throw new IOException($"The Python process gave no answer within {Patience.TotalMinutes} minutes, or ended.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
