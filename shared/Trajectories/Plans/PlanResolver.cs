using System.Globalization;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Plans;

/// <summary>
/// Finds the value of a source expression in the values known so far: those that the user told, and those that calls returned.
/// </summary>
/// <param name="told">The values that the user has told, by name.</param>
/// <param name="results">The results of the golden calls made so far, by index. Failed calls and calls that were not made are absent.</param>
public sealed class PlanResolver(
    IReadOnlyDictionary<string, Value> told,
    IReadOnlyDictionary<int, Value> results)
{
    /// <summary>Finds the value of a source. Returns false if a value that it needs is unknown, missing or not unique.</summary>
    /// <param name="schema">The schema of the parameter to fill; null if there is none.</param>
    public bool TryResolve(Value source, ToolSchema? schema, out Value value)
    {
        value = default;
        if (!source.IsObject || source.AsObject.Count == 0)
        {
            return false;
        }

        switch (source.AsObject.Names[0])
        {
            case "user":
                return told.TryGetValue(source["user"].AsString, out value);
            case "result":
                return results.TryGetValue((int)source["result"].AsInteger, out var result)
                    && TryFollow(result, source["path"].AsArray, out value);
            case "schema":
                return TrySchema(schema, source["schema"].AsString, out value);
            case "policy":
                return TryNumber(source["policy"].AsString, out value);
            case "compute":
                return TryCompute(source["compute"].AsString, source["of"].AsArray, out value);
            default:
                return false;
        }
    }

    /// <summary>Reads the value that a schema itself states: its default, its constant, or the only value of its enumeration.</summary>
    public static bool TrySchema(ToolSchema? schema, string keyword, out Value value)
    {
        var stated = keyword switch
        {
            "default" => schema?.Default,
            "const" => schema?.Const,
            "enum" => schema?.Enum is { Count: 1 } values ? (Value?)values[0] : null,
            _ => null,
        };
        value = stated ?? default;
        return stated is not null;
    }

    private bool TryFollow(Value at, ReadOnlySpan<Value> path, out Value value)
    {
        value = default;
        foreach (var step in path)
        {
            if (step.IsString)
            {
                if (!at.IsObject || !at.AsObject.TryGet(step.AsString, out at))
                {
                    return false;
                }
            }
            else if (step.IsNumber)
            {
                var index = (int)step.AsInteger;
                if (!at.IsArray || index >= at.AsArray.Length)
                {
                    return false;
                }

                at = at.AsArray[index];
            }
            else if (!at.IsArray || !TrySelect(at.AsArray, step, out at))
            {
                return false;
            }
        }

        value = at;
        return true;
    }

    private bool TrySelect(ReadOnlySpan<Value> items, Value step, out Value item)
    {
        item = default;
        var selector = step.AsObject;
        switch (selector.Names[0])
        {
            case "where":
                var conditions = selector.Values[0].AsObject;
                var wanted = new Value[conditions.Count];
                for (var i = 0; i < wanted.Length; i++)
                {
                    if (!TryResolve(conditions.Values[i], null, out wanted[i]))
                    {
                        return false;
                    }
                }

                var found = 0;
                foreach (var candidate in items)
                {
                    if (Matches(candidate, conditions.Names, wanted))
                    {
                        item = candidate;
                        found++;
                    }
                }

                return found == 1;
            case "min":
                return TryExtreme(items, selector.Values[0].AsString, sign: -1, out item);
            case "max":
                return TryExtreme(items, selector.Values[0].AsString, sign: 1, out item);
            default:
                return false;
        }
    }

    private static bool Matches(Value candidate, ReadOnlySpan<string> members, Value[] wanted)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (candidate[members[i]] != wanted[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryExtreme(ReadOnlySpan<Value> items, string member, int sign, out Value item)
    {
        item = default;
        var best = Value.Null;
        var unique = false;
        foreach (var candidate in items)
        {
            var of = candidate[member];
            if (of.IsNull)
            {
                continue;
            }

            var order = best.IsNull ? 1 : sign * Compare(of, best);
            if (order > 0)
            {
                (item, best, unique) = (candidate, of, true);
            }
            else if (order == 0)
            {
                unique = false;
            }
        }

        return unique;
    }

    private static int Compare(Value a, Value b) =>
        a.IsNumber && b.IsNumber ? a.AsNumber.CompareTo(b.AsNumber)
        : a.IsString && b.IsString ? string.CompareOrdinal(a.AsString, b.AsString)
        : 0;

    private bool TryCompute(string operation, ReadOnlySpan<Value> operands, out Value value)
    {
        value = default;
        var total = 0m;
        for (var i = 0; i < operands.Length; i++)
        {
            if (!TryResolve(operands[i], null, out var operand))
            {
                return false;
            }

            if (operation == "text")
            {
                value = operand.IsNumber ? operand.ToJson() : operand;
                return operand.IsNumber || operand.IsString;
            }

            if (operation == "count")
            {
                value = operand.IsArray ? operand.AsArray.Length : Value.Null;
                return operand.IsArray;
            }

            if (!operand.IsNumber || Math.Abs(operand.AsNumber) > 1e15)
            {
                return false;
            }

            var number = (decimal)operand.AsNumber;
            total = i == 0 ? number : operation switch
            {
                "add" => total + number,
                "subtract" => total - number,
                "multiply" => total * number,
                _ => throw new InvalidOperationException($"Unknown computation '{operation}'."),
            };
        }

        value = (double)total;
        return operands.Length > 0;
    }

    private static bool TryNumber(string sentence, out Value value)
    {
        value = default;
        var start = sentence.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return false;
        }

        var end = start;
        while (end < sentence.Length
            && (char.IsAsciiDigit(sentence[end]) || (sentence[end] == '.' && end + 1 < sentence.Length && char.IsAsciiDigit(sentence[end + 1]))))
        {
            end++;
        }

        value = double.Parse(sentence.AsSpan(start, end - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        return true;
    }
}
