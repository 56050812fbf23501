using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Tasks.Reading;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Materialization.Tasks.Paths;

/// <summary>
/// Finds a value and its source for each argument of a call: from the user where a person would know it, else from an
/// earlier result, else by looking it up first.
/// </summary>
internal sealed class ArgumentFiller
{
    private const int MaxDepth = 3;

    private readonly PathDraft _draft;
    private readonly ResultPath _paths;
    private readonly ValueMaker _values;
    private readonly Func<ToolModel, ToolModel, bool> _wanted;
    private readonly int _maxCalls;
    private readonly bool _knowsAll;
    private int _effort;

    /// <param name="wanted">Whether a value should rather flow from the first tool to the second.</param>
    /// <param name="knowsAll">Whether keys are simply known: for calls that try a tool and are no part of a task.</param>
    public ArgumentFiller(PathDraft draft, int maxCalls, Func<ToolModel, ToolModel, bool> wanted, bool knowsAll = false)
    {
        _knowsAll = knowsAll;
        _draft = draft;
        _paths = new ResultPath(draft);
        _values = new ValueMaker(draft);
        _wanted = wanted;
        _maxCalls = maxCalls;
    }

    public ResultPath Paths => _paths;

    /// <summary>Whether the user has the keys of a call at hand, whatever they look like: the last way to a tool that no look-up makes needed.</summary>
    public bool Pastes { get; set; }

    public ValueMaker Values => _values;

    /// <summary>Session calls that one goal may spend on finding its way.</summary>
    public void Refresh(int effort = 120) => _effort = effort;

    public bool Spend() => _effort-- > 0;

    /// <summary>Arguments for a tool; null where one cannot be had.</summary>
    /// <param name="optional">Which optional parameters are filled.</param>
    /// <param name="supplied">Arguments that are given from outside, by pointer.</param>
    public List<FilledArgument>? Fill(
        ToolModel tool, RowChooser rows, Func<ParameterModel, bool> optional, int depth, IReadOnlyDictionary<string, FilledArgument>? supplied = null)
    {
        var groups = tool.Parameters.Where(p => !p.Required && p.Group is not null && (optional(p) || supplied?.ContainsKey(p.Pointer) == true)).Select(p => p.Group!).ToHashSet(StringComparer.Ordinal);
        var filled = new List<FilledArgument>();
        ChooseSubject(tool, rows, supplied);
        foreach (var parameter in tool.Parameters)
        {
            var wanted = parameter.Required || optional(parameter) || (parameter.Group is { } group && groups.Contains(group) && parameter.RequiredInGroup);
            if (supplied?.GetValueOrDefault(parameter.Pointer) is { } given)
            {
                filled.Add(given);
            }
            else if (wanted)
            {
                if (Argument(tool, parameter, rows, depth) is { } argument)
                {
                    filled.Add(argument);
                }
                else if (parameter.Required || (parameter.Group is { } needed && groups.Contains(needed) && parameter.RequiredInGroup))
                {
                    return null;
                }
            }
        }

        return Complete(tool, filled, rows, depth);
    }

    /// <summary>
    /// The row that the call is about comes first, and what it belongs to follows from it: a participant decides the session
    /// and the service, while a service chosen first may have no participant at all.
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

    /// <summary>An object that must be given although none of its members must: one of them is.</summary>
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
            ?? bindings.FirstOrDefault(b => _draft.Domain.IsKey(b.Table, b.Column) && b.Role is BindingRole.Filter or BindingRole.Assigned && !IsNewKey(tool, b))
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
            BindingRole.Filter or BindingRole.Search or BindingRole.Range or BindingRole.Key => OfColumn(parameter, binding, rows),
            BindingRole.Assigned => New(tool, parameter, binding, rows),
            _ => Unbound(tool, parameter),
        };
    }

    /// <summary>A key that the caller chooses for the row it creates.</summary>
    private bool IsNewKey(ToolModel tool, ParameterBinding binding) =>
        binding.Role == BindingRole.Assigned && tool.Inserts.Contains(binding.Table)
        && _draft.Domain.Schema.Table(binding.Table)?.Column(binding.Column)?.References is null
        && _draft.Domain.Schema.Table(binding.Table)!.PrimaryKey.Contains(binding.Column);

    private FilledArgument? OfRow(ToolModel tool, ParameterModel parameter, ParameterBinding binding, RowChooser rows, int depth)
    {
        var (table, column) = _draft.Domain.Target(binding.Table, binding.Column);
        if ((Owner(binding, rows, table, column) ?? rows.For(table, column, parameter.Pointer)) is not { } row || Obtain(tool, row, column, depth) is not var (value, source))
        {
            return null;
        }

        return new FilledArgument(parameter, value, source, binding, row);
    }

    /// <summary>The row that a row already chosen refers to by a column that the call filters by.</summary>
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

    private FilledArgument? OfColumn(ParameterModel parameter, ParameterBinding binding, RowChooser rows)
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

        if (!ColumnNature.Speakable(value) && !value.IsBoolean)
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
        if (_values.Make(parameter, table, column, current) is not { } value)
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
        if (_values.Make(parameter, null, null, Value.Null) is not { } value)
        {
            return null;
        }

        var label = Labels.Of(null, parameter.Name);
        var name = _draft.Tell($"arg\u001f{tool.Name}\u001f{_draft.Calls.Count}\u001f{parameter.Pointer}", label, value);
        return new FilledArgument(parameter, value, PlanSource.User(name), null, null, new Condition(label, name, null));
    }

    /// <summary>A row's column: from an earlier result, from the user, or from a look-up that is added to the path.</summary>
    public (Value Value, Value Source)? Obtain(ToolModel tool, RowKey row, string column, int depth)
    {
        if (_draft.Domain.Table(row.Table) is not { } table || _draft.RowOf(row) is not { } current)
        {
            return null;
        }

        var value = current[column];
        if (_knowsAll)
        {
            return value.IsNull ? null : (value, PlanSource.User(""));
        }

        foreach (var sighting in _draft.Sightings.Where(s => s.Row == row && s.Column == column).OrderBy(s => _wanted(_draft.Calls[s.Call].Tool, tool) ? 0 : 1).Take(4).ToList())
        {
            if (Atomically(() => _paths.SourceOf(sighting) is { } source ? (sighting.Value, source) : ((Value, Value)?)null) is { } seen)
            {
                return seen;
            }
        }

        var schema = table.Schema.Column(column);
        var natural = schema is not null && ColumnNature.Rank(schema, table.Schema) is not null && ColumnNature.Speakable(value);
        var saying = table.Key == column ? table.Saying : KeySaying.Opaque;
        var say = natural || (Pastes && depth == 0 && table.Key == column) ? 1 : saying switch { KeySaying.Natural => 0.5, KeySaying.Reference when !tool.Writes && ByKey(tool, table) => 0.5, _ => 0 };
        if (schema is not null && _draft.Random.Chance(say))
        {
            return Said(table, row, schema, value);
        }

        if (depth < MaxDepth && LookUp(tool, table, row, column, depth) is { } found)
        {
            return found;
        }

        return schema is not null && table.Key == column && (ColumnNature.Speakable(value) || value.IsNumber) && (Pastes || saying != KeySaying.Opaque || !HasLookUp(table))
            ? Said(table, row, schema, value)
            : null;
    }

    private (Value, Value) Said(TableModel table, RowKey row, ColumnSchema column, Value value)
    {
        var label = table.Key == column.Name ? Labels.OfKey(table.Noun, column.Name) : Labels.Of(table.Noun, column.Name);
        var name = _draft.Tell(PathDraft.Slot(row, column), label, value);
        var told = table.Key == column.Name ? "number" : Labels.Of(null, column.Name);
        _draft.Mention(new RowMention(row, table.Noun, [new Condition(told, name, column)], []));
        return (value, PlanSource.User(name));
    }

    private bool HasLookUp(TableModel table) => _draft.Domain.Tools.Any(t => !t.Writes && t.Reads.Contains(table.Name) && !ByKey(t, table));

    private static bool ByKey(ToolModel tool, TableModel table) =>
        tool.Bindings.Any(b => b.Table == table.Name && b.Column == table.Key && b.Role == BindingRole.Key);

    private (Value, Value)? LookUp(ToolModel tool, TableModel table, RowKey row, string column, int depth)
    {
        var readers = _draft.Domain.Tools.Where(t => !t.Writes && t.Reads.Contains(table.Name) && !ByKey(t, table));
        var ordered = _draft.Random.Shuffle(readers).OrderBy(t => _wanted(t, tool) ? 0 : 1).Take(6).ToList();
        if (depth == 0 && column == table.Key && _draft.Random.Chance(0.4) && Spend() && Atomically(() => Through(tool, table, row, column)) is { } through)
        {
            return through;
        }

        foreach (var reader in ordered)
        {
            foreach (var strategy in _draft.Random.Shuffle<Func<ParameterModel, bool>>([_ => false, p => Describes(reader, p, table), p => Places(reader, p, table)]))
            {
                if (!Spend() || _draft.Calls.Count + 1 >= _maxCalls)
                {
                    return null;
                }

                if (Atomically(() => Find(reader, row, column, strategy, depth)) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>A key that stands in a row that refers to this one: the customer of an order.</summary>
    private (Value, Value)? Through(ToolModel tool, TableModel table, RowKey row, string column)
    {
        var value = _draft.RowOf(row)?[column] ?? Value.Null;
        var referring = _draft.Domain.Schema.Tables.Where(t => t.Name != table.Name && t.PrimaryKey.Count == 1)
            .SelectMany(t => t.Columns.Where(c => c.References is { } r && r.Table == table.Name && r.Column == column).Select(c => (Table: t, Column: c)));
        foreach (var (from, by) in _draft.Random.Shuffle(referring).Take(3))
        {
            var around = _draft.Rows.Keyed(from.Name).Take(200).Where(r => r.Row[by.Name] == value).Select(r => r.Key).ToList();
            if (around.Count == 0)
            {
                continue;
            }

            var readers = _draft.Domain.Tools.Where(t => !t.Writes && t != tool && t.Reads.Contains(from.Name));
            foreach (var reader in _draft.Random.Shuffle(readers).OrderBy(t => _wanted(t, tool) ? 0 : 1).Take(3))
            {
                if (_draft.Calls.Count + 1 >= _maxCalls || !Spend())
                {
                    return null;
                }

                if (Atomically(() => Find(reader, row, column, _ => false, depth: 1, _draft.Random.Pick(around))) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <param name="around">The row that is looked up where it is not the row itself but one that refers to it.</param>
    private (Value, Value)? Find(ToolModel reader, RowKey row, string column, Func<ParameterModel, bool> strategy, int depth, RowKey? around = null)
    {
        var rows = new RowChooser(_draft, share: true);
        rows.Fix(around ?? row);
        if (Fill(reader, rows, strategy, depth + 1) is not { } filled || filled.Any(f => f.Row == row))
        {
            return null;
        }

        if (!_draft.Call(reader, filled).Ok)
        {
            return null;
        }

        var call = _draft.Calls.Count - 1;
        foreach (var sighting in _draft.Sightings.Where(s => s.Call == call && s.Row == row && s.Column == column && (around is null || s.Via == around)).ToList())
        {
            if (_paths.SourceOf(sighting) is { } source)
            {
                return (sighting.Value, source);
            }
        }

        return null;
    }

    /// <summary>A parameter that filters by something a person says of the row itself.</summary>
    private static bool Describes(ToolModel tool, ParameterModel parameter, TableModel table) =>
        tool.BindingsOf(parameter.Pointer).Any(b => b.Table == table.Name && b.Role is BindingRole.Filter or BindingRole.Search
            && table.Descriptors.Take(4).Any(d => d.Name == b.Column));

    /// <summary>A parameter that filters by what the row belongs to.</summary>
    private static bool Places(ToolModel tool, ParameterModel parameter, TableModel table) =>
        tool.BindingsOf(parameter.Pointer).Any(b => b.Table == table.Name && b.Role == BindingRole.Filter && table.Schema.Column(b.Column)?.References is not null);

    /// <summary>Does something, or leaves no trace where it gives nothing.</summary>
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
