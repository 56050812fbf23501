using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Tasks.Reading;
using AgentScaler.Trajectories.Plans;
using AgentScaler.Trajectories.Realism;

namespace AgentScaler.Tasks.Paths;

/// <summary>Finds the values of a result that a person would want to know and cannot know yet.</summary>
internal sealed class AnswerFinder(PathDraft draft, ResultPath paths)
{
    private const int MaxListed = 5;

    private HashSet<Value> _seen = [];

    /// <summary>Returns the answers that only this call gives; none if it tells nothing new.</summary>
    public IReadOnlyList<WishAnswer> Find(int call, bool one)
    {
        var made = draft.Calls[call];
        var result = made.Result.Result;
        _seen = Seen(call);
        if (IsNews(result))
        {
            return [new WishAnswer(result, PlanSource.Result(call, []), NounOf(made.Tool), null)];
        }

        var about = made.Filled.Where(f => f.Row is not null).Select(f => f.Row!.Value).ToHashSet();
        var rows = draft.Sightings.Where(s => s.Call == call && s.Via is null && s.Path.Count > 0)
            .Select(s => (s.Row, Node: s.Path.Take(s.Path.Count - 1).ToList()))
            .DistinctBy(s => (s.Row, string.Join('/', s.Node))).ToList();
        var subject = rows.Where(r => about.Contains(r.Row))
            .Concat(draft.Random.Shuffle(rows.Where(r => !about.Contains(r.Row) && draft.Mentions.ContainsKey(r.Row)))).Take(2).ToList();
        foreach (var (row, node) in subject)
        {
            if (OfRow(call, row, node, one) is { Count: > 0 } answers)
            {
                return answers;
            }
        }

        return List(call, result, rows.Select(r => r.Row).ToHashSet()) is { Count: > 0 } all ? all
            : rows.Count > 0 && OfRow(call, rows[0].Row, rows[0].Node, one) is { Count: > 0 } first ? first
            : Loose(call, result) is { Count: > 0 } loose ? loose
            : made.Tool.Writes ? [] : Last(call, result);
    }

    /// <summary>Returns the last-resort answers of a tool: its number, yes or no, or a count.</summary>
    private List<WishAnswer> Last(int call, Value result)
    {
        var noun = NounOf(draft.Calls[call].Tool);
        if (IsNews(result, machine: true))
        {
            return [new WishAnswer(result, PlanSource.Result(call, []), noun, null)];
        }

        var leaves = new List<(List<Value> Path, Value Value)>();
        Scalars(result, [], leaves, 0);
        var told = leaves.OrderBy(l => l.Value.IsBoolean).FirstOrDefault(l => IsNews(l.Value, machine: true) && l.Path.Count > 0 && l.Path[^1].IsString
            && Words.Split(l.Path[^1].AsString) is not [.., "page" or "limit" or "offset" or "cursor" or "token" or "marker"]);
        if (told.Path is not null)
        {
            return [new WishAnswer(told.Value, PlanSource.Result(call, told.Path), Labels.OfKey(noun, told.Path[^1].AsString), null)];
        }

        var (items, path) = FirstArray(result, []);
        return items.IsArray && !draft.Calls.Take(call).Any(c => c.Tool == draft.Calls[call].Tool)
            ? [new WishAnswer(items.AsArray.Length, PlanSource.Compute("count", PlanSource.Result(call, path)), "count", null)]
            : [];
    }

    private List<WishAnswer> OfRow(int call, RowKey row, List<Value> node, bool one)
    {
        var at = Follow(draft.Calls[call].Result.Result, node);
        var table = draft.Domain.Table(row.Table);
        if (!at.IsObject || table is null)
        {
            return [];
        }

        var members = at.AsObject.Where(m => IsNews(m.Value) && !IsKeyLike(table, m.Key)).Select(m => (m.Key, m.Value, Rank: Interest(m.Key)))
            .OrderBy(m => m.Rank).Take(6).ToList();
        var answers = new List<WishAnswer>();
        foreach (var (name, value, _) in draft.Random.Shuffle(members).Take(one ? 1 : 1 + draft.Random.Next(2)))
        {
            var sighting = new Sighting(row, name, value, call, [.. node, name]);
            // The search for the place may have made the user say this same value.
            if (paths.SourceOf(sighting) is { } source && IsNews(value))
            {
                answers.Add(new WishAnswer(value, source, Words.Phrase(name), row));
            }
        }

        return answers;
    }

    private List<WishAnswer> List(int call, Value result, HashSet<RowKey> rows)
    {
        var (items, path) = FirstArray(result, []);
        if (!items.IsArray || items.AsArray.Length < 2)
        {
            return [];
        }

        var array = items.AsArray.ToArray();
        var member = array[0].IsObject
            ? array[0].AsObject.Names.ToArray().Where(n => array.All(i => IsNews(i[n]))).OrderBy(Interest).FirstOrDefault(n => Interest(n) <= 1)
            : null;
        if (array.Length <= MaxListed && member is not null && array.Select(i => i[member]).Distinct().Count() == array.Length)
        {
            return [.. array.Select((item, i) =>
                new WishAnswer(item[member], PlanSource.Result(call, [.. path, i, member]), Words.Phrase(member), null, Every: true))];
        }

        if (array.Length <= MaxListed && array.All(IsNews) && array.Distinct().Count() == array.Length)
        {
            return [.. array.Select((item, i) =>
                new WishAnswer(item, PlanSource.Result(call, [.. path, i]), NounOf(draft.Calls[call].Tool), null, Every: true))];
        }

        // A page that may be incomplete cannot tell the number of items.
        return (rows.Count == array.Length || array.All(i => !i.IsObject))
            && Whole(draft.Calls[call], array.Length)
            && !draft.Calls.Take(call).Any(c => c.Tool == draft.Calls[call].Tool)
            ? [new WishAnswer(array.Length, PlanSource.Compute("count", PlanSource.Result(call, path)), "count", null)]
            : [];
    }

    /// <summary>Whether a list is complete, or at least does not end at the end of a page.</summary>
    private bool Whole(PathCall call, int length) =>
        length % 5 != 0 || call.Tool.Reads.Any(t => draft.Rows.Rows(t)
            .Count(r => call.Filled.All(f => f.Binding is not { Role: BindingRole.Filter } b || b.Table != t || r[b.Column] == f.Value)) == length);

    private List<WishAnswer> Loose(int call, Value result)
    {
        var leaves = new List<(List<Value> Path, Value Value)>();
        Scalars(result, [], leaves, 0);
        var known = leaves.Where(l => IsNews(l.Value) && l.Path.Count > 0 && l.Path[^1].IsString && Interest(l.Path[^1].AsString) < 9).Take(8).ToList();
        return known.Count == 0 ? [] : [.. draft.Random.Shuffle(known).Take(1)
            .Select(l => new WishAnswer(l.Value, PlanSource.Result(call, l.Path), Words.Phrase(l.Path[^1].AsString), null))];
    }

    private static void Scalars(Value value, List<Value> path, List<(List<Value>, Value)> leaves, int depth)
    {
        if (value.IsObject && depth < 4)
        {
            foreach (var (name, member) in value.AsObject)
            {
                Scalars(member, [.. path, name], leaves, depth + 1);
            }
        }
        else if (value.IsArray && value.AsArray.Length == 1 && depth < 4)
        {
            Scalars(value.AsArray[0], [.. path, 0], leaves, depth + 1);
        }
        else if (!value.IsArray && !value.IsObject)
        {
            leaves.Add((path, value));
        }
    }

    private static (Value Items, List<Value> Path) FirstArray(Value value, List<Value> path)
    {
        if (value.IsArray)
        {
            return (value, path);
        }

        if (value.IsObject && path.Count < 2)
        {
            foreach (var (name, member) in value.AsObject)
            {
                if (FirstArray(member, [.. path, name]) is { Items.IsArray: true } found)
                {
                    return found;
                }
            }
        }

        return (Value.Null, path);
    }

    private static Value Follow(Value at, IEnumerable<Value> path) =>
        path.Aggregate(at, (v, step) => step.IsString
            ? v[step.AsString]
            : v.IsArray && step.AsInteger < v.AsArray.Length
            ? v.AsArray[(int)step.AsInteger]
            : Value.Null);

    /// <summary>Whether a value is worth telling: it is speakable, and the user did not say it.</summary>
    private bool IsNews(Value value) => !(value.IsString && ColumnNature.LooksInternal(value.AsString)) && IsNews(value, machine: false);

    /// <param name="machine">Whether values that only a machine gives are worth telling too.</param>
    private bool IsNews(Value value, bool machine) =>
        (machine ? value.IsBoolean || ColumnNature.Pastable(value) : ColumnNature.Speakable(value))
        && !draft.Known.Any(k => k.Value == value) && !(Necessity.Distinctive(value) && _seen.Contains(value));

    /// <summary>Returns the values of earlier calls. To ask for them again would make the call superfluous.</summary>
    private HashSet<Value> Seen(int call)
    {
        var seen = new HashSet<Value>();
        foreach (var earlier in draft.Calls.Take(call))
        {
            Collect(earlier.Result.Result, seen);
        }

        return seen;
    }

    private static void Collect(Value value, HashSet<Value> seen)
    {
        if (value.IsArray)
        {
            foreach (var item in value.AsArray)
            {
                Collect(item, seen);
            }
        }
        else if (value.IsObject)
        {
            foreach (var member in value.AsObject.Values)
            {
                Collect(member, seen);
            }
        }
        else
        {
            seen.Add(value);
        }
    }

    private static bool IsKeyLike(TableModel table, string member) =>
        table.Schema.PrimaryKey.Contains(member) || table.Schema.Column(member)?.References is not null || Interest(member) >= 9;

    private static int Interest(string member)
    {
        var words = Words.Split(member);
        return words is [] or [.., "id" or "ids" or "key" or "token" or "hash" or "url" or "uri" or "link" or "href" or "cursor" or "etag" or "arn" or "page"
            or "limit" or "offset"] ? 9
            : ColumnNature.Rank(new ColumnSchema(member, ColumnType.String), new TableSchema("things", [], [])) switch
            {
                null => 9,
                <= 1 => 1,
                <= 5 => 2,
                _ => 3
            };
    }

    private static string NounOf(ToolModel tool)
    {
        var words = Words.Split(tool.SpokenName).ToList();
        if (words.Count > 1)
        {
            words.RemoveAt(0);
        }

        return string.Join(' ', words);
    }
}
