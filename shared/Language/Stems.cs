namespace AgentScaler.Language;

/// <summary>What forms of one word have in common: "enrolment", "enrolled" and "enrols"; "opening" and "opens"; "given" and "gives".</summary>
public static class Stems
{
    private const int ShortStem = 3;
    private const int LongStem = 4;

    /// <summary>Forms that no ending tells.</summary>
    private static readonly Dictionary<string, string> Irregular = string.Join(' ',
            "given:give held:hold sent:send sold:sell sale:sell paid:pay made:make begun:begin beginning:begin taken:take written:write",
            "met:meet built:build lent:lend bought:buy chosen:choose driven:drive drawn:draw flown:fly flight:fly shown:show born:birth",
            "submission:submit admission:admit publication:publish receipt:receive arrival:arrive found:find lost:lose loss:lose won:win",
            "worn:wear kept:keep spent:spend due:due canceled:cancel decision:decide seen:see withdrawn:withdraw withdrawal:withdraw",
            "application:apply applied:apply")
        .Split(' ').Select(p => p.Split(':')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static readonly (string Ending, int Stem)[] Endings =
    [
        ("ations", LongStem), ("ation", LongStem), ("ments", ShortStem), ("ment", ShortStem), ("ures", LongStem), ("ure", LongStem), ("ions", LongStem + 1),
        ("ion", LongStem + 1), ("ings", ShortStem), ("ing", ShortStem), ("ied", ShortStem), ("ies", ShortStem), ("als", LongStem), ("al", LongStem),
        ("ed", ShortStem), ("es", ShortStem), ("s", ShortStem), ("e", ShortStem), ("y", ShortStem),
    ];

    public static string Of(string word)
    {
        var stem = Irregular.GetValueOrDefault(word, word);
        foreach (var (ending, least) in Endings)
        {
            if (stem.Length - ending.Length >= least && stem.EndsWith(ending, StringComparison.Ordinal) && !(ending == "s"
                && stem.EndsWith("ss", StringComparison.Ordinal)))
            {
                stem = stem[..^ending.Length];
                break;
            }
        }

        stem = stem.EndsWith("er", StringComparison.Ordinal) && stem.Length > LongStem ? stem[..^2] + "r" : stem;
        return stem.Length > ShortStem && stem[^1] == stem[^2] && !"aeiou".Contains(stem[^1], StringComparison.Ordinal) ? stem[..^1] : stem;
    }

    public static bool Same(string first, string second) => first == second || Of(first) == Of(second);
}
