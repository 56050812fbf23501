using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Fetches the row into the variable of its role, or fails with not_found.</summary>
internal sealed class RowExistsKind : PreconditionKind<RowExists>
{
    protected override IEnumerable<Statement> Check(RowExists precondition, ProgramScope scope)
    {
        var (address, name) = (precondition.Address, precondition.Address.Role);
        if (address.Key is not { } key)
        {
            var conditions = address.Scope.Concat(address.Filters).Select(b => (Func<Expression, Expression>)(r => ProgramScope.Filter(r, b))).ToList();
            yield return new Let(name, ProgramScope.First(address.Table, conditions.Count == 0 ? null : r => And([.. conditions.Select(c => c(r))])));
            scope.Fetched.Found(address);
            yield return NotFound(Present(Var(name)), Constant($"No {Words.Phrase(address.Table.Singular)} matches."));
            yield break;
        }

        var direct = name == RowAddress.Main && key.Column == address.Table.Key && EffectDraft.Direct(key.Column, key.Parameter);
        var belongs = address.Scope.Where(s => s.Column != key.Column)
            .Select(s => (Func<Expression, Expression>)(row => ProgramScope.Equals(Member(row, s.Column.Name), s.Column, s.Parameter))).ToList();

        // Of rows that share what the call names, the one is meant that belongs to the parents.
        IReadOnlyList<Func<Expression, Expression>> chosen = address.Table.IsShared(key.Column) ? belongs : [];
        yield return new Let(name, direct
            ? new Get(address.Table.Name, [ProgramScope.Value(key.Parameter)])
            : ProgramScope.First(address.Table,
                r => And([ProgramScope.Equals(Member(r, key.Column.Name), key.Column, key.Parameter), .. chosen.Select(c => c(r))])));
        scope.Fetched.Found(address);
        yield return NotFound(
            And([Present(Var(name)), .. belongs.Select(b => b(Var(name)))]),
            Constant($"{ProgramScope.Thing(address.Table)} '"), Op(Operator.ToText, ProgramScope.Value(key.Parameter)), Constant("' was not found."));
    }

    protected override IEnumerable<string> Rules(RowExists precondition, ToolModel tool)
    {
        var address = precondition.Address;
        yield return address.Key is null
            ? $"`{tool.Name}` is refused where no {Words.Phrase(address.Table.Singular)} matches."
            : "A call that names what does not exist is refused.";
        if (address.Key is not null && OwnerRules.Scope(address).Count > 0)
        {
            yield return $"`{tool.Name}` is refused where the {TermWords.Row(address)} {OwnerRules.Other(address)}.";
        }
    }
}
