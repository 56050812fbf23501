using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Reads off a description what a tool without arguments sets: "Reset a member's level to novice".</summary>
internal static class StatedValues
{
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal) { "to", "as", "into" };

    public static bool Bind(EffectSketch sketch, TablePlan table)
    {
        var words = Words.Split(sketch.Reading.Tool.Description);
        foreach (var column in table.Columns.Where(c => c is { Type: ColumnType.String, Enum.Count: > 1 } && c != table.Key))
        {
            var named = Statements.Find(words, column.Words);
            foreach (var value in column.Enum!.Where(v => v.IsString))
            {
                var at = Statements.Find(words, Words.Split(value.AsString));
                if (named >= 0 && at > named && Leading.Contains(words[at - 1]) && sketch.Told.Say(EffectKinds.The<TransitionKind>(), Source.Text))
                {
                    column.Facts.Nullable.Say(false, Source.Text);
                    column.Demanded = true;
                    sketch.Changed = column;
                    sketch.Target = value;
                    sketch.Starts.Say([.. column.Enum!], Source.Text);
                    sketch.Evidence.Add($"The description says that {table.Name}.{column.Name} becomes {value.ToJson()}.");
                    return true;
                }
            }
        }

        return Status(sketch, table);
    }

    /// <summary>The status that the description says the thing gets: "Returns the invoice to draft."</summary>
    private static bool Status(EffectSketch sketch, TablePlan table)
    {
        if ((table.Status ?? StatusColumns.Of(table)) is not { Type: ColumnType.String, Enum: { } values } status
            || !values.TrueForAll(v => v.IsString) || StatedStatuses.Goal(sketch.Reading, status) is not { } target
            || !sketch.Told.Say(EffectKinds.The<TransitionKind>(), Source.Text))
        {
            return false;
        }

        status.Facts.Nullable.Say(false, Source.Text);
        status.Demanded = true;
        table.Status = status;
        sketch.Target = target;
        return true;
    }
}
