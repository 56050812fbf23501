using System.Text;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// One row in the form that alignment compares: columns by name, volatile ones left out, unordered ones as multisets, and in place of every made key a hole
/// that takes the key's current colour. Two rows are equal under a renaming if and only if their texts are equal after both keys of every renamed pair get
/// one colour.
/// </summary>
internal sealed class RowPattern
{
    // JSON escapes control characters, so these cannot occur in the canonical texts between them.
    private const char KeyMark = '\u0001';
    private const char Open = '\u0002';
    private const char Close = '\u0003';
    private const char Separator = '\u0004';
    private const char This = '\u0005';

    private readonly Node _root;

    private RowPattern(Node root)
    {
        _root = root;
        var keys = new SortedSet<int>();
        Collect(root, keys);
        Keys = [.. keys];
    }

    /// <summary>The ascending numbers of the made keys in this row.</summary>
    public int[] Keys { get; }

    /// <summary>The text of a row without made keys.</summary>
    public string Text => Render([], -1);

    public static RowPattern Of(string table, ObjectValue row, ColumnEquality[] columns, MadeKeys keys)
    {
        var members = new List<Node>(row.Count + 1) { new(CanonicalJson.ToText(table)) };
        foreach (var at in row.Shape.CanonicalOrder)
        {
            var (name, value) = (row.Names[at], row.Values[at]);
            var column = Array.Find(columns, c => c.Name == name);
            if (column.Name is null)
            {
                column = new ColumnEquality(name, Equality.Exact, -1);
            }

            if (column.Equality == Equality.Volatile)
            {
                continue;
            }

            members.Add(new Node(CanonicalJson.ToText(name)));
            members.Add(column.Equality == Equality.Unordered && value.IsArray
                ? Node.Of(Items(value, column.Domain, keys), bag: true)
                : Shape(value, column.Domain, keys, inObject: false));
        }

        return new RowPattern(Node.Of([.. members], bag: false));
    }

    /// <summary>Returns the text of the row under a colouring. The places of the key <paramref name="mark"/> are distinguished.</summary>
    public string Render(int[] colours, int mark)
    {
        var text = new StringBuilder();
        Append(text, _root, colours, mark);
        return text.ToString();
    }

    private static Node[] Items(Value array, int domain, MadeKeys keys)
    {
        var items = array.AsArray;
        var nodes = new Node[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            nodes[i] = Shape(items[i], domain, keys, inObject: false);
        }

        return nodes;
    }

    /// <summary>
    /// Builds the form of a value. Inside objects only text counts as a reference, because a number there is more likely a quantity than a key.
    /// </summary>
    private static Node Shape(Value value, int domain, MadeKeys keys, bool inObject)
    {
        switch (value.Kind)
        {
            case ValueKind.String or ValueKind.Number when !(inObject && value.IsNumber) && keys.TryGet(domain, value, out var key):
                return new Node(key);
            case ValueKind.Array when domain >= 0:
                var items = value.AsArray.ToArray();
                return Node.Of(Array.ConvertAll(items, i => Shape(i, domain, keys, inObject)), bag: false);
            case ValueKind.Object when domain >= 0:
                var members = value.AsObject.Select(m => Node.Of(
                    [Shape(m.Key, domain, keys, inObject: true), Shape(m.Value, domain, keys, inObject: true)], bag: false));
                return Node.Of([.. members], bag: true);
            default:
                return new Node(CanonicalJson.ToText(value));
        }
    }

    private static void Collect(Node node, SortedSet<int> keys)
    {
        if (node.Key >= 0)
        {
            keys.Add(node.Key);
        }

        foreach (var child in node.Children)
        {
            Collect(child, keys);
        }
    }

    private static void Append(StringBuilder text, Node node, int[] colours, int mark)
    {
        if (node.Text is not null)
        {
            text.Append(node.Text);
        }
        else if (node.Key >= 0)
        {
            text.Append(KeyMark);
            _ = node.Key == mark ? text.Append(This) : text.Append(colours[node.Key]);
        }
        else
        {
            text.Append(Open).Append(node.Bag ? 'b' : 'l');
            if (node.Bag)
            {
                var parts = Array.ConvertAll(node.Children, child =>
                {
                    var part = new StringBuilder();
                    Append(part, child, colours, mark);
                    return part.ToString();
                });
                Array.Sort(parts, StringComparer.Ordinal);
                text.AppendJoin(Separator, parts);
            }
            else
            {
                foreach (var child in node.Children)
                {
                    Append(text, child, colours, mark);
                    text.Append(Separator);
                }
            }

            text.Append(Close);
        }
    }

    /// <summary>A fixed text, a hole for a key, or an ordered or unordered group.</summary>
    private sealed class Node
    {
        public Node(string text) => Text = text;

        public Node(int key) => Key = key;

        private Node(Node[] children, bool bag) => (Children, Bag) = (children, bag);

        public string? Text { get; private init; }

        public int Key { get; } = -1;

        public Node[] Children { get; } = [];

        public bool Bag { get; }

        public static Node Of(Node[] children, bool bag)
        {
            var group = new Node(children, bag);
            if (Array.Exists(children, c => c.Text is null))
            {
                return group;
            }

            // A group without a hole has the same text under every colouring.
            var text = new StringBuilder();
            Append(text, group, [], -1);
            return new Node(text.ToString());
        }
    }
}
