namespace AgentScaler.Training.Templates;

/// <summary>A conversation in the form that the model sees.</summary>
/// <param name="Pieces">The text in order, cut at the beginning and end of trained parts.</param>
public sealed record RenderedConversation(IReadOnlyList<RenderedPiece> Pieces)
{
    public string Text => string.Concat(Pieces.Select(p => p.Text));
}
