using AgentScaler.Language;
using AgentScaler.Language.Values;
using AgentScaler.Language.Values.Documents;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>Makes texts for one table. Documented texts come first, then texts by meaning, then texts of the words of the thing.</summary>
internal sealed class TextForge(DeterministicRandom random)
{
    private const int Tries = 6;
    private const int Several = 3;
    private const double SmallShare = 0.35;
    private const double LargeShare = 0.8;

    /// <summary>Meanings that rows are brought into harmony by: a documented birthday fits no other row.</summary>
    private static readonly HashSet<string> Harmonised = new(StringComparer.Ordinal)
    {
        "email", "person_name", "first_name", "last_name", "date", "datetime", "time", "uuid", "id", "latitude", "longitude", "city", "country", "phone",
        "year",
    };

    /// <summary>Nouns of keys and numbers.</summary>
    private static readonly HashSet<string> Coded = new(StringComparer.Ordinal)
    {
        "id", "identifier", "sid", "uid", "arn", "key", "hash", "code", "number", "version", "token", "checksum", "digest", "reference", "urn", "guid",
        "uuid", "revision", "etag",
    };

    private readonly Dictionary<SchemaNode, StatedTexts> _stated = [];
    private readonly Dictionary<(string? Owner, string Name), HashSet<string>> _used = [];

    /// <summary>Takes note of each text with its origin; null where nobody asks.</summary>
    public Action<string, string, ValueOrigin>? Told { get; init; }

    public string Make(SchemaNode node, string name, string? owner, string? semantic, StatedTexts? stated)
    {
        stated ??= Stated(node, name);
        var subject = new TextSubject(name, owner, stated.Description);
        var used = Used(owner, name);
        for (var attempt = 0; ; attempt++)
        {
            var drawn = Once(node, subject, semantic, stated, used);
            if (attempt < Tries && (!TextCheck.Meets(node, drawn.Text) || (drawn.Open && used.Contains(drawn.Text))))
            {
                continue;
            }

            return Noted(used, name, drawn);
        }
    }

    /// <summary>A text with a meaning that happens to meet the pattern, as it is or written as names are in code; null where none does.</summary>
    public string? Worded(SchemaNode node, string pattern, string name, string? owner, StatedTexts? stated)
    {
        if (PatternCheck.Of(pattern) is not { } check)
        {
            // Parts that are not enforced would let every text pass.
            return null;
        }

        stated ??= Stated(node, name);
        var subject = new TextSubject(name, owner, stated.Description);
        var used = Used(owner, name);
        var semantic = Semantics.Of(name, NodeKind.String, node.Format, owner);
        DrawnText? again = null;
        for (var attempt = 0; attempt < Tries * 2; attempt++)
        {
            // "country" may be asked for as its code.
            var drawn = attempt < Tries ? Once(node, subject, semantic, stated, used) : SemanticText.Draw(null, new TextSubject(name + " code", owner), random);
            foreach (var text in Spellings(drawn.Text).Where(t => check.IsMatch(t) && TextCheck.Meets(node, t)))
            {
                if (!used.Contains(text))
                {
                    return Noted(used, name, drawn with { Text = text });
                }

                again ??= drawn with { Text = text };
            }
        }

        return again is { } known ? Noted(used, name, known) : null;
    }

    /// <summary>
    /// Takes note of a text that was sampled from a pattern: of its kind where it is a key or a number, whose pattern is all that there is to it.
    /// </summary>
    public string Sampled(string name, string? owner, string text)
    {
        var coded = Coded.Contains(Words.Singular(Words.OfMember(name)[^1]))
            || text.All(c => char.IsAsciiDigit(c) || c is '-' or '.' or '+' or ' ')
            || Semantics.Of(name, NodeKind.String, null, owner) is "id" or "uuid" or "token" or "code" or "phone" or "postal_code";
        return Noted(Used(owner, name), name, new DrawnText(text, coded ? ValueOrigin.Document : ValueOrigin.Invented));
    }

    private string Noted(HashSet<string> used, string name, DrawnText drawn)
    {
        used.Add(drawn.Text);
        Told?.Invoke(name, drawn.Text, drawn.Origin);
        return drawn.Text;
    }

    private static IEnumerable<string> Spellings(string text)
    {
        yield return text;
        var words = Words.Split(text);
        yield return string.Join('-', words);
        yield return string.Join('_', words);
        yield return string.Concat(text.Where(char.IsLetterOrDigit));
        yield return string.Concat(words.Select(TextForm.Capital));
        yield return text.ToUpperInvariant().Replace(' ', '_');
        yield return words.Count == 0 ? text : words[0];
        if (text is [.., 'Z'] && text.Length == 20)
        {
            yield return text[..19] + ".000Z";
            yield return text[..19];
        }
        else if (text.Length == 10 && text[4] == '-')
        {
            yield return text + "T00:00:00Z";
            yield return text + "T00:00:00.000Z";
        }
    }

    private DrawnText Once(SchemaNode node, TextSubject subject, string? semantic, StatedTexts stated, HashSet<string> used)
    {
        if (stated.Choice.Count > 0)
        {
            return new DrawnText(random.Pick(stated.Choice), ValueOrigin.Document, Open: false);
        }

        var harmonised = semantic is not null && Harmonised.Contains(semantic);
        if (stated.Form is { } form && !(harmonised && StatedForm.IsClock(form)))
        {
            return new DrawnText(StatedForm.Write(form, random, Variable), ValueOrigin.Document);
        }

        if (harmonised)
        {
            return SemanticText.Draw(semantic, subject, random);
        }

        var drawn = SemanticText.Draw(semantic, subject, random);
        if (stated.Examples.Count == 0 || (drawn.Origin != ValueOrigin.Invented && !random.Chance(Share(stated.Examples))))
        {
            return drawn;
        }

        if (stated.Examples.FirstOrDefault(e => !used.Contains(e) && TextCheck.Meets(node, e)) is { } unused)
        {
            return new DrawnText(unused, ValueOrigin.Document, Open: false);
        }

        // The documents' examples are used up: more of their kind, or those of the lexicon.
        return ExampleText.Like(random.Pick(stated.Examples), random) is { } alike ? new DrawnText(alike, ValueOrigin.Document)
            : drawn.Origin == ValueOrigin.Invented || stated.Examples.Count >= Several
                || !drawn.Open ? new DrawnText(random.Pick(stated.Examples), ValueOrigin.Document, Open: false)
            : drawn;
    }

    /// <summary>How many rows hold what the documents show: most, where they show several values or one that others can be like.</summary>
    private static double Share(IReadOnlyList<string> examples) => examples.Count > 1 || examples[0].Any(char.IsAsciiDigit) ? LargeShare : SmallShare;

    /// <summary>A variable of a documented path: the value of its kind as it is written in paths.</summary>
    private string Variable(string name)
    {
        var text = SemanticText.Draw(null, new TextSubject(name), random).Text;
        return text.Any(c => char.IsWhiteSpace(c) || c is '/' or '{') ? SemanticText.Slug(new TextSubject(name), random) : text;
    }

    private StatedTexts Stated(SchemaNode node, string name)
    {
        if (!_stated.TryGetValue(node, out var stated))
        {
            _stated[node] = stated = StatedTexts.Of(name, [node], []);
        }

        return stated;
    }

    private HashSet<string> Used(string? owner, string name)
    {
        if (!_used.TryGetValue((owner, name), out var used))
        {
            _used[(owner, name)] = used = new HashSet<string>(StringComparer.Ordinal);
        }

        return used;
    }
}
