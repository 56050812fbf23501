using System.Text;

namespace AgentScaler.Trajectories.Plans;

/// <summary>Writes identifiers as words: <c>customer_id</c>, <c>customerId</c> and <c>Customer-ID</c> are "customer id".</summary>
public static class IdentifierWords
{
    public static string Of(string identifier)
    {
        var text = new StringBuilder(identifier.Length + 4);
        for (var i = 0; i < identifier.Length; i++)
        {
            var c = identifier[i];
            if (!char.IsLetterOrDigit(c))
            {
                Break(text);
                continue;
            }

            var startsWord = char.IsUpper(c) && i > 0
                && (char.IsLower(identifier[i - 1]) || (i + 1 < identifier.Length && char.IsLower(identifier[i + 1]) && char.IsUpper(identifier[i - 1])));
            if (startsWord)
            {
                Break(text);
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString().Trim();
    }

    private static void Break(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }
}
