namespace AgentScaler.Filtering.Datasets;

/// <summary>The section <c>funnel</c> of the report: how many trajectories each stage let through.</summary>
/// <param name="In">All trajectories judged.</param>
/// <param name="Validity">Those that pass stage 1.</param>
/// <param name="StateAlignment">Those of them that pass stage 2, or to which it does not apply.</param>
/// <param name="ExactMatch">Those of them that pass stage 3, or to which it does not apply.</param>
/// <param name="AcceptedWithToolErrors">Accepted ones in which a tool call failed and the goal was still reached.</param>
/// <param name="Reasons">Rejected ones by reason.</param>
/// <param name="Answers">Accepted ones whose task asks for values in the answer, and how many gave all of them.</param>
/// <param name="Ablation">How many would be accepted if one stage were left out.</param>
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
