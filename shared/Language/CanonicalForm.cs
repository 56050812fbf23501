using System.Globalization;
using System.Text;

namespace AgentScaler.Language;

/// <summary>
/// Puts Unicode text into its canonical forms C and D (UAX 15). The runtime's own normalization needs ICU, which this product leaves out.
/// </summary>
public static class CanonicalForm
{
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28, SyllableCount = LeadCount * VowelCount * TailCount;

    // Below U+0300 nothing combines, and every letter of Latin-1 and Latin Extended is composed already.
    private const char FirstCombining = '\u0300';

    private static readonly Lazy<Tables> Data = new(Read);

    private sealed record Tables(
        Dictionary<int, int[]> Decompositions, Dictionary<(int First, int Second), int> Compositions, Dictionary<int, byte> Classes);

    /// <summary>Returns form C: a letter and its marks become one character if Unicode has it. Half a surrogate pair becomes U+FFFD.</summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyInRange(FirstCombining, char.MaxValue) ? Text(Composed(Decomposed(text), Data.Value)) : text;
    }

    /// <summary>Returns form D: every letter stands before its marks, so "é" is an e and an accent. Half a surrogate pair becomes U+FFFD.</summary>
    public static string Decompose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) ? text : Text(Decomposed(text));
    }

    private static List<int> Decomposed(string text)
    {
        var tables = Data.Value;
        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, points, tables);
        }

        Order(points, tables);
        return points;
    }

    private static string Text(List<int> points)
    {
        var text = new StringBuilder(points.Count);
        foreach (var point in points)
        {
            text.Append(new Rune(point).ToString());
        }

        return text.ToString();
    }

    private static void Decompose(int point, List<int> into, Tables tables)
    {
        var syllable = point - SyllableBase;
        if (syllable is >= 0 and < SyllableCount)
        {
            into.Add(LeadBase + syllable / (VowelCount * TailCount));
            into.Add(VowelBase + syllable % (VowelCount * TailCount) / TailCount);
            if (syllable % TailCount != 0)
            {
                into.Add(TailBase + syllable % TailCount);
            }
        }
        else if (tables.Decompositions.TryGetValue(point, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, into, tables);
            }
        }
        else
        {
            into.Add(point);
        }
    }

    /// <summary>Sorts every run of combining marks by class, stably.</summary>
    private static void Order(List<int> points, Tables tables)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var rank = tables.Classes.GetValueOrDefault(points[i]);
            if (rank == 0)
            {
                continue;
            }

            var point = points[i];
            var at = i;
            while (at > 0 && tables.Classes.GetValueOrDefault(points[at - 1]) > rank)
            {
                points[at] = points[at - 1];
                at--;
            }

            points[at] = point;
        }
    }

    private static List<int> Composed(List<int> points, Tables tables)
    {
        var result = new List<int>(points.Count);
        var starter = -1;
        var last = 0;
        foreach (var point in points)
        {
            var rank = tables.Classes.GetValueOrDefault(point);
            var blocked = starter >= 0 && result.Count - 1 > starter && (last == 0 || last >= rank);
            if (starter >= 0 && !blocked && Pair(result[starter], point, tables) is { } composed)
            {
                result[starter] = composed;
                continue;
            }

            if (rank == 0)
            {
                starter = result.Count;
            }

            last = rank;
            result.Add(point);
        }

        return result;
    }

    private static int? Pair(int first, int second, Tables tables)
    {
        if (first - LeadBase is >= 0 and < LeadCount && second - VowelBase is >= 0 and < VowelCount)
        {
            return SyllableBase + ((first - LeadBase) * VowelCount + second - VowelBase) * TailCount;
        }

        if (first - SyllableBase is >= 0 and < SyllableCount && (first - SyllableBase) % TailCount == 0 && second - TailBase is > 0 and < TailCount)
        {
            return first + second - TailBase;
        }

        return tables.Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private static Tables Read()
    {
        var tables = new Tables([], [], []);
        using var stream = typeof(CanonicalForm).Assembly.GetManifestResourceStream("canonical-composition.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var fields = line.Split(' ');
            var point = Hex(fields[1]);
            if (fields[0] == "C")
            {
                tables.Classes[point] = byte.Parse(fields[2], CultureInfo.InvariantCulture);
                continue;
            }

            int[] parts = [.. fields[2..].Select(Hex)];
            tables.Decompositions[point] = parts;
            if (fields[0] == "D")
            {
                tables.Compositions[(parts[0], parts[1])] = point;
            }
        }

        return tables;
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
