using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.States;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Recognises an update whose arguments name the columns themselves: one by its name (<c>field</c>, <c>new_value</c>), or several as the members of an
/// object (<c>updates</c>). Such parameters are no columns of their own.
/// </summary>
internal static class ColumnChoices
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "field", "field_name", "field_to_update", "field_to_change", "attribute", "attribute_name", "property", "property_name", "column", "column_name",
        "setting", "setting_name", "parameter_name", "update_field", "target_field",
    };

    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "value", "new_value", "field_value", "updated_value", "new_field_value", "attribute_value", "property_value", "update_value", "to_value",
        "setting_value", "target_value",
    };

    private static readonly HashSet<string> Objects = new(StringComparer.Ordinal)
    {
        "updates", "update", "changes", "new_values", "updated_fields", "update_fields", "fields_to_update", "updated_data", "update_data", "new_data",
        "modifications", "edits", "patch", "fields", "attributes", "updated_values", "new_details", "updated_details",
    };

    /// <summary>The parameters that name a column and give its value, or null.</summary>
    public static (ToolParameter Name, ToolParameter Value)? OneOf(ToolReading reading)
    {
        var name = reading.Parameters.FirstOrDefault(p => p.Node.Kind == NodeKind.String && Names.Contains(Words.Snake(p.Words)));
        var value = reading.Parameters.FirstOrDefault(p => Values.Contains(Words.Snake(p.Words)));
        return name is null || value is null || reading.Reads ? null : (name, value);
    }

    /// <summary>The object whose members are columns, or null.</summary>
    public static ToolParameter? ManyOf(ToolReading reading) => reading.Reads ? null
        : reading.Parameters.FirstOrDefault(p => p.Node.Kind == NodeKind.Object && p.Container is null && Objects.Contains(Words.Snake(p.Words)));

    /// <summary>Whether a parameter speaks of columns instead of being one.</summary>
    public static bool Speaks(ToolReading reading, ToolParameter parameter) =>
        (OneOf(reading) is { } one && (parameter == one.Name || parameter == one.Value)) || parameter == ManyOf(reading);

    public static void Bind(EffectSketch sketch, TablePlan table)
    {
        var open = table.Columns.Where(c => c != table.Key && c.Name != table.Form?.Position && sketch.Scope.TrueForAll(s => s.Column != c)
            && sketch.Assignments.TrueForAll(a => a.Column != c)).ToList();
        if (OneOf(sketch.Reading) is { } one)
        {
            var named = one.Name.Node.Enum is { } names ? open.FindAll(c => names.Contains(c.Name)) : open;
            sketch.Choice = named.Count > 0 ? (one.Name, one.Value, named) : null;
        }

        if (ManyOf(sketch.Reading) is { } many)
        {
            sketch.Assignments.AddRange(open.Select(c => new SketchBinding(c,
                new ToolParameter(c.Name, many.Node.Property(c.Name)?.Node ?? SchemaNodes.Of(ColumnType.Any), false, many.Name, false))));
        }
    }
}
