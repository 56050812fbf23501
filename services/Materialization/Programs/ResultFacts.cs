using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>What a program knows about its own outcome beside the rows: totals, pages, success.</summary>
internal sealed class ResultFacts
{
    public Expression? Total { get; init; }

    /// <summary>The tool whose answer it is, where it lists.</summary>
    public ToolModel? Tool { get; init; }

    /// <summary>The member that tells the total under a name of its own, or null.</summary>
    public string? TotalName { get; init; }

    /// <summary>How many rows this page holds.</summary>
    public Expression? Shown { get; init; }

    public Expression? Limit { get; init; }

    public Expression? Offset { get; init; }

    /// <summary>The number of this page, as the call counts pages.</summary>
    public Expression? Page { get; init; }

    public Expression? HasMore { get; init; }

    /// <summary>What a member adds up over all rows that match, or null.</summary>
    public Func<string, SchemaNode, Expression?>? Sum { get; init; }

    /// <summary>The cursor of the next page.</summary>
    public Expression? Next { get; init; }

    public string Message { get; init; } = "Done.";

    /// <summary>Members shown where no schema says what the result looks like.</summary>
    public IReadOnlyList<(string Name, Expression Value)> Members { get; init; } = [];

    /// <summary>The value of a member with this name, where it speaks of the outcome and not of a row.</summary>
    public Expression? Of(string name, SchemaNode node)
    {
        var numeric = node.Kind is NodeKind.Integer or NodeKind.Number;
        if (numeric && (name == TotalName || (Tool is null ? Totals.IsName(name) : Totals.Are(Tool, name, node))))
        {
            return Total;
        }

        switch (EnvelopeNames.Of(name))
        {
            case "page" or "page_number" or "number" or "current_page" or "page_index" when numeric && Page is not null:
                return Page;
            case "count" or "size" or "number_of_elements" or "returned" when numeric:
                return Shown ?? Total;
            case "deleted_count" or "updated_count" or "created_count" or "affected" or "affected_rows" or "matched" when numeric:
                return Total ?? Constant(1);
            case "limit" or "per_page" or "page_size" or "items_per_page" when numeric && Limit is not null:
                return Limit;
            case "offset" or "skip" when numeric && Offset is not null:
                return Offset;
            case "total_pages" or "pages" or "page_count" or "last_page" when numeric && Total is not null && Limit is not null:
                return Op(Operator.Ceil, Op(Operator.Div, Total, Op(Operator.Max, Limit, Constant(1))));
            case "has_more" or "has_next" or "more" or "has_next_page" or "is_truncated" or "truncated" when node.Kind == NodeKind.Boolean:
                return HasMore ?? Constant(Value.False);
            case "success" or "ok" or "deleted" or "updated" or "created" or "acknowledged" or "succeeded" or "is_success" or "done" or "sent"
                or "result" when node.Kind == NodeKind.Boolean:
                return True;
            case "error" or "is_error" or "failed" when node.Kind == NodeKind.Boolean:
                return Constant(Value.False);
            case "errors" or "warnings" or "error" when node.Kind == NodeKind.Array && (node.MinItems ?? 0) == 0:
                return Constant(Value.EmptyArray);
            case "message" or "msg" when node is { Kind: NodeKind.String, Pattern: null, MaxLength: null, Format: null, Enum: null }:
                return Constant(Message);
            case "status" when node is { Kind: NodeKind.String, Pattern: null, MaxLength: null, Format: null }:
                return node.Enum is null ? Constant("success") : node.Enum.Where(v => v.IsString
                    && v.AsString.ToLowerInvariant() is "success" or "ok" or "succeeded" or "completed").Select(v => Constant(v)).FirstOrDefault();
            case "code" or "status_code" or "status" when node is { Kind: NodeKind.Integer, Enum: null, Maximum: null, Minimum: null }:
                return Constant(200);
            default:
                return null;
        }
    }
}
