using System.Text.Json;
using System.Text.RegularExpressions;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Gate;
using AgentScaler.Collection.Importing;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Sources;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Contamination;

/// <summary>Reads benchmarks with the importers of sources, and reads calls from task files without tool lists.</summary>
internal static partial class BenchmarkLoader
{
    public static async Task<BenchmarkIndex> LoadAsync(
        CollectionOptions options, IReadOnlyCollection<SpooledDraft> workspace, CancellationToken cancellationToken)
    {
        using var spool = new DraftSpool();
        var reading = new DocumentImport(options, spool, progress: null);
        await reading.ReadAsync(options.Benchmarks, cancellationToken);
        var tools = reading.Drafts.Select(draft => new BenchmarkTool(
            draft.Uri,
            draft.Name,
            draft.Parameters.Select(parameter => Likeness.Key(parameter.Name)).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal),
            Likeness.Shingles(spool.Read(draft.Place).Description))).ToList();
        var withTools = reading.Documents.Where(document => document.Format is not null).Select(document => document.Uri).ToHashSet(StringComparer.Ordinal);
        return new BenchmarkIndex(tools, await CallsAsync(options, withTools, cancellationToken), workspace);
    }

    private static async Task<Dictionary<string, string>> CallsAsync(CollectionOptions options, HashSet<string> withTools, CancellationToken cancellationToken)
    {
        var reader = new DocumentReader(options.Limits);
        var calls = new Dictionary<string, string>(StringComparer.Ordinal);
        var containers = new List<ISourceContainer>();
        try
        {
            foreach (var source in options.Benchmarks)
            {
                await foreach (var item in new SourceWalker(options.Limits).WalkAsync(source, containers.Add, cancellationToken))
                {
                    if (item.Failure is null && !withTools.Contains(item.Uri))
                    {
                        ReadCalls(reader, item, calls, cancellationToken);
                    }
                }
            }
        }
        finally
        {
            containers.ForEach(container => container.Dispose());
        }

        return calls;
    }

    private static void ReadCalls(DocumentReader reader, SourceItem item, Dictionary<string, string> calls, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in reader.ReadBatches(item, cancellationToken))
            {
                foreach (var (_, bytes) in batch.Parts)
                {
                    foreach (var value in reader.ParseAll(bytes, new RepairLog()))
                    {
                        Visit(value, name => calls.TryAdd(Likeness.Key(name), item.Uri));
                    }
                }
            }
        }
        catch (DocumentException)
        {
            // A file that is not a document holds no calls. As a source it would be reported; as a benchmark it is ignored.
            return;
        }
    }

    /// <summary>Finds called names: <c>f(x=1)</c> in text, <c>{"f":{...}}</c> and <c>{"name":"f","arguments":...}</c> in JSON.</summary>
    private static void Visit(JsonElement element, Action<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                foreach (Match match in Call().Matches(element.GetString()!))
                {
                    found(match.Groups[1].Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Visit(item, found);
                }

                break;
            case JsonValueKind.Object:
                if (element.TextMember("name") is { } name && (element.Member("arguments") is not null || element.Member("kwargs") is not null))
                {
                    found(name);
                }

                foreach (var member in element.EnumerateObject())
                {
                    if (member.Value.ValueKind == JsonValueKind.Object && member.Name.AsSpan().ContainsAny('_', '.'))
                    {
                        found(member.Name);
                    }

                    Visit(member.Value, found);
                }

                break;
        }
    }

    [GeneratedRegex(@"\b([A-Za-z_][A-Za-z0-9_.]{3,80})\(")]
    private static partial Regex Call();
}
