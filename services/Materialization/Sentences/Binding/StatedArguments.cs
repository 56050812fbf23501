using System.Text;
using System.Text.RegularExpressions;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>
/// What the descriptions of parameters demand of an argument: one of some quoted values, or a form in which a date or a time is read. Prose about values
/// demands nothing.
/// </summary>
internal static partial class StatedArguments
{
    private const int MostValues = 60;

    public static IEnumerable<Precondition> Of(ToolReading reading)
    {
        foreach (var parameter in reading.Parameters.Where(p => p.Node is { Kind: NodeKind.String, Enum: null, Pattern: null, Description.Length: > 0 }))
        {
            if (Choice(parameter.Node.Description!) is { Count: > 1 } values)
            {
                yield return new IsOneOf(parameter, values) { Basis = new Basis(Source.Text, $"The description of {parameter.Name} names its values.") };
            }
            else if (parameter.Node.Format is null && Form(parameter.Node.Description!) is var (form, pattern, example))
            {
                yield return new HasForm(parameter, form, pattern, example)
                {
                    Basis = new Basis(Source.Text, $"The description of {parameter.Name} states its form."),
                };
            }
        }
    }

    /// <summary>The values of a closed list of quoted words; none where the list is one of examples, or goes on in other words.</summary>
    internal static IReadOnlyList<Value> Choice(string description)
    {
        if (ListPattern().Match(description) is not { Success: true } list || OpenPattern().IsMatch(description))
        {
            return [];
        }

        var end = EndPattern().Match(description, list.Index + list.Length - 1);
        var text = description[(list.Index + list.Length - 1)..(end.Success ? end.Index + 1 : description.Length)];
        return [.. QuotedPattern().Matches(text).Select(m => m.Groups["value"].Value).Distinct(StringComparer.Ordinal).Take(MostValues)
            .Select(v => Value.From(v))];
    }

    /// <summary>A form of conversion signs, as programs read dates and times by: <c>%Y-%m-%d</c>.</summary>
    internal static (string Form, string Pattern, string Example)? Form(string description)
    {
        if (SignsPattern().Match(description) is not { Success: true } signs)
        {
            return null;
        }

        var (form, pattern, example) = (signs.Value, new StringBuilder("^"), new StringBuilder());
        for (var i = 0; i < form.Length; i++)
        {
            var (digits, text) = form[i] == '%' ? form[i + 1] switch
            {
                'Y' => ("[0-9]{4}", "2024"),
                'm' => ("(0?[1-9]|1[0-2])", "05"),
                'd' => ("(0?[1-9]|[12][0-9]|3[01])", "17"),
                'H' => ("([01]?[0-9]|2[0-3])", "09"),
                _ => ("[0-5]?[0-9]", "30"),
            } : (form[i] is '.' or '/' or '-' ? $"[{form[i]}]" : form[i].ToString(), form[i].ToString());
            pattern.Append(digits);
            example.Append(text);
            i += form[i] == '%' ? 1 : 0;
        }

        return (form, pattern.Append('$').ToString(), example.ToString());
    }

    [GeneratedRegex("""\b(?:must be (?:either|one of)|one of|(?:available|allowed|valid|possible|permitted|accepted) (?:values|options|choices)(?: are| is| include)?|either|can be|values)(?: the following)?\s*:?\s*\(?['"`]""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListPattern();

    /// <summary>Words by which a list is no closed one.</summary>
    [GeneratedRegex(@"\b(?:e\.g|for example|for instance|such as|and so on|etc|including|custom|any other|or another|comma[- ]separated|combination)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenPattern();

    /// <summary>The end of a sentence.</summary>
    [GeneratedRegex(@"[.;](?=\s|$)|\n\s*\n")]
    private static partial Regex EndPattern();

    [GeneratedRegex("""(?<!\w)(?<quote>['"`])(?<value>[\w][\w ./+-]{0,60})\k<quote>(?!\w)""")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex("%[YmdHMS](?:[-/: T.]?%[YmdHMS])+")]
    private static partial Regex SignsPattern();
}
