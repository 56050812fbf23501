using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Gate;
using AgentScaler.Collection.Importing.OpenApi;
using AgentScaler.Collection.Rewriting;
using AgentScaler.Collection.Schemas;
using AgentScaler.Collection.Sources;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Importing;

/// <summary>
/// The reading half of a collection. One walker feeds documents to several importers through a short queue, so that little is in memory at once.
/// Results carry their position in the input and are sorted at the end, so the distribution over threads leaves no trace.
/// </summary>
internal sealed class DocumentImport(CollectionOptions options, DraftSpool spool, IProgress<CollectionProgress>? progress)
{
    private static readonly ImporterRegistry Importers = new();
    private static readonly UnreadLog Nothing = new();

    private readonly DocumentReader _reader = new(options.Limits);
    private readonly Lock _gate = new();
    private readonly List<SpooledDraft> _drafts = [];
    private readonly List<((int, int, int) Order, RejectedTool Rejected)> _rejected = [];
    private readonly SortedDictionary<int, ImportedDocument> _documents = [];
    private int _operations;

    public IReadOnlyList<SpooledDraft> Drafts { get; private set; } = [];

    public IReadOnlyList<RejectedTool> Rejected { get; private set; } = [];

    public IReadOnlyList<ImportedDocument> Documents { get; private set; } = [];

    public int Operations => Volatile.Read(ref _operations);

    public async Task ReadAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Parallelism > 0 ? options.Parallelism : Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        var containers = new List<ISourceContainer>();
        try
        {
            await Parallel.ForEachAsync(ReadBatchesAsync(sources, containers, cancellationToken), parallel, (work, token) =>
            {
                Import(work.Document, work.Part, work.Batch, token);
                return ValueTask.CompletedTask;
            });
        }
        finally
        {
            containers.ForEach(container => container.Dispose());
        }

        Drafts = [.. _drafts.OrderBy(draft => draft.Order)];
        Rejected = [.. _rejected.OrderBy(item => item.Order).Select(item => item.Rejected)];
        Documents = [.. _documents.Values];
    }

    private async IAsyncEnumerable<(int Document, int Part, DocumentBatch Batch)> ReadBatchesAsync(
        IReadOnlyList<string> sources, List<ISourceContainer> containers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        foreach (var source in sources)
        {
            await foreach (var item in new SourceWalker(options.Limits).WalkAsync(source, containers.Add, cancellationToken))
            {
                Open(number, item.Uri);
                if (item.PassedOver is { } why)
                {
                    NoteForeign(number, "", null, why);
                }
                else if (item.Failure is not null)
                {
                    Fail(number, item.Failure);
                }
                else
                {
                    var part = 0;
                    foreach (var batch in ReadBatches(number, item, cancellationToken))
                    {
                        yield return (number, part++, batch);
                    }
                }

                number++;
            }
        }
    }

    /// <summary>Returns the batches of one item up to the first unreadable one, which is recorded.</summary>
    private IEnumerable<DocumentBatch> ReadBatches(int number, SourceItem item, CancellationToken cancellationToken)
    {
        using var batches = _reader.ReadBatches(item, cancellationToken).GetEnumerator();
        while (true)
        {
            try
            {
                if (!batches.MoveNext())
                {
                    yield break;
                }
            }
            catch (DocumentException exception)
            {
                Fail(number, exception.Message);
                yield break;
            }

            yield return batches.Current;
        }
    }

    private void Import(int document, int part, DocumentBatch batch, CancellationToken cancellationToken)
    {
        var operation = 0;
        foreach (var (line, bytes) in batch.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            operation = ImportPart(document, part, operation, batch, line, bytes, cancellationToken);
        }

        progress?.Report(new CollectionProgress("reading", document + 1, Operations, 0, batch.Item.Uri));
    }

    private int ImportPart(
        int document, int part, int operation, DocumentBatch batch, int line, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var where = batch.IsLines ? $"line {line.ToString(CultureInfo.InvariantCulture)}: " : "";
        var repairs = new RepairLog();
        try
        {
            var prefix = batch.IsLines ? "/" + (line - 1).ToString(CultureInfo.InvariantCulture) : "";
            using var values = _reader.ParseAll(bytes, repairs).GetEnumerator();
            var hasValue = values.MoveNext();
            if (!hasValue)
            {
                NoteForeign(document, where, ForeignFormat.OfText(DocumentBytes.ToUtf8(bytes).Span), "text without a format that is known");
            }

            for (var number = 0; hasValue; number++)
            {
                // Each of several values in one text has its number in front of its pointers; a single one has none. The text after a value may be
                // broken; the value is read in any case.
                var value = values.Current;
                var (isMore, broken) = Next(values);
                hasValue = isMore;
                var place = number == 0 && !isMore && broken is null ? prefix : $"{prefix}/{number.ToString(CultureInfo.InvariantCulture)}";
                operation = ImportValue(document, part, operation, where, new LoadedDocument(batch.Item, value, place), bytes, cancellationToken);
                if (broken is not null)
                {
                    Fail(document, where + broken);
                }
            }
        }
        catch (DocumentException exception)
        {
            // Text of another format may look like YAML up to some place. Its name says more than that place.
            Fail(document, where + (ForeignText(bytes)?.Sentence ?? exception.Message));
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException
            or OverflowException or InvalidCastException or IndexOutOfRangeException or JsonException)
        {
            // An unforeseen shape ends its document, never the run. The operations read so far are kept. The trace has the exception, because its
            // name and place tell the owner of the document nothing.
            Activity.Current?.AddException(exception);
            Fail(document,
                $"{where}cannot be imported to its end: its content has a shape that no reader foresees (after {operation} operations, which are kept)");
        }
        finally
        {
            Note(document, null, repairs, Nothing, []);
        }

        return operation;
    }

    /// <summary>Returns the format of text that is not JSON; null if it is unknown, or if the bytes are no text.</summary>
    private static ForeignFormat? ForeignText(ReadOnlyMemory<byte> bytes) =>
        DocumentBytes.TryToUtf8(bytes, out var text) && !JsonText.LooksLikeJson(text.Span) ? ForeignFormat.OfText(text.Span) : null;

    private static (bool IsMore, string? Broken) Next(IEnumerator<JsonElement> values)
    {
        try
        {
            return (values.MoveNext(), null);
        }
        catch (DocumentException exception)
        {
            return (false, exception.Message);
        }
    }

    private int ImportValue(
        int document, int part, int operation, string where, LoadedDocument loaded, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var foreign = ForeignFormat.Of(loaded.Root);
        var importer = Importers.For(loaded.Root, foreign);
        if (importer is null)
        {
            NoteForeign(document, where, foreign
                ?? ForeignFormat.OfText(DocumentBytes.ToUtf8(bytes).Span), "JSON or YAML without a format that is known" + MembersOf(loaded.Root));
            return operation;
        }

        var context = new ImportContext(loaded, _reader, options, cancellationToken);
        try
        {
            importer.Import(context);
        }
        finally
        {
            operation = Keep(document, part, operation, context);
        }

        return operation;
    }

    /// <summary>Returns the first members of an unknown document, by which its owner recognises it.</summary>
    private static string MembersOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Any()
            ? $" (members: {string.Join(", ", root.EnumerateObject().Take(6).Select(member => member.Name.Length > 40 ? member.Name[..40] : member.Name))})"
            : "";

    /// <summary>Records a document of an unread format: as a failure if it describes an interface, else as unrecognised with a guess.</summary>
    private void NoteForeign(int document, string where, ForeignFormat? foreign, string otherwise)
    {
        if (foreign is { IsInterface: true })
        {
            Fail(document, where + foreign.Sentence);
            return;
        }

        lock (_gate)
        {
            _documents[document].AddUnknown(foreign?.Name ?? otherwise, foreign is { IsExchange: true });
        }
    }

    private int Keep(int document, int part, int operation, ImportContext context)
    {
        var drafts = new List<SpooledDraft>();
        var rejected = new List<((int, int, int), RejectedTool)>();
        string? format = null;
        var keys = InferredKeys.Of(context.Results);
        foreach (var result in context.Results)
        {
            var order = (document, part, operation++);
            if (result.Draft is { } draft)
            {
                format ??= draft.Source.Format;
                drafts.Add(Spool(keys.Typed(draft), order));
            }
            else
            {
                rejected.Add((order, result.Rejected!));
            }
        }

        lock (_gate)
        {
            _drafts.AddRange(drafts);
            _rejected.AddRange(rejected);
            _operations += context.Results.Count;
        }

        Note(document, format, context.Repairs, context.Unread, context.Repairs.Broken.Placed(context.References.IsCircle));
        return operation;
    }

    private SpooledDraft Spool(ToolDraft draft, (int, int, int) order)
    {
        var parameters = Encoding.UTF8.GetString(draft.Parameters);
        var returns = Encoding.UTF8.GetString(draft.Returns);
        var id = draft.Http is { } http
            ? ContentId.Of("tool", draft.Provider, draft.OperationKey, http.Method, http.Path, parameters, returns)
            : ContentId.Of("tool", draft.Provider, draft.Name, parameters, returns);
        return new SpooledDraft(
            id,
            string.Intern(draft.Provider),
            draft.Name,
            draft.OperationKey,
            draft.Version,
            string.Intern(draft.Resource),
            draft.Source.Uri,
            draft.Source.Locator,
            ContentHash(draft, id, parameters),
            draft.Effect,
            [.. draft.ParameterFacts.Select(fact => fact with { Name = string.Intern(fact.Name), Location = string.Intern(fact.Location) })],
            spool.Write(DraftSpool.Serialize(draft, id)))
        {
            Order = order,
            IsPoorlyDescribed = DescriptionRewriter.IsPoor(draft.Description, draft.DescriptionDerived),
        };
    }

    /// <summary>Returns the hash that equal operations share, regardless of their provider. Short paths are too common for it.</summary>
    private static string ContentHash(ToolDraft draft, string id, string parameters) =>
        draft.Http is not { } http
            ? ContentId.Of("content", draft.Name, draft.Description, parameters)
            : http.Path.Split('/').Count(segment => segment.Length > 0 && !segment.StartsWith('{')) > 1
                ? ContentId.Of("content", draft.Name, draft.Description, parameters, http.Method, ApiIdentity.Unversioned(http.Path))
                : id;

    private void Open(int number, string uri)
    {
        lock (_gate)
        {
            _documents[number] = new ImportedDocument(uri);
        }
    }

    private void Note(int number, string? format, RepairLog repairs, UnreadLog unread, IReadOnlyList<BrokenReference> broken)
    {
        lock (_gate)
        {
            _documents[number].Format ??= format;
            _documents[number].Repairs.Add(repairs);
            _documents[number].Unread.Add(unread);
            _documents[number].AddBroken(broken);
        }
    }

    private void Fail(int number, string error)
    {
        lock (_gate)
        {
            // The first failure of a file of lines is reported, and the others are counted.
            _documents[number].AddError(error);
        }
    }
}
