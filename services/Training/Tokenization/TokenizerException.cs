namespace AgentScaler.Training.Tokenization;

/// <summary>A tokenizer file cannot be used; the message names the file, the place and the remedy.</summary>
public sealed class TokenizerException(string message, Exception? inner = null) : Exception(message, inner);
