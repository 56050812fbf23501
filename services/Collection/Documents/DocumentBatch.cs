using AgentScaler.Collection.Sources;

namespace AgentScaler.Collection.Documents;

/// <summary>Bytes of one document, or of some lines of a JSON Lines file.</summary>
/// <param name="Parts">Line number from 1 (0 for a whole document) and bytes.</param>
internal sealed record DocumentBatch(SourceItem Item, bool IsLines, IReadOnlyList<(int Line, ReadOnlyMemory<byte> Bytes)> Parts);
