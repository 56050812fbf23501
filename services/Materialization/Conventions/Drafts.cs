using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>What conventions ask of a draft: the rows that it refers to, and how much is taken.</summary>
internal static class Drafts
{
    public static bool Makes(EffectDraft draft) => draft.Sketch.Kind is CreateKind;

    /// <summary>Whether the draft is about one row that is there already.</summary>
    public static bool Changes(EffectDraft draft) => draft.Sketch.Kind is UpdateKind or TransitionKind or LinkKind or UnlinkKind;

    /// <summary>The rows that a new row refers to by arguments.</summary>
    public static IEnumerable<Reference> References(EffectDraft draft)
    {
        foreach (var binding in draft.Scope.Concat(draft.Assignments).Where(b => b.Column.References is not null))
        {
            var reference = binding.Column.References!;
            if (draft.Tables.Named(reference.Table) is { } parent && parent.Column(reference.Column) is { } key)
            {
                yield return new Reference(binding, RowAddress.Named(parent, new ColumnBinding(key, binding.Parameter)));
            }
        }
    }

    /// <summary>The rows that the addressed row refers to.</summary>
    public static IEnumerable<(ColumnModel Column, RowAddress Row)> Referred(EffectDraft draft)
    {
        foreach (var column in draft.Table.Columns.Where(c => c.References is not null))
        {
            if (draft.Tables.Named(column.References!.Table) is { } parent && parent != draft.Table)
            {
                // What the call names itself is the same row.
                yield return (column, draft.Scope.FirstOrDefault(b => b.Column == column) is { } named && parent.Column(column.References!.Column) is { } key
                    ? RowAddress.Named(parent, new ColumnBinding(key, named.Parameter))
                    : draft.Row.Through(column, parent));
            }
        }
    }

    /// <summary>How much of what is left the call asks for; one where nothing says it.</summary>
    public static Term Asked(EffectDraft draft, ColumnModel stock)
    {
        var fields = draft.Reading.Parameters.Where(p => p.Role == ParameterRole.Field && !p.InPath).ToList();
        return fields.Find(p => ColumnRoles.IsQuantity(p.Name, p.Node.Kind) && ColumnRoles.Takes(p.Name, stock.Name)) is { } number ? new ArgumentTerm(number)
            : fields.Find(p => p.Node.Kind == NodeKind.Array && ColumnRoles.IsQuantity(p.Name, NodeKind.Integer) && ColumnRoles.Takes(p.Name, stock.Name))
                is { Required: true } list ? new LengthTerm(list)
            : new ConstantTerm(1);
    }

    /// <summary>The amount of money that the call names, or null.</summary>
    public static ToolParameter? Money(EffectDraft draft) => draft.Reading.Parameters.FirstOrDefault(p =>
        p is { Role: ParameterRole.Field, InPath: false } && ColumnRoles.IsMoney(p.Name, p.Node.Kind));
}
