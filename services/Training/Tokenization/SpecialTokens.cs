namespace AgentScaler.Training.Tokenization;

/// <summary>The strings of Qwen's special tokens that the chat template uses; their ids come from the tokenizer's file.</summary>
public static class SpecialTokens
{
    public const string EndOfText = "<|endoftext|>";
    public const string TurnStart = "<|im_start|>";
    public const string TurnEnd = "<|im_end|>";
    public const string ToolCallStart = "<tool_call>";
    public const string ToolCallEnd = "</tool_call>";
    public const string ToolResponseStart = "<tool_response>";
    public const string ToolResponseEnd = "</tool_response>";
    public const string ThinkStart = "<think>";
    public const string ThinkEnd = "</think>";

    public static IReadOnlyList<string> All { get; } =
        [EndOfText, TurnStart, TurnEnd, ToolCallStart, ToolCallEnd, ToolResponseStart, ToolResponseEnd, ThinkStart, ThinkEnd];

    /// <summary>Whether Hugging Face calls the token special and leaves it out when decoding with skip_special_tokens.</summary>
    public static bool IsControl(string token) => token.StartsWith("<|", StringComparison.Ordinal);
}
