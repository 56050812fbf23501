using System.Text.Json;

namespace AgentScaler.Standalone.Explaining;

/// <summary>How explanations are written on the console.</summary>
internal static class ExplainedText
{
    private const int Longest = 400;

    /// <summary>A text on one line, cut where it is long; <c>--format json</c> has it whole.</summary>
    public static string Cut(string? text)
    {
        var line = (text ?? "").ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : $"{line[..Longest]} ... ({line.Length} characters)";
    }

    /// <summary>The word of the contract for a choice.</summary>
    public static string Word<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString());
}
