namespace AgentScaler.Language.Values.Documents;

/// <summary>The values of a text that its description states.</summary>
/// <param name="Values">Literal values, in the order of the description.</param>
/// <param name="Closed">Whether the description names all values that there are.</param>
/// <param name="Form">A template that values are written in, such as <c>projects/{project}</c> or <c>YYYY-MM-DD</c>; null where none is stated.</param>
public sealed record StatedText(IReadOnlyList<string> Values, bool Closed, string? Form)
{
    public static StatedText Nothing { get; } = new([], false, null);
}
