using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Says which names of columns, arguments and members of answers mean the same value that a dump keeps once.</summary>
internal static class SettingNames
{
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "current", "new", "updated", "present", "desired" };

    private static readonly HashSet<string> Acknowledgements = new(StringComparer.Ordinal)
    {
        "status", "success", "ok", "message", "result", "error", "id", "code", "detail", "details", "msg", "name", "type",
    };

    /// <summary>Whether two names differ in writing alone, or in saying that a value is the current or the new one.</summary>
    public static bool Same(string column, string name) => Plain(column) is { Length: > 0 } plain && plain == Plain(name);

    /// <summary>Whether a member of an answer says how the call went, and nothing of what is kept.</summary>
    public static bool IsAcknowledgement(string member) => Acknowledgements.Contains(Words.Snake(member));

    /// <summary>Whether an argument may come to stand where a value stands.</summary>
    public static bool Takes(Value held, SchemaNode node) => node.Kind switch
    {
        NodeKind.Boolean => held.IsBoolean,
        NodeKind.Integer or NodeKind.Number => held.IsNumber || held.IsNull,
        NodeKind.String => held.IsString || held.IsNull,
        NodeKind.Array => held.IsArray,
        NodeKind.Object => held.IsObject,
        _ => true,
    };

    private static string Plain(string name)
    {
        var words = Words.OfMember(name);
        return string.Concat(words.Count > 1 && Silent.Contains(words[0]) ? words.Skip(1) : words);
    }
}
