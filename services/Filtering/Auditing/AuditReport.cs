namespace AgentScaler.Filtering.Auditing;

/// <summary>The result of an audit of the filter (contract, command <c>audit</c>). A true positive is harmful and rejected.</summary>
/// <param name="Precision">Share of the rejected cases that is harmful. Null if none was rejected.</param>
/// <param name="Recall">Share of the harmful cases that is rejected. Null if none is harmful.</param>
/// <param name="Cases">Number of cases that the independent judge could decide.</param>
/// <param name="Undecided">Number of cases in which the naive comparison could not decide within its limit whether the states are equal.</param>
/// <param name="VerifyDisagreements">Number of cases in which the verdict of <c>verify.py</c> differs from the filter's.</param>
/// <param name="Mistakes">The first few cases in which the filter and the independent judge differ, for people.</param>
public sealed record AuditReport(
    IReadOnlyList<AuditClass> Classes,
    double? Precision,
    double? Recall,
    int Cases,
    int Undecided,
    int VerifyDisagreements,
    IReadOnlyList<AuditMistake> Mistakes);
