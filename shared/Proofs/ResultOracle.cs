using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Proofs;

/// <summary>Whether a result shows the rows that it should, wherever the return schema has a place for a column.</summary>
internal static class ResultOracle
{
    /// <summary>Returns the fault of the result about one row, or null if there is none.</summary>
    public static string? Row(ToolModel tool, Value result, ObjectValue row)
    {
        var shape = tool.Result;
        if (shape.Kind == ResultKind.Unknown)
        {
            return tool.Returns.Kind == NodeKind.Null || shape.In(result) == Value.From(row) ? null : "the result is not the row";
        }

        var payload = shape.In(result);
        if (shape.Kind == ResultKind.Collection && tool.Table!.Form is ValuesForm)
        {
            return payload.IsArray && payload.AsArray.Contains(row["value"]) ? null : "the list does not hold what was put on it";
        }

        if (shape.Kind == ResultKind.Collection)
        {
            return payload.IsArray && payload.AsArray.Length == 1 ? Item(tool, shape.Payload, payload.AsArray[0], row) : "the result does not hold the one row";
        }

        return Item(tool, shape.Payload, payload, row);
    }

    /// <summary>Returns the fault of the result about many rows, or null if there is none.</summary>
    public static string? Rows(ToolModel tool, Value result, IReadOnlyList<ObjectValue> rows, int total, bool more)
    {
        var shape = tool.Result;
        if (tool.Returns.Kind == NodeKind.Null || shape.Kind is ResultKind.Scalar or ResultKind.Entity)
        {
            return null;
        }

        var payload = shape.In(result);
        if (payload.IsObject && shape.Kind == ResultKind.Unknown)
        {
            payload = payload["items"];
        }

        if (!payload.IsArray || payload.AsArray.Length != rows.Count)
        {
            return $"{rows.Count} rows match, the result holds {(payload.IsArray ? payload.AsArray.Length : 0)}";
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var wrong = shape.Kind == ResultKind.Unknown
                ? payload.AsArray[i] == Value.From(rows[i])
                ? null
                : "an item is not its row"
                : Item(tool, shape.Payload, payload.AsArray[i], rows[i]);
            if (wrong is not null)
            {
                return wrong;
            }
        }

        return Envelope(tool, tool.Returns, shape.Path, result, total, rows.Count, more, 0);
    }

    private static string? Envelope(ToolModel tool, SchemaNode node, IReadOnlyList<string> path, Value result, int total, int shown, bool more, int depth)
    {
        if (depth >= path.Count)
        {
            return null;
        }

        foreach (var property in node.Properties)
        {
            var value = result[property.Name];
            if (value.IsNumber && property.Node.Enum is null)
            {
                int? expected = Totals.Are(tool, property.Name, property.Node) ? total
                    : EnvelopeNames.Of(property.Name) is "count" or "size" or "number_of_elements" or "returned" ? shown : null;
                if (expected is { } number && value.AsNumber != number)
                {
                    return $"{property.Name} is {value.ToJson()}, {number} would be right";
                }
            }

            if (value.IsBoolean && EnvelopeNames.Of(property.Name) is "has_more" or "has_next" or "has_next_page" or "is_truncated" && value.IsTrue != more)
            {
                return $"{property.Name} is {value.ToJson()}";
            }

            if (!more
                && EnvelopeNames.Of(property.Name) is "next_token" or "next_page_token" or "next_cursor"
                && value.IsString
                && value.AsString.Length > 0
                && property.Node.Kind == NodeKind.String
                && property.Node.Pattern is null
                && property.Node.Format is null
                && (property.Node.MinLength ?? 0) == 0)
            {
                return $"{property.Name} promises a page that is not there";
            }

            if (property.Name == path[depth] && Envelope(tool, property.Node, path, value, total, shown, more, depth + 1) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private static string? Item(ToolModel tool, SchemaNode node, Value item, ObjectValue row)
    {
        if (node.Kind == NodeKind.Any)
        {
            return item == Value.From(row) ? null : "the result is not the row";
        }

        if (node.Kind != NodeKind.Object)
        {
            return null;
        }

        if (!item.IsObject)
        {
            return "the result is no object";
        }

        foreach (var (property, column, asStored) in tool.Result.Columns)
        {
            var (stored, shown) = (row[column.Name], item[property.Name]);
            if (column.Mixed && property.Node.Mixed && !stored.IsNull && shown != stored)
            {
                return $"{property.Name} is {Short(shown)}, the row holds {Short(stored)}";
            }

            if (stored.IsNull
                ? !shown.IsNull && !property.Required
                : (NodeCheck.Surely(property.Node, stored) || asStored) && shown != stored && column.Type != Environments.Schema.ColumnType.Any)
            {
                return $"{property.Name} is {Short(shown)}, the row holds {Short(stored)}";
            }
        }

        return null;
    }

    private static string Short(Value value)
    {
        var text = value.ToJson();
        return text.Length > 60 ? text[..60] : text;
    }
}
