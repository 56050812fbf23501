namespace AgentScaler.Environments.Programs;

/// <summary>The words of the contract for the error codes.</summary>
public static class ErrorCodes
{
    private static readonly string[] Words =
    [
        "invalid_arguments", "not_found", "conflict", "precondition_failed", "result_too_large", "unknown_tool", "timeout",
        "unavailable", "rate_limited",
    ];

    public static string Word(this ErrorCode code) => Words[(int)code];

    public static ErrorCode? Parse(string word)
    {
        var at = Array.IndexOf(Words, word);
        return at < 0 ? null : (ErrorCode)at;
    }

    /// <summary>Whether a program itself may fail with this code; the others belong to the session and to fault injection.</summary>
    public static bool ForPrograms(this ErrorCode code) => code <= ErrorCode.PreconditionFailed;
}
