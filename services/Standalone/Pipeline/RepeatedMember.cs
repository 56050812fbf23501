using System.Text;
using System.Text.Json;

namespace AgentScaler.Standalone.Pipeline;

/// <summary>Finds a name that occurs twice in one JSON object. Readers would keep one of its values and silently drop the other.</summary>
internal static class RepeatedMember
{
    /// <summary>Returns the repeated name and its place as the beginning of a sentence, or null if no name is repeated.</summary>
    public static string? In(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when reader.GetString()! is var name && !open.Peek().Add(name):
                    var line = bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
                    return $"line {line}: the name \"{name}\" stands twice in one object";
            }
        }

        return null;
    }
}
