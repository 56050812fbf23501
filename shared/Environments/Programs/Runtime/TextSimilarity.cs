using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>How much two texts are alike: 1 - d / n, with the edits d of Levenshtein and the length n of the longer text, by code point.</summary>
internal static class TextSimilarity
{
    public static Value Of(string a, string b, StepMeter meter)
    {
        var (first, second) = (Runes(meter.Read(a)), Runes(meter.Read(b)));
        meter.Charge((long)first.Length * second.Length);
        var longer = Math.Max(first.Length, second.Length);
        return longer == 0 ? 1 : Arithmetic.Divide(longer - Distance(first, second), longer);
    }

    /// <summary>The least number of insertions, deletions and replacements that lead from one text to the other.</summary>
    private static int Distance(int[] a, int[] b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < b.Length; j++)
            {
                var replaced = diagonal + (a[i] == b[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(diagonal, row[j]) + 1);
            }
        }

        return row[b.Length];
    }

    private static int[] Runes(string text) => [.. text.EnumerateRunes().Select(r => r.Value)];
}
