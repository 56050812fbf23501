using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// A new row refers to what its call names, to its path parent, or to nothing. A reference that some creating tool cannot fill may
/// be null, so that no row is made to refer to whichever row comes first.
/// </summary>
internal static class RequiredReferences
{
    public static void Settle(DomainPlan plan)
    {
        var made = plan.Sketches.Where(s => s.Kind.Form.Inserts == Insertion.Always).Select(s => s.Table).ToHashSet();
        foreach (var sketch in plan.Sketches.Where(s => s.Table is not null
            && (s.Kind.Form.Inserts == Insertion.WhereMissing || (made.Contains(s.Table) && s.Kind.Form.Inserts == Insertion.Always))))
        {
            var open = sketch.Table!.Columns.Where(c => c is { References: not null, Nullable: false } && c != sketch.Table.Key && !IsGiven(sketch, c))
                .ToList();
            if (open.Count > 0 && sketch.Kind.Form.Inserts == Insertion.WhereMissing && made.Contains(sketch.Table) && sketch.Told.Source != Source.Override)
            {
                // Another tool makes the rows; this one cannot say to what a new row would belong.
                sketch.Become(
                    EffectKinds.The<UpdateKind>(),
                    $"It does not name the {string.Join(" and ", open.Select(c => c.Name))} of a new row, so it changes rows that exist.");
                continue;
            }

            foreach (var column in open)
            {
                column.Facts.Nullable.Correct(true);
                column.Filled = true;
            }
        }
    }

    private static bool IsGiven(EffectSketch sketch, ColumnPlan column)
    {
        if (sketch.Scope.Concat(sketch.Assignments).FirstOrDefault(b => b.Column == column)?.Parameter is { } parameter)
        {
            return parameter is { Required: true, Container: null, Node.Nullable: false } && ColumnTypes.Of(parameter.Node) == column.Type;
        }

        return sketch.Many is { } many && many.Node.Items.Properties.Any(p =>
            p.Required && !p.Node.Nullable && ColumnMatcher.Match(sketch.Table!, p.Name, p.Node) == column && ColumnTypes.Of(p.Node) == column.Type);
    }
}
