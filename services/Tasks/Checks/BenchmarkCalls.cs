using System.Text.Json;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Tasks.Checks;

/// <summary>
/// Finds the tool calls in a benchmark's entry of any form: <c>{"name", "arguments"}</c> with arguments as an object or as
/// JSON text (messages, task files), <c>{function: {parameter: [accepted values]}}</c> and <c>function(parameter='value')</c>
/// (lists of expected answers).
/// </summary>
internal static partial class BenchmarkCalls
{
    /// <summary>Returns the key of a call: the words of its name and its values, regardless of the parameters' names; null without values.</summary>
    public static string? Key(string name, Value arguments) =>
        Key(name, ArgumentTree.Leaves(arguments).Where(l => !l.Leaf.IsNull && !l.Leaf.IsArray && !l.Leaf.IsObject).Select(l => Text(l.Leaf)));

    /// <summary>Returns the keys of every call below an entry.</summary>
    public static IReadOnlySet<string> In(Value entry)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Collect(entry, answers: false, keys);
        return keys;
    }

    private static string? Key(string name, IEnumerable<string> values)
    {
        var sorted = values.Order(StringComparer.Ordinal).ToList();
        return sorted.Count == 0 ? null : $"{Words.Phrase(name[(name.LastIndexOf('.') + 1)..])}\u001f{string.Join('\u001f', sorted)}";
    }

    private static string Text(Value scalar) => scalar.IsString ? scalar.AsString : scalar.ToJson();

    private static void Collect(Value value, bool answers, HashSet<string> keys)
    {
        switch (value.Kind)
        {
            case ValueKind.Array:
                foreach (var item in value.AsArray)
                {
                    Collect(item, answers, keys);
                }

                break;
            case ValueKind.String when answers && Call().Match(value.AsString) is { Success: true } call:
                Add(Key(call.Groups["name"].Value,
                    Literal().Matches(call.Groups["arguments"].Value).Select(m => m.Groups["text"].Success ? m.Groups["text"].Value : m.Value)), keys);
                break;
            case ValueKind.Object:
                Members(value, answers, keys);
                break;
        }
    }

    private static void Members(Value value, bool answers, HashSet<string> keys)
    {
        if (value["name"] is { IsString: true } name && Arguments(value["arguments"]) is { IsObject: true } arguments)
        {
            Add(Key(name.AsString, arguments), keys);
        }

        foreach (var (member, inner) in value.AsObject)
        {
            if (answers && inner.IsObject)
            {
                // Each parameter lists its accepted values, and the first one is meant.
                Add(Key(member, inner.AsObject.Values.ToArray().Select(v => v.IsArray ? v.AsArray.Length > 0 ? v.AsArray[0] : Value.Null : v)
                    .Where(v => !v.IsNull && !v.IsArray && !v.IsObject).Select(Text)), keys);
            }
            else
            {
                Collect(inner, answers || member is "ground_truth" or "answers" or "possible_answer", keys);
            }
        }
    }

    private static Value Arguments(Value arguments)
    {
        if (!arguments.IsString)
        {
            return arguments;
        }

        try
        {
            return Value.Parse(arguments.AsString);
        }
        catch (JsonException)
        {
            return Value.Null;
        }
    }

    private static void Add(string? key, HashSet<string> keys)
    {
        if (key is not null)
        {
            keys.Add(key);
        }
    }

    [GeneratedRegex(@"^\s*(?<name>[\p{L}_][\p{L}\p{Nd}_.]*)\((?<arguments>.*)\)\s*$", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Call();

    /// <summary>Quoted texts and numbers.</summary>
    [GeneratedRegex(@"'(?<text>[^']*)'|""(?<text>[^""]*)""|(?<![\p{L}\p{Nd}_])-?\d+(?:\.\d+)?")]
    private static partial Regex Literal();
}
