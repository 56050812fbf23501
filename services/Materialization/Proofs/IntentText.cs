using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>All that laws read of an intent and its table, as one text: the part of a fingerprint that programs and schemas do not show.</summary>
internal static class IntentText
{
    public static string Of(ToolIntent intent) => string.Join('|', (string?[])
    [
        intent.Name,
        intent.Kind.ToString(),
        Of(intent.Table),
        Of(intent.Key),
        Of(intent.Scope),
        Of(intent.Filters),
        Of(intent.Assignments),
        intent.Target?.ToJson(),
        string.Join(',', intent.From.Select(f => f.ToJson())),
        intent.Many?.Name,
        intent.Changed?.Name,
        Of(intent.OtherKey),
        intent.Amount?.Name,
        intent.Reading.Resource,
    ]);

    private static string Of(TablePlan? table) => table is null ? "" : string.Join(
        ';', table.Name, table.Singular, table.Parent?.Name, table.Status?.Name, table.FixedRows?.ToString(System.Globalization.CultureInfo.InvariantCulture), string.Join(',', table.Columns.Where(c => c.Demanded).Select(c => c.Name)));

    private static string Of(IEnumerable<ColumnBinding> bindings) => string.Join(',', bindings.Select(b => Of(b)));

    private static string Of(ColumnBinding? binding) => binding is null ? "" : $"{binding.Column.Name}={binding.Parameter.Container}.{binding.Parameter.Name}";
}
