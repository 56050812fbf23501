using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Finds the argument and the cell that must agree, and the argument that another one asks for.</summary>
internal static class Agreement
{
    private static readonly HashSet<string> Owed = new(StringComparer.Ordinal) { "due", "total", "price", "fee", "charge", "cost", "amount" };

    /// <summary>"The code must be the pickup code of the parcel", "the amount is not the total".</summary>
    public static (ArgumentTerm Given, CellTerm Cell)? Of(EffectDraft draft, Reach reach, IsSame meaning)
    {
        var fields = draft.Reading.Parameters.Where(p => p is { InPath: false, Role: ParameterRole.Field, Required: true }).ToList();
        if (!reach.HasRow || (fields.Find(p => Words.Phrase(p.Name) == meaning.Left) ?? Nouns.Parameter(fields, meaning.Left)) is not { } parameter)
        {
            return null;
        }

        Func<ColumnModel, bool> fits = c => c != draft.Table.Key && EffectDraft.Direct(c, parameter)
            && !draft.Assignments.Any(a => a.Column == c && a.Parameter == parameter);
        var column = meaning.Right.Length > 0 ? Nouns.Column(draft.Table, meaning.Right, fits)
            : Nouns.Column(draft.Table, Words.Phrase(parameter.Name), fits) ?? Money(draft, parameter, fits);
        return column is null ? null : (new ArgumentTerm(parameter), new CellTerm(draft.Row, column));
    }

    /// <summary>The argument that is left out otherwise, and the value of another one that asks for it.</summary>
    public static GivenWhen? Needed(EffectDraft draft, NeededWhen meaning)
    {
        var fields = draft.Reading.Parameters.Where(p => p is { InPath: false, Container: null }).ToList();
        if (Nouns.Parameter(fields.Where(p => !p.Required && p.Node.Default is null), meaning.Argument) is not { } needed)
        {
            return null;
        }

        var words = meaning.When.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w =>
            w is not ("is" or "are" or "set" or "to" or "equals" or "the" or "has" or "been" or "a")).ToList();
        var (said, no) = (words.Where(w => w is not ("true" or "false" or "not" or "yes" or "no")).ToList(), words.Exists(w => w is "false" or "not" or "no"));
        foreach (var other in fields.Where(p => p != needed))
        {
            if (other.Node.Kind == NodeKind.Boolean && other.Words.Where(w => w is not ("is" or "has")).All(said.Contains))
            {
                return new GivenWhen(needed, other, no ? Value.False : Value.True);
            }

            if (!no && other.Node.Enum is { } values && values.FirstOrDefault(v => v.IsString
                && Words.Split(v.AsString).All(said.Contains)) is { IsString: true } value)
            {
                return new GivenWhen(needed, other, value);
            }
        }

        return null;
    }

    /// <summary>A payment of a wrong amount is held against the only column that says what is owed.</summary>
    private static ColumnModel? Money(EffectDraft draft, ToolParameter parameter, Func<ColumnModel, bool> fits) =>
        !ColumnRoles.IsMoney(parameter.Name, parameter.Node.Kind) ? null
        : draft.Table.Columns.Where(c => fits(c) && c.Words.Any(Owed.Contains)).ToList() is [var only] ? only
        : draft.Table.Columns.FirstOrDefault(c => fits(c) && c.Words[^1] is "due") ?? draft.Table.Columns.FirstOrDefault(c => fits(c) && c.Words is ["total"]);
}
