using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentScaler.Trajectories.Realism;

/// <summary>Measures utterances. Reference utterances of people are measured in the same way for comparison.</summary>
public static partial class LanguageRealism
{
    private const int BleuSample = 200;

    public static LanguageFigures Of(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return new LanguageFigures(0, 0, 0, 0, 0, 0, 0);
        }

        var words = texts.Select(Words).ToList();
        return new LanguageFigures(
            texts.Count,
            Round(words.Average(w => w.Length)),
            Round(texts.Select(Template).Distinct(StringComparer.Ordinal).Count() / (double)texts.Count),
            Round(Distinct(words, 3)),
            Round(SelfBleu(Sample(words))),
            Round(Compression(texts)),
            Round(texts.Count(t => Identifier().IsMatch(t)) / (double)texts.Count));
    }

    /// <summary>
    /// The accuracy of a naive Bayes classifier over words and word pairs that distinguishes the two sets, in five-fold cross-validation on equally many of
    /// each: 0.5 is chance, and 1 is perfect.
    /// </summary>
    public static double TwoSampleAccuracy(IReadOnlyList<string> texts, IReadOnlyList<string> reference)
    {
        var count = Math.Min(Math.Min(texts.Count, reference.Count), 1000);
        if (count < 10)
        {
            return double.NaN;
        }

        var random = SeededRandom.Of(0, "two-sample");
        var labelled = random.Shuffle(random.Shuffle(texts).Take(count).Select(t => (Features: Features(t), Ours: true))
            .Concat(random.Shuffle(reference).Take(count).Select(t => (Features: Features(t), Ours: false))));
        var right = 0;
        for (var fold = 0; fold < 5; fold++)
        {
            var classifier = new NaiveBayes(labelled.Where((_, i) => i % 5 != fold));
            right += labelled.Where((_, i) => i % 5 == fold).Count(t => classifier.IsOurs(t.Features) == t.Ours);
        }

        return Round(right / (double)labelled.Length);
    }

    /// <summary>Masks the parts of an utterance that vary from task to task.</summary>
    public static string Template(string text) => Varying().Replace(text, "_");

    internal static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    private static double Distinct(List<string[]> texts, int n)
    {
        var all = texts.SelectMany(w => Grams(w, n)).ToList();
        return all.Count == 0 ? 0 : all.Distinct(StringComparer.Ordinal).Count() / (double)all.Count;
    }

    private static IEnumerable<string> Grams(string[] words, int n)
    {
        for (var i = 0; i + n <= words.Length; i++)
        {
            yield return string.Join(' ', words, i, n);
        }
    }

    private static List<string[]> Sample(List<string[]> texts) => [.. SeededRandom.Of(0, "self-bleu").Shuffle(texts).Take(BleuSample)];

    /// <summary>BLEU-4 with add-one smoothing (Lin and Och 2004) of each text against all others.</summary>
    private static double SelfBleu(List<string[]> texts)
    {
        if (texts.Count < 2)
        {
            return 0;
        }

        var grams = texts.Select(t => Enumerable.Range(1, 4)
            .Select(n => Grams(t, n).GroupBy(g => g, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal))
            .ToArray()).ToList();

        // Keep the two largest counts of each n-gram over all texts. They give the largest count among the other texts without a second pass.
        var largest = Enumerable.Range(0, 4).Select(_ => new Dictionary<string, (int First, int Second)>(StringComparer.Ordinal)).ToArray();
        foreach (var text in grams)
        {
            for (var n = 0; n < 4; n++)
            {
                foreach (var (gram, count) in text[n])
                {
                    var (first, second) = largest[n].GetValueOrDefault(gram);
                    largest[n][gram] = count > first ? (count, first) : (first, Math.Max(second, count));
                }
            }
        }

        var sum = 0.0;
        for (var i = 0; i < texts.Count; i++)
        {
            var log = 0.0;
            for (var n = 0; n < 4; n++)
            {
                var total = grams[i][n].Values.Sum();
                var matched = grams[i][n].Sum(g => Math.Min(g.Value, largest[n][g.Key] is var (first, second) && first == g.Value ? second : first));
                log += Math.Log((matched + 1.0) / (total + 1.0)) / 4;
            }

            var closest = texts.Where((_, j) => j != i).Min(t => (Math.Abs(t.Length - texts[i].Length), t.Length)).Length;
            sum += Math.Exp(log) * (texts[i].Length >= closest ? 1 : Math.Exp(1 - (closest / (double)Math.Max(1, texts[i].Length))));
        }

        return sum / texts.Count;
    }

    private static double Compression(IReadOnlyList<string> texts)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', texts));
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return bytes.Length / (double)Math.Max(1, packed.Length);
    }

    private static string[] Features(string text)
    {
        var words = Words(Template(text));
        return [.. words, .. Grams(words, 2)];
    }

    internal static double Round(double value) => double.IsFinite(value) ? Math.Round(value, 4) : value;

    [GeneratedRegex(@"[\p{L}\p{Nd}']+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex("\"[^\"]*\"|\\b\\p{Lu}[\\p{L}\\p{Nd}@.\\-]*(?: \\p{Lu}[\\p{L}\\p{Nd}.\\-]*)*|\\S*\\d\\S*|\\S+@\\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Varying();

    [GeneratedRegex(@"\b[a-z]+_[a-z_]+\b|\b[a-z]+[A-Z][a-zA-Z]+\b|\b[0-9a-f]{8}-[0-9a-f]{4}-|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,}\b")]
    private static partial Regex Identifier();

    private sealed class NaiveBayes
    {
        private readonly Dictionary<string, (int Ours, int Theirs)> _counts = new(StringComparer.Ordinal);
        private readonly (int Ours, int Theirs) _total;

        public NaiveBayes(IEnumerable<(string[] Features, bool Ours)> texts)
        {
            foreach (var (features, ours) in texts)
            {
                foreach (var feature in features)
                {
                    var (a, b) = _counts.GetValueOrDefault(feature);
                    _counts[feature] = ours ? (a + 1, b) : (a, b + 1);
                    _total = ours ? (_total.Ours + 1, _total.Theirs) : (_total.Ours, _total.Theirs + 1);
                }
            }
        }

        public bool IsOurs(string[] features)
        {
            var score = 0.0;
            foreach (var feature in features.Where(_counts.ContainsKey))
            {
                var (a, b) = _counts[feature];
                score += Math.Log((a + 1.0) / (_total.Ours + _counts.Count)) - Math.Log((b + 1.0) / (_total.Theirs + _counts.Count));
            }

            return score > 0;
        }
    }
}
