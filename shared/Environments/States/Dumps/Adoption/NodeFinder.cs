using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>Finds the lists and maps inside rows that become tables of their own.</summary>
internal sealed class NodeFinder(ObjectShapes shapes)
{
    private const int MaxTables = 128;
    private int _tables;

    public void Find(DumpNode node)
    {
        foreach (var name in node.Whole.SelectMany(r => r.Names.ToArray()).Distinct(StringComparer.Ordinal))
        {
            Find(node, [name], [.. node.Whole.Select(r => r[name]).Where(v => !v.IsNull)]);
        }
    }

    private void Find(DumpNode node, IReadOnlyList<string> path, IReadOnlyList<Value> contents)
    {
        var pairs = node.Form is PairsForm && path.Count == 1;
        if (contents.Count == 0 || _tables >= MaxTables || (!pairs && node.StandsIn(path[^1])))
        {
            return;
        }

        if (contents.All(c => c.IsArray))
        {
            List<Value> items = [.. contents.SelectMany(c => c.AsArray.ToArray())];
            if (items.Count > 0 && items.TrueForAll(i => i.IsObject))
            {
                Add(node, path, new ListForm(path[^1]), contents);
            }
        }
        else if (contents.All(c => c.IsObject))
        {
            FindInObjects(node, path, [.. contents.Select(c => c.AsObject)], contents);
        }
    }

    private void FindInObjects(DumpNode node, IReadOnlyList<string> path, List<ObjectValue> objects, IReadOnlyList<Value> contents)
    {
        var member = node.Form is PairsForm && path.Count == 1 ? node.Noun : path[^1];
        if (shapes.FormOf(member, objects) is { } form)
        {
            Add(node, path, form, contents);
        }
        else if (node.IsSingle && objects is [{ Count: > 0 }])
        {
            Add(node, path, new SingleForm(path[^1]), contents);
        }
        else
        {
            foreach (var name in objects.SelectMany(o => o.Names.ToArray()).Distinct(StringComparer.Ordinal))
            {
                Find(node, [.. path, name], [.. objects.Select(o => o[name]).Where(v => !v.IsNull)]);
            }
        }
    }

    private void Add(DumpNode parent, IReadOnlyList<string> path, DumpForm form, IReadOnlyList<Value> contents)
    {
        _tables++;
        var node = new DumpNode(parent, path, form, [.. contents.SelectMany(form.Read).Select(p => p.Row)]);
        parent.Children.Add(node);
        Find(node);
    }
}
