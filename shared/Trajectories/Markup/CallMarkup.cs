using System.Buffers;
using System.Text.RegularExpressions;

namespace AgentScaler.Trajectories.Markup;

/// <summary>
/// Finds a tool call that a server left in the text, in the markup of any family. Text about markup is not a call. <c>verify.py</c> does the same.
/// </summary>
public static class CallMarkup
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly (CallFamily Family, Regex Form)[] Forms =
        [.. CallFamilies.All.Select(family => (family, new Regex(Expression(family.Form), Options)))];

    private static readonly SearchValues<string> Signs = SearchValues.Create([.. CallFamilies.Signs], StringComparison.Ordinal);

    private static readonly Regex Name = new("[A-Za-z0-9_]+", Options);

    /// <param name="offered">Names of the offered tools. They distinguish a call from an example of one.</param>
    public static CallFamily? Find(string? content, IReadOnlySet<string> offered)
    {
        ArgumentNullException.ThrowIfNull(offered);
        if (Thoughts.Split(content).Said?.Trim(' ', '\t', '\r', '\n') is not { Length: > 0 } said || !MayHold(said))
        {
            return null;
        }

        var lastOffer = -2;

        SpokenOf? spoken = null;
        foreach (var (family, form) in Forms)
        {
            for (var match = form.Match(said); match.Success; match = match.NextMatch())
            {
                spoken ??= new SpokenOf(said);
                if (IsCall(family, said, match, spoken))
                {
                    return family;
                }
            }
        }

        return null;

        bool IsCall(CallFamily family, string said, Match match, SpokenOf spoken)
        {
            var at = said[match.Index] == '\n' ? match.Index + 1 : match.Index;
            if (spoken.InCode(at))
            {
                return false;
            }

            if (family.NeedsOffer)
            {
                // Python is a call only if the text consists of calls alone.
                return (family.Form[0] != '^' || said[^1] is ')' or ']' or '`') && LastOffer(match.Value, offered) >= 0;
            }

            lastOffer = lastOffer == -2 ? LastOffer(said, offered) : lastOffer;
            return !(spoken.InExample(at) || spoken.InSentence(at)) || lastOffer >= at;
        }
    }

    private static bool MayHold(string said) =>
        said.AsSpan().ContainsAny(Signs) || (said[^1] is ')' or ']' or '`' && said.Contains('(', StringComparison.Ordinal));

    /// <summary>The last position of an offered tool's name, or -1.</summary>
    private static int LastOffer(string text, IReadOnlySet<string> offered)
    {
        var last = -1;
        for (var match = Name.Match(text); match.Success; match = match.NextMatch())
        {
            last = offered.Contains(match.Value) ? match.Index : last;
        }

        return last;
    }

    private static string Expression(string form) =>
        form.Replace("~", "[ \\t\\r\\n]*", StringComparison.Ordinal).Replace("@", "[A-Za-z0-9_.:/-]+", StringComparison.Ordinal);
}
