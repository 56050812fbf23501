using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Effects;

/// <summary>One call in one state: what preconditions and consequences are judged by. It knows rows and arguments, no program.</summary>
/// <param name="Arguments">The call's arguments with defaults filled in.</param>
public sealed record Situation(DomainModel Domain, DatabaseState State, Value Arguments)
{
    /// <summary>The start of the clock of a new session.</summary>
    public const string Start = "2026-01-01T00:00:00Z";

    private WholeRows? _whole;

    /// <summary>The session's clock when the call is made.</summary>
    public string Clock { get; init; } = Start;

    /// <summary>The row that the effect is about, where it is known already; null where the call's arguments say which.</summary>
    public ObjectValue? Subject { get; init; }

    /// <summary>The state that the call led to. Null if it is not known, or the same.</summary>
    public DatabaseState? After
    {
        get;
        init
        {
            field = value;
            _whole = null;
        }
    }

    /// <summary>A row of the tool's table as its result tells it: with the rows that stand inside it in the adopted dump.</summary>
    public ObjectValue Shown(ToolModel tool, ObjectValue row)
    {
        if (tool.Table?.Form is null or MissingForm)
        {
            return row;
        }

        _whole ??= new WholeRows(Domain.ToSchema(), After ?? State);
        return tool.Result.Kind == ResultKind.Unknown || tool.Result.Payload.Kind == NodeKind.Any
            ? _whole.Of(tool.Table.Name, row)
            : _whole.Filled(tool.Table.Name, row);
    }

    public IReadOnlyList<ObjectValue> Rows(string table) => State.Rows(table);

    /// <summary>The same call, about one of the rows that it is about.</summary>
    public Situation About(ObjectValue row) => this with { Subject = row };

    /// <summary>The argument that a parameter stands for; null where the caller left it out.</summary>
    public Value Given(ToolParameter parameter) => Matching.Given(Arguments, parameter);

    /// <summary>The same call with another argument.</summary>
    public Situation With(ToolParameter parameter, Value value) => this with { Arguments = Matching.With(Arguments, parameter, value) };

    /// <summary>The row that the call names, or null.</summary>
    public ObjectValue? Find(RowAddress address)
    {
        if (Subject is not null && address.IsMain)
        {
            return Subject;
        }

        if (address.Via is { } step)
        {
            return Find(step.From) is { } from && from[step.Column.Name] is { IsNull: false } target
                ? Rows(address.Table.Name).FirstOrDefault(r => r[step.Column.References?.Column ?? address.Table.Key.Name] == target)
                : null;
        }

        if (address.Key is not { } key)
        {
            return Rows(address.Table.Name).FirstOrDefault(r => Belongs(address, r) && address.Filters.All(f => Matching.Passes(f, r, Given(f.Parameter))));
        }

        return Rows(address.Table.Name).FirstOrDefault(r => Matching.Same(r[key.Column.Name], Given(key.Parameter)) && Belongs(address, r));
    }

    /// <summary>The rows that the call is about.</summary>
    public IReadOnlyList<ObjectValue> Addressed(RowAddress address) => !address.All ? Find(address) is { } row ? [row] : []
        : [.. Rows(address.Table.Name).Where(r => Belongs(address, r)
            && address.Filters.All(f => Matching.Passes(f, r, Given(f.Parameter)))
            && address.Searches.All(s => Matching.Found(s, r, Given(s.Parameter))))];

    /// <summary>The rows that scope, filters and searches leave.</summary>
    public IEnumerable<ObjectValue> Select(TableEffect effect)
    {
        var selecting = effect as ISelecting;
        return Rows(effect.Table.Name).Where(r =>
            effect.Scope.All(s => Matching.Same(r[s.Column.Name], Given(s.Parameter)))
            && (selecting is null || (selecting.Filters.All(f => Matching.Passes(f, r, Given(f.Parameter)))
                && selecting.Searches.All(s => Matching.Found(s, r, Given(s.Parameter)))
                && (selecting is QueryEffect || selecting.Conditions.All(c => c.Holds(this, r))))));
    }

    /// <summary>Whether a row has the path parents that the call names.</summary>
    public bool Belongs(RowAddress address, ObjectValue row) =>
        address.Scope.All(s => (address.Key is { } key && s.Column == key.Column) || Matching.Same(row[s.Column.Name], Given(s.Parameter)));
}
