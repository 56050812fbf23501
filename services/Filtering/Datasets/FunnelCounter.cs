using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Datasets;

/// <summary>Counts verdicts for the report's funnel.</summary>
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
    private int _withoutValidity;
    private int _withoutAlignment;
    private int _withoutMatch;

    public void Add(Verdict verdict, Trajectory trajectory)
    {
        _in++;
        var (valid, aligned, matched) = (verdict.Stages.Validity, verdict.Stages.StateAlignment != false, verdict.Stages.ExactMatch != false);
        _withoutValidity += aligned && matched ? 1 : 0;
        _withoutAlignment += valid && matched ? 1 : 0;
        _withoutMatch += valid && aligned ? 1 : 0;
        _validity += valid ? 1 : 0;
        _alignment += valid && aligned ? 1 : 0;
        _match += valid && aligned && matched ? 1 : 0;
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
        _in, _validity, _alignment, _match, _accepted, _withErrors, _reasons, new AnswerCounts(_asked, _given),
        new FunnelAblation(_withoutValidity, _withoutAlignment, _withoutMatch), datasets);
}
