using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Policies;
using AgentScaler.Materialization.Programs;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Effects;

/// <summary>Works a column out afresh that tells about other rows, when the call has made all other changes.</summary>
internal sealed class RefreshKind : ConsequenceKind<Refresh>
{
    private const string Child = "c";
    private const int DayLength = 10;

    protected override IEnumerable<Statement> Do(Refresh consequence, Expression row, ProgramScope scope) => [];

    /// <summary>The statements that bring the column in line.</summary>
    /// <param name="row">The row that the effect is about.</param>
    public static IEnumerable<Statement> Settle(Refresh refresh, Expression row)
    {
        var (table, parent) = (refresh.Table, $"{refresh.Table.Singular}_{Words.Snake(refresh.Column.Name)}");
        if (refresh.Through is { } through)
        {
            yield return new Let(parent, new Get(table.Name, [Member(row, through.Name)]));
            yield return new If(Present(Var(parent)), [.. Set(refresh, Var(parent))], []);
        }
        else
        {
            yield return new ForEach(parent, new Select(table.Name, "p"), [.. Set(refresh, Var(parent))]);
        }
    }

    protected override IEnumerable<string> Rules(Refresh consequence, ToolModel tool) =>
    [
        $"After `{tool.Name}` the {Words.Phrase(consequence.Column.Name)} of each {Words.Phrase(consequence.Table.Singular)} it touches is {Told(consequence)}.",
    ];

    private static string Told(Refresh refresh)
    {
        var (derivation, rows) = (refresh.Derivation, Words.Phrase(refresh.Derivation.Rows.Table));
        var figure = derivation.Figure switch
        {
            DerivedFigure.Count => $"the number of its {rows}",
            DerivedFigure.Sum => $"the sum of the {Words.Phrase(derivation.Of!)} of its {rows}",
            DerivedFigure.Average => $"the average {Words.Phrase(derivation.Of!)} of its {rows}",
            DerivedFigure.Least => $"the lowest {Words.Phrase(derivation.Of!)} of its {rows}",
            _ => $"the highest {Words.Phrase(derivation.Of!)} of its {rows}",
        };
        var limited = derivation.Rows.Column is { } column ? $" whose {Words.Phrase(column)} is {Spoken.Either(derivation.Rows.Among)}" : "";
        var time = derivation.Time is null ? "" : derivation.Side switch { TimeSide.ToCome => " to come", TimeSide.Past => " in the past", _ => " of today" };
        var from = derivation.Whole is { } whole ? $"its {Words.Phrase(whole)} less "
            : derivation.Room is { } room ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{room} less ") : "";
        return from + figure + limited + time;
    }

    private static IEnumerable<Statement> Set(Refresh refresh, Expression row)
    {
        var due = $"{refresh.Table.Singular}_{Words.Snake(refresh.Column.Name)}_due";
        var key = Member(row, refresh.Table.Key.Name);
        yield return new Let(due, Due(refresh, row));
        var changed = Op(Operator.Ne, Member(row, refresh.Column.Name), Var(due));
        yield return new If(refresh.Column.Nullable ? changed : And([Present(Var(due)), changed]),
            [new Update(refresh.Table.Name, [key], [Ast.Set(refresh.Column.Name, Var(due))], null)], []);
    }

    private static Expression Due(Refresh refresh, Expression row)
    {
        var (derivation, child) = (refresh.Derivation, Var(Child));
        List<Expression> meant = [Eq(Member(child, derivation.Rows.Refers), Member(row, derivation.Rows.Key))];
        if (derivation.Rows.Column is { } column)
        {
            var among = derivation.Rows.Among;
            meant.Add(among is [{ IsNull: true }] ? IsNull(Member(child, column))
                : among.Count == 1 ? Eq(Member(child, column), Constant(among[0]))
                : Op(Operator.Has, Constant(Environments.Values.Value.From(among.ToArray())), Member(child, column)));
        }

        if (derivation.Time is { } time)
        {
            meant.AddRange([Present(Member(child, time)), Timed(refresh, Member(child, time))]);
        }

        var figure = new Aggregate(derivation.Figure switch
        {
            DerivedFigure.Count => AggregateKind.Count,
            DerivedFigure.Sum => AggregateKind.Sum,
            DerivedFigure.Average => AggregateKind.Average,
            DerivedFigure.Least => AggregateKind.Min,
            _ => AggregateKind.Max,
        }, derivation.Rows.Table, Child, And(meant), derivation.Of is { } of ? Member(child, of) : null);
        var told = derivation.Whole is { } whole ? Op(Operator.Sub, Member(row, whole), figure)
            : derivation.Room is { } room ? Op(Operator.Sub, Constant(room), figure) : (Expression)figure;
        return refresh.Column.Type == ColumnType.Integer && derivation.Figure == DerivedFigure.Average ? Op(Operator.Round, told) : told;
    }

    private static Operation Timed(Refresh refresh, Expression time)
    {
        var now = new Now(refresh.ByDay);
        return refresh.Derivation.Side switch
        {
            TimeSide.ToCome => Op(Operator.Ge, time, now),
            TimeSide.Past => Op(Operator.Le, time, now),
            _ => Eq(Op(Operator.Substring, time, Constant(0), Constant(DayLength)), new Now(true)),
        };
    }
}
