using System.Collections.Concurrent;

namespace AgentScaler.LanguageModels;

/// <summary>Keeps answers in the memory of the process, for work outside a run.</summary>
public sealed class MemoryLedger : ICompletionLedger
{
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);

    public int Count => _answers.Count;

    public ValueTask<string?> FindAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(_answers.GetValueOrDefault(key));

    public ValueTask<string> RecordAsync(string key, string answer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_answers.GetOrAdd(key, answer));

    public ValueTask RecordManyAsync(IReadOnlyList<KeyValuePair<string, string>> answers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var (key, answer) in answers)
        {
            _answers.TryAdd(key, answer);
        }

        return ValueTask.CompletedTask;
    }
}
