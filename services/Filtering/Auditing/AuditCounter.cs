namespace AgentScaler.Filtering.Auditing;

/// <summary>Counts the judges' answers for the report.</summary>
internal sealed class AuditCounter
{
    private readonly SortedDictionary<(string Name, bool Harmful), (int Planted, int Rejected)> _classes = [];
    private readonly List<AuditMistake> _mistakes = [];
    private int _undecided;
    private int _disagreements;

    public void Add(AuditCase planted, bool? harmful, bool sameAsVerify)
    {
        var rejected = !planted.Verdict.Accepted;
        _disagreements += sameAsVerify ? 0 : 1;
        if (!sameAsVerify || (harmful is { } label && label != rejected))
        {
            _mistakes.Add(new AuditMistake(planted.Class, planted.Trajectory, harmful, planted.Verdict, planted.Messages));
        }

        if (harmful is not { } known)
        {
            _undecided++;
            return;
        }

        var (count, of) = _classes.GetValueOrDefault((planted.Class, known));
        _classes[(planted.Class, known)] = (count + 1, of + (rejected ? 1 : 0));
    }

    /// <summary>Adds a class to the report even if the workspace has no case for it.</summary>
    public void Expect(string name, bool harmful)
    {
        if (!_classes.ContainsKey((name, true)) && !_classes.ContainsKey((name, false)))
        {
            _classes[(name, harmful)] = (0, 0);
        }
    }

    public AuditReport Report(int shown)
    {
        var harmful = _classes.Where(c => c.Key.Harmful).Sum(c => c.Value.Planted);
        var caught = _classes.Where(c => c.Key.Harmful).Sum(c => c.Value.Rejected);
        var rejected = _classes.Sum(c => c.Value.Rejected);
        return new AuditReport(
            [.. _classes.Select(c => new AuditClass(c.Key.Name, c.Key.Harmful, c.Value.Planted, c.Value.Rejected))],
            rejected == 0 ? null : caught / (double)rejected,
            harmful == 0 ? null : caught / (double)harmful,
            _classes.Sum(c => c.Value.Planted),
            _undecided,
            _disagreements,
            [.. _mistakes.OrderBy(m => m.Class, StringComparer.Ordinal).ThenBy(m => m.Trajectory, StringComparer.Ordinal).Take(shown)]);
    }
}
