using AgentScaler.Environments.Programs;
using AgentScaler.Materialization.Effects;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>The rows that a program has fetched into variables, each by its role. A row is fetched where it is first needed.</summary>
internal sealed class FetchedRows(ProgramScope scope)
{
    private readonly HashSet<string> _fetched = new(StringComparer.Ordinal) { RowAddress.Main };
    private readonly HashSet<string> _present = new(StringComparer.Ordinal) { RowAddress.Main };

    /// <summary>The columns of the row that is being made, before it is; null where the main row is there.</summary>
    public IReadOnlyList<KeyValuePair<string, Expression>>? Making { get; set; }

    /// <summary>Notes that a row has been fetched, and found.</summary>
    public void Found(RowAddress address)
    {
        _fetched.Add(address.Role);
        _present.Add(address.Role);
    }

    /// <summary>The variable of a row, fetched now if it is not yet. It is null where there is no such row.</summary>
    public Expression Row(RowAddress address)
    {
        if (_fetched.Add(address.Role))
        {
            scope.Body.Add(new Let(Variable(address), Fetch(address)));
        }

        return Var(Variable(address));
    }

    /// <summary>A column of a row.</summary>
    public Expression Cell(RowAddress address, ColumnModel column) => address.IsMain && Making is { } made
        ? made.Where(m => m.Key == column.Name).Select(m => m.Value).FirstOrDefault() ?? Null
        : Member(Row(address), column.Name);

    /// <summary>Whether the row is known to be there.</summary>
    public bool IsPresent(RowAddress address) => _present.Contains(address.Role) || (address.Key is { } key && scope.Tool.Effect.Preconditions
        .OfType<ReferenceExists>().Any(r => r.Checked && r.Binding.Parameter == key.Parameter && r.Parent == address.Table && Always(key.Parameter)));

    /// <summary>Whether a call always gives an argument.</summary>
    public static bool Always(ToolParameter parameter) => parameter is { Required: true, Container: null, Node.Nullable: false };

    /// <summary>The expression that looks a row up by its key or by its reference.</summary>
    public Expression Fetch(RowAddress address)
    {
        if (address.Via is { } step)
        {
            var target = Cell(step.From, step.Column);
            return step.Column.References is { } reference && reference.Column != address.Table.Key.Name
                ? ProgramScope.First(address.Table, r => And([Present(target), Eq(Member(r, reference.Column), target)]))
                : new Get(address.Table.Name, [target]);
        }

        if (address.Key is not { } key)
        {
            var given = address.Scope.Concat(address.Filters).ToList();
            return ProgramScope.First(address.Table, given.Count == 0 ? null : r => And([.. given.Select(b => ProgramScope.Filter(r, b))]));
        }

        return key.Column == address.Table.Key && EffectDraft.Direct(key.Column, key.Parameter)
            ? new Get(address.Table.Name, [ProgramScope.Value(key.Parameter)])
            : ProgramScope.First(address.Table, r => ProgramScope.Equals(Member(r, key.Column.Name), key.Column, key.Parameter));
    }

    /// <summary>Writes something after which the rows that it fetched are unknown again.</summary>
    public void Within(Action write)
    {
        var (fetched, present) = (_fetched.ToList(), _present.ToList());
        write();
        _fetched.IntersectWith(fetched);
        _present.IntersectWith(present);
    }

    private static string Variable(RowAddress address) => string.Concat(address.Role.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
}
