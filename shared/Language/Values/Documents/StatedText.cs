namespace AgentScaler.Language.Values.Documents;

/// <summary>The values of a place that its description states.</summary>
/// <param name="Values">The literal values, in the order of the description.</param>
/// <param name="Closed">Whether the description names all possible values.</param>
/// <param name="Form">The template of the values, such as <c>projects/{project}</c> or <c>YYYY-MM-DD</c>. Null if none is stated.</param>
public sealed record StatedText(IReadOnlyList<string> Values, bool Closed, string? Form)
{
    public static StatedText Nothing { get; } = new([], false, null);
}
