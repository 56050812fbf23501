namespace AgentScaler.Trajectories.Markup;

/// <summary>How the models of one family write a tool call, where their server leaves it in the text.</summary>
/// <param name="Name">The family, for people.</param>
/// <param name="Parser">The parser that vLLM has for it; null where it has none.</param>
/// <param name="Form">A regular expression in which <c>~</c> stands for white space and <c>@</c> for a name.</param>
public sealed record CallFamily(string Name, string? Parser, string Form)
{
    /// <summary>Whether the form is a call only where it names a tool that is on offer: it could as well be data.</summary>
    public bool NeedsOffer { get; init; }
}
