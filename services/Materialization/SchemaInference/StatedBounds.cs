using System.Text.RegularExpressions;
using AgentScaler.Language;
using AgentScaler.Materialization.Sentences;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// How an argument of a list stands to a column by what its description says: "no higher than this", "on or after this day", "contains exactly this".
/// </summary>
internal static partial class StatedBounds
{
    /// <summary>The parameter with what its description says of the comparison.</summary>
    public static ToolParameter Read(ToolParameter parameter)
    {
        if (parameter.Role is not (ParameterRole.Field or ParameterRole.From or ParameterRole.To) || !parameter.Node.Scalar)
        {
            return parameter;
        }

        var words = Wording.Of(parameter.Node.Description ?? "");
        if (parameter is { Role: ParameterRole.Field, Node: { Kind: NodeKind.String, Enum: null, Format: null }, InPath: false } && Part().IsMatch(words))
        {
            return parameter with { Role = ParameterRole.Search };
        }

        var told = parameter with { Exact = Exactly().IsMatch(words), AnyCase = AnyCase().IsMatch(words) };
        return !IsOrdered(parameter) ? told
            : Bound(words) is var (role, exclusive) ? told with { Role = role, Exclusive = exclusive }
            : parameter.Role == ParameterRole.Field && parameter.Words is [_, .., var last] && Named(last) is var (side, open)
                ? told with { Role = side, Exclusive = open } : told;
    }

    /// <summary>The side on which a description bounds a column, and whether the bound itself is outside; null where it bounds nothing.</summary>
    public static (ParameterRole Role, bool Exclusive)? Bound(string words) =>
        NotAbove().IsMatch(words) ? (ParameterRole.To, false)
        : NotBelow().IsMatch(words) ? (ParameterRole.From, false)
        : Below().IsMatch(words) ? (ParameterRole.To, true)
        : Above().IsMatch(words) ? (ParameterRole.From, true)
        : null;

    private static (ParameterRole Role, bool Exclusive)? Named(string last) => last switch
    {
        "below" or "under" => (ParameterRole.To, true),
        "above" or "over" => (ParameterRole.From, true),
        _ => null,
    };

    private static bool IsOrdered(ToolParameter parameter) => parameter.Node.Enum is null && (parameter.Node.Kind is NodeKind.Integer or NodeKind.Number
        || (parameter.Node.Kind == NodeKind.String && (parameter.Node.Format is "date" or "date-time" or "time"
            || Semantics.Of(Words.Snake(parameter.Words), NodeKind.String, null, null) is "date" or "datetime" or "time")));

    private const string This = "(?:this|that|these|the (?:given|specified|stated|named)|given|so)\\s";

    [GeneratedRegex($@"\b(?:(?:no|not) (?:higher|more|later|greater|older|larger|bigger|longer|above|after|dearer|heavier|over) (?:than\s)?{This}|(?:at most|up to|until|on or before|at or before|less than or equal to|not exceeding|by|through|no more than)\s(?:and including\s)?{This}|(?:this|that|given|specified)\s(?:\w+\s){{0,2}}(?:or|and) (?:less|earlier|lower|fewer|cheaper|before|under|below|smaller|older)\b|{This}(?:\w+\s){{0,2}}at (?:most|the latest)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex NotAbove();

    [GeneratedRegex($@"\b(?:(?:no|not) (?:less|lower|earlier|fewer|smaller|below|before|cheaper|shorter|under|younger) (?:than\s)?{This}|(?:at least|on or after|at or after|greater than or equal to|from|since|starting (?:from|at|on)|as of)\s(?:and including\s)?{This}|(?:this|that|given|specified)\s(?:\w+\s){{0,2}}(?:or|and) (?:more|later|higher|greater|after|newer|above|larger|over|longer)\b|{This}(?:\w+\s){{0,2}}(?:at (?:least|the earliest)|onwards?)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex NotBelow();

    [GeneratedRegex($@"\b(?:(?:less|lower|fewer|smaller|cheaper|earlier|shorter|older|lighter) than\s{This}|(?:below|under|before|prior to)\s{This})", RegexOptions.CultureInvariant)]
    private static partial Regex Below();

    [GeneratedRegex($@"\b(?:(?:more|higher|greater|larger|later|newer|longer|dearer|heavier) than\s{This}|(?:above|over|after|exceeding|exceeds)\s{This})", RegexOptions.CultureInvariant)]
    private static partial Regex Above();

    [GeneratedRegex(@"\b(?:substring of\s|(?:part|fragment|portion|piece|some letters|some words) of (?:\w+\s){0,3}(?:name|title|text|description|subject|address|email|label|notes?|content|body|word|surname|number|code|reference|phrase|string)\b|contain(?:s|ing)? (?:this|the given|the) (?:text|string|word|words|phrase|term|value|letters)|contains this\b|partial (?:match|name|title|text)|partially match|free text|full text|text search|search(?:es)? (?:in|over|by|for)|case insensitive (?:search|substring))", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(?:exact|exactly|exact match|matches exactly|in full|verbatim)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Exactly();

    [GeneratedRegex(@"\b(?:case insensitive|case insensitively|case is ignored|ignor(?:es|ing|e) (?:the )?(?:upper and lower )?case|not case sensitive|regardless of case|whatever (?:the|its|their) case|(?:upper and lower case|capitals?(?: and small letters)?) (?:are not distinguished|do(?:es)? not matter|are (?:the same|ignored|alike))|case does not matter|not mind (?:about )?(?:the )?(?:capitals|case))\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyCase();
}
