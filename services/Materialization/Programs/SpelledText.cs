using System.Text.RegularExpressions;
using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>
/// The answer of a tool whose documentation spells it with its parameters in braces: "The label is {shelf}-{place}", "Returns 'Seat {seat} is yours'". Braces
/// around anything else are the shape of an object, or belong to an address.
/// </summary>
internal static partial class SpelledText
{
    /// <summary>The text; null where none is spelled, or the tool declares an answer that is no text.</summary>
    public static Expression? Of(ProgramScope scope)
    {
        var tool = scope.Tool;
        if (tool.Result.Kind is not (ResultKind.Unknown or ResultKind.Scalar) || tool.Returns.Kind is not (NodeKind.Any or NodeKind.String))
        {
            return null;
        }

        return new[] { tool.Returns.Description, tool.Tool.Description }.OfType<string>().Select(said => In(said, scope)).FirstOrDefault(e => e is not null);
    }

    private static Operation? In(string said, ProgramScope scope)
    {
        foreach (var match in Spelled().Matches(said).Where(m => m.Success))
        {
            var spelled = match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : Bare(match.Groups["bare"].Value);
            if (Parts(spelled, scope.Tool) is { Count: > 1 } parts)
            {
                // A path leads through the folder that keeps things of the kind; the name of a file alone is no path.
                var folder = scope.Tool is { Writes: true, Table: { } table } && Path().IsMatch(said) && !spelled.Contains('/') ? $"{table.Name}/" : null;
                return Text(folder is null ? parts : [Constant(folder), .. parts]);
            }
        }

        return null;
    }

    /// <summary>The fixed and the given parts of a spelled text; null where its braces hold more than names of parameters.</summary>
    private static List<Expression>? Parts(string spelled, ToolModel tool)
    {
        var parts = new List<Expression>();
        var at = 0;
        foreach (Match hole in Hole().Matches(spelled))
        {
            if (tool.Parameters.FirstOrDefault(p => p.Name == hole.Groups["name"].Value) is not { Node.Scalar: true } parameter)
            {
                return null;
            }

            if (hole.Index > at)
            {
                parts.Add(Constant(spelled[at..hole.Index]));
            }

            parts.Add(Op(Operator.ToText, ProgramScope.Value(parameter)));
            at = hole.Index + hole.Length;
        }

        if (at < spelled.Length)
        {
            parts.Add(Constant(spelled[at..]));
        }

        return Hole().Replace(spelled, "").AsSpan().IndexOfAny("{}[]<>") < 0 ? parts : null;
    }

    private static string Bare(string text) => text.TrimEnd('.', ',', ';', ':', ')');

    [GeneratedRegex(
        """\b(?:is|named|called|as|returns?|form(?:at)?|pattern)\b:?\s+(?:(["'`])(?<quoted>(?:(?!\1)[^\n])*\{\w+\}(?:(?!\1)[^\n])*)\1"""
        + """|(?<bare>[^\s"'`]*\{\w+\}[^\s"'`]*))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelled();

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}|\{(?<name>\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();

    [GeneratedRegex(@"(?:\b|_)path\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
