using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Conversations;

/// <summary>Reads the arguments of a tool call. Runner, judge, gRPC and datasets read them here, so that one text never means two calls.</summary>
public static class CallArguments
{
    /// <summary>Whether the text means "no arguments". Models leave it empty, or write null, if a tool has no parameters.</summary>
    public static bool AreNone(string text) => text.AsSpan().Trim(Conversation.Blanks) is "" or "null";

    /// <summary>Reads the arguments as a value; an empty object if there are none.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Value Parse(string text) => AreNone(text) ? Value.EmptyObject : Value.Parse(text);

    /// <summary>Reads the arguments as an object; null if the text is not a JSON object.</summary>
    public static Value? ObjectOrNull(string text)
    {
        try
        {
            return Parse(text) is { IsObject: true } value ? value : default(Value?);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
