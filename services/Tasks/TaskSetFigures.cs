using System.Globalization;

namespace AgentScaler.Tasks;

/// <summary>The figures of one domain's tasks. Figures of several domains can be added.</summary>
/// <param name="ReplayFailures">Tasks whose golden calls did not reproduce on an independent replay. Such a task is dropped.</param>
/// <param name="DoNothingPasses">Write tasks that doing nothing would pass. Such a task is dropped.</param>
/// <param name="CallsHistogram">Tasks by number of golden calls.</param>
/// <param name="Dropped">Refused candidates, by reason.</param>
public sealed record TaskSetFigures(
    int Tasks,
    int Write,
    int ReadOnly,
    int Refusal,
    int ReplayFailures,
    int DoNothingPasses,
    TaskCoverage Coverage,
    IReadOnlyDictionary<string, int> CallsHistogram,
    IReadOnlyDictionary<string, int> Dropped)
{
    /// <summary>Tasks with a call that must fail first.</summary>
    public int WithExpectedFailure { get; init; }

    /// <summary>Tasks in which a choice among several rows must be made.</summary>
    public int WithDistractors { get; init; }

    /// <summary>Values that the tasks' final answers must contain.</summary>
    public int AnswerValues { get; init; }

    /// <summary>Tasks that are near a given benchmark's tasks. They are dropped, unless the options keep them.</summary>
    public int NearBenchmarks { get; init; }

    /// <summary>Tasks whose intent a language model reworded.</summary>
    public int Rewritten { get; init; }

    /// <summary>The numbers of the domain's dependencies by verdict.</summary>
    public IReadOnlyDictionary<string, int> Dependencies { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// The numbers of uncovered tools, dependencies and error branches, by kind and by the end of the furthest attempt: <c>tool/no_argument</c>.
    /// </summary>
    public IReadOnlyDictionary<string, int> Uncovered { get; init; } = new Dictionary<string, int>();

    public static TaskSetFigures None { get; } = new(
        0, 0, 0, 0, 0, 0, TaskCoverage.None, new Dictionary<string, int>(), new Dictionary<string, int>());

    public static TaskSetFigures operator +(TaskSetFigures a, TaskSetFigures b) => new(
        a.Tasks + b.Tasks,
        a.Write + b.Write,
        a.ReadOnly + b.ReadOnly,
        a.Refusal + b.Refusal,
        a.ReplayFailures + b.ReplayFailures,
        a.DoNothingPasses + b.DoNothingPasses,
        a.Coverage + b.Coverage,
        Add(a.CallsHistogram, b.CallsHistogram),
        Add(a.Dropped, b.Dropped))
    {
        WithExpectedFailure = a.WithExpectedFailure + b.WithExpectedFailure,
        WithDistractors = a.WithDistractors + b.WithDistractors,
        AnswerValues = a.AnswerValues + b.AnswerValues,
        NearBenchmarks = a.NearBenchmarks + b.NearBenchmarks,
        Rewritten = a.Rewritten + b.Rewritten,
        Dependencies = Add(a.Dependencies, b.Dependencies),
        Uncovered = Add(a.Uncovered, b.Uncovered),
    };

    private static SortedDictionary<string, int> Add(IReadOnlyDictionary<string, int> a, IReadOnlyDictionary<string, int> b)
    {
        var sum = new SortedDictionary<string, int>(Comparer<string>.Create(ByNumber));
        foreach (var (key, count) in a.Concat(b))
        {
            sum[key] = sum.GetValueOrDefault(key) + count;
        }

        return sum;
    }

    private static int ByNumber(string a, string b) =>
        int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var x)
            && int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            ? x.CompareTo(y)
            : string.CompareOrdinal(a, b);
}
