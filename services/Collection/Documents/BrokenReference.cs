using System.Text.Json.Serialization;

namespace AgentScaler.Collection.Documents;

/// <summary>A reference that leads nowhere, outside of the given sources, or in a circle.</summary>
/// <param name="Source">The document in which it is written.</param>
/// <param name="Pointer">The first place of the reference in that document.</param>
/// <param name="Target">The reference as written.</param>
public sealed record BrokenReference(string Source, string Pointer, string Target)
{
    /// <summary>Whether the target is there and leads back to the reference.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Circular { get; init; }

    /// <summary>The order in which references are listed, the same for every culture.</summary>
    internal static IComparer<BrokenReference> ByPlace { get; } = Comparer<BrokenReference>.Create((one, other) =>
        string.CompareOrdinal(one.Source, other.Source) is not 0 and var source ? source
        : string.CompareOrdinal(one.Pointer, other.Pointer) is not 0 and var pointer ? pointer
        : string.CompareOrdinal(one.Target, other.Target));
}
