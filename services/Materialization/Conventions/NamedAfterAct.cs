using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A record of an act says which act it was: what <c>POST /accounts/{id}/topups</c> leaves is of type <c>topup</c>.</summary>
internal sealed record NamedAfterAct() : RuleSketch(Source.Convention, "The record of an act says which act it was.")
{
    private const int Stem = 5;

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) => !Drafts.Makes(draft) ? []
        : draft.Table.Columns.Where(c => draft.Assignments.All(a => a.Column != c)).Select(c => (Column: c, Value: Of(draft, c, 0)))
            .Where(f => f.Value is not null).Select(f => new Assign(draft.Row, f.Column, new ConstantTerm(f.Value!.Value)));

    /// <summary>The value of a column that tells kinds of acts, for the act of a draft; null where the column is none or has no value for it.</summary>
    /// <param name="sign">Whether what is recorded came, went, or neither: 1, -1 or 0. It tells two values of one act apart.</param>
    public static Value? Of(EffectDraft draft, ColumnModel column, int sign)
    {
        if (column is not { Type: ColumnType.String, Enum: { Count: > 1 } values, LifeCycle: null } || column == draft.Table.Status
            || column.Words[^1] is not ("type" or "kind" or "action" or "event" or "activity" or "operation" or "category" or "movement"))
        {
            return null;
        }

        var said = Said(draft.Reading);
        var named = values.Where(v => v.IsString && said.Any(s => Alike(Joined(v), s))).ToList();
        var directed = named.Count > 0 || sign == 0 ? named
            : [.. values.Where(v => v.IsString && said.Any(s => Joined(v).StartsWith(s, StringComparison.Ordinal)))];
        return directed.Count == 1 ? directed[0]
            : sign == 0 ? default(Value?)
            : (directed.Count == 0 ? values.Where(v => v.IsString) : directed).Where(v => Directions(sign).Overlaps(Words.Split(v.AsString))).ToList()
                is [var only] ? only : default(Value?);
    }

    private static HashSet<string> Directions(int sign) => new(sign > 0 ? ["in", "credit", "incoming", "received"] : ["out", "debit", "outgoing", "sent"], StringComparer.Ordinal);

    private static string Joined(Value value) => Words.Snake(value.AsString).Replace("_", "", StringComparison.Ordinal);

    /// <summary>The act by the path's last word, the verb, and the thing that it makes.</summary>
    private static HashSet<string> Said(ToolReading reading)
    {
        var segment = reading.Tool.Http is { } http && ResourcePath.Parse(http.Path) is { Groups: [.., var last] }
            ? Words.ResourceKey(Words.Split(last.Segment)) : "";
        return [.. new[] { segment, reading.Verb, Verbs.CreatedThing(reading.Verb) ?? "" }
            .Select(s => s.Replace("_", "", StringComparison.Ordinal)).Where(s => s.Length > 2)];
    }

    private static bool Alike(string value, string said) => value == said
        || (value.Length > Stem && said.Length >= Stem && value.StartsWith(said[..Stem], StringComparison.Ordinal)
            && Math.Abs(value.Length - said.Length) <= Stem);
}
