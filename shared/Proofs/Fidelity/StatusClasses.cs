using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;

namespace AgentScaler.Proofs.Fidelity;

/// <summary>Translates HTTP statuses into error codes of environments.</summary>
public static class StatusClasses
{
    private static readonly ErrorCode[] Any = [ErrorCode.InvalidArguments, ErrorCode.NotFound, ErrorCode.Conflict, ErrorCode.PreconditionFailed];

    public static bool Succeeds(int status) => status is >= 200 and < 400;

    /// <summary>Returns the codes that a declared or recorded error may have. Empty if environments have no such errors (authorization, quotas,
    /// outages).</summary>
    public static IReadOnlyList<ErrorCode> Codes(string status) => status.ToUpperInvariant() switch
    {
        "404" or "410" => [ErrorCode.NotFound],
        "409" or "412" or "423" or "428" => [ErrorCode.Conflict, ErrorCode.PreconditionFailed],
        // Services answer 400 and 422 to arguments of a wrong form and to requests that the state does not allow.
        "400" or "422" => [ErrorCode.InvalidArguments, ErrorCode.PreconditionFailed, ErrorCode.Conflict],
        "4XX" => Any,
        _ => [],
    };

    /// <summary>Whether a result agrees with a status: a success, or an error with one of its codes.</summary>
    public static bool Agree(int status, ToolResult result) =>
        Succeeds(status) ? result.Ok : !result.Ok && Codes(status.ToString(System.Globalization.CultureInfo.InvariantCulture)).Contains(result.Error!.Code);
}
