using System.Text.Json;
using AgentScaler.Trajectories.Plans;

namespace AgentScaler.Materialization.Tasks.Checks;

/// <summary>
/// Nearness to given benchmarks' tasks: the share of an intent's word 8-grams that a benchmark file holds too, the
/// measure that training reports commonly use for contamination.
/// </summary>
public sealed class Contamination
{
    private const int Gram = 8;
    private const double Near = 0.3;
    private readonly HashSet<string> _grams;

    private Contamination(HashSet<string> grams) => _grams = grams;

    /// <summary>Reads every text of JSON or JSON Lines files; a file that is neither counts as plain text.</summary>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    public static Contamination Load(IReadOnlyList<string> files)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                throw new FileNotFoundException($"Benchmark file '{file}' is not there; tasks option benchmark_files names it.", file);
            }

            foreach (var line in File.ReadLines(file))
            {
                foreach (var text in Texts(line))
                {
                    grams.UnionWith(Grams(text));
                }
            }
        }

        return new Contamination(grams);
    }

    /// <summary>0 to 1.</summary>
    public double Overlap(string intent)
    {
        var own = Grams(intent).ToList();
        return own.Count == 0 ? 0 : own.Count(_grams.Contains) / (double)own.Count;
    }

    public bool IsNear(string intent) => _grams.Count > 0 && Overlap(intent) >= Near;

    private static IEnumerable<string> Grams(string text)
    {
        var words = IdentifierWords.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + Gram <= words.Length; i++)
        {
            yield return string.Join(' ', words, i, Gram);
        }
    }

    private static List<string> Texts(string line)
    {
        var texts = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(line);
            Collect(document.RootElement, texts);
        }
        catch (JsonException)
        {
            texts.Add(line);
        }

        return texts;
    }

    private static void Collect(JsonElement element, List<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add(element.GetString()!);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, texts);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Collect(member.Value, texts);
                }

                break;
        }
    }
}
