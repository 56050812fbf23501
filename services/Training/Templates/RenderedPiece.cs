namespace AgentScaler.Training.Templates;

/// <summary>Part of a rendered conversation.</summary>
/// <param name="Trained">Whether an assistant says it: content, tool calls and the end of the turn.</param>
public sealed record RenderedPiece(string Text, bool Trained);
