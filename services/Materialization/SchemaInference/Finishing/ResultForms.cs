using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Decides which members of a result show columns and arguments.</summary>
internal static class ResultForms
{
    private const int MaxProperties = 90;

    public static ResultForm Of(ToolReading reading, TableModel? table)
    {
        var (shape, returns) = (reading.Result, reading.Returns);
        return new ResultForm(shape.Kind, returns, shape.Path, shape.Payload)
        {
            Columns = table is null || shape.Payload.Kind != NodeKind.Object ? [] : [.. Shown(table, shape.Payload)],
            Echoes = shape.Kind == ResultKind.Entity && shape.Path.Count == 0 ? [.. Echoes(reading)] : [],
            NextPage = returns.Kind == NodeKind.Object
                ? returns.Properties.FirstOrDefault(p => IsNext(p.Name)
                    && p.Node is { Kind: NodeKind.String or NodeKind.Any, Pattern: null, Format: null, Enum: null }
                    && !shape.Path.Contains(p.Name))?.Name : null,
            Counts = shape.Kind == ResultKind.Entity ? Counts(reading) : null,
        };
    }

    /// <summary>
    /// The member that tells how many: the one that is called so, or the only number that is no argument's. An average or a sum is no count, but a
    /// tool that counts tells none.
    /// </summary>
    private static string? Counts(ToolReading reading)
    {
        var arguments = reading.Parameters.Select(p => Words.Snake(p.Words)).ToHashSet(StringComparer.Ordinal);
        List<string> numbers = [.. reading.Result.Payload.Properties
            .Where(p => p.Node is { Kind: NodeKind.Integer or NodeKind.Number, Enum: null }).Select(p => p.Name)];
        return numbers.Find(n => EnvelopeNames.Of(n) is "count" or "total" or "total_count")
            ?? (numbers.FindAll(n => !arguments.Contains(Words.Snake(n))) is [var only] ? only : null);
    }

    /// <summary>Whether a member of this name leads to the next page.</summary>
    public static bool IsNext(string name) => EnvelopeNames.Of(name) is "next_token" or "next_page_token" or "next_cursor" or "next" or "cursor" or "next_page"
        or "next_marker" or "continuation_token" or "next_link" or "odata_next_link" or "marker" or "skip_token";

    /// <summary>Whether everything that may stand in the column conforms to the schema, so that it is shown as it is.</summary>
    public static bool Fits(ColumnModel column, SchemaNode node) =>
        (column.Type == ColumnTypes.Of(node) || (column is { Dumped: true, Textual: true } && node.Kind == NodeKind.String)) && column.Schemas.Count > 0
        && column.Schemas.All(s => SchemaFit.Within(s, node) || (s.Nullable && column.Nullable && Unlike(s, node)))
        && (column.Enum is null || node.Enum is null || !column.Enum.Except(node.Enum).Any())
        && !(column.LifeCycle is not null && node.Enum is not null && column.Enum!.Except(node.Enum).Any());

    private static IEnumerable<ResultColumn> Shown(TableModel table, SchemaNode payload)
    {
        foreach (var property in payload.Properties.Take(MaxProperties))
        {
            if ((ColumnMatcher.Exact(table, property.Name) ?? (Words.Snake(property.Name) == $"{table.Singular}_id" ? table.Key : null)) is { } column)
            {
                yield return new ResultColumn(property, column, Fits(column, property.Node));
            }
        }
    }

    private static IEnumerable<ToolParameter> Echoes(ToolReading reading) =>
        reading.Parameters.Where(p => p.Container is null && p.Role != ParameterRole.Boilerplate && p.Node.Scalar
        && reading.Returns.Property(p.Name) is { } property && SchemaFit.Within(p.Node, property.Node));

    /// <summary>Whether two schemas differ in nothing but that the first allows null.</summary>
    private static bool Unlike(SchemaNode source, SchemaNode target) =>
        source.Kind == target.Kind
            && source.Scalar
            && source.Format == target.Format
            && target.Enum is null
            && target.Pattern is null
            && target.MinLength is null
            && target.MaxLength is null
            && target.Minimum is null
            && target.Maximum is null;
}
