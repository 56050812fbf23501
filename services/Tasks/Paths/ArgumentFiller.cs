using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Paths;

/// <summary>
/// Finds a value and its source for each argument of a call: from the user if a person would know it, else from an earlier result, else by a look-up
/// (<see cref="KeyFinder"/>).
/// </summary>
internal sealed class ArgumentFiller
{
    private const double SecondItemShare = 0.3;

    private readonly PathDraft _draft;
    private readonly ResultPath _paths;
    private readonly ValueMaker _values;
    private readonly KeyFinder _keys;
    private int _effort;

    /// <param name="wanted">Whether a value should preferably flow from the first tool to the second.</param>
    /// <param name="knowsAll">Whether all keys are known, for calls that try a tool and are not part of a task.</param>
    public ArgumentFiller(PathDraft draft, int maxCalls, Func<ToolModel, ToolModel, bool> wanted, bool knowsAll = false)
    {
        _draft = draft;
        _paths = new ResultPath(draft);
        _values = new ValueMaker(draft);
        _keys = new KeyFinder(draft, this, maxCalls, wanted, knowsAll);
    }

    public ResultPath Paths => _paths;

    /// <summary>Whether the user has the keys of a call at hand, in any form. It is the last way to a tool for which no look-up is necessary.</summary>
    public bool Pastes { get; set; }

    public ValueMaker Values => _values;

    /// <summary>Resets the number of session calls that the search for one goal may use.</summary>
    public void Refresh(int effort = 120) => _effort = effort;

    public bool Spend() => _effort-- > 0;

    /// <summary>The reasons why attempts at the current target ended.</summary>
    public PathMisses Misses { get; set; } = new();

    /// <summary>Finds arguments for a tool; null if one cannot be found.</summary>
    /// <param name="optional">Decides which optional parameters are filled.</param>
    /// <param name="supplied">Given arguments, by pointer.</param>
    public List<FilledArgument>? Fill(
        ToolModel tool, RowChooser rows, Func<ParameterModel, bool> optional, int depth, IReadOnlyDictionary<string, FilledArgument>? supplied = null)
    {
        var groups = tool.Parameters.Where(p => !p.Required && p.Group is not null && (optional(p) || supplied?.ContainsKey(p.Pointer) == true))
            .Select(p => p.Group!).ToHashSet(StringComparer.Ordinal);
        var filled = new List<FilledArgument>();
        ChooseSubject(tool, rows, supplied);
        foreach (var parameter in tool.Parameters)
        {
            var wanted = parameter.Required || optional(parameter) || (parameter.Group is { } group && groups.Contains(group) && parameter.RequiredInGroup);
            if (supplied?.GetValueOrDefault(parameter.Pointer) is { } given)
            {
                filled.Add(given);
                if (supplied.GetValueOrDefault(Second(parameter)) is { } alsoGiven)
                {
                    filled.Add(alsoGiven);
                }
            }
            else if (wanted)
            {
                if (Argument(tool, parameter, rows, depth) is { } argument)
                {
                    filled.Add(AsTyped(argument));
                    if (Another(tool, argument, rows) is { } other)
                    {
                        filled.Add(AsTyped(other));
                    }
                }
                else if (parameter.Required || (parameter.Group is { } needed && groups.Contains(needed) && parameter.RequiredInGroup))
                {
                    if (depth == 0)
                    {
                        Misses.Note(PathMiss.NoArgument, $"{tool.Name} {parameter.Pointer}");
                    }

                    return null;
                }
            }
        }

        return Complete(tool, filled, rows, depth);
    }

    /// <summary>
    /// Chooses the row that is the subject of the call first. The rows to which it belongs follow from it: a participant decides the session and the
    /// service, whereas a service chosen first may have no participant.
    /// </summary>
    private void ChooseSubject(ToolModel tool, RowChooser rows, IReadOnlyDictionary<string, FilledArgument>? supplied)
    {
        var subject = tool.Bindings
            .Where(b => b.Role == BindingRole.Key && supplied?.ContainsKey(b.Pointer) != true && _draft.Domain.Table(b.Table)?.Key == b.Column
                && tool.Parameters.Any(p => p.Pointer == b.Pointer && p.Required))
            .Select(b => (Binding: b, Owners: tool.Bindings.Count(o => o.Table == b.Table && o.Role == BindingRole.Filter)))
            .Where(b => b.Owners > 0)
            .OrderByDescending(b => b.Owners)
            .Select(b => b.Binding)
            .FirstOrDefault();
        if (subject is not null)
        {
            rows.For(subject.Table, subject.Column, subject.Pointer);
        }
    }

    /// <summary>Fills one member of a required object whose members are all optional.</summary>
    private List<FilledArgument>? Complete(ToolModel tool, List<FilledArgument> filled, RowChooser rows, int depth)
    {
        foreach (var name in tool.RequiredNames)
        {
            var pointer = "/" + ArgumentTree.Escape(name);
            if (filled.Exists(f => f.Parameter.Pointer == pointer || f.Parameter.Pointer.StartsWith(pointer + "/", StringComparison.Ordinal)))
            {
                continue;
            }

            var members = tool.Parameters.Where(p => p.Pointer.StartsWith(pointer + "/", StringComparison.Ordinal) && (p.Group is null || p.Group == pointer))
                .OrderBy(p => tool.BindingsOf(p.Pointer).Any() ? 0 : 1);
            if (members.Select(p => Argument(tool, p, rows, depth)).FirstOrDefault(a => a is not null) is not { } member)
            {
                Misses.Note(PathMiss.NoArgument, $"{tool.Name} {pointer}");
                return null;
            }

            filled.Add(member);
        }

        return filled;
    }

    private FilledArgument? Argument(ToolModel tool, ParameterModel parameter, RowChooser rows, int depth)
    {
        var bindings = tool.BindingsOf(parameter.Pointer).ToList();
        var binding = bindings.FirstOrDefault(b => b.Role == BindingRole.Key)
            ?? bindings.FirstOrDefault(b => _draft.Domain.IsKey(b.Table, b.Column)
                && b.Role is BindingRole.Filter or BindingRole.Assigned
                && !IsNewKey(tool, b))
            ?? bindings.FirstOrDefault(b => b.Role == BindingRole.Assigned)
            ?? bindings.FirstOrDefault();
        if (parameter.Stated is { } stated && parameter.StatedBy is { } keyword && (keyword != "default" || binding is null))
        {
            return new FilledArgument(parameter, stated, PlanSource.Schema(keyword), binding);
        }

        if (binding is not null && binding.Role != BindingRole.Range && _draft.Domain.IsKey(binding.Table, binding.Column) && !IsNewKey(tool, binding))
        {
            return OfRow(tool, parameter, binding, rows, depth);
        }

        return binding?.Role switch
        {
            BindingRole.Filter or BindingRole.Search or BindingRole.Range or BindingRole.Key => OfColumn(tool, parameter, binding, rows),
            BindingRole.Assigned => New(tool, parameter, binding, rows),
            _ => Unbound(tool, parameter),
        };
    }

    private static string Second(ParameterModel parameter) => parameter.Pointer[..^1] + "1";

    /// <summary>Occasionally adds a second item to a written array.</summary>
    private FilledArgument? Another(ToolModel tool, FilledArgument first, RowChooser rows)
    {
        if (!tool.Writes
            || !first.Parameter.Pointer.EndsWith("/0", StringComparison.Ordinal)
            || first.Row is not null
            || first.Condition is null
            || !_draft.Random.Chance(SecondItemShare))
        {
            return null;
        }

        var before = _draft.Save();
        var item = first.Parameter with { Pointer = Second(first.Parameter) };
        var made = first.Binding is null ? Unbound(tool, item) : first.Binding.Role == BindingRole.Assigned ? New(tool, item, first.Binding, rows) : null;
        if (made is not null && made.Value != first.Value)
        {
            return made;
        }

        _draft.Restore(before);
        return null;
    }

    /// <summary>Writes a number as text if the tool takes text.</summary>
    private static FilledArgument AsTyped(FilledArgument argument) =>
        argument.Parameter.Type == "string" && argument.Value.IsNumber
            ? argument with { Value = argument.Value.ToJson(), Source = PlanSource.Compute("text", argument.Source) }
            : argument;

    /// <summary>Whether a parameter is the key that the caller chooses for a new row.</summary>
    private bool IsNewKey(ToolModel tool, ParameterBinding binding) =>
        binding.Role == BindingRole.Assigned && tool.Inserts.Contains(binding.Table)
        && _draft.Domain.Schema.Table(binding.Table)?.Column(binding.Column)?.References is null
        && _draft.Domain.Schema.Table(binding.Table)!.PrimaryKey.Contains(binding.Column);

    private FilledArgument? OfRow(ToolModel tool, ParameterModel parameter, ParameterBinding binding, RowChooser rows, int depth)
    {
        var (table, column) = _draft.Domain.Target(binding.Table, binding.Column);
        if ((Owner(binding, rows, table, column) ?? rows.For(table, column, parameter.Pointer)) is not { } row
            || _keys.Obtain(tool, row, column, depth) is not var (value, source))
        {
            return null;
        }

        return new FilledArgument(parameter, value, source, binding, row);
    }

    /// <summary>Returns the row to which a chosen row refers by a column in the call's filter.</summary>
    private RowKey? Owner(ParameterBinding binding, RowChooser rows, string table, string column)
    {
        if (binding.Role != BindingRole.Filter || binding.Table == table || rows.Chosen(binding.Table) is not { } chosen || _draft.RowOf(chosen) is not { } row
            || _draft.Domain.Table(table) is not { } owners || owners.Key != column || _draft.Rows.Find(table, row[binding.Column]) is not { } owner)
        {
            return null;
        }

        var key = RowKey.Of(owners.Schema, owner);
        rows.Take(key);
        return key;
    }

    private FilledArgument? OfColumn(ToolModel tool, ParameterModel parameter, ParameterBinding binding, RowChooser rows)
    {
        var table = _draft.Domain.Table(binding.Table);
        var column = table?.Schema.Column(binding.Column);
        if (table is null || column is null || rows.For(binding.Table, "", "") is not { } row || _draft.RowOf(row) is not { } current)
        {
            return null;
        }

        var value = current[binding.Column];
        if (value.IsArray && value.AsArray.Length > 0)
        {
            value = value.AsArray[0];
        }

        if (value.IsBoolean != (parameter.Type == "boolean"))
        {
            // The column and the parameter have different kinds, so the column's values do not fit.
            return Unbound(tool, parameter);
        }

        if (!value.IsBoolean && !(Pastes ? ColumnNature.Pastable(value) : ColumnNature.Sayable(value)))
        {
            return null;
        }

        var name = _draft.Tell(PathDraft.Slot(row, column), Labels.Of(table.Noun, column.Name), value);
        var condition = new Condition(Labels.Of(null, column.Name), name, column);
        return new FilledArgument(parameter, value, PlanSource.User(name), binding, null, condition);
    }

    private FilledArgument? New(ToolModel tool, ParameterModel parameter, ParameterBinding binding, RowChooser rows)
    {
        var table = _draft.Domain.Table(binding.Table);
        var column = table?.Schema.Column(binding.Column);
        var changes = tool.Updates.Contains(binding.Table);
        var current = changes && rows.For(binding.Table, table?.Key ?? "", FirstKeyPointer(tool, binding.Table)) is { } row && _draft.RowOf(row) is { } known
            ? known[binding.Column] : Value.Null;
        if (_values.Make(parameter, table, column, current, Pastes) is not { } value)
        {
            return null;
        }

        var label = Labels.Of(table?.Noun, parameter.Name);
        var name = _draft.Tell($"new\u001f{_draft.Calls.Count}\u001f{parameter.Pointer}", changes ? $"new {label}" : label, value);
        return new FilledArgument(parameter, value, PlanSource.User(name), binding, null, new Condition(Labels.Of(null, parameter.Name), name, column));
    }

    private static string FirstKeyPointer(ToolModel tool, string table) =>
        tool.Bindings.FirstOrDefault(b => b.Table == table && b.Role == BindingRole.Key)?.Pointer ?? "";

    private FilledArgument? Unbound(ToolModel tool, ParameterModel parameter)
    {
        if (_values.Make(parameter, null, null, Value.Null, Pastes) is not { } value)
        {
            return null;
        }

        var label = Labels.Of(null, parameter.Name);
        var name = _draft.Tell($"arg\u001f{tool.Name}\u001f{_draft.Calls.Count}\u001f{parameter.Pointer}", label, value);
        return new FilledArgument(parameter, value, PlanSource.User(name), null, null, new Condition(label, name, null));
    }

    /// <summary>Runs an action, and undoes it if it returns null.</summary>
    public T? Atomically<T>(Func<T?> act)
        where T : struct
    {
        var before = _draft.Save();
        var result = act();
        if (result is null)
        {
            _draft.Restore(before);
        }

        return result;
    }
}
