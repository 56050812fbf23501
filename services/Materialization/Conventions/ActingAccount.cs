using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// A token names the account that acts, where the accounts of a user's own database hold tokens. What is made belongs to that account, and what is
/// changed or deleted must belong to it.
/// </summary>
internal sealed record ActingAccount() : RuleSketch(Source.Convention, "A token names the account that acts.")
{
    private const string Role = "account";

    public override IEnumerable<Precondition> Preconditions(EffectDraft draft)
    {
        if (Find(draft) is not { } account)
        {
            yield break;
        }

        yield return new RowExists(account);
        if (!Drafts.Makes(draft) && draft.Key is not null && Owner(draft, account.Table) is { } owner)
        {
            yield return new Compares(new CellTerm(draft.Row, owner), Comparison.Equal, new CellTerm(account, account.Table.Key))
            {
                Refusal = ErrorCode.NotFound,
            };
        }
    }

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
        Drafts.Makes(draft) && Find(draft) is { } account && Owner(draft, account.Table) is { } owner
            ? [new Assign(draft.Row, owner, new CellTerm(account, account.Table.Key))]
            : [];

    /// <summary>The account whose token the call gives; null where the tool takes none, or keeps it as a column of its own.</summary>
    private static RowAddress? Find(EffectDraft draft)
    {
        var bound = draft.Assignments.Concat(draft.Scope).Concat(draft.Filters).Append(draft.Key).OfType<ColumnBinding>().Select(b => b.Parameter).ToList();
        return draft.Reading.Parameters.Where(p => SessionNames.IsToken(p.Words) && !bound.Contains(p))
            .SelectMany(p => Named(draft, p).Where(a => a.Table != draft.Table)).FirstOrDefault();
    }

    /// <summary>The accounts of the user's own database whose tokens an argument may be.</summary>
    public static IEnumerable<RowAddress> Named(EffectDraft draft, ToolParameter parameter)
    {
        foreach (var table in draft.Tables.All.Where(t => draft.Tables.Dump?.Rows(t.Name).Count > 0))
        {
            // While nobody is signed in, a column of tokens is empty, so that no row says its type.
            if (table.Columns.FirstOrDefault(c => c.Type is ColumnType.String or ColumnType.Any && SessionNames.IsToken(Words.Split(c.Name))) is { } token
                && IsAccount(table))
            {
                yield return new RowAddress(Role, table, null, [], [new ColumnBinding(token, parameter)]);
            }
        }
    }

    private static bool IsAccount(TableModel table) => TableRoles.IsHolder(table.Singular) || table.Columns.Any(c => c.Words[^1] is "password" or "username");

    /// <summary>The column by which rows tell whose they are; null where they do not, or an argument says it.</summary>
    private static ColumnModel? Owner(EffectDraft draft, TableModel accounts) => draft.Table.Columns.FirstOrDefault(c =>
        c != draft.Table.Key
        && draft.Assignments.Concat(draft.Scope).All(a => a.Column != c)
        && (c.References?.Table == accounts.Name || c.Name == accounts.Key.Name || SessionNames.IsOwner(c.Words) || c.References is not null)
        && Names(draft, c, accounts));

    /// <summary>Whether most rows name accounts in a column.</summary>
    private static bool Names(EffectDraft draft, ColumnModel column, TableModel accounts)
    {
        var keys = draft.Tables.Dump!.Rows(accounts.Name).Select(r => r[accounts.Key.Name]).ToHashSet();
        var held = draft.Tables.Dump.Rows(draft.Table.Name).Select(r => r[column.Name]).Where(v => !v.IsNull).ToList();
        return held.Count > 0 && held.Count(keys.Contains) * 2 > held.Count;
    }
}
