using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments.States;
using AgentScaler.Materialization.Overrides;
using AgentScaler.Materialization.Traffic;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>
/// Takes the user's files for the stage materialize: a dump, corrections and recorded traffic. They are checked and stored by their content, so that
/// a run never depends on a path. Later runs use them until other files, or <c>none</c>, are given.
/// </summary>
internal sealed class GivenFiles(IDocumentStore store, IArtifactStore artifacts, RunRequest request)
{
    private const string None = "none";

    /// <summary>Returns the run with the path of each file replaced by its hash, and with the files that an earlier run was given.</summary>
    /// <exception cref="CommandException">A file does not exist or has the wrong content.</exception>
    public async Task<RunDocument> StoreAsync(RunDocument run, RunDocument? earlier, CancellationToken cancellationToken)
    {
        var name = PipelineStage.Materialize.Name();
        var section = Section(run, name);
        var before = earlier is null ? [] : Section(earlier, name);
        await StateAsync(section, before, cancellationToken);
        await OneAsync(section, before, "overrides", CheckOverridesAsync, cancellationToken);
        await TrafficAsync(section, before, cancellationToken);
        return section.Count == 0 ? run
            : run with { Options = new Dictionary<string, JsonElement>(run.Options) { [name] = JsonSerializer.SerializeToElement(section) } };
    }

    private static JsonObject Section(RunDocument run, string name) => run.Options.TryGetValue(name, out var section) ? JsonObject.Create(section)! : [];

    /// <summary>A dump is the state of one domain: of the only one there is, or of the one that the command names.</summary>
    private async Task StateAsync(JsonObject section, JsonObject before, CancellationToken cancellationToken)
    {
        var given = (string?)section["state"] is { } file && file != None;
        var owner = given ? await StateOwnerAsync(section, cancellationToken) : (string?)before["state_of"];
        await OneAsync(section, before, "state", CheckState, cancellationToken);
        section.Remove("state_of");
        if (owner is not null && section.ContainsKey("state"))
        {
            section["state_of"] = owner;
        }
    }

    private async Task<string?> StateOwnerAsync(JsonObject section, CancellationToken cancellationToken)
    {
        var named = section["domains"] as JsonArray ?? [];
        if (named.Count == 1)
        {
            return (string?)named[0];
        }

        var slugs = request.WholePipeline ? [] : await WorkspaceDomains.SlugsAsync(store, cancellationToken);
        return slugs.Count < 2 ? null
            : throw CommandException.Usage(
                $"--state is the state of one domain and workspace '{request.Workspace}' has {slugs.Count}; name one with --domain: {WorkspaceDomains.Listed(slugs)}.");
    }

    private async Task OneAsync(JsonObject section, JsonObject before, string key, Func<string, string, CancellationToken, Task> check,
        CancellationToken cancellationToken)
    {
        var given = (string?)section[key] ?? (string?)before[key];
        section.Remove(key);
        if (given is null or None)
        {
            return;
        }

        section[key] = given.StartsWith(ArtifactReference.Scheme, StringComparison.Ordinal)
            ? given
            : await KeepAsync(given, await ReadAsync(key, given, cancellationToken), check, cancellationToken);
    }

    private async Task TrafficAsync(JsonObject section, JsonObject before, CancellationToken cancellationToken)
    {
        var given = Paths(section) ?? Paths(before) ?? [];
        section.Remove("traffic");
        var kept = new JsonArray();
        foreach (var file in given.Where(f => f != None))
        {
            kept.Add(file.StartsWith(ArtifactReference.Scheme, StringComparison.Ordinal) ? file : await TrafficAsync(file, cancellationToken));
        }

        if (kept.Count > 0)
        {
            section["traffic"] = kept;
        }
    }

    private static List<string>? Paths(JsonObject section) => section["traffic"] is JsonArray { Count: > 0 } files ? [.. files.Select(f => (string)f!)] : null;

    /// <summary>Stores only the parts of an archive that are compared. Headers, cookies and credentials are never stored.</summary>
    private async Task<string> TrafficAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var exchanges = HarReader.Read(await ReadAsync("traffic", file, cancellationToken), file);
            if (!request.WholePipeline)
            {
                await RequireMatchAsync(exchanges, file, cancellationToken);
            }

            return await KeepAsync(file, HarWriter.Write(exchanges), (_, _, _) => Task.CompletedTask, cancellationToken);
        }
        catch (TrafficException failure)
        {
            throw CommandException.Usage($"--traffic {failure.Message}");
        }
    }

    private async Task RequireMatchAsync(IReadOnlyList<RecordedExchange> exchanges, string file, CancellationToken cancellationToken)
    {
        var matcher = new TrafficMatcher();
        await foreach (var tool in store.AllAsync<ToolSpecification>(Collections.Tools, WorkspaceFiles.Run, cancellationToken))
        {
            matcher.Add(tool);
        }

        if (exchanges.All(e => matcher.Match(e) is null))
        {
            var first = exchanges.Count > 0 ? $"; the first is {exchanges[0].Method} /{string.Join('/', exchanges[0].Path)} of {exchanges[0].Host}" : "";
            throw CommandException.Usage($"--traffic {file}: none of its {exchanges.Count} exchanges calls a tool of workspace '{request.Workspace}'{first}.");
        }
    }

    private static Task CheckState(string file, string text, CancellationToken cancellationToken)
    {
        try
        {
            DatabaseState.Parse(text);
            if (RepeatedMember.In(text) is { } repeated)
            {
                throw CommandException.Usage($"--state {file}: {repeated}, and only one of the values could be kept. Give each a name of its own.");
            }

            return Task.CompletedTask;
        }
        catch (JsonException failure)
        {
            throw CommandException.Usage($"--state {file} is no dump; a dump is one JSON object, whose members are tables or values: {failure.Message}");
        }
    }

    private async Task CheckOverridesAsync(string file, string text, CancellationToken cancellationToken)
    {
        HashSet<string>? tools = null;
        if (!request.WholePipeline)
        {
            tools = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var tool in store.AllAsync<Named>(Collections.Tools, WorkspaceFiles.Run, cancellationToken))
            {
                tools.Add(tool.Name);
            }
        }

        try
        {
            OverridesDocument.Check(text, tools);
        }
        catch (OverridesException failure)
        {
            throw CommandException.Usage($"--overrides {file}: {failure.Message}");
        }
    }

    private static async Task<string> ReadAsync(string key, string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CommandException.Usage($"--{key} {file} cannot be read: {failure.Message}");
        }
    }

    private async Task<string> KeepAsync(string file, string text, Func<string, string, CancellationToken, Task> check, CancellationToken cancellationToken)
    {
        await check(file, text, cancellationToken);
        return ArtifactReference.Scheme + (await artifacts.PutTextAsync(text, "application/json", cancellationToken)).Sha256;
    }

    /// <summary>The part of a tool that is read here.</summary>
    private sealed record Named(string Name);
}
