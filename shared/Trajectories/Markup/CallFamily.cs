namespace AgentScaler.Trajectories.Markup;

/// <summary>The form in which the models of one family write a tool call that their server left in the text.</summary>
/// <param name="Name">The family, for people.</param>
/// <param name="Parser">The vLLM parser for the family; null if there is none.</param>
/// <param name="Form">A regular expression in which <c>~</c> means white space and <c>@</c> means a name.</param>
public sealed record CallFamily(string Name, string? Parser, string Form)
{
    /// <summary>Whether the form is a call only if it names an offered tool, because it may also be data.</summary>
    public bool NeedsOffer { get; init; }
}
