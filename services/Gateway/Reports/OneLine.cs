using System.Text;

namespace AgentScaler.Gateway.Reports;

/// <summary>A text of any form as one line.</summary>
public static class OneLine
{
    /// <summary>The text with every run of white space and control characters as one blank, cut to a length with an ellipsis.</summary>
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
