using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Standalone.Remote;
using AgentScaler.Tools;
using AgentScaler.Training.Native;

namespace AgentScaler.Standalone.Commands;

/// <summary>Checks the installation and reports what is present, what is missing, and what does not work without it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var (workspace, format) = (CommonOptions.Workspace(), CommonOptions.Format());
        var command = new Command("doctor",
            "Says what of the set-up works, and what each missing part means; with --gateway, which services of a stack are missing.") { workspace, format };
        var gateway = new GatewayOption();
        gateway.AddTo(command, withRun: false);
        var endpoint = new EndpointFindings();
        endpoint.AddTo(command);
        command.SetBody(async (result, cancellationToken) =>
        {
            using var client = gateway.Open(result);
            Finding[] findings = client is not null ? await StackAsync(client, cancellationToken) :
            [
                new("runtime", true,
                    $".NET {System.Environment.Version} on {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}, {System.Environment.ProcessorCount} processors"),
                Corpus(),
                Folder(result.GetValue(workspace)!),
                await PythonAsync(cancellationToken),
                Torch(),
                .. (await endpoint.AskAsync(result, cancellationToken))
                    .Select(found => new Finding("endpoint", found.Works, found.Detail) { Unreachable = found.Unreachable }),
                .. (await EndpointFindings.RecordedAsync(result.GetValue(workspace)!, cancellationToken))
                    .Select(found => new Finding("tool calls", found.Works, found.Detail)),
            ];
            foreach (var finding in findings)
            {
                await result.InvocationConfiguration.Output.WriteLineAsync(result.GetValue(format) == OutputFormat.Json
                    ? JsonSerializer.Serialize(finding, ContractJson.Options)
                    : $"{(finding.Works ? "ok     " : "missing")}  {finding.Part}: {finding.Detail}");
            }

            // Python and the training engine are optional: the rest of the pipeline runs without them.
            return findings.Where(finding => !finding.Optional).All(finding => finding.Works) ? ExitCode.Done
                : findings.Any(finding => finding.Unreachable) ? ExitCode.Unreachable
                : ExitCode.Failed;
        });
        return command;
    }

    private static async Task<Finding[]> StackAsync(GatewayClient client, CancellationToken cancellationToken) =>
    [
        .. (await client.ServicesAsync(cancellationToken)).Select(service => new Finding(
            service.Service, service.Answers, service.Answers ? "gives signs of life" : "no process of it is running; a run that needs it waits")),
    ];

    private static Finding Corpus() => Directory.Exists(Samples.Folder)
        ? new Finding("corpus", true, $"{Directory.GetFiles(Samples.Folder).Length} documents in {Samples.Folder}")
        : new Finding("corpus", false, $"{Samples.Folder} does not exist; 'run' needs --source");

    private static Finding Folder(string workspace)
    {
        try
        {
            // The command creates no folder. If the folder does not exist yet, its nearest existing parent is tested.
            var folder = Path.GetFullPath(workspace);
            while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
            {
                folder = parent;
            }

            var probe = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding("workspace", true, $"{Path.GetFullPath(workspace)} can be written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding("workspace", false, exception.Message);
        }
    }

    private static async Task<Finding> PythonAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var version = (await python.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
            await python.WaitForExitAsync(cancellationToken);
            return Version.TryParse(version, out var found) && found >= new Version(3, 11)
                ? new Finding("python", true, $"Python {version}: tools.py is checked against the compiled programs") { Optional = true }
                : new Finding("python", false,
                    $"Python 3.11 or newer is needed, found '{version}'; tools.py is written but not checked against the compiled programs")
                {
                    Optional =
                        true
                };
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new Finding("python", false,
                "python3 is not on the path; tools.py is written but not checked against the compiled programs")
            { Optional = true };
        }
    }

    private static Finding Torch()
    {
        try
        {
            TorchBackend.Require();
            return new Finding("training", true, $"the training engine loads: {TorchBackend.State.Detail}") { Optional = true };
        }
        catch (TorchUnavailableException exception)
        {
            return new Finding("training", false, exception.Message) { Optional = true };
        }
    }

    private sealed record Finding(string Part, bool Works, string Detail)
    {
        public bool Optional { get; init; }

        /// <summary>Whether a server could not be reached, which has an exit code of its own.</summary>
        public bool Unreachable { get; init; }
    }
}
