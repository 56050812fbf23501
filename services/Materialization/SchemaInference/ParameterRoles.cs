using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Recognises what a parameter does from its name and schema.</summary>
internal static class ParameterRoles
{
    private static readonly HashSet<string> Boilerplate = new(StringComparer.Ordinal)
    {
        "api_key", "apikey", "access_token", "auth_token", "oauth_token", "authorization", "api_version", "alt", "pretty_print", "quota_user", "xgafv",
        "callback", "fields", "upload_type", "upload_protocol", "user_ip", "format", "accept", "content_type", "accept_language", "client_token",
        "idempotency_key", "client_request_token", "request_id", "x_request_id", "trace_id", "dry_run", "expand", "include", "includes", "embed", "select",
            "pretty",
        "verbose", "debug", "if_match", "if_none_match", "user_agent", "client_request_id", "x_api_key", "app_key", "app_id_header", "jsonp", "indent",
        "max_wait_seconds", "timeout", "etag_match", "api_token", "auth", "x_amz_content_sha256", "x_amz_date", "signature", "nonce", "envelope",
        "return_total", "request_headers", "extra_headers", "http_headers", "page_info", "session_token", "async", "x_ms_client_request_id",
    };

    public static ParameterRole Of(ToolParameter parameter, bool reads)
    {
        if (parameter.InPath || !reads && !parameter.Name.Any(char.IsLetterOrDigit))
        {
            // A name without letters says nothing of what a member is, and a write keeps what it is given.
            return ParameterRole.Field;
        }

        if (!parameter.Name.Any(char.IsLetterOrDigit))
        {
            return ParameterRole.Boilerplate;
        }

        var name = string.Join('_', parameter.Words);
        var (words, node) = (parameter.Words, parameter.Node);
        if ((Boilerplate.Contains(name) && !NamesRow(parameter))
            || parameter.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)
            || parameter.Name.StartsWith("$.", StringComparison.Ordinal)
            || (name is "key" or "token" && !parameter.Required && reads))
        {
            return ParameterRole.Boilerplate;
        }

        if (!reads)
        {
            return ParameterRole.Field;
        }

        return Paging(words, node, name)
            ?? (IsDirection(node, name) ? ParameterRole.Direction
                : IsSort(node, name) ? node.Kind == NodeKind.Array ? ParameterRole.Boilerplate : ParameterRole.Sort
                : IsSearch(words, node, name) ? ParameterRole.Search
                : Range(words, node));
    }

    /// <summary>An id that every call must give names a row. The id of the message that carries a call may be left out.</summary>
    private static bool NamesRow(ToolParameter parameter) => parameter is { Required: true, Words: [_, "id"] };

    /// <summary>Which page is asked for, and how large it is.</summary>
    private static ParameterRole? Paging(IReadOnlyList<string> words, SchemaNode node, string name) => node.Kind switch
    {
        NodeKind.Integer or NodeKind.Number when IsLimit(words, name) => ParameterRole.Limit,
        NodeKind.Integer or NodeKind.Number when name is "offset" or "skip" or "start_index" or "start" or "from" or "start_at" or "startat" or "page_offset"
            or "start_position" => ParameterRole.Offset,
        NodeKind.Integer or NodeKind.Number when name is "page" or "page_number" or "page_no" or "page_num" or "page_index" or "current_page" or "p"
            or "pg" => ParameterRole.Page,
        NodeKind.String or NodeKind.Any when IsCursor(words, node, name) => ParameterRole.Cursor,
        _ => null,
    };

    private static bool IsLimit(IReadOnlyList<string> words, string name) =>
        name is "limit" or "top" or "size" or "count" or "first" or "rows" or "take" or "n" or "num" or "num_results" or "number_of_results" or "max"
            or "results" or "per_page" or "page_size" or "page_limit" or "items_per_page" or "max_results" or "max_items" or "max_records" or "result_limit" or "max_count"
            or "results_per_page" or "top_k" or "top_n" or "limit_results" or "page_max" or "batch_size"
        || (words[^1] is "limit" && words.Count == 2) || (words[0] == "max" && words[^1] is "results" or "items" or "records" or "entries" or "keys");

    private static bool IsCursor(IReadOnlyList<string> words, SchemaNode node, string name) =>
        words[^1] is "cursor" || name is "page_token" or "next_token" or "marker" or "continuation_token" or "starting_after" or "ending_before"
            or "next_page_token" or "page" or "skip_token" or "starting_token" or "continue"
        || (name is "after" or "before" && node.Format is null && node.Description?.Contains("cursor", StringComparison.OrdinalIgnoreCase) == true);

    private static bool IsSort(SchemaNode node, string name) => node.Kind is NodeKind.String or NodeKind.Any or NodeKind.Array
        && name is "sort" or "sort_by" or "sortby" or "order_by" or "orderby" or "order" or "ordering" or "sort_field" or "sort_key" or "sort_column"
            or "sort_criteria";

    private static bool IsSearch(IReadOnlyList<string> words, SchemaNode node, string name) => node.Kind is NodeKind.String or NodeKind.Any
        && node.Enum is null
        && (name is "q" or "query" or "search" or "keyword" or "keywords" or "term" or "search_term" or "search_query" or "search_text" or "query_string"
                or "text_query" or "filter_text" or "search_string" or "phrase" or "search_keyword" or "search_value"
            || words[^1] is "query" or "keyword" or "contains");

    private static bool IsDirection(SchemaNode node, string name) =>
        name is "direction" or "sort_dir" or "sort_direction" or "order_direction" or "sort_order" or "order" or "ascending" or "descending" or "sort_type"
            or "sort"
        && (node.Enum is { Count: <= 6 } values
            ? values.All(IsDirectionWord)
            : name is "direction" or "sort_dir" or "sort_direction" or "order_direction" or "sort_order" && node.Kind == NodeKind.String);

    public static bool IsDirectionWord(Value value) => value.IsString
        && value.AsString.ToLowerInvariant() is "asc" or "desc" or "ascending" or "descending" or "ascend" or "descend" or "1" or "-1";

    private static ParameterRole Range(IReadOnlyList<string> words, SchemaNode node)
    {
        if (node.Kind is NodeKind.Boolean or NodeKind.Array or NodeKind.Object || node.Enum is not null)
        {
            return ParameterRole.Field;
        }

        var dated = Semantics.Of(string.Join('_', words), node.Kind, node.Format, null) is "date" or "datetime" or "time"
            || words.Any(w => w is "date" or "time" or "created" or "updated" or "modified" or "timestamp");
        var numeric = node.Kind is NodeKind.Integer or NodeKind.Number;
        var (first, last) = (words[0], words[^1]);
        if ((numeric && words.Count > 1 && (first is "min" or "minimum"
            || last is "min" or "gte" or "gt")) || (dated && words.Count > 1 && (first is "start" or "from" or "since" or "after" or "begin" or "min"
            || last is "from" or "after" or "since" or "gte" or "gt" or "start" or "min"))
            || (words.Count == 1 && (first is "since" || (node.Format is "date" or "date-time" && first is "from" or "after"))))
        {
            return ParameterRole.From;
        }

        return (numeric
            && words.Count > 1
            && (first is "max" or "maximum" || last is "max" or "lte" or "lt")) || (dated
            && words.Count > 1
            && (first is "end" or "to" or "until" or "before" or "max" || last is "to" or "before" or "until" or "lte" or "lt" or "end" or "max"))
            || (words.Count == 1 && (first is "until" || (node.Format is "date" or "date-time" && first is "to" or "before")))
            ? ParameterRole.To
            : ParameterRole.Field;
    }
}
