using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>A value as a sentence quotes it: its beginning, where it is long.</summary>
public static class Excerpt
{
    private const int Longest = 160;

    public static string Of(Value value)
    {
        var text = value.ToJson();
        return text.Length > Longest ? text[..Longest] + "..." : text;
    }
}
