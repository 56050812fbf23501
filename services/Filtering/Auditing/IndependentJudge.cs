using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;

namespace AgentScaler.Filtering.Auditing;

/// <summary>Runs the independent judge over all cases, with one Python process per domain.</summary>
internal sealed class IndependentJudge(string python)
{
    private static readonly string Script = Read();

    /// <param name="folder">The domain's files.</param>
    /// <returns>One answer per case, in order: the label, and the verdict of verify.py.</returns>
    /// <exception cref="AuditException">Python is not installed, or the judge failed.</exception>
    public async Task<IReadOnlyList<(bool? Harmful, Value Verdict)>> JudgeAsync(
        string folder, IReadOnlyList<AuditCase> cases, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("agentscaler-audit-").FullName;
        try
        {
            var script = Path.Combine(work, "audit_judge.py");
            var file = Path.Combine(work, "cases.jsonl");
            await File.WriteAllTextAsync(script, Script, cancellationToken);
            await File.WriteAllLinesAsync(file, cases.Select(Line), cancellationToken);
            var output = await RunAsync(["-B", script, Path.GetFullPath(folder), file], cancellationToken);
            var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Value.Parse)
                .Select(a => (a["harmful"].IsNull ? default(bool?) : a["harmful"].AsBoolean, a["verdict"])).ToList();
            return answers.Count == cases.Count
                ? answers
                : throw new AuditException($"The independent judge gave {answers.Count} answers to {cases.Count} cases of {folder}.");
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static string Line(AuditCase planted) =>
        $"{{\"task\":{JsonSerializer.Serialize(planted.Task, ContractJson.Options)},\"messages\":{JsonSerializer.Serialize(planted.Messages, ContractJson.Options)}}}";

    private async Task<string> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        await using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output : throw new AuditException($"The independent judge failed: {await error}");
    }

    private Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(python, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
        }
        catch (Win32Exception exception)
        {
            throw new AuditException($"'{python}' cannot be started ({exception.Message}); the audit needs Python 3.11 or later.");
        }
    }

    private static string Read()
    {
        using var stream = typeof(IndependentJudge).Assembly.GetManifestResourceStream("audit_judge.py")
            ?? throw new InvalidOperationException("The assembly lacks its resource audit_judge.py.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
