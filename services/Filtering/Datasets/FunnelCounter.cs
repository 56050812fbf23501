using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Datasets;

/// <summary>Counts verdicts into the report's funnel.</summary>
public sealed class FunnelCounter
{
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private int _in;
    private int _validity;
    private int _alignment;
    private int _match;
    private int _accepted;
    private int _withErrors;
    private int _asked;
    private int _given;

    public void Add(Verdict verdict, Trajectory trajectory)
    {
        _in++;
        var passed = verdict.Stages.Validity;
        _validity += passed ? 1 : 0;
        passed &= verdict.Stages.StateAlignment != false;
        _alignment += passed ? 1 : 0;
        passed &= verdict.Stages.ExactMatch != false;
        _match += passed ? 1 : 0;
        if (!verdict.Accepted)
        {
            _reasons[verdict.Reason!] = _reasons.GetValueOrDefault(verdict.Reason!) + 1;
            return;
        }

        _accepted++;
        _withErrors += ToolErrors.In(trajectory.Messages) > 0 ? 1 : 0;
        _asked += verdict.Stages.Answer is null ? 0 : 1;
        _given += verdict.Stages.Answer == true ? 1 : 0;
    }

    public FunnelSection Section(IReadOnlyDictionary<string, DatasetCounts> datasets) => new(
        _in, _validity, _alignment, _match, _accepted, _withErrors, _reasons, new AnswerCounts(_asked, _given), datasets);
}
