using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Trajectories;

namespace AgentScaler.Tasks.Checks;

/// <summary>
/// Measures the nearness to given benchmarks' tasks, by words and by calls: the share of an intent's word 8-grams that a benchmark file contains too
/// (the usual measure of contamination in training reports), and the largest share of a task's calls that one entry of a benchmark makes too, with
/// the same name and the same values.
/// </summary>
public sealed class Contamination
{
    private const int Gram = 8;
    private const double NearWords = 0.3;
    private const double NearCalls = 0.5;

    private readonly HashSet<string> _grams = new(StringComparer.Ordinal);
    private readonly List<IReadOnlySet<string>> _entries = [];

    private Contamination()
    {
    }

    /// <summary>Reads texts and calls of JSON or JSON Lines files. A line that is neither counts as plain text.</summary>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    public static Contamination Load(IReadOnlyList<string> files)
    {
        var contamination = new Contamination();
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                throw new FileNotFoundException($"Benchmark file '{file}' does not exist; the tasks option benchmark_files names it.", file);
            }

            contamination.Read(file);
        }

        return contamination;
    }

    /// <summary>Returns the share, from 0 to 1, of the intent's word 8-grams that a benchmark contains.</summary>
    public double WordOverlap(string intent)
    {
        var own = Grams(intent).ToList();
        return own.Count == 0 ? 0 : own.Count(_grams.Contains) / (double)own.Count;
    }

    /// <summary>Returns the largest share, from 0 to 1, of the calls with values that one benchmark entry makes too.</summary>
    public double CallOverlap(IReadOnlyList<GoldenCall> calls)
    {
        var own = calls.Select(c => BenchmarkCalls.Key(c.Name, c.Arguments)).OfType<string>().ToList();
        return own.Count == 0 || _entries.Count == 0 ? 0 : _entries.Max(entry => own.Count(entry.Contains)) / (double)own.Count;
    }

    public bool IsNear(string intent, IReadOnlyList<GoldenCall> calls) => WordOverlap(intent) >= NearWords || CallOverlap(calls) >= NearCalls;

    private void Read(string file)
    {
        // A file is one document, or has one on each line.
        try
        {
            Add(Value.Parse(File.ReadAllText(file)));
            return;
        }
        catch (JsonException)
        {
            // The file is not one document.
        }

        foreach (var line in File.ReadLines(file))
        {
            try
            {
                Add(Value.Parse(line));
            }
            catch (JsonException)
            {
                _grams.UnionWith(Grams(line));
            }
        }
    }

    private void Add(Value document)
    {
        foreach (var entry in document.IsArray ? document.AsArray.ToArray() : [document])
        {
            Texts(entry);
            var calls = BenchmarkCalls.In(entry);
            if (calls.Count > 0)
            {
                _entries.Add(calls);
            }
        }
    }

    private void Texts(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                _grams.UnionWith(Grams(value.AsString));
                break;
            case ValueKind.Array:
                foreach (var item in value.AsArray)
                {
                    Texts(item);
                }

                break;
            case ValueKind.Object:
                foreach (var member in value.AsObject.Values)
                {
                    Texts(member);
                }

                break;
            case ValueKind.Null or ValueKind.Boolean or ValueKind.Number:
                break;
            default:
                throw new InvalidOperationException($"{value.Kind} is a value that is not read.");
        }
    }

    private static IEnumerable<string> Grams(string text)
    {
        var words = Words.Phrase(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + Gram <= words.Length; i++)
        {
            yield return string.Join(' ', words, i, Gram);
        }
    }
}
