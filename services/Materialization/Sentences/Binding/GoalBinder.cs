using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Binds what a thing is said to come to: "moves a published page to draft", "resets a member's level to novice".</summary>
internal static class GoalBinder
{
    /// <summary>Makes a step of a tool without arguments whose documentation says to what value it leads.</summary>
    public static bool Bind(EffectSketch sketch, TablePlan table)
    {
        foreach (var column in table.Columns.Where(c => c is { Type: ColumnType.String, Enum.Count: > 1 } && c != table.Key))
        {
            if (Goals(sketch.Reading).Where(g => Words.Find(Words.Split(g.Thing), column.Words) >= 0)
                    .Select(g => Named(column, g.Value)).FirstOrDefault(v => v is not null) is { } value
                && sketch.Told.Say(EffectKinds.The<TransitionKind>(), Source.Text))
            {
                sketch.Changed = column;
                sketch.Starts.Say([.. column.Enum!], Source.Text);
                sketch.Evidence.Add($"The description says that {table.Name}.{column.Name} becomes {value.ToJson()}.");
                return Leads(sketch, column, value);
            }
        }

        if ((table.Status ?? StatusColumns.Of(table)) is not { Type: ColumnType.String, Enum: { } values } status
            || !values.TrueForAll(v => v.IsString) || Status(sketch.Reading, status) is not { } target
            || !sketch.Told.Say(EffectKinds.The<TransitionKind>(), Source.Text))
        {
            return false;
        }

        table.Status = status;
        return Leads(sketch, status, target);
    }

    /// <summary>The status that a step is said to lead to; null where nothing says so.</summary>
    public static Value? Status(ToolReading reading, ColumnPlan status) =>
        Goals(reading).Select(g => Named(status, g.Value)).FirstOrDefault(v => v is not null);

    private static bool Leads(EffectSketch sketch, ColumnPlan column, Value target)
    {
        column.Facts.Nullable.Say(false, Source.Text);
        column.Demanded = true;
        sketch.Target = target;
        return true;
    }

    private static IEnumerable<Becomes> Goals(ToolReading reading) =>
        reading.Sentences.Where(s => s is { Parameter: null, Status: null }).SelectMany(s => s.Goals);

    private static Value? Named(ColumnPlan column, string words) => column.Enum!.Where(v => v.IsString && Words.Snake(v.AsString) == Words.Snake(words))
        .Select(v => (Value?)v).FirstOrDefault();
}
