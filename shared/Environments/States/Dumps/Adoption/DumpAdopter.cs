using System.Text.Json;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>Reads a dump that is adopted: every list or map of rows becomes a table, those inside rows as well.</summary>
internal sealed class DumpAdopter
{
    private readonly List<DumpedTable> _tables = [];
    private readonly TableNames _names;

    private DumpAdopter(IReadOnlyList<DumpNode> members) => _names = new TableNames(members, [DatabaseState.SessionTable, ""]);

    /// <exception cref="JsonException">The dump is not a JSON object.</exception>
    public static IReadOnlyList<DumpedTable> Adopt(Value dump)
    {
        var readings = DumpReader.Read(new DatabaseSchema([]), dump, reserved: true);
        var shapes = new ObjectShapes(TextsOf(dump), new KeyOwners(dump));
        var finder = new NodeFinder(shapes);
        var members = new List<DumpNode>();
        foreach (var reading in readings)
        {
            var form = FormOf(reading, dump, shapes);
            var rows = ReferenceEquals(form, reading.Form) ? reading.Rows : [.. form.Read(dump[form.Member]).Select(p => p.Row)];
            var node = new DumpNode(null, [form is RootForm ? reading.Table : form.Member], form, rows);
            members.Add(node);
            if (form is not ValuesForm)
            {
                finder.Find(node);
            }
        }

        var adopter = new DumpAdopter(members);
        foreach (var node in members)
        {
            adopter.Add(KeyedRows.Of(adopter._names.Of(node), node.Form, node.Whole), node);
        }

        return adopter._tables;
    }

    private static DumpForm FormOf(TableReading reading, Value dump, ObjectShapes shapes)
    {
        var form = reading.Form!;
        var content = form is RootForm ? Value.Null : dump[form.Member];
        return content.IsObject && content.AsObject.Count > 0 ? shapes.FormOf(form.Member, [content.AsObject]) ?? new SingleForm(form.Member) : form;
    }

    private void Add(DumpedTable table, DumpNode node)
    {
        ObjectValue[] rows = [.. table.Rows];
        var children = node.Children.ConvertAll(child => (Node: child, Table: Nested(table, rows, child)));
        _tables.Add(table with { Rows = rows });
        foreach (var (child, nested) in children.Where(c => c.Table.Rows.Count > 0))
        {
            Add(nested, child);
        }
    }

    /// <summary>Takes a table out of the rows of its parent.</summary>
    private DumpedTable Nested(DumpedTable parent, ObjectValue[] rows, DumpNode node)
    {
        var name = _names.Of(node);
        var key = KeyedRows.OfNested(name, node.Form, node.Whole);
        var position = key is null ? KeyedRows.FreeColumn(node.Whole) : null;
        var (reference, held) = node.Parent!.IsSingle ? (null, false) : Reference(parent, rows, node);
        var form = new NestedForm(parent.Name, node.Path, node.Form, reference, reference is null ? null : parent.Key, held, position);
        var table = new NestedTable(name, form, key ?? position!);
        return new DumpedTable(name, form, table.Unfold(rows), table.Key);
    }

    /// <summary>The column by which rows refer to their parents: one that all of them hold already, else an added one.</summary>
    private static (string Name, bool Held) Reference(DumpedTable parent, ObjectValue[] rows, DumpNode node)
    {
        var key = parent.Key!;
        var singular = Words.ResourceKey(Words.Split(parent.Name));
        var name = KeyOwners.IsBare(key) ? $"{singular}_{key}" : key;
        var contents = rows.Select(r => (Key: r[key], Content: NestedPlace.Of(r, node.Path))).Where(r => node.Form.Fits(r.Content)).ToList();
        var held = contents.TrueForAll(c => node.Form.Read(c.Content).TrueForAll(p => p.Row[name] == c.Key));
        return held ? (name, true) : (FreeNames.Before(name, n => node.Whole.Any(r => r.TryGet(n, out _))), false);
    }

    private static HashSet<string> TextsOf(Value dump)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        Collect(dump);
        return texts;

        void Collect(Value value)
        {
            if (value.IsString)
            {
                texts.Add(value.AsString);
            }
            else if (value.IsArray)
            {
                Array.ForEach(value.AsArray.ToArray(), Collect);
            }
            else if (value.IsObject)
            {
                Array.ForEach(value.AsObject.Values.ToArray(), Collect);
            }
        }
    }
}
