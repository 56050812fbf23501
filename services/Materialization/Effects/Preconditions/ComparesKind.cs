using AgentScaler.Environments.Programs;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Holds one value to another: refuses with both, so that the caller knows what is missing.</summary>
internal sealed class ComparesKind : PreconditionKind<Compares>
{
    protected override IEnumerable<Statement> Check(Compares precondition, ProgramScope scope)
    {
        var (left, right) = (TermExpressions.Of(precondition.Left, scope), TermExpressions.Of(precondition.Right, scope));
        yield return new Guard(Holds(precondition, left, right, scope), precondition.Code, Text(Message(precondition, left, right)));
    }

    protected override IEnumerable<string> Rules(Compares precondition, ToolModel tool) =>
        [$"`{tool.Name}` needs {TermWords.Of(precondition.Left)} to be {Standing(precondition)}."];

    private static Expression Holds(Compares precondition, Expression left, Expression right, ProgramScope scope)
    {
        var holds = Op(Of(precondition.Comparison), left, right);
        if (precondition.Comparison is Comparison.Equal or Comparison.NotEqual)
        {
            return precondition.Right is ConstantTerm { Value.IsNull: true }
                ? precondition.Comparison == Comparison.Equal ? IsNull(left) : Present(left) : holds;
        }

        var missing = new[] { (precondition.Left, left), (precondition.Right, right) }.Where(t => !TermExpressions.IsSure(t.Item1, scope))
            .Select(t => (Expression)IsNull(t.Item2)).ToList();
        return missing.Count == 0 ? holds : Or([.. missing, holds]);
    }

    /// <summary>The operator of the language that says the same.</summary>
    public static Operator Of(Comparison comparison) => comparison switch
    {
        Comparison.Less => Operator.Lt,
        Comparison.AtMost => Operator.Le,
        Comparison.Equal => Operator.Eq,
        Comparison.NotEqual => Operator.Ne,
        Comparison.AtLeast => Operator.Ge,
        Comparison.Greater => Operator.Gt,
        _ => throw new InvalidOperationException($"{comparison} is no comparison."),
    };

    private static IReadOnlyList<Expression> Message(Compares precondition, Expression left, Expression right) => precondition switch
    {
        { Left: CellTerm { Column.Numeric: true } cell, Comparison: Comparison.AtLeast } =>
            [Constant($"Not enough {Words.Phrase(cell.Column.Name)}: "), right, Constant(" asked for, "), left, Constant(" there.")],
        { Left: CountTerm count, Comparison: Comparison.Less } =>
            [Constant($"Too many {Words.Phrase(count.Children.Table.Name)}: "), left, Constant(" there, at most "), right, Constant(" allowed.")],
        { Right: ConstantTerm { Value.IsNull: true } } =>
            [Constant($"{Sentence(TermWords.Of(precondition.Left))} is {(precondition.Comparison == Comparison.Equal ? "set" : "not set")}.")],
        _ => [Constant($"{Sentence(TermWords.Of(precondition.Left))} is "), left, Constant($", and must be {Standing(precondition)}: "), right, Constant(".")],
    };

    private static string Standing(Compares precondition) => precondition.Right is ConstantTerm { Value.IsNull: true }
        ? precondition.Comparison == Comparison.Equal ? "not set" : "set"
        : $"{Word(precondition)}{TermWords.Of(precondition.Right)}";

    private static string Word(Compares precondition)
    {
        var time = TermWords.IsTime(precondition.Left) || TermWords.IsTime(precondition.Right);
        return precondition.Comparison switch
        {
            Comparison.Less => time ? "before " : "less than ",
            Comparison.AtMost => time ? "not after " : "at most ",
            Comparison.Equal => "",
            Comparison.NotEqual => "other than ",
            Comparison.AtLeast => time ? "not before " : "at least ",
            _ => time ? "after " : "more than ",
        };
    }

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
