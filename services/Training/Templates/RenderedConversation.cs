namespace AgentScaler.Training.Templates;

/// <summary>A conversation as the model sees it.</summary>
/// <param name="Pieces">The text in order, cut where what is trained begins and ends.</param>
public sealed record RenderedConversation(IReadOnlyList<RenderedPiece> Pieces)
{
    public string Text => string.Concat(Pieces.Select(p => p.Text));
}
