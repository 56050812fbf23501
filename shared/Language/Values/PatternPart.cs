using System.Text;

namespace AgentScaler.Language.Values;

/// <summary>A part of a pattern. It can be written at any length that it allows.</summary>
/// <param name="Least">The smallest number of characters that it matches.</param>
/// <param name="Most">The largest number of characters that it is written with, at most <see cref="Longest"/>.</param>
/// <param name="Natural">The number of characters that reads well: an optional part stands once, and an open length is that of a word.</param>
public abstract record PatternPart(int Least, int Most, int Natural)
{
    public const int Longest = 4096;

    /// <summary>Appends exactly <paramref name="length"/> matching characters. Returns false and appends nothing if it finds no way.</summary>
    public abstract bool Write(StringBuilder text, int length, DeterministicRandom random);

    /// <summary>Writes parts one after the other, each as near to its natural length as the whole length leaves it.</summary>
    protected static bool WriteAll(IReadOnlyList<PatternPart> parts, StringBuilder text, int length, DeterministicRandom random)
    {
        var lengths = parts.Select(p => p.Natural).ToArray();
        var missing = length - lengths.Sum();
        var first = random.Below(parts.Count);
        for (var i = 0; i < lengths.Length && missing != 0; i++)
        {
            var at = (first + i) % lengths.Length;
            var change = Math.Clamp(missing, parts[at].Least - lengths[at], parts[at].Most - lengths[at]);
            lengths[at] += change;
            missing -= change;
        }

        var start = text.Length;
        for (var i = 0; i < lengths.Length && missing == 0; i++)
        {
            if (!parts[i].Write(text, lengths[i], random))
            {
                missing = 1;
            }
        }

        text.Length = missing == 0 ? text.Length : start;
        return missing == 0;
    }

    protected static int Capped(long length) => (int)Math.Min(length, Longest);

    /// <summary>One character of a set.</summary>
    internal sealed record Letter(string Choices) : PatternPart(1, 1, 1)
    {
        public override bool Write(StringBuilder text, int length, DeterministicRandom random)
        {
            text.Append(Choices[random.Below(Choices.Length)]);
            return true;
        }
    }

    /// <summary>Parts that follow each other.</summary>
    internal sealed record Chain(IReadOnlyList<PatternPart> Parts)
        : PatternPart(Capped(Parts.Sum(p => (long)p.Least)), Capped(Parts.Sum(p => (long)p.Most)), Capped(Parts.Sum(p => (long)p.Natural)))
    {
        public override bool Write(StringBuilder text, int length, DeterministicRandom random) => WriteAll(Parts, text, length, random);
    }

    /// <summary>One of several parts.</summary>
    internal sealed record Choice(IReadOnlyList<PatternPart> Parts) : PatternPart(Parts.Min(p => p.Least), Parts.Max(p => p.Most), Parts[0].Natural)
    {
        public override bool Write(StringBuilder text, int length, DeterministicRandom random)
        {
            var first = random.Below(Parts.Count);
            for (var i = 0; i < Parts.Count; i++)
            {
                var part = Parts[(first + i) % Parts.Count];
                if (part.Least <= length && length <= part.Most && part.Write(text, length, random))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A part repeated.</summary>
    internal sealed record Repetition(PatternPart Part, int Low, int High)
        : PatternPart(Capped((long)Part.Least * Low), Capped((long)Part.Most * High),
            Capped((long)Part.Natural * Math.Clamp(Part is Letter ? Word : 1, Low, High)))
    {
        private const int MaxTries = 4;
        private const int Word = 6;

        public override bool Write(StringBuilder text, int length, DeterministicRandom random)
        {
            var fewest = Math.Max(Low, Part.Most == 0 ? 0 : (length + Part.Most - 1) / Part.Most);
            var most = Math.Min(High, Part.Least == 0 ? Math.Max(fewest, 1) : length / Part.Least);
            if (length == 0 && Low == 0)
            {
                return true;
            }

            for (var attempt = 0; attempt < MaxTries && fewest <= most; attempt++)
            {
                var count = (int)random.Between(fewest, most);
                if (WriteAll([.. Enumerable.Repeat(Part, count)], text, length, random))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
