using AgentScaler.Language;

namespace AgentScaler.Effects;

/// <summary>
/// Names of what stands around a payload, in the words that all dialects share: <c>@odata.count</c>, <c>odata.count</c> and
/// <c>$count</c> tell the total, <c>@odata.nextLink</c> the next page.
/// </summary>
public static class EnvelopeNames
{
    private const string OData = "odata.";

    /// <summary>The name in snake_case, without the marks by which a dialect tells an annotation from a member.</summary>
    public static string Of(string name)
    {
        var plain = Words.Snake(Plain(name));

        // An annotation counts all that match; a member called "count" what is shown.
        return plain == "count" && IsAnnotation(name) ? "total_count" : plain;
    }

    /// <summary>Whether the name is written as an annotation is, which no member of a row's own is.</summary>
    public static bool IsAnnotation(string name) => Plain(name).Length < name.Length;

    private static string Plain(string name)
    {
        var bare = name.TrimStart('@', '$');
        return bare.StartsWith(OData, StringComparison.OrdinalIgnoreCase) ? bare[OData.Length..] : bare;
    }
}
