using System.Runtime.InteropServices;

namespace AgentScaler.Environments.States;

/// <summary>
/// Decides whether one renaming of made keys turns the rows of the left state into those of the right one. The rows of a key refine its colour until
/// nothing splits. A key whose colour no other key has is then settled. The other keys fall into parts that share no unsettled key. Parts are matched one
/// by one, which is exact because isomorphism is an equivalence. Inside a part without a settled key, one key is paired with each candidate in turn. The
/// work is bounded, and beyond the bound the states count as different.
/// </summary>
internal sealed class RowIsomorphism(MadeKeys leftKeys, List<RowPattern> leftRows, MadeKeys rightKeys, List<RowPattern> rightRows)
{
    /// <summary>The most row texts that may be made. Ordinary states need a few hundred.</summary>
    private const int Bound = 1_000_000;

    private int _work;

    public bool Exists()
    {
        var left = new Side(leftRows, (int[])leftKeys.Domains.Clone(), Range(leftKeys.Domains.Length));
        var right = new Side(rightRows, (int[])rightKeys.Domains.Clone(), Range(rightKeys.Domains.Length));
        return left.Open.Count == right.Open.Count && Match(left, right);
    }

    private static List<int> Range(int count) => [.. Enumerable.Range(0, count)];

    private bool Match(Side left, Side right)
    {
        if (!Refine(left, right) || !SameTexts(left, right))
        {
            return false;
        }

        var leftParts = Parts(left);
        var rightParts = Parts(right);
        if (leftParts.Count != rightParts.Count)
        {
            return false;
        }

        var candidates = new Dictionary<string, List<Side>>(StringComparer.Ordinal);
        foreach (var part in rightParts)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(candidates, Signature(part), out _) ??= []).Add(part);
        }

        foreach (var part in leftParts)
        {
            if (!candidates.TryGetValue(Signature(part), out var alike))
            {
                return false;
            }

            // The texts alone settle a part with one open key.
            var found = part.Open.Count == 1 ? (alike.Count > 0 ? 0 : -1) : alike.FindIndex(other => Pair(part, other));
            if (found < 0)
            {
                return false;
            }

            alike.RemoveAt(found);
        }

        return true;
    }

    /// <summary>
    /// Pairs the first key of the rarest colour with each key of that colour on the other side. If all keys of the colour are interchangeable on both sides,
    /// all pairings are equally good, and all keys are paired at once.
    /// </summary>
    private bool Pair(Side left, Side right)
    {
        var rarest = left.Open.GroupBy(k => left.Colours[k]).OrderBy(g => g.Count()).ThenBy(g => g.Key).First();
        var keys = rarest.ToList();
        var others = right.Open.FindAll(k => right.Colours[k] == rarest.Key);
        var fresh = 1 + Math.Max(left.Colours.Max(), right.Colours.Max());
        if (Interchangeable(left, keys) && Interchangeable(right, others))
        {
            var (x, y) = (left.Copy(), right.Copy());
            for (var i = 0; i < keys.Count; i++)
            {
                x.Colours[keys[i]] = fresh + i;
                y.Colours[others[i]] = fresh + i;
            }

            return Match(x, y);
        }

        foreach (var other in others)
        {
            if (_work > Bound)
            {
                return false;
            }

            var (x, y) = (left.Copy(), right.Copy());
            x.Colours[keys[0]] = fresh;
            y.Colours[other] = fresh;
            if (Match(x, y))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether exchanging each key with the next leaves the rows unchanged. Such keys may be permuted freely.</summary>
    private bool Interchangeable(Side side, List<int> keys)
    {
        var identity = Range(side.Colours.Length).ToArray();
        for (var i = 1; i < keys.Count; i++)
        {
            var (a, b) = (keys[i - 1], keys[i]);
            var rows = side.Rows.FindAll(r => Array.IndexOf(r.Keys, a) >= 0 || Array.IndexOf(r.Keys, b) >= 0);
            var before = Texts(rows, identity);
            (identity[a], identity[b]) = (b, a);
            var after = Texts(rows, identity);
            (identity[a], identity[b]) = (a, b);
            if (_work > Bound || !before.SequenceEqual(after))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Splits colours until nothing changes. Returns false if the sides have different numbers of keys of a colour.</summary>
    private bool Refine(Side left, Side right)
    {
        var colours = Distinct(left);
        while (true)
        {
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            var first = 1 + Math.Max(left.Colours.Max(), right.Colours.Max());
            var x = Recoloured(left, numbers, first);
            var y = Recoloured(right, numbers, first);
            if (_work > Bound || !x.Values.Order().SequenceEqual(y.Values.Order()))
            {
                return false;
            }

            foreach (var (key, colour) in x)
            {
                left.Colours[key] = colour;
            }

            foreach (var (key, colour) in y)
            {
                right.Colours[key] = colour;
            }

            if (numbers.Count == colours)
            {
                return true;
            }

            colours = numbers.Count;
        }
    }

    private static int Distinct(Side side) => side.Open.Select(k => side.Colours[k]).Distinct().Count();

    private Dictionary<int, int> Recoloured(Side side, Dictionary<string, int> numbers, int first)
    {
        var places = side.Open.ToDictionary(k => k, _ => new List<string>());
        foreach (var row in side.Rows)
        {
            foreach (var key in row.Keys)
            {
                if (places.TryGetValue(key, out var texts))
                {
                    _work++;
                    texts.Add(row.Render(side.Colours, key));
                }
            }
        }

        var colours = new Dictionary<int, int>();
        foreach (var key in side.Open)
        {
            places[key].Sort(StringComparer.Ordinal);
            var text = side.Colours[key] + "\u0006" + string.Join('\u0006', places[key]);
            if (!numbers.TryGetValue(text, out var number))
            {
                numbers[text] = number = first + numbers.Count;
            }

            colours[key] = number;
        }

        return colours;
    }

    private bool SameTexts(Side left, Side right) => Texts(left).SequenceEqual(Texts(right));

    private List<string> Texts(Side side) => Texts(side.Rows, side.Colours);

    private List<string> Texts(List<RowPattern> rows, int[] colours)
    {
        _work += rows.Count;
        var texts = rows.ConvertAll(r => r.Render(colours, -1));
        texts.Sort(StringComparer.Ordinal);
        return texts;
    }

    private string Signature(Side part) => string.Join('\u0006', Texts(part));

    /// <summary>Splits a side into parts that are connected by unsettled keys.</summary>
    private static List<Side> Parts(Side side)
    {
        var count = new Dictionary<int, int>();
        foreach (var key in side.Open)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(count, side.Colours[key], out _)++;
        }

        var parent = side.Open.Where(k => count[side.Colours[k]] > 1).ToDictionary(k => k, k => k);
        int Find(int key)
        {
            while (parent[key] != key)
            {
                parent[key] = parent[parent[key]];
                key = parent[key];
            }

            return key;
        }

        foreach (var row in side.Rows)
        {
            var open = row.Keys.Where(parent.ContainsKey).ToArray();
            foreach (var key in open.Skip(1))
            {
                parent[Find(key)] = Find(open[0]);
            }
        }

        var parts = new Dictionary<int, Side>();
        var order = new List<Side>();
        foreach (var key in side.Open.Where(parent.ContainsKey))
        {
            var root = Find(key);
            if (!parts.TryGetValue(root, out var part))
            {
                parts[root] = part = new Side([], side.Colours, []);
                order.Add(part);
            }

            part.Open.Add(key);
        }

        foreach (var row in side.Rows)
        {
            var at = Array.FindIndex(row.Keys, parent.ContainsKey);
            if (at >= 0)
            {
                parts[Find(row.Keys[at])].Rows.Add(row);
            }
        }

        return order;
    }

    /// <summary>The rows of one state with made keys, the colour of every key, and the unsettled keys.</summary>
    private sealed record Side(List<RowPattern> Rows, int[] Colours, List<int> Open)
    {
        public Side Copy() => new(Rows, (int[])Colours.Clone(), Open);
    }
}
