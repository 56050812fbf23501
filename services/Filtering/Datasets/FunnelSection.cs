namespace AgentScaler.Filtering.Datasets;

/// <summary>The section <c>funnel</c> of the report: the number of trajectories that passed each stage.</summary>
/// <param name="In">Number of judged trajectories.</param>
/// <param name="Validity">Number that pass stage 1.</param>
/// <param name="StateAlignment">Number of these that pass stage 2 or to which it does not apply.</param>
/// <param name="ExactMatch">Number of these that pass stage 3 or to which it does not apply.</param>
/// <param name="AcceptedWithToolErrors">Number of accepted trajectories in which a tool call failed and the goal was still reached.</param>
/// <param name="Reasons">Number of rejected trajectories by reason.</param>
/// <param name="Answers">Counts of accepted trajectories whose task asks for values in the answer.</param>
/// <param name="Ablation">Numbers that would be accepted without one stage.</param>
public sealed record FunnelSection(
    int In,
    int Validity,
    int StateAlignment,
    int ExactMatch,
    int Accepted,
    int AcceptedWithToolErrors,
    IReadOnlyDictionary<string, int> Reasons,
    AnswerCounts Answers,
    FunnelAblation Ablation,
    IReadOnlyDictionary<string, DatasetCounts> Datasets);
