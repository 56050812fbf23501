using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>What a result holds and where: envelopes such as <c>{"data": [...], "next_page": ...}</c> are seen through.</summary>
/// <param name="Path">Members that lead from the result to the payload.</param>
/// <param name="Payload">The entity's schema, or the schema of one item of the collection.</param>
internal sealed record ResultShape(ResultKind Kind, IReadOnlyList<string> Path, SchemaNode Payload)
{
    private static readonly HashSet<string> Metadata = new(StringComparer.Ordinal)
    {
        "total", "count", "page", "pages", "limit", "offset", "next", "previous", "prev", "cursor", "has_more", "more", "links", "_links", "meta", "metadata",
            "status",
        "success", "ok", "message", "error", "errors", "code", "request_id", "kind", "etag", "size", "per_page", "page_size", "total_count", "total_pages",
            "total_results",
        "next_page", "previous_page", "prev_page", "result_info", "next_token", "next_link", "next_page_token", "next_cursor", "pagination", "paging",
            "page_info", "warnings", "object", "type", "url", "self", "first", "last",
        "result_count", "total_items", "response_metadata", "total_elements", "number_of_elements", "marker", "is_truncated", "max_items", "page_number",
            "timestamp", "href", "odata_next_link",
        "next_marker", "truncated", "quota", "number", "results_count", "num_results", "sort", "empty", "took", "query", "info", "self_link", "total_size",
            "unreachable", "id", "status_code", "msg", "version", "next_offset", "total_hits", "total_matches", "total_records",
    };

    /// <summary>Those of them that a thing has as well. Beside its id they tell no page.</summary>
    private static readonly HashSet<string> OfThings = new(StringComparer.Ordinal)
    {
        "id", "status", "type", "kind", "object", "url", "href", "self", "self_link", "links", "number", "size",
        "code", "version", "message", "timestamp", "etag", "meta", "metadata", "info",
    };

    /// <summary>Words under which any payload may stand.</summary>
    private static readonly HashSet<string> General = new(StringComparer.Ordinal) { "data", "result", "results", "response", "value" };

    /// <param name="echoes">Arguments that an answer repeats beside what it lists.</param>
    public static ResultShape Of(SchemaNode node, IReadOnlySet<string>? echoes = null) => new Reader(echoes ?? new HashSet<string>()).Of(node, [], 0);

    /// <summary>The node that the path leads to.</summary>
    public SchemaNode Along(SchemaNode returns) => Path.Aggregate(returns, (node, name) => node.Property(name)?.Node ?? node);

    private static bool IsMetadata(string name) => EnvelopeNames.IsAnnotation(name) || Metadata.Contains(EnvelopeNames.Of(name));

    private sealed class Reader(IReadOnlySet<string> echoes)
    {
        public ResultShape Of(SchemaNode node, IReadOnlyList<string> path, int depth)
        {
            switch (node.Kind)
            {
                case NodeKind.Array:
                    return new ResultShape(ResultKind.Collection, path, node.Items);
                case NodeKind.Any or NodeKind.Null:
                    return new ResultShape(ResultKind.Unknown, path, node);
                case NodeKind.Object:
                    break;
                default:
                    return new ResultShape(ResultKind.Scalar, path, node);
            }

            var properties = node.Properties;
            if (properties.Count == 0)
            {
                return new ResultShape(ResultKind.Unknown, path, node);
            }

            if (properties.Count <= 40 && depth < 3)
            {
                var idItself = properties.Any(p => Words.Snake(p.Name) is "id");
                var payload = OwnMembers(properties);
                var lists = properties.Where(p => p.Node.Kind == NodeKind.Array && (!IsMetadata(p.Name)
                    || p.Node.Items.Kind == NodeKind.Object && Words.Snake(p.Name) is not "errors" and not "links" and not "warnings" and not "error")).ToList();
                if (lists.Count >= 1 && !(idItself && IsThing(properties, lists)) && payload.All(p => p.Node.Kind == NodeKind.Array || lists.Contains(p)))
                {
                    var chosen = lists.FirstOrDefault(p => p.Node.Items.Kind == NodeKind.Object) ?? lists[0];
                    if (lists.Count <= 2)
                    {
                        return new ResultShape(ResultKind.Collection, [.. path, chosen.Name], chosen.Node.Items);
                    }
                }

                if (payload.Count == 1 && !idItself && payload[0].Node is { Kind: NodeKind.Object } inner && inner.Properties.Count > 0)
                {
                    return Of(inner, [.. path, payload[0].Name], depth + 1);
                }
            }

            return new ResultShape(ResultKind.Entity, path, node);
        }

        /// <summary>The members that are no metadata: neither the number of those in the list beside it, nor messages beside a result.</summary>
        private List<SchemaProperty> OwnMembers(IReadOnlyList<SchemaProperty> properties)
        {
            var counts = properties.Where(p => p.Node.Kind == NodeKind.Array)
                .Select(p => $"{Words.ResourceKey(Words.Split(p.Name))}_count").ToHashSet(StringComparer.Ordinal);
            var listing = properties.Any(p => p.Node is { Kind: NodeKind.Array, Items.Kind: NodeKind.Object });
            var payload = properties.Where(p => !IsMetadata(p.Name) && !(listing && IsBeside(p)) && !(p.Node.Kind == NodeKind.Integer
                && counts.Contains(Words.Snake(p.Name)))).ToList();
            return payload.Count > 1 && payload.Exists(p => p.Node.Kind == NodeKind.Object && General.Contains(Words.Snake(p.Name)))
                ? [.. payload.Where(p => p.Node.Kind != NodeKind.Array || Words.Snake(p.Name) is not "messages")]
                : payload;
        }

        /// <summary>Whether a member beside a list repeats an argument, or adds something up.</summary>
        private bool IsBeside(SchemaProperty property) => echoes.Contains(property.Name)
            || (property.Node.Kind is NodeKind.Integer or NodeKind.Number && Words.Split(property.Name) is ["total" or "sum", ..] or ["matching" or "matches" or "hits" or "found"]);
    }

    /// <summary>Whether an object with an id is a thing that has a list, and no page of one.</summary>
    private static bool IsThing(IReadOnlyList<SchemaProperty> properties, List<SchemaProperty> lists) =>
        !lists.Exists(p => General.Contains(Words.Snake(p.Name)))
        && properties.All(p => lists.Contains(p) || (OfThings.Contains(EnvelopeNames.Of(p.Name)) && !EnvelopeNames.IsAnnotation(p.Name)));
}
