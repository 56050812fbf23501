namespace AgentScaler.Language;

/// <summary>Finds the bare form of English verbs in the third person: "creates" is create, "applies" is apply.</summary>
public static class ThirdPerson
{
    /// <summary>Endings to which the third person adds "es".</summary>
    private static readonly string[] Hissing = ["ches", "shes", "sses", "xes", "zzes"];

    /// <summary>Returns the bare form of a lower-case verb. Any other word is returned as it is.</summary>
    public static string Bare(string word) => word switch
    {
        { Length: <= 3 } => word,
        _ when !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) => word,
        { Length: > 5 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 5 } when Hissing.Any(end => word.EndsWith(end, StringComparison.Ordinal)) => word[..^2],
        _ => word[..^1],
    };
}
