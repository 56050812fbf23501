using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Importing;
using AgentScaler.Tools;

namespace AgentScaler.Collection.Gate;

/// <summary>
/// A temporary file in which drafts wait until all are read, because the newest versions and the free names are only known at the end. Memory holds
/// only the data for comparing drafts.
/// </summary>
internal sealed class DraftSpool : IDisposable
{
    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), "agentscaler-" + Path.GetRandomFileName()),
        FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose | FileOptions.RandomAccess);

    /// <summary>Most characters of a source's name that are kept. Later stages read no more of it.</summary>
    private const int MaximumSourceName = 256;

    private long _end;

    /// <summary>Writes a draft's tool. The method is safe for several threads.</summary>
    public DraftPlace Write(byte[] tool)
    {
        var offset = Interlocked.Add(ref _end, tool.Length) - tool.Length;
        RandomAccess.Write(_file.SafeFileHandle, tool, offset);
        return new DraftPlace(offset, tool.Length);
    }

    public ToolSpecification Read(DraftPlace place)
    {
        var bytes = new byte[place.Length];
        var read = 0;
        while (read < bytes.Length)
        {
            var count = RandomAccess.Read(_file.SafeFileHandle, bytes.AsSpan(read), place.Offset + read);
            if (count == 0)
            {
                throw new EndOfStreamException("The spool of drafts ends early.");
            }

            read += count;
        }

        return JsonSerializer.Deserialize<ToolSpecification>(bytes, ContractJson.Options)!;
    }

    /// <summary>Returns the tool of a draft as bytes, with the source's name.</summary>
    public static byte[] Serialize(ToolDraft draft, string id) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new ToolSpecification(
                id, draft.Name, draft.Provider, draft.Description, JsonBuffer.Element(draft.Parameters), JsonBuffer.Element(draft.Returns),
                draft.ReturnsOrigin, draft.Effect, draft.Http, draft.Source)
            {
                SourceName = draft.SourceName is { } name ? name[..Math.Min(name.Length, MaximumSourceName)] : null,
                EffectEvidence = draft.EffectEvidence,
                DescriptionDerived = draft.DescriptionDerived,
                Examples = draft.Examples,
                Errors = draft.Errors,
            },
            ContractJson.Options);

    public void Dispose() => _file.Dispose();
}
