using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Exports;

/// <summary>
/// Reads rows as each format's own loader documents them, independently of how they were written. Each problem names the
/// message in which it lies.
/// </summary>
public static class FormatRules
{
    /// <summary>The first rule that a row breaks, or null.</summary>
    public static string? Problem(ExportFormat format, Value row)
    {
        try
        {
            return format switch
            {
                ExportFormat.OpenAi => Chat(row, row["tools"], arguments => arguments.IsString && Value.Parse(arguments.AsString).IsObject, needsIds: true),
                ExportFormat.Trl => Chat(row, Parsed(row["tools"]), arguments => arguments.IsString && Value.Parse(arguments.AsString).IsObject, needsIds: false),
                ExportFormat.MsSwift => MsSwift(row),
                ExportFormat.ShareGpt or ExportFormat.LlamaFactory => ShareGpt(row),
                _ => Chat(row, Parsed(row["tools"]), arguments => arguments.IsString && Value.Parse(arguments.AsString).IsObject, needsIds: true),
            };
        }
        catch (JsonException exception)
        {
            return "holds text that should be JSON: " + exception.Message;
        }
    }

    private static string? Chat(Value row, Value tools, Func<Value, bool> arguments, bool needsIds)
    {
        if (Tools(tools, wrapped: true) is { } wrong)
        {
            return wrong;
        }

        var messages = row["messages"];
        if (!messages.IsArray || messages.AsArray.Length == 0)
        {
            return "messages is no array with messages";
        }

        var open = new Queue<(string Id, string Name)>();
        var assistant = false;
        for (var i = 0; i < messages.AsArray.Length; i++)
        {
            var message = messages.AsArray[i];
            var role = message["role"].IsString ? message["role"].AsString : "";
            if (role is not ("system" or "developer" or "user" or "assistant" or "tool"))
            {
                return $"message {i} has no known role";
            }

            if (role == "tool")
            {
                if (open.Count == 0 || !message["content"].IsString
                    || (needsIds ? open.All(o => message["tool_call_id"] != o.Id) : message["name"] != open.Peek().Name))
                {
                    return $"message {i} is no result of an open call";
                }

                _ = needsIds ? open = new(open.Where(o => message["tool_call_id"] != o.Id)) : null;
                _ = needsIds ? default : open.Dequeue();
                continue;
            }

            if (open.Count > 0)
            {
                return $"message {i} stands before the results of the calls";
            }

            assistant |= role == "assistant";
            var calls = message["tool_calls"];
            if (role != "assistant" || calls.IsNull)
            {
                if (!message["content"].IsString)
                {
                    return $"message {i} has no content";
                }

                continue;
            }

            foreach (var call in calls.AsArray)
            {
                var function = call["function"];
                if (call["type"] != "function" || !function["name"].IsString || !arguments(function["arguments"])
                    || (needsIds && !call["id"].IsString))
                {
                    return $"message {i} has a malformed tool call";
                }

                open.Enqueue((call["id"].IsString ? call["id"].AsString : "", function["name"].AsString));
            }
        }

        return open.Count > 0 ? "the last calls have no results" : assistant ? null : "there is nothing to learn";
    }

    private static string? MsSwift(Value row)
    {
        if (Tools(Parsed(row["tools"]), wrapped: true) is { } wrong)
        {
            return wrong;
        }

        var (calls, results) = (0, 0);
        var messages = row["messages"].AsArray;
        for (var i = 0; i < messages.Length; i++)
        {
            var role = messages[i]["role"].AsString;
            if (!messages[i]["content"].IsString)
            {
                return $"message {i} has no text";
            }

            switch (role)
            {
                case "tool_call" when results == 0 && Value.Parse(messages[i]["content"].AsString) is var call && call["name"].IsString && call["arguments"].IsObject:
                    calls++;
                    break;
                case "tool_response" when results < calls:
                    results++;
                    (calls, results) = results == calls ? (0, 0) : (calls, results);
                    break;
                case "system" when i == 0:
                case "user" or "assistant" when calls == 0:
                    break;
                default:
                    return $"message {i} ({role}) stands where it must not";
            }
        }

        return calls > 0 ? "the last calls have no results" : null;
    }

    private static string? ShareGpt(Value row)
    {
        if (Tools(Parsed(row["tools"]), wrapped: false) is { } wrong)
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

    private static string? Tools(Value tools, bool wrapped)
    {
        if (!tools.IsArray)
        {
            return "tools is no array";
        }

        foreach (var tool in tools.AsArray)
        {
            var function = wrapped ? tool["function"] : tool;
            if ((wrapped && tool["type"] != "function") || !function["name"].IsString || !function["parameters"].IsObject)
            {
                return "a tool is no function with name and parameters";
            }
        }

        return null;
    }

    private static Value Parsed(Value text) => text.IsString ? Value.Parse(text.AsString) : Value.Null;
}
