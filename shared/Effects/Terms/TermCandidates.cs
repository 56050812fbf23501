using AgentScaler.Language;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Arguments that a comparison may turn on: keys of other rows, numbers around the other side, lists of other lengths, other times.</summary>
internal static class TermCandidates
{
    private const int Most = 64;
    private const int LongestText = 4096;

    public static IEnumerable<Value> Of(Compares compares, ToolParameter parameter, Situation call)
    {
        var addresses = compares.Left.Rows.Concat(compares.Right.Rows).Select(a => a.Root).Where(a => a.Key?.Parameter == parameter && !a.IsMain).ToList();
        if (addresses.Count > 0)
        {
            return addresses.SelectMany(a => call.Rows(a.Table.Name).Select(r => r[a.Key!.Column.Name])).Where(v => !v.IsNull).Take(Most);
        }

        return parameter.Node.Kind switch
        {
            NodeKind.Integer or NodeKind.Number => Numeric(compares, call),
            NodeKind.Array => Lists(compares, parameter, call),
            NodeKind.String when compares is { Left: LengthTerm { Parameter: var text }, Right: ConstantTerm { Value.IsNumber: true } bound }
                && text == parameter => Texts((int)bound.Value.AsNumber),
            NodeKind.String => [.. Sides(compares, call).Where(v => v.IsString).SelectMany(v => new[] { Times.Later(v, -3 * 1440), Times.Later(v, 3 * 1440) })],
            _ => [],
        };
    }

    private static IEnumerable<Value> Sides(Compares compares, Situation call) => [compares.Left.Of(call), compares.Right.Of(call)];

    private static IEnumerable<Value> Numeric(Compares compares, Situation call)
    {
        foreach (var side in Sides(compares, call).Where(v => v.IsNumber).Select(v => Math.Floor(v.AsNumber)))
        {
            yield return Math.Max(1, Math.Floor(side / 2));
            yield return side;
            yield return side + 1;
        }

        foreach (var number in new[] { 1, 2, 0, -1, 1_000_000 })
        {
            yield return number;
        }
    }

    /// <summary>Texts of about a length.</summary>
    private static IEnumerable<Value> Texts(int length) => new[] { length, length + 1, length - 1 }.Where(n => n is > 0 and <= LongestText)
        .Select(n => (Value)new string('a', n));

    private static IEnumerable<Value> Lists(Compares compares, ToolParameter parameter, Situation call)
    {
        if (call.Given(parameter) is not { IsArray: true, AsArray.Length: > 0 } given)
        {
            yield break;
        }

        var item = given.AsArray[0];
        foreach (var side in Sides(compares, call).Where(v => v.IsNumber && v.AsNumber is >= 0 and < Most))
        {
            yield return Value.From(Enumerable.Repeat(item, (int)side.AsNumber + 1));
            yield return Value.From(Enumerable.Repeat(item, Math.Max(1, (int)side.AsNumber)));
        }
    }
}
