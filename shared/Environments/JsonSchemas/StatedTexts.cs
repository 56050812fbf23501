using AgentScaler.Language;
using AgentScaler.Language.Values.Documents;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>The texts that documents state for one place: examples, defaults, a closed choice, a form.</summary>
/// <param name="Examples">Values that stand in the documents.</param>
/// <param name="Choice">All possible values if the documents name them, otherwise empty.</param>
/// <param name="Description">The first description of the place. Null if there is none.</param>
public sealed record StatedTexts(IReadOnlyList<string> Examples, IReadOnlyList<string> Choice, string? Form, string? Description)
{
    private const int LongestExample = 160;

    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "string", "text", "value", "example", "name", "null", "none", "n/a", "undefined", "foo", "bar", "baz", "test", "xxx", "abc", "todo", "tbd",
        "description", "id", "...", "-", "lorem ipsum", "integer", "number", "boolean", "object", "array",
    };

    /// <summary>Words of names whose documented values are nobody's to repeat.</summary>
    private static readonly HashSet<string> Secret = new(StringComparer.Ordinal)
    {
        "password", "secret", "token", "credential", "credentials", "passphrase", "apikey", "authorization", "signature", "jwt",
    };

    public static StatedTexts Nothing { get; } = new([], [], null, null);

    /// <summary>Gathers the statements of all schemas of one place, and the values of documented answers there.</summary>
    public static StatedTexts Of(string name, IEnumerable<SchemaNode> nodes, IEnumerable<string> answered)
    {
        var words = Words.Split(name);
        var secret = words.Any(Secret.Contains) || words is [.., "api" or "access" or "private", "key"];
        var examples = new List<string>(secret ? [] : answered);
        List<string> choice = [];
        string? form = null;
        string? description = null;
        foreach (var node in nodes)
        {
            description ??= node.Description;
            var read = DescriptionReader.Read(node.Description);
            form ??= read.Form;
            if (read.Closed && choice.Count == 0)
            {
                choice = [.. read.Values];
            }
            else if (!secret && !read.Closed)
            {
                examples.AddRange(read.Values);
            }

            if (!secret)
            {
                examples.InsertRange(0, new[] { node.Example, node.Default }.Where(v => v is { IsString: true }).Select(v => v!.Value.AsString));
            }
        }

        return new StatedTexts([.. examples.Select(e => e.Trim()).Where(IsValue).Distinct(StringComparer.Ordinal).Take(24)], choice, form, description);
    }

    private static bool IsValue(string text) =>
        text.Length is > 0 and <= LongestExample && !Placeholders.Contains(text) && !StatedForm.Is(text) && text.Any(char.IsLetterOrDigit)
            && !text.Any(char.IsControl) && !IsKey(text)
        && !(text[0] is '<' or '{' or '[' && text[^1] is '>' or '}' or ']');

    /// <summary>Whether a text has the look of somebody's key, whatever it is called.</summary>
    private static bool IsKey(string text) => text.StartsWith("AKIA", StringComparison.Ordinal)
        || text.StartsWith("eyJ", StringComparison.Ordinal) || text.StartsWith("sk_", StringComparison.Ordinal)
        || text.StartsWith("ghp_", StringComparison.Ordinal) || text.StartsWith("xox", StringComparison.Ordinal)
            || text.Contains("PRIVATE KEY", StringComparison.Ordinal);
}
