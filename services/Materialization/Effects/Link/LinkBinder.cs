using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Binds links and their opposites: what is linked, and the column that holds it.</summary>
internal static class LinkBinder
{
    /// <param name="otherwise">What the tool does where nothing is named that could be linked.</param>
    public static void Bind(EffectSketch sketch, TablePlan table, EffectKind otherwise)
    {
        var reading = sketch.Reading;
        var other = reading.Parameters.FirstOrDefault(p => p != sketch.Key?.Parameter
            && p.Role == ParameterRole.Field
            && sketch.Scope.All(s => s.Parameter != p)
            && (p.Node.Scalar || p.Node.Kind == NodeKind.Array));
        if (sketch.Key is null || other is null)
        {
            sketch.Become(otherwise, "The parameters do not name both a row and what is linked to it.");
            return;
        }

        var column = ColumnMatcher.Match(table, other.Name)
            ?? ColumnMatcher.Exact(table, [.. other.Words.SkipLast(1), Words.Plural(other.Words[^1])])
            ?? (other.Words[^1] is "id"
                ? ColumnMatcher.Exact(table, [.. other.Words.SkipLast(2), Words.Plural(other.Words[Math.Max(0, other.Words.Count - 2)])])
                : null)
            ?? (DumpAdoption.IsPairs(table.Form) ? table.Column("value") : null);
        if (column is { Type: ColumnType.Array } || column is { Scalar: true } && column != table.Key)
        {
            sketch.Changed = column;
            sketch.Many = other;
            sketch.Evidence.Add($"Changes {table.Name}.{column.Name} by the parameter {other.Name}.");
        }
        else
        {
            sketch.Become(EffectKinds.The<UpdateKind>(), $"No column of {table.Name} holds what {other.Name} names, so the row is changed.");
        }
    }
}
