using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>
/// A kind of consequence that changes one column of one row. In the row that the effect itself writes the column is set along with the
/// others; any other row is changed by a statement of its own.
/// </summary>
internal abstract class CellChangeKind<TConsequence> : ConsequenceKind<TConsequence>
    where TConsequence : CellConsequence
{
    /// <summary>The value that the column gets.</summary>
    /// <param name="old">The value that it has.</param>
    protected abstract Expression Changed(TConsequence consequence, Expression old, ProgramScope scope);

    /// <summary>What must be there for anything to follow, beside the row; nothing where it always is.</summary>
    protected abstract IEnumerable<Expression> Needed(TConsequence consequence, Expression old, ProgramScope scope);

    protected sealed override KeyValuePair<string, Expression>? Own(TConsequence consequence, Func<string, Expression> old, ProgramScope scope)
    {
        if (!consequence.Address.IsMain)
        {
            return null;
        }

        var (name, held) = (consequence.Column.Name, old(consequence.Column.Name));
        var changed = Changed(consequence, held, scope);
        var needed = Needed(consequence, held, scope).ToList();
        return Set(name, needed.Count == 0 ? changed : When(And(needed), changed, held));
    }

    protected sealed override IEnumerable<Statement> Do(TConsequence consequence, Expression row, ProgramScope scope)
    {
        var (address, column) = (consequence.Address, consequence.Column);
        if (address.IsMain)
        {
            yield break;
        }

        var target = scope.Fetched.Row(address);
        var key = Member(target, address.Table.Key.Name);
        var held = Member(IsChangedAgain(scope, address.Table, column) ? new Get(address.Table.Name, [key]) : target, column.Name);
        List<Expression> needed = [.. scope.Fetched.IsPresent(address) ? Array.Empty<Expression>() : [Present(target)], .. Needed(consequence, held, scope)];
        var update = new Update(address.Table.Name, [key], [Set(column.Name, Changed(consequence, held, scope))], null);
        yield return needed.Count == 0 ? update : new If(And(needed), [update], []);
    }

    /// <summary>Whether a column may have changed since its row was fetched.</summary>
    private static bool IsChangedAgain(ProgramScope scope, TableModel table, ColumnModel column) =>
        scope.Tool.Effect.Many
        || scope.Tool.Effect.Consequences.OfType<CellConsequence>().Count(c => c.Address.Table == table && c.Column == column) > 1;
}
