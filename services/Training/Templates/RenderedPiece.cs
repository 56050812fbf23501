namespace AgentScaler.Training.Templates;

/// <summary>Part of a rendered conversation.</summary>
/// <param name="Trained">Whether the part is the assistant's: content, tool calls and the end of the turn.</param>
public sealed record RenderedPiece(string Text, bool Trained);
