using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Finds the argument by which a tool that sends something names what is there already: the e-mail that is forwarded, the message that is answered. It is
/// no key for the new row.
/// </summary>
internal static class Originals
{
    private static readonly HashSet<string> Answering = new(StringComparer.Ordinal)
    {
        "reply", "respond", "answer", "forward", "quote", "repost", "duplicate", "clone",
    };

    public static ToolParameter? Of(EffectSketch sketch) =>
        sketch is { Kind: CreateKind, Table: { HasRows: true } table }
            && (sketch.Reading.VerbClass == VerbClass.Send || Answering.Contains(sketch.Reading.Verb))
            ? sketch.Reading.Parameters.FirstOrDefault(p => p is { Role: ParameterRole.Field, InPath: false, Node.Scalar: true }
                && p.Words[^1] is "id" or "uuid" or "number" or "key" && ColumnMatcher.Match(table, p.Name) == table.Key)
            : null;
}
