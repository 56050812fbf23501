namespace AgentScaler.Environments.States.Dumps;

/// <summary>
/// Names tables by what their rows are called. Members of the dump keep their names, but a member that holds nothing except a container leaves its name to the
/// rows in it. Of other tables with one noun, each is called by its whole path.
/// </summary>
internal sealed class TableNames
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<DumpNode, string> _names = new(ReferenceEqualityComparer.Instance);

    /// <param name="reserved">Names that no table may have.</param>
    public TableNames(IReadOnlyList<DumpNode> members, IEnumerable<string> reserved)
    {
        _taken = new HashSet<string>(reserved, StringComparer.Ordinal);
        List<DumpNode> all = [.. members.SelectMany(WithChildren)];
        List<DumpNode> wrappers = [.. all.Where(n => n.Children.Exists(c => c.IsContainer))];
        foreach (var node in members.Except(wrappers))
        {
            Name(node, node.Noun);
        }

        var nouns = all.Where(n => n.Parent is not null && !wrappers.Contains(n)).GroupBy(n => n.Noun, StringComparer.Ordinal).ToList();
        foreach (var group in nouns)
        {
            foreach (var node in group)
            {
                Name(node, group.Count() == 1 && !_taken.Contains(node.Noun) ? node.Noun : node.Qualified);
            }
        }

        foreach (var node in wrappers)
        {
            var kind = node.Form is PairsForm ? "index" : "state";
            var name = $"{node.Noun}_{kind}";
            Name(node, node.Parent is null || !_taken.Contains(name) ? name : $"{node.Qualified}_{kind}");
        }
    }

    public string Of(DumpNode node) => _names[node];

    private void Name(DumpNode node, string name)
    {
        var free = FreeNames.After(name, _taken.Contains);
        _taken.Add(free);
        _names.Add(node, free);
    }

    private static IEnumerable<DumpNode> WithChildren(DumpNode node) => [node, .. node.Children.SelectMany(WithChildren)];
}
