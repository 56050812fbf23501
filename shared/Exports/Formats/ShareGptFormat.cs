using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports.Formats;

/// <summary>
/// ShareGPT's turns, which alternate strictly. Parallel calls form one array, and their results another. The format cannot hold text next to a call.
/// </summary>
public class ShareGptFormat : LineFormat
{
    public override string Word => "sharegpt";

    public override string Name => "share_gpt";

    public override IReadOnlyList<FormatLoss> Losses { get; } = [FormatLoss.WordsBesideCalls, FormatLoss.Reasoning];

    protected override Value Form(DatasetRow row)
    {
        var turns = new List<Value>();
        var system = "";
        for (var i = 0; i < row.Messages.Count; i++)
        {
            var message = row.Messages[i];
            if (message.Role is "system" or "developer")
            {
                system = message.Content ?? "";
            }
            else if (message.Role == "user")
            {
                turns.Add(Turn("human", message.Content ?? ""));
            }
            else if (message.ToolCalls is { Count: > 0 } calls)
            {
                var results = RowParts.Results(row, i, calls.Count);
                i += calls.Count;
                turns.Add(Turn("function_call", calls.Count == 1 ? RowParts.Named(calls[0]).ToJson() : Value.From(calls.Select(RowParts.Named)).ToJson()));
                turns.Add(Turn("observation", calls.Count == 1
                    ? results[calls[0].Id]
                    : Value.From(calls.Select(c => Value.Parse(results[c.Id]))).ToJson()));
            }
            else
            {
                turns.Add(Turn("gpt", message.Content ?? ""));
            }
        }

        return Value.Object(("conversations", Value.From(turns)), ("system", system), ("tools", Functions(row.Tools).ToJson()));
    }

    public override string? Problem(Value row)
    {
        if (ChatRules.Tools(ChatRules.Parsed(row["tools"]), wrapped: false) is { } wrong)
        {
            return wrong;
        }

        if (!row["system"].IsString)
        {
            return "system is no text";
        }

        var turns = row["conversations"].AsArray;
        if (turns.Length == 0 || turns.Length % 2 != 0)
        {
            return "the number of turns is not even";
        }

        for (var i = 0; i < turns.Length; i++)
        {
            var from = turns[i]["from"].AsString;
            var allowed = i % 2 == 0 ? from is "human" or "observation" : from is "gpt" or "function_call";
            if (!allowed || !turns[i]["value"].IsString || (from == "observation" && turns[i - 1]["from"] != "function_call"))
            {
                return $"turn {i} ({from}) stands where it must not";
            }

            if (from == "function_call")
            {
                var value = Value.Parse(turns[i]["value"].AsString);
                var calls = value.IsArray ? value.AsArray.ToArray() : [value];
                if (calls.Length == 0 || !Array.TrueForAll(calls, c => c["name"].IsString && c["arguments"].IsObject))
                {
                    return $"turn {i} holds no call";
                }
            }
        }

        return null;
    }

    /// <summary>Returns the functions inside OpenAI's tools. This format lists them without the wrapper.</summary>
    private static Value Functions(string tools) =>
        Value.From(Value.Parse(tools).AsArray.ToArray().Select(t => t["function"]));

    private static Value Turn(string from, string value) => Value.Object(("from", from), ("value", value));
}
