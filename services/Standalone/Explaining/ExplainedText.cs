using System.Text.Json;

namespace AgentScaler.Standalone.Explaining;

/// <summary>Formats explanations for the console.</summary>
internal static class ExplainedText
{
    private const int Longest = 400;

    /// <summary>Puts a text on one line and shortens it if it is long. <c>--format json</c> contains the whole text.</summary>
    public static string Cut(string? text)
    {
        var line = (text ?? "").ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{line[..Longest]} ... ({line.Length} characters)";
    }

    /// <summary>Returns the contract's word for an enumeration's value.</summary>
    public static string Word<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString());
}
