using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Paths;

/// <summary>Recognises rows of the database in the result of a tool.</summary>
internal sealed class SightingScan(DomainModel domain, RowIndex rows, ToolModel tool, int call)
{
    private const int MaxSightings = 2000;
    private readonly List<Sighting> _found = [];

    public static IReadOnlyList<Sighting> Of(DomainModel domain, RowIndex rows, ToolModel tool, int call, Value result)
    {
        var scan = new SightingScan(domain, rows, tool, call);
        scan.Visit(result, []);
        return scan._found;
    }

    private void Visit(Value value, List<Value> path)
    {
        if (_found.Count >= MaxSightings)
        {
            return;
        }

        if (value.IsArray)
        {
            for (var i = 0; i < value.AsArray.Length; i++)
            {
                Below(i, value.AsArray[i], path);
            }
        }
        else if (value.IsObject)
        {
            Recognise(value.AsObject, path);
            foreach (var (name, member) in value.AsObject)
            {
                if (member.IsArray || member.IsObject)
                {
                    Below(name, member, path);
                }
            }
        }
    }

    private void Below(Value step, Value value, List<Value> path)
    {
        path.Add(step);
        Visit(value, path);
        path.RemoveAt(path.Count - 1);
    }

    private void Recognise(ObjectValue node, List<Value> path)
    {
        (TableModel Table, ObjectValue Row, string Member, int Matches)? best = null;
        foreach (var table in tool.Tables.Select(domain.Table).OfType<TableModel>().Where(t => t.Key is not null))
        {
            foreach (var member in KeyMembers(table))
            {
                if (node.TryGet(member, out var key) && rows.Find(table.Name, key) is { } row)
                {
                    var matches = node.Count(m => row.TryGet(m.Key, out var v) && v == m.Value);
                    if (best is null || matches > best.Value.Matches)
                    {
                        best = (table, row, member, matches);
                    }

                    break;
                }
            }
        }

        RowKey? around = null;
        if (best is var (found, of, keyMember, _) && best is not null)
        {
            var key = RowKey.Of(found.Schema, of);
            around = key;
            Add(new Sighting(key, found.Key!, of[found.Key!], call, [.. path, keyMember]));
            foreach (var (name, value) in node)
            {
                if (name != keyMember && of.TryGet(name, out var same) && same == value && !value.IsNull && !value.IsArray && !value.IsObject)
                {
                    Add(new Sighting(key, name, value, call, [.. path, name]));
                }
            }
        }

        foreach (var (name, value) in node)
        {
            if (Referred(best?.Table, name) is { Key: { } column } target && rows.Find(target.Name, value) is { } row)
            {
                Add(new Sighting(RowKey.Of(target.Schema, row), column, value, call, [.. path, name], around, name));
            }
        }
    }

    private void Add(Sighting sighting) => _found.Add(sighting);

    private static IEnumerable<string> KeyMembers(TableModel table)
    {
        yield return table.Key!;
        var noun = table.Noun.Replace(' ', '_');
        if (table.Key != "id")
        {
            yield return "id";
        }

        yield return noun + "_id";
        yield return table.Noun.Replace(" ", "", StringComparison.Ordinal) + "Id";
    }

    /// <summary>Returns the table to which a member refers: by the foreign key of its row, else by the name before "id".</summary>
    private TableModel? Referred(TableModel? table, string member)
    {
        if (table?.Schema.Column(member)?.References is { } reference)
        {
            return domain.Table(reference.Table) is { } known && known.Key == reference.Column ? known : null;
        }

        var words = Words.Split(member);
        if (words.Count < 2 || words[^1] is not "id")
        {
            return null;
        }

        var noun = string.Join(' ', words.Take(words.Count - 1));
        return domain.Schema.Tables.Select(t => domain.Table(t.Name)).FirstOrDefault(t => t is { Key: not null } && t.Noun == noun && t.Name != table?.Name);
    }
}
