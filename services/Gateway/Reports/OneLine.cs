using System.Text;

namespace AgentScaler.Gateway.Reports;

/// <summary>Turns any text into one line.</summary>
public static class OneLine
{
    /// <summary>Replaces each sequence of white space and control characters by one blank, and shortens the text with an ellipsis.</summary>
    public static string Of(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder();
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        var whole = line.ToString().TrimEnd();
        if (whole.Length <= longest)
        {
            return whole;
        }

        var end = char.IsHighSurrogate(whole[longest - 2]) ? longest - 2 : longest - 1;
        return whole[..end] + "…";
    }
}
