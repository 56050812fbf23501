using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>Finds the static types of what binds names inside an expression: let, calls of definitions, searches and groups of items.</summary>
internal sealed class BindingChecker(ExpressionChecker expressions, CheckReport report)
{
    public StaticType Of(LetIn let, Scope scope, string place, int depth) =>
        expressions.Check(let.In, Bind(scope, let.Name, expressions.Check(let.Be, scope, place + "/2", depth), place + "/1"), place + "/3", depth);

    /// <summary>Checks a definition with the types of the operands of one call, as if its expression stood there.</summary>
    public StaticType Of(Call call, Scope scope, string place, int depth)
    {
        var definition = call.Definition;
        if (call.Operands.Count != definition.Parameters.Count)
        {
            report.Add(place, $"\"{definition.Name}\" takes {definition.Parameters.Count} operands, found {call.Operands.Count}.");
        }

        var inner = new Scope();
        foreach (var parameter in definition.Parameters)
        {
            inner.Bind(parameter, StaticType.Any);
        }

        for (var i = 0; i < call.Operands.Count; i++)
        {
            var type = expressions.Check(call.Operands[i], scope, $"{place}/{i + 2}", depth);
            if (i < definition.Parameters.Count)
            {
                inner.Bind(definition.Parameters[i], type);
            }
        }

        return expressions.CheckDefinition(definition, inner, place);
    }

    public StaticType Of(SearchItems search, Scope scope, string place, int depth)
    {
        var word = Words<SearchKind>.Of(search.Kind);
        var source = expressions.Expect(search.Source, Kinds.Array | Kinds.Null, $"\"{word}\"", scope, place + "/1", depth);
        var inner = Bind(scope, search.As, source.Items ?? StaticType.Any, place + "/2/as");
        expressions.Expect(search.Where, Kinds.Boolean | Kinds.Null, "\"where\"", inner, place + "/2/where", depth);
        return search.Kind switch
        {
            SearchKind.Any or SearchKind.All => StaticType.Boolean,
            SearchKind.Find => (source.Items ?? StaticType.Any).OrNull(),
            SearchKind.Filter => StaticType.ArrayOf(source.Items),
            _ => throw new ArgumentException($"There is no search {search.Kind}.", nameof(search)),
        };
    }

    public StaticType Of(GroupItems group, Scope scope, string place, int depth)
    {
        var source = expressions.Expect(group.Source, Kinds.Array | Kinds.Null, "\"group\"", scope, place + "/1", depth);
        var key = expressions.Check(group.By, Bind(scope, group.As, source.Items ?? StaticType.Any, place + "/2/as"), place + "/2/by", depth);
        var members = new Dictionary<string, StaticType>(StringComparer.Ordinal) { ["key"] = key, ["items"] = StaticType.ArrayOf(source.Items) };
        return StaticType.ArrayOf(new StaticType(Kinds.Object, Members: members, Closed: true));
    }

    private Scope Bind(Scope scope, string name, StaticType type, string place)
    {
        expressions.VariableName(name, place);
        var inner = scope.Copy();
        inner.Bind(name ?? "", type);
        return inner;
    }
}
