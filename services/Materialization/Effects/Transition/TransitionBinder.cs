using AgentScaler.Environments.Schema;
using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Sentences.Binding;

namespace AgentScaler.Materialization.Effects;

/// <summary>Binds a step: the column that it changes, and to what.</summary>
internal static class TransitionBinder
{
    public static void Bind(EffectSketch sketch, TablePlan table)
    {
        if (Flags.Switched(sketch.Reading.Verb, table) is var (boolean, value))
        {
            sketch.Changed = boolean;
            sketch.Target = value;
            sketch.Starts.Say([!value], Source.Convention);
            if (StatusBinder.Repeats(sketch.Reading))
            {
                sketch.Starts.Say([!value, value], Source.Text);
            }

            boolean.Facts.Nullable.Say(false, Source.Schema);
            boolean.Demanded = true;
            sketch.Evidence.Add($"Sets {table.Name}.{boolean.Name} to {(value ? "true" : "false")}.");
            return;
        }

        table.Status ??= StatusColumns.Of(table) ?? StatusColumns.Reached(table, sketch.Reading.Verb);
        if (table.Status is null && table.HasRows && sketch.Told.Source != Source.Override
            && sketch.Reading.Verb is "cancel" or "revoke" or "withdraw" or "void")
        {
            sketch.Become(EffectKinds.The<DeleteKind>(), $"The rows of {table.Name} tell no status, so one that is given up is deleted.");
            return;
        }

        if (table.Status is null)
        {
            table.Status = TableBuilder.Put(table, table.Column("status") is null
                ? "status"
                : "life_cycle_status", null, $"{sketch.Name}: the verb \"{sketch.Reading.Verb}\" needs a status");
            table.Status.Facts.Type.Correct(ColumnType.String);
        }

        table.Status.Demanded = true;
        table.Status.Facts.Nullable.Say(false, Source.Schema);
    }
}
