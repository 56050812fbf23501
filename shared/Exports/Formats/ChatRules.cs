using AgentScaler.Environments.Values;

namespace AgentScaler.Exports.Formats;

/// <summary>
/// Checks the rules of loaders that read chat messages and lists of tools. The rules share no code with the writers. Each problem names the message
/// that breaks a rule.
/// </summary>
internal static class ChatRules
{
    /// <summary>Returns the first rule that a conversation breaks, or null if it breaks none.</summary>
    /// <param name="needsIds">Whether results name their call by its id. Otherwise they name the tool and have the order of the calls.</param>
    public static string? Problem(Value row, Value tools, bool needsIds)
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
                if (call["type"] != "function" || !function["name"].IsString || !AreArguments(function["arguments"])
                    || (needsIds && !call["id"].IsString))
                {
                    return $"message {i} has a malformed tool call";
                }

                open.Enqueue((call["id"].IsString ? call["id"].AsString : "", function["name"].AsString));
            }
        }

        return open.Count > 0 ? "the last calls have no results" : assistant ? null : "there is nothing to learn";
    }

    private static bool AreArguments(Value text) => text.IsString && Value.Parse(text.AsString).IsObject;

    /// <param name="wrapped">Whether a tool has the form <c>{"type":"function","function":{...}}</c>. Otherwise it is the function alone.</param>
    public static string? Tools(Value tools, bool wrapped)
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

    /// <summary>Returns the JSON that a text contains, or null if the value is not a text.</summary>
    public static Value Parsed(Value text) => text.IsString ? Value.Parse(text.AsString) : Value.Null;
}
