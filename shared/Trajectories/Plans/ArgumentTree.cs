using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Plans;

/// <summary>Converts arguments to leaves by JSON pointer (RFC 6901), and back.</summary>
public static class ArgumentTree
{
    /// <summary>Every scalar, empty array and empty object below a value, in document order.</summary>
    public static IReadOnlyList<(string Pointer, Value Leaf)> Leaves(Value value)
    {
        var leaves = new List<(string, Value)>();
        Collect(value, "", leaves);
        return leaves;
    }

    /// <summary>Builds an object from its leaves. A numeric segment below an array that is being built counts as an index.</summary>
    public static Value Build(IEnumerable<(string Pointer, Value Leaf)> leaves)
    {
        var root = new Node();
        foreach (var (pointer, leaf) in leaves)
        {
            var at = root;
            foreach (var segment in Segments(pointer))
            {
                at = at.Child(segment);
            }

            at.Leaf = leaf;
        }

        return root.ToValue(isRoot: true);
    }

    /// <summary>The unescaped segments of a pointer.</summary>
    public static IReadOnlyList<string> Segments(string pointer) =>
        pointer.Length == 0
            ? []
            : [.. pointer[1..].Split('/').Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    public static string Escape(string segment) =>
        segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static void Collect(Value value, string pointer, List<(string, Value)> leaves)
    {
        if (value.IsObject && value.AsObject.Count > 0)
        {
            foreach (var (name, member) in value.AsObject)
            {
                Collect(member, $"{pointer}/{Escape(name)}", leaves);
            }
        }
        else if (value.IsArray && value.AsArray.Length > 0)
        {
            var index = 0;
            foreach (var item in value.AsArray)
            {
                Collect(item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index++}"), leaves);
            }
        }
        else if (pointer.Length > 0)
        {
            leaves.Add((pointer, value));
        }
    }

    private sealed class Node
    {
        private readonly List<KeyValuePair<string, Node>> _children = [];

        public Value? Leaf { get; set; }

        public Node Child(string segment)
        {
            foreach (var (name, child) in _children)
            {
                if (name == segment)
                {
                    return child;
                }
            }

            var added = new Node();
            _children.Add(new(segment, added));
            return added;
        }

        public Value ToValue(bool isRoot = false)
        {
            if (Leaf is { } leaf)
            {
                return leaf;
            }

            // Pointers do not distinguish arrays from objects. The names 0, 1, 2... in order are an array.
            var isArray = !isRoot && _children.Count > 0;
            for (var i = 0; i < _children.Count && isArray; i++)
            {
                isArray = _children[i].Key == i.ToString(CultureInfo.InvariantCulture);
            }

            return isArray
                ? Value.From(_children.Select(c => c.Value.ToValue()))
                : Value.Object([.. _children.Select(c => (c.Key, c.Value.ToValue()))]);
        }
    }
}
