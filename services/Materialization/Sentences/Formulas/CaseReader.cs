using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Formulas;

/// <summary>
/// Reads numbers by cases: "15 minutes for a vaccination, 30 for a consultation", "small: 5, large: 9", "consultation 15 min, surgery 120", "10, 20 or 40
/// days by size".
/// </summary>
internal static class CaseReader
{
    private const int Widest = 6;

    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["min"] = "minutes",
        ["mins"] = "minutes",
        ["h"] = "hours",
        ["hrs"] = "hours",
    };

    /// <summary>The number of each value and the unit of time that all count; null where the text has no number for every value.</summary>
    /// <param name="values">The values of the column that decides, in the order in which they are declared.</param>
    /// <param name="column">The words for the column that decides.</param>
    public static (IReadOnlyList<(Value Value, Amount Number)> Cases, string Unit)? Read(string text, IReadOnlyList<Value> values, IReadOnlyList<string> column)
    {
        var tokens = FormulaTokens.Of(text);
        var marks = Marks(tokens, values);
        for (var from = 0; from < marks.Count; from++)
        {
            var run = Run(marks, from, values.Count);
            if (run is not null)
            {
                return Of(run, values);
            }
        }

        return Listed(tokens, values, column);
    }

    private static (IReadOnlyList<(Value, Amount)>, string) Of(List<(int Value, Amount Number)> run, IReadOnlyList<Value> values)
    {
        var unit = run.Select(r => r.Number.Unit).FirstOrDefault(u => u.Length > 0, "");
        return ([.. run.OrderBy(r => r.Value).Select(r => (values[r.Value], r.Number))], unit);
    }

    /// <summary>Values and numbers by turns, as many pairs as there are values, each value once.</summary>
    private static List<(int Value, Amount Number)>? Run(List<(int At, int? Value, Amount? Number)> marks, int from, int count)
    {
        var run = new List<(int, Amount)>();
        for (var at = from; at + 1 < marks.Count && run.Count < count; at += 2)
        {
            var (first, second) = (marks[at], marks[at + 1]);
            var (value, number) = (first.Value ?? second.Value, first.Number ?? second.Number);
            if (value is null || number is null || first.Value is null != (marks[from].Value is null) || second.At - first.At > Widest
                || run.Exists(r => r.Item1 == value))
            {
                return null;
            }

            run.Add((value.Value, number));
        }

        return run.Count == count && count > 1 && run.Select(r => r.Item2.Unit).Where(u => u.Length > 0).Distinct().Count() < 2 ? run : null;
    }

    private static List<(int At, int? Value, Amount? Number)> Marks(IReadOnlyList<string> tokens, IReadOnlyList<Value> values)
    {
        var named = values.Select(v => v.IsString ? Words.Split(v.AsString) : []).ToList();
        var marks = new List<(int, int?, Amount?)>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (FormulaTokens.IsNumber(tokens[at]))
            {
                marks.Add((at, null, new Amount(FormulaTokens.Number(tokens[at]), UnitOf(tokens.ElementAtOrDefault(at + 1) ?? ""))));
            }
            else if (named.FindIndex(n => Stands(tokens, at, n)) is var value and >= 0)
            {
                marks.Add((at, value, null));
                at += named[value].Count - 1;
            }
        }

        return marks;
    }

    private static bool Stands(IReadOnlyList<string> tokens, int at, IReadOnlyList<string> words) => words.Count > 0
        && words.Select((w, i) => Words.Singular(tokens.ElementAtOrDefault(at + i) ?? "") == Words.Singular(w)).All(s => s);

    /// <summary>"15, 30, 60 or 120 minutes by kind": the numbers stand in the order of the values.</summary>
    private static (IReadOnlyList<(Value, Amount)>, string)? Listed(IReadOnlyList<string> tokens, IReadOnlyList<Value> values, IReadOnlyList<string> column)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var numbers = tokens.Skip(at).TakeWhile(t => t is "," or "or" or "and" || FormulaTokens.IsNumber(t)).Where(FormulaTokens.IsNumber).ToList();
            if (numbers.Count < 2)
            {
                continue;
            }

            var end = at + tokens.Skip(at).TakeWhile(t => t is "," or "or" or "and" || FormulaTokens.IsNumber(t)).Count();
            var unit = UnitOf(tokens.ElementAtOrDefault(end) ?? "");
            var by = end + (unit.Length > 0 ? 1 : 0);
            return numbers.Count == values.Count && tokens.Skip(by).Take(3).Any(t => t is "by" or "depending" or "according") && tokens.Skip(by).Take(6).Contains(column[^1])
                ? Of([.. numbers.Select((n, i) => (i, new Amount(FormulaTokens.Number(n), unit)))], values) : null;
        }

        return null;
    }

    private static string UnitOf(string word) => Short.GetValueOrDefault(word) ?? FormulaParser.UnitOf(word);
}
