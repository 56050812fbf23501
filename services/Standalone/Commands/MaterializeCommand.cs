using System.CommandLine;
using System.CommandLine.Invocation;
using AgentScaler.Materialization;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Commands;

/// <summary>Runs the stage materialize, or only holds what the user gives against the workspace's domains.</summary>
internal static class MaterializeCommand
{
    private const string None = "none";

    /// <param name="command">The command of the stage.</param>
    public static Command Create(Command command)
    {
        var stage = (AsynchronousCommandLineAction)command.Action!;
        var check = new Option<bool>("--check") { Description = "Read and check --overrides and --state against the workspace's domains, and build nothing." };
        command.Options.Add(check);
        command.SetBody(async (result, cancellationToken) => result.GetValue(check)
            ? await CheckAsync(result, cancellationToken)
            : await stage.InvokeAsync(result, cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(ParseResult result, CancellationToken cancellationToken)
    {
        await using var services = WorkspaceCommand.Open(result.GetValue<string>("--workspace")!);
        var store = services.GetRequiredService<IDocumentStore>();
        var options = new MaterializationOptions
        {
            Overrides = await TextAsync(result, "--overrides", cancellationToken),
            State = await TextAsync(result, "--state", cancellationToken),
        };
        var tools = new SortedDictionary<string, ToolSpecification>(StringComparer.Ordinal);
        await foreach (var tool in store.AllAsync<ToolSpecification>(Collections.Tools, WorkspaceFiles.Run, cancellationToken))
        {
            tools[tool.Id] = tool;
        }

        HoldToForm(options.Overrides, tools.Values.Select(t => t.Name).ToHashSet(StringComparer.Ordinal));
        var problems = 0;
        foreach (var domain in await DomainsAsync(store, result, cancellationToken))
        {
            if (DomainCheck.Problem(domain, [.. domain.Tools.Select(id => tools[id])], options) is { } problem)
            {
                problems++;
                await result.InvocationConfiguration.Error.WriteLineAsync($"error: {domain.Slug}: {problem}");
            }
            else
            {
                await result.InvocationConfiguration.Output.WriteLineAsync($"{domain.Slug}: fine");
            }
        }

        return problems == 0 ? ExitCode.Done : ExitCode.Usage;
    }

    private static void HoldToForm(string? overrides, IReadOnlySet<string> tools)
    {
        try
        {
            if (overrides is not null)
            {
                OverridesDocument.Check(overrides, tools);
            }
        }
        catch (OverridesException failure)
        {
            throw CommandException.Usage($"--overrides: {failure.Message}");
        }
    }

    private static async Task<IReadOnlyList<ToolDomain>> DomainsAsync(IDocumentStore store, ParseResult result, CancellationToken cancellationToken)
    {
        var named = result.GetValue<string[]>("--domain") ?? [];
        await WorkspaceDomains.RequireAsync(store, result.GetValue<string>("--workspace")!, named, cancellationToken);
        var domains = new List<ToolDomain>();
        await foreach (var domain in store.AllAsync<ToolDomain>(Collections.Domains, WorkspaceFiles.Run, cancellationToken))
        {
            domains.Add(domain);
        }

        return [.. domains.Where(d => named.Length == 0 || named.Contains(d.Slug)).OrderBy(d => d.Slug, StringComparer.Ordinal)];
    }

    private static async Task<string?> TextAsync(ParseResult result, string option, CancellationToken cancellationToken)
    {
        if (result.GetValue<string?>(option) is not { } file || file == None)
        {
            return null;
        }

        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CommandException.Usage($"{option} {file} cannot be read: {failure.Message}");
        }
    }
}
