using System.Globalization;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A name that is added to a map from names to codes gets the next code: <c>{"Ada": "USR001"}</c>.</summary>
internal sealed record NamingByCode() : RuleSketch(Source.Convention, "A new name gets the next code.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (!Drafts.Makes(draft) || draft.Tables.Dump is not { } dump || !DumpAdoption.IsPairs(draft.Table.Form)
            || draft.Table.Column("value") is not { } column || draft.Assignments.Any(a => a.Column == column))
        {
            yield break;
        }

        if (Pattern([.. dump.Rows(draft.Table.Name).Select(r => r[column.Name])]) is var (prefix, width))
        {
            yield return new Assign(draft.Row, column, new NextCodeTerm(draft.Table, column, prefix, width));
        }
    }

    /// <summary>What codes begin with and how many digits follow; null where the values are no codes, or one stands twice.</summary>
    public static (string Prefix, int Width)? Pattern(IReadOnlyList<Value> values)
    {
        if (values.Count < 2 || values.Any(v => !v.IsString) || values.Distinct().Count() < values.Count)
        {
            return null;
        }

        var prefix = values[0].AsString.TrimEnd([.. "0123456789"]);
        var digits = values.Select(v => v.AsString.StartsWith(prefix, StringComparison.Ordinal) ? v.AsString[prefix.Length..] : "").ToList();
        return prefix.Length > 0 && digits.TrueForAll(d => d.Length > 0 && d.Length == digits[0].Length)
            && digits.TrueForAll(d => long.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? (prefix, digits[0].Length)
            : null;
    }
}
