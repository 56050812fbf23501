using AgentScaler.Environments.Values;

namespace AgentScaler.Rollout.Agents.Scripted;

/// <summary>Confuses values like a careless reader.</summary>
/// <param name="told">The values that the user has told, by name.</param>
/// <param name="results">The results of calls, by index.</param>
internal sealed class WrongArgument(PlanArguments arguments, IReadOnlyDictionary<string, Value> told, IReadOnlyDictionary<int, Value> results)
{
    /// <summary>Finds a value of the same kind that belongs to another thing that the agent has seen.</summary>
    public (string Pointer, Value Wrong)? Of(PlannedCall planned)
    {
        foreach (var argument in planned.Arguments)
        {
            if (!arguments.TryFind(planned.Tool, argument, out var right))
            {
                continue;
            }

            var others = told.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).Concat(Siblings(argument.From))
                .Where(v => v.Kind == right.Kind && v != right && (v.IsString || v.IsNumber));
            foreach (var other in others)
            {
                return (argument.Pointer, other);
            }
        }

        return null;
    }

    private IEnumerable<Value> Siblings(Value from)
    {
        if (!from["result"].IsNumber || !results.TryGetValue((int)from["result"].AsInteger, out var at))
        {
            yield break;
        }

        var path = from["path"].AsArray.ToArray();
        for (var i = 0; i < path.Length; i++)
        {
            if (at.IsArray)
            {
                foreach (var item in at.AsArray.ToArray())
                {
                    yield return i + 1 < path.Length && path[i + 1].IsString ? item[path[i + 1].AsString] : item;
                }

                yield break;
            }

            at = path[i].IsString ? at[path[i].AsString] : Value.Null;
        }
    }
}
