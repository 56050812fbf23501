using System.Text.Json;
using System.Text.RegularExpressions;
using AgentScaler.Environments;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Trajectories.Grounding;

/// <summary>
/// Traces every argument of every tool call to an earlier user message, tool result or policy sentence, to the tool's schema, or to a computation that the
/// agent wrote down. It reads the conversation alone, without plan and task, so that it can judge agents of any kind.
/// </summary>
public sealed partial class GroundingChecker
{
    private readonly Dictionary<string, ToolSchema> _schemas;

    public GroundingChecker(EnvironmentDefinition environment) =>
        _schemas = environment.Tools.ToDictionary(t => t.Name, t => t.ParameterSchema, StringComparer.Ordinal);

    public GroundingReport Check(IReadOnlyList<ChatMessage> messages)
    {
        var said = new SpokenText();
        var returned = new HashSet<Value>();
        var texts = new SpokenText();
        var ungrounded = new List<UngroundedArgument>();
        var arguments = 0;
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            switch (message.Role)
            {
                case "system" or "user":
                    said.Add(message.Content ?? "");
                    break;
                case "tool":
                    Learn(message.Content ?? "", returned, texts);
                    break;
                default:
                    Compute(message.Content ?? "", said, returned);
                    foreach (var call in message.ToolCalls ?? [])
                    {
                        arguments += Trace(i, call, said, returned, texts, ungrounded);
                    }

                    break;
            }
        }

        return new GroundingReport(arguments, arguments - ungrounded.Count, ungrounded);
    }

    private int Trace(int message, ChatToolCall call, SpokenText said, HashSet<Value> returned, SpokenText texts, List<UngroundedArgument> ungrounded)
    {
        Value value;
        try
        {
            value = Value.Parse(call.Function.Arguments);
        }
        catch (JsonException)
        {
            return 0;
        }

        var leaves = ArgumentTree.Leaves(value);
        foreach (var (pointer, leaf) in leaves)
        {
            if (!IsGrounded(call.Function.Name, pointer, leaf, said, returned, texts))
            {
                ungrounded.Add(new UngroundedArgument(message, call.Function.Name, pointer, leaf));
            }
        }

        return leaves.Count;
    }

    private bool IsGrounded(string tool, string pointer, Value leaf, SpokenText said, HashSet<Value> returned, SpokenText texts)
    {
        if (leaf.IsNull
            || leaf.IsArray
            || leaf.IsObject
            || said.Holds(leaf)
            || (!leaf.IsBoolean && returned.Contains(leaf))
            || (leaf.IsString && leaf.AsString.Length >= 4 && texts.Holds(leaf)))
        {
            return true;
        }

        // People do not say "true" for yes, so the matter itself must have been mentioned.
        if (leaf.IsBoolean && ArgumentTree.Segments(pointer)[^1] is var name
            && (Words.Phrase(name).Split(' ').Any(w => w.Length > 2 && said.HoldsWords(w)) || said.HoldsName(name)))
        {
            return true;
        }

        return _schemas.TryGetValue(tool, out var schema) && ParameterSchema.At(schema, pointer) is var parameter
            && ((ReadOnlySpan<string>)["default", "const", "enum"]).ToArray().Any(k => PlanResolver.TrySchema(parameter, k, out var stated) && stated == leaf);
    }

    private static void Learn(string content, HashSet<Value> returned, SpokenText texts)
    {
        try
        {
            Collect(Value.Parse(content), returned, texts);
        }
        catch (JsonException)
        {
            texts.Add(content);
        }
    }

    private static void Collect(Value value, HashSet<Value> returned, SpokenText texts)
    {
        if (value.IsArray)
        {
            // A result also tells the number of its items.
            returned.Add(value.AsArray.Length);
            foreach (var item in value.AsArray)
            {
                Collect(item, returned, texts);
            }
        }
        else if (value.IsObject)
        {
            foreach (var member in value.AsObject.Values)
            {
                Collect(member, returned, texts);
            }
        }
        else
        {
            returned.Add(value);
            if (value.IsNumber)
            {
                // Some tools take a value as text that others return as a number.
                returned.Add(value.ToJson());
            }

            if (value.IsString && value.AsString.Contains(' ', StringComparison.Ordinal))
            {
                texts.Add(value.AsString);
            }
        }
    }

    /// <summary>Makes the results of sums, differences and products known if the agent wrote them down with known numbers.</summary>
    private static void Compute(string content, SpokenText said, HashSet<Value> returned)
    {
        foreach (Match match in Equation().Matches(content))
        {
            if (decimal.TryParse(match.Groups[1].Value, out var a)
                && decimal.TryParse(match.Groups[3].Value, out var b)
                && decimal.TryParse(match.Groups[4].Value, out var result)
                && Known((double)a) && Known((double)b)
                && result == match.Groups[2].Value switch { "+" => a + b, "-" => a - b, _ => a * b })
            {
                said.Add((double)result);
            }
        }

        bool Known(double number) => said.Holds(number) || returned.Contains(number);
    }

    [GeneratedRegex(@"(-?\d+(?:\.\d+)?) ([+*-]) (-?\d+(?:\.\d+)?) = (-?\d+(?:\.\d+)?)", RegexOptions.NonBacktracking)]
    private static partial Regex Equation();
}
