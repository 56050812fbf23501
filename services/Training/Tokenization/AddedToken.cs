namespace AgentScaler.Training.Tokenization;

/// <summary>A token that is recognised in the raw text before any other processing.</summary>
/// <param name="Special">Whether Hugging Face leaves it out when decoding with skip_special_tokens.</param>
public sealed record AddedToken(int Id, string Content, bool Special);
