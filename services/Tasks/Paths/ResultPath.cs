using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Paths;

/// <summary>
/// Turns a place in a result into a path that finds it again by the user's words, never by its position among others.
/// </summary>
internal sealed class ResultPath(PathDraft draft)
{
    private const int MaxCandidates = 8;

    /// <summary>Returns the source of a sighting, or null if no words of a person distinguish it from its neighbours.</summary>
    public Value? SourceOf(Sighting sighting)
    {
        if (Steps(sighting.Call, sighting.Path) is not var (steps, chosen))
        {
            return null;
        }

        Introduce(sighting, draft.Calls[sighting.Call], chosen);
        return PlanSource.Result(sighting.Call, steps);
    }

    /// <summary>Returns the source of a value at a path of a result that belongs to no row of the database.</summary>
    public Value? SourceOf(int call, IReadOnlyList<Value> path)
    {
        if (Steps(call, path) is not var (steps, chosen))
        {
            return null;
        }

        if (chosen is not null)
        {
            draft.Mention(chosen);
        }

        return PlanSource.Result(call, steps);
    }

    private (List<Value> Steps, RowMention? Chosen)? Steps(int callIndex, IReadOnlyList<Value> path)
    {
        var call = draft.Calls[callIndex];
        var steps = new List<Value>();
        var at = call.Result.Result;
        RowMention? chosen = null;
        for (var i = 0; i < path.Count; i++)
        {
            var step = path[i];
            if (step.IsString)
            {
                steps.Add(step);
                at = at[step.AsString];
                continue;
            }

            var items = at.AsArray.ToArray();
            var index = (int)step.AsInteger;
            at = items[index];
            if (items.Length == 1)
            {
                steps.Add(0);
            }
            else if (Choose(call, callIndex, items, index, [.. path.Take(i + 1)]) is var (selector, mention))
            {
                steps.Add(selector);
                chosen = mention ?? chosen;
            }
            else
            {
                return null;
            }
        }

        return (steps, chosen);
    }

    /// <summary>Records how the user mentions the row.</summary>
    private void Introduce(Sighting sighting, PathCall call, RowMention? chosen)
    {
        if (chosen is not null)
        {
            draft.Mention(chosen);
        }

        var around = sighting.Via ?? sighting.Row;
        if (!draft.Mentions.ContainsKey(around) && draft.Domain.Table(around.Table) is { } table)
        {
            var created = call.Tool.Inserts.Contains(around.Table) && !call.Filled.Any(f => f.Row == around);
            draft.Mention(new RowMention(around, table.Noun, [.. call.Conditions], Parents(call, around), Created: created));
        }

        if (sighting.Via is { } via && !draft.Mentions.ContainsKey(sighting.Row) && draft.Domain.Table(sighting.Row.Table) is { } target)
        {
            draft.Mention(new RowMention(sighting.Row, target.Noun, [], []) { Through = (via, Relation(sighting.ViaColumn, target.Noun)) });
        }
    }

    private static string Relation(string? column, string noun)
    {
        var words = Words.Split(column ?? noun).Where(w => w is not "id" and not "key").ToList();
        return words.Count == 0 ? noun : string.Join(' ', words);
    }

    private static List<(RowKey, string)> Parents(PathCall call, RowKey row) =>
        [.. call.Filled.Where(f => f.Row is { } r && r != row).Select(f => (f.Row!.Value, Relation(f.Parameter.Name, "")))];

    private (Value Selector, RowMention? Mention)? Choose(PathCall call, int callIndex, Value[] items, int index, IReadOnlyList<Value> prefix)
    {
        var item = items[index];
        if (!item.IsObject)
        {
            return null;
        }

        // The row of the item is the sighting of a key directly below it.
        var row = draft.Sightings.FirstOrDefault(s => s.Call == callIndex
            && s.Via is null
            && s.Path.Count == prefix.Count + 1
            && s.Path.Take(prefix.Count).SequenceEqual(prefix));
        var table = row is null ? null : draft.Domain.Table(row.Row.Table);
        var candidates = Candidates(item.AsObject, row?.Row, table).Take(MaxCandidates).ToList();
        foreach (var set in Subsets(candidates))
        {
            if (items.Count(i => set.All(c => i[c.Member] == c.Value)) == 1 && UniqueInState(call, table, set))
            {
                return Selector(call, row?.Row, table, set);
            }
        }

        return row is null || table is null ? null : Extreme(call, items, item, row.Row, table);
    }

    private IEnumerable<(string Member, Value Value, ColumnSchema? Column)> Candidates(ObjectValue item, RowKey? row, TableModel? table)
    {
        var found = new List<(string Member, Value Value, ColumnSchema? Column, int Rank)>();
        foreach (var (member, value) in item)
        {
            if (!ColumnNature.Sayable(value))
            {
                continue;
            }

            var column = table?.Schema.Column(member);
            var rank = table is not null && column is not null
                ? ColumnNature.Rank(column, table.Schema)
                : ColumnNature.Rank(new ColumnSchema(member, ColumnType.String), new TableSchema("items", [], []));
            if (rank is { } known)
            {
                var told = row is { } r && column is not null && draft.IsKnown(PathDraft.Slot(r, column));
                found.Add((member, value, column, told ? -1 : known));
            }
        }

        return found.OrderBy(c => c.Rank).Select(c => (c.Member, c.Value, c.Column));
    }

    private static IEnumerable<IReadOnlyList<(string Member, Value Value,
        ColumnSchema? Column)>> Subsets(List<(string Member, Value Value, ColumnSchema? Column)> all)
    {
        foreach (var one in all)
        {
            yield return [one];
        }

        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                yield return [all[i], all[j]];
            }
        }

        for (var i = 2; i < all.Count; i++)
        {
            yield return [all[0], all[1], all[i]];
        }
    }

    /// <summary>Whether the words fit exactly one row of the whole table, and not only of the returned page.</summary>
    private bool UniqueInState(PathCall call, TableModel? table, IReadOnlyList<(string Member, Value Value, ColumnSchema? Column)> set)
    {
        if (table is null || set.Any(c => c.Column is null))
        {
            return true;
        }

        return draft.Rows.Rows(table.Name).Count(r => set.All(c => r[c.Column!.Name] == c.Value) && Fits(call, table, r)) == 1;
    }

    private static bool Fits(PathCall call, TableModel table, ObjectValue row) =>
        call.Filled.All(f => f.Binding is not { Role: BindingRole.Filter } b || b.Table != table.Name || row[b.Column] == f.Value);

    private (Value, RowMention?) Selector(PathCall call, RowKey? row, TableModel? table, IReadOnlyList<(string Member, Value Value, ColumnSchema? Column)> set)
    {
        var conditions = new List<Condition>();
        var sources = new List<(string, Value)>();
        foreach (var (member, value, column) in set)
        {
            var label = Labels.Of(table?.Noun, member);
            var slot = row is { } r && column is not null
                ? PathDraft.Slot(r, column)
                : $"item\u001f{call.Tool.Name}\u001f{member}\u001f{value.ToCanonicalJson()}";
            var name = draft.Tell(slot, label, value);
            conditions.Add(new Condition(Words.Phrase(member), name, column));
            sources.Add((member, PlanSource.User(name)));
        }

        var mention = row is { } key && table is not null
            ? new RowMention(key, table.Noun, [.. call.Conditions, .. conditions], Parents(call, key))
            : null;
        return (PlanSource.Where(sources), mention);
    }

    private (Value, RowMention?)? Extreme(PathCall call, Value[] items, Value item, RowKey row, TableModel table)
    {
        foreach (var column in table.Schema.Columns.Where(c => c.Type is ColumnType.Date or ColumnType.Datetime or ColumnType.Number or ColumnType.Integer
            && c.References is null && !table.Schema.PrimaryKey.Contains(c.Name) && item.AsObject.TryGet(c.Name, out var v) && !v.IsNull))
        {
            foreach (var greatest in (ReadOnlySpan<bool>)[true, false])
            {
                if (IsExtreme(items.Select(i => i[column.Name]), item[column.Name], greatest)
                    && IsExtreme(draft.Rows.Rows(table.Name).Where(r => Fits(call, table, r)).Select(r => r[column.Name]), item[column.Name], greatest))
                {
                    var mention = new RowMention(row, table.Noun, [.. call.Conditions], Parents(call, row), Words.Phrase(column.Name), greatest);
                    return (Value.Object((greatest ? "max" : "min", column.Name)), mention);
                }
            }
        }

        return null;
    }

    private static bool IsExtreme(IEnumerable<Value> all, Value value, bool greatest)
    {
        var equal = 0;
        foreach (var other in all.Where(v => !v.IsNull))
        {
            var order = other.IsNumber && value.IsNumber ? other.AsNumber.CompareTo(value.AsNumber)
                : other.IsString && value.IsString ? string.CompareOrdinal(other.AsString, value.AsString) : 2;
            if (order == 2 || (greatest ? order > 0 : order < 0))
            {
                return false;
            }

            equal += order == 0 ? 1 : 0;
        }

        return equal == 1;
    }
}
