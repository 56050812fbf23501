namespace AgentScaler.Training.Tokenization;

/// <summary>Thrown when a tokenizer file cannot be used. The message names the file, the place and the remedy.</summary>
public sealed class TokenizerException(string message, Exception? inner = null) : Exception(message, inner);
