namespace AgentScaler.Filtering.Auditing;

/// <summary>The filter measured (contract, command <c>audit</c>). Positive is harmful and rejected.</summary>
/// <param name="Precision">Of the rejected cases, the share that is harmful; null where none was rejected.</param>
/// <param name="Recall">Of the harmful cases, the share that is rejected; null where none is harmful.</param>
/// <param name="Cases">All cases that the independent judge could decide.</param>
/// <param name="Undecided">Cases whose states the naive comparison could not tell apart within its bound.</param>
/// <param name="VerifyDisagreements">Cases in which <c>verify.py</c> gives another verdict than the filter.</param>
/// <param name="Mistakes">The first few cases in which filter and independent judge differ, for people.</param>
public sealed record AuditReport(
    IReadOnlyList<AuditClass> Classes,
    double? Precision,
    double? Recall,
    int Cases,
    int Undecided,
    int VerifyDisagreements,
    IReadOnlyList<AuditMistake> Mistakes);
