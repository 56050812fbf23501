using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects;

/// <summary>How the sentences of a policy tell that a row belongs to the parents that a call names.</summary>
internal static class OwnerRules
{
    /// <summary>The parents that a call names beside the row's own key.</summary>
    public static IReadOnlyList<ColumnBinding> Scope(RowAddress address) => [.. address.Scope.Where(s => s.Column != address.Key?.Column)];

    /// <summary>That the row belongs to others: "has another customer id than `customer_id`".</summary>
    public static string Other(RowAddress address) => Scope(address) is { Count: > 0 } scope
        ? $"has {Listing.Of([.. scope.Select(s => $"another {Words.Phrase(s.Column.Name)} than `{s.Parameter.Name}`")])}"
        : "belongs to another owner";
}
