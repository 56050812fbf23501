using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Tests.States;

public sealed class StateAlignmentPropertyTests
{
    private static readonly DatabaseSchema Schema = new(
    [
        new TableSchema("nodes", ["id"],
        [
            new ColumnSchema("id", ColumnType.String, Equality: Equality.Generated),
            new ColumnSchema("kind", ColumnType.String),
            new ColumnSchema("next", ColumnType.String, Nullable: true, References: new ColumnReference("nodes", "id")),
            new ColumnSchema("seen_at", ColumnType.Datetime, Equality: Equality.Volatile),
        ]),
        new TableSchema("links", ["number"],
        [
            new ColumnSchema("number", ColumnType.Integer, Equality: Equality.Generated),
            new ColumnSchema("ends", ColumnType.Array, References: new ColumnReference("nodes", "id"), Equality: Equality.Unordered),
        ]),
    ]);

    private static readonly DatabaseState Initial = State(["n0"], [0], [null], []);

    [Fact]
    public void It_decides_as_trying_every_renaming_does()
    {
        var random = new Random(5);
        var (aligned, different) = (0, 0);
        for (var round = 0; round < 4000; round++)
        {
            var count = random.Next(1, 5);
            var left = Made(random, count);
            var right = random.Next(2) == 0 ? Renamed(random, left) : Made(random, count);
            if (random.Next(3) == 0)
            {
                right = Touched(random, right);
            }

            var expected = BruteForce(left, right);
            Assert.Equal(expected, new StateAligner(Schema, Initial).Aligned(left.State(), right.State()));
            (aligned, different) = expected ? (aligned + 1, different) : (aligned, different + 1);
        }

        Assert.InRange(aligned, 400, 3600);
        Assert.InRange(different, 400, 3600);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    public void Very_many_rows_alike_do_not_explode(int count)
    {
        var ids = Enumerable.Range(1, count).Select(i => "n" + i).ToArray();
        var left = State(["n0", .. ids], [.. new int[count + 1]], [.. new string?[count + 1]], [ids]);
        var right = State(["n0", .. ids.Reverse()], [.. new int[count + 1]], [.. new string?[count + 1]], [[.. ids.Select(i => i)]]);
        Assert.True(new StateAligner(Schema, Initial).Aligned(left, right));
        Assert.False(new StateAligner(Schema, Initial).Aligned(left, State(["n0", .. ids], [1, .. new int[count]], [.. new string?[count + 1]], [ids])));
    }

    private static Graph Made(Random random, int count) => new(
        [.. Enumerable.Range(0, count).Select(_ => random.Next(2))],
        [.. Enumerable.Range(0, count).Select(_ => random.Next(-2, count))],
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => (random.Next(-1, count), random.Next(-1, count)))],
        [.. Enumerable.Range(1, count)]);

    /// <summary>The same graph, its keys permuted, rows and ends in another order.</summary>
    private static Graph Renamed(Random random, Graph graph)
    {
        var names = graph.Names.ToArray();
        random.Shuffle(names);
        var links = graph.Links.Select(l => random.Next(2) == 0 ? l : (l.B, l.A)).ToArray();
        random.Shuffle(links);
        return graph with { Names = names, Links = links };
    }

    private static Graph Touched(Random random, Graph graph)
    {
        var kinds = graph.Kinds.ToArray();
        kinds[random.Next(kinds.Length)] ^= 1;
        return graph with { Kinds = kinds };
    }

    /// <summary>Whether any permutation of the nodes makes both graphs the same.</summary>
    private static bool BruteForce(Graph left, Graph right)
    {
        if (left.Kinds.Length != right.Kinds.Length || left.Links.Length != right.Links.Length)
        {
            return false;
        }

        return Permutations([.. Enumerable.Range(0, left.Kinds.Length)]).Any(p =>
        {
            int To(int node) => node < 0 ? node : p[node];
            return Enumerable.Range(0, p.Length).All(i => left.Kinds[i] == right.Kinds[p[i]] && To(left.Next[i]) == right.Next[p[i]])
                && left.Links.Select(l => Ends(To(l.A), To(l.B))).Order().SequenceEqual(right.Links.Select(l => Ends(l.A, l.B)).Order());
        });
    }

    private static (int, int) Ends(int a, int b) => (Math.Min(a, b), Math.Max(a, b));

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));

    private static DatabaseState State(string[] ids, int[] kinds, string?[] next, string[][] links) => DatabaseState.From(
    [
        KeyValuePair.Create<string, IReadOnlyList<ObjectValue>>("nodes", [.. ids.Select((id, i) => Value.Object(
            ("id", id), ("kind", "k" + kinds[i]), ("next", next[i]), ("seen_at", "t" + i)).AsObject)]),
        KeyValuePair.Create<string, IReadOnlyList<ObjectValue>>("links", [.. links.Select((ends, i) => Value.Object(
            ("number", i + 1), ("ends", Value.From(ends.Select(e => (Value)e)))).AsObject)]),
    ]);

    /// <summary>Nodes by index with kind and next (-1 the initial node, -2 none), links between them, and the nodes' names.</summary>
    private sealed record Graph(int[] Kinds, int[] Next, (int A, int B)[] Links, int[] Names)
    {
        public DatabaseState State() => StateAlignmentPropertyTests.State(
            ["n0", .. Names.Select(n => "n" + n)],
            [0, .. Kinds],
            [null, .. Next.Select(Name)],
            [.. Links.Select(l => new[] { Name(l.A)!, Name(l.B)! })]);

        private string? Name(int node) => node switch { -2 => null, -1 => "n0", _ => "n" + Names[node] };
    }
}
