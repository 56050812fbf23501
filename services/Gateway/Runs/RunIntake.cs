using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Gateway.Security;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Runs;

/// <summary>Turns an order into a run's document. Everything is checked here, so that an accepted run can run.</summary>
public sealed class RunIntake(IArtifactStore artifacts, GatewayOptions options, IEnumerable<OptionsCheck> checks)
{
    private readonly MountedFolder _mounted = new(options.SourcesFolder);

    /// <exception cref="OrderException">The order is wrong; nothing was changed.</exception>
    public async Task<RunDocument> ReadAsync(RunOrder order, CancellationToken cancellationToken)
    {
        if (!StageNames.TryParse(order.Until, out var until))
        {
            throw new OrderException($"until: '{order.Until}' is not a stage; there are: {string.Join(", ", StageNames.All)}.");
        }

        if (order.Id is { } id && (id.Length is 0 or > 64 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')))
        {
            throw new OrderException("id: it may have lower-case letters, digits, '-' and '_', at most 64.");
        }

        var (seed, sections) = Options(order.Options);
        if (order.Sources.Count == 0)
        {
            throw new OrderException("sources: there is none; give at least one {\"upload\": ID}, {\"path\": PATH} or {\"inline\": DOCUMENT}.");
        }

        var sources = new List<string>();
        var content = new List<string>();
        for (var i = 0; i < order.Sources.Count; i++)
        {
            var source = await SourceAsync(order.Sources[i], $"sources[{i}]", cancellationToken);
            sources.Add(source);
            content.Add(UploadedSource.TryParse(source, out _) ? source : await SourceHash.OfAsync($"sources[{i}].path", [source], cancellationToken));
        }

        var hash = ContentId.Of("sources", [.. content]);
        var name = order.Id ?? ContentId.Of("run", hash, seed.ToString(System.Globalization.CultureInfo.InvariantCulture), Text(sections));
        return new RunDocument(name, sources, sections, seed, until, RunStatus.Running) { SourcesHash = hash };
    }

    private (long Seed, Dictionary<string, JsonElement> Sections) Options(JsonElement? given)
    {
        if (given is not { ValueKind: not JsonValueKind.Null } element)
        {
            return (0, []);
        }

        OptionsSchema.Require(element);
        element = new OptionsGuard(_mounted, options.KeyVariables).Apply(element);
        var seed = 0L;
        if (element.TryGetProperty("seed", out var number) && !number.TryGetInt64(out seed))
        {
            throw new OrderException("options: seed must be an integer.");
        }

        var sections = element.EnumerateObject().Where(section => section.Value.ValueKind == JsonValueKind.Object)
            .ToDictionary(section => section.Name, section => section.Value);
        foreach (var check in checks)
        {
            check(sections);
        }

        return (seed, sections);
    }

    private async Task<string> SourceAsync(OrderedSource source, string place, CancellationToken cancellationToken)
    {
        var inline = source.Inline is { ValueKind: not JsonValueKind.Null } document ? document : (JsonElement?)null;
        if ((source.Upload is null ? 0 : 1) + (source.Path is null ? 0 : 1) + (inline is null ? 0 : 1) != 1)
        {
            throw new OrderException($"{place}: give exactly one of 'upload', 'path' and 'inline'.");
        }

        if (source.Path is not null)
        {
            return _mounted.Resolve(source.Path, $"{place}.path");
        }

        var name = source.Name ?? (inline is null ? "upload" : "inline.json");
        if (!UploadedSource.IsName(name))
        {
            throw new OrderException($"{place}.name: it must be a file name, without '/'.");
        }

        if (inline is { } text)
        {
            var body = text.ValueKind == JsonValueKind.String ? text.GetString()! : text.GetRawText();
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body), writable: false);
            return new UploadedSource((await artifacts.PutAsync(stream, "application/octet-stream", cancellationToken)).Sha256, name, IsFolder: false)
                .ToString();
        }

        var upload = source.Upload!;
        return upload.Length == 64 && upload.All(char.IsAsciiHexDigitLower) && await artifacts.ExistsAsync(upload, cancellationToken)
            ? new UploadedSource(upload, name, source.Folder).ToString()
            : throw new OrderException($"{place}.upload: there is no upload '{upload}'; POST the file to /api/v1/uploads first.");
    }

    private static string Text(Dictionary<string, JsonElement> sections) =>
        new JsonObject(sections.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonObject.Create(pair.Value)))).ToJsonString();
}
