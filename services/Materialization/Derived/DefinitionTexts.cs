using System.Text.RegularExpressions;
using AgentScaler.Materialization.Sentences;

namespace AgentScaler.Materialization.Derived;

/// <summary>Finds the texts that say what a column tells: its own description, and sentences of tools that name it.</summary>
internal static partial class DefinitionTexts
{
    /// <summary>Each phrase in words, with the sentence that it is from.</summary>
    public static IEnumerable<(string Phrase, string Sentence)> Of(DomainModel model, TableModel table, ColumnModel column)
    {
        foreach (var sentence in column.Schemas.Prepend(column.Node).OfType<Environments.JsonSchemas.SchemaNode>().Select(n => n.Description)
            .OfType<string>().Distinct().SelectMany(SentenceSplitter.Sentences))
        {
            yield return (Wording.Of(Minus(sentence)), sentence);
        }

        foreach (var tool in model.Tools.Where(t => t.Table == table && !t.Tool.DescriptionDerived))
        {
            foreach (var sentence in SentenceSplitter.Sentences(tool.Tool.Description))
            {
                if (Told(table, column, sentence) is { } phrase)
                {
                    yield return (phrase, sentence);
                }
            }
        }
    }

    /// <summary>What a sentence says of the column: "`owed` is the sum of ..." The column is named as a name, or begins the sentence.</summary>
    private static string? Told(TableModel table, ColumnModel column, string sentence)
    {
        var name = string.Join(' ', column.Words);
        var named = sentence.Contains($"`{column.Name}`", StringComparison.Ordinal) || sentence.Contains($"\"{column.Name}\"", StringComparison.Ordinal)
            || (column.Name.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0 || column.Name.Contains('_', StringComparison.Ordinal))
                && sentence.Contains(column.Name, StringComparison.Ordinal);
        var words = Wording.Of(Minus(sentence));
        var match = Regex.Match(words,
            $@"(^|, |\b)(and |while )?((the|its|their|an?|each|every) )?({string.Join(' ', table.Singular.Split('_'))} )?{Regex.Escape(name)} (is|are|counts?|tells?|equals?|shows?|holds?|gives?|states?|means?|reflects?) (?<told>.+)$",
            RegexOptions.CultureInvariant);
        if (!match.Success || (!named && match.Index > 0) || Forbidding().IsMatch(match.Groups["told"].Value))
        {
            return null;
        }

        var told = match.Groups["told"].Value;
        foreach (var other in table.Columns.Where(c => c != column))
        {
            told = Regex.Replace(told, $@" (, and|,|and|while|, while|but|, but) (the |its )?{Regex.Escape(string.Join(' ', other.Words))} (is|are|counts?|equals?|shows?|tells?|holds?) .*$", "",
                RegexOptions.CultureInvariant);
        }

        return match.Groups[0].Value.Contains(" counts ", StringComparison.Ordinal) && !told.StartsWith("the number", StringComparison.Ordinal)
            && match.Value[..match.Groups["told"].Index].TrimEnd().EndsWith("counts", StringComparison.Ordinal)
            ? $"the number of {told}" : told;
    }

    /// <summary>A minus sign between two names is the word.</summary>
    private static string Minus(string sentence) => MinusSign().Replace(sentence, "$1 minus ");

    [GeneratedRegex(@"([\w`)])\s+[-−–]\s+(?=[\w`(])", RegexOptions.CultureInvariant)]
    private static partial Regex MinusSign();

    /// <summary>What a member must be is not what it tells.</summary>
    [GeneratedRegex(@"^(not |required|optional|ignored|given|sent|set |kept|raised|lowered|increased|reduced|refused|at least|at most|up to|between|unique|read only)", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidding();
}
