using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using static AgentScaler.Materialization.Programs.Ast;

namespace AgentScaler.Materialization.Programs;

/// <summary>The expressions of a program that have the values of terms. They are null where the term is.</summary>
internal sealed class TermExpressions(ProgramScope scope) : ITermVisitor<Expression>
{
    private const int SecondsPerMinute = 60;
    private const int MinutesPerDay = 24 * 60;
    private const string Child = "c";

    /// <summary>The value of a term.</summary>
    public static Expression Of(Term term, ProgramScope scope) => term.Accept(new TermExpressions(scope));

    /// <summary>The value of a term where it is a number, else null.</summary>
    public static Expression Number(Term term, ProgramScope scope)
    {
        var value = Of(term, scope);
        return IsNumeric(term) ? value : When(Eq(Op(Operator.KindOf, value), Constant("number")), value, Null);
    }

    /// <summary>Whether a term is never null, as far as the rows that are fetched and the schema tell.</summary>
    public static bool IsSure(Term term, ProgramScope scope) => term switch
    {
        ConstantTerm constant => !constant.Value.IsNull,
        ArgumentTerm argument => FetchedRows.Always(argument.Parameter),
        CellTerm cell => !cell.Column.Nullable && scope.Fetched.IsPresent(cell.Address),
        CountTerm count => scope.Fetched.IsPresent(count.Children.Of),
        SumTerm sum => scope.Fetched.IsPresent(sum.Children.Of),
        PairTerm pair => IsSure(pair.Left, scope) && IsSure(pair.Right, scope) && IsNumeric(pair.Left) && IsNumeric(pair.Right),
        LaterTerm later => IsSure(later.Time, scope),
        EitherTerm either => IsSure(either.First, scope) || IsSure(either.Otherwise, scope),
        ShiftedTerm shifted => IsSure(shifted.Time, scope) && IsSure(shifted.Count, scope) && IsNumeric(shifted.Count),
        DaysBetweenTerm between => IsSure(between.From, scope) && IsSure(between.To, scope),
        RoundedTerm rounded => IsSure(rounded.Number, scope) && IsNumeric(rounded.Number),
        CaseTerm cases => IsSure(cases.Subject, scope) && cases.Cases.All(c => IsSure(c.Then, scope)) && IsSure(cases.Otherwise, scope),
        ChosenTerm or FreeNumberTerm => false,
        _ => true,
    };

    /// <summary>Whether a term is a number wherever it is not null.</summary>
    public static bool IsNumeric(Term term) => term switch
    {
        ConstantTerm constant => constant.Value.IsNumber,
        ArgumentTerm argument => argument.Parameter.Node.Kind is NodeKind.Integer or NodeKind.Number,
        CellTerm cell => cell.Column.Numeric,
        EitherTerm either => IsNumeric(either.First) && IsNumeric(either.Otherwise),
        CaseTerm cases => cases.Cases.All(c => IsNumeric(c.Then)) && IsNumeric(cases.Otherwise),
        _ => term is CountTerm or SumTerm or LengthTerm or PairTerm or DaysBetweenTerm or RoundedTerm,
    };

    public Expression Visit(ArgumentTerm term) => ProgramScope.Value(term.Parameter);

    public Expression Visit(ConstantTerm term) => Constant(term.Value);

    public Expression Visit(CellTerm term) => scope.Fetched.Cell(term.Address, term.Column);

    public Expression Visit(ClockTerm term) => new Now(term.DateOnly);

    public Expression Visit(CountTerm term) => OfChildren(term.Children, where => new Aggregate(AggregateKind.Count, term.Children.Table.Name, Child, where));

    public Expression Visit(SumTerm term)
    {
        var value = Member(Var(Child), term.Column.Name);
        Expression of = term.Times is { } times ? Op(Operator.Mul, value, Member(Var(Child), times.Name)) : value;
        return OfChildren(term.Children, where => new Aggregate(AggregateKind.Sum, term.Children.Table.Name, Child, where, of));
    }

    public Expression Visit(LengthTerm term) => term.Parameter.Node.Kind == NodeKind.String
        ? Op(Operator.Length, Coalesce(ProgramScope.Value(term.Parameter), Constant("")))
        : Op(Operator.Count, ProgramScope.Value(term.Parameter));

    public Expression Visit(LaterTerm term)
    {
        var day = term.Time is ClockTerm { DateOnly: true } or CellTerm { Column.Type: ColumnType.Date };
        return Op(day ? Operator.AddDays : Operator.AddSeconds, Of(term.Time, scope),
            Constant(day ? term.Minutes / MinutesPerDay : term.Minutes * SecondsPerMinute));
    }

    public Expression Visit(ProductTerm term) => Op(Operator.Mul, Number(term.Left, scope), Number(term.Right, scope));

    public Expression Visit(SumOfTerm term) => Op(Operator.Add, Number(term.Left, scope), Number(term.Right, scope));

    public Expression Visit(DifferenceTerm term) => Op(Operator.Sub, Number(term.Left, scope), Number(term.Right, scope));

    public Expression Visit(EitherTerm term) => Coalesce(Of(term.First, scope), Of(term.Otherwise, scope));

    public Expression Visit(ChosenTerm term)
    {
        var given = ProgramScope.Value(term.Parameter);
        return term.Meanings.Reverse().Aggregate((Expression)Null, (other, m) => When(Eq(given, Constant(m.Key)), Constant(m.Value), other));
    }

    public Expression Visit(FreeNumberTerm term)
    {
        var held = Of(term.Counter, scope);
        var key = term.Table.Key.Textual ? Op(Operator.ToText, held) : held;
        var number = When(IsNull(new Get(term.Table.Name, [key])), held, Op(Operator.Add, held, Constant(1)));
        return When(Eq(Op(Operator.KindOf, held), Constant("number")), term.AsText ? Op(Operator.ToText, number) : number, Null);
    }

    public Expression Visit(NextCodeTerm term)
    {
        var code = Member(Var(Child), term.Column.Name);
        var digits = Op(Operator.Substring, code, Constant(term.Prefix.Length), Constant(term.Width));

        // A number has no zeros in front, so each gets a one there.
        var first = Math.Pow(10, term.Width);
        var highest = new Aggregate(AggregateKind.Max, term.Table.Name, Child,
            And([Op(Operator.StartsWith, code, Constant(term.Prefix)), Eq(Op(Operator.Length, code), Constant(term.Prefix.Length + term.Width))]),
            Op(Operator.ToNumber, Text(Constant("1"), digits)));
        var number = Op(Operator.Sub, Op(Operator.Add, Coalesce(highest, Constant(first)), Constant(1)), Constant(first));
        var padding = Enumerable.Range(1, term.Width - 1).Reverse().Aggregate((Expression)Constant(""), (more, length) =>
            When(Op(Operator.Lt, number, Constant(Math.Pow(10, length))), Constant(new string('0', term.Width - length)), more));
        return Text(Constant(term.Prefix), padding, Op(Operator.ToText, number));
    }

    public Expression Visit(SharedNumberTerm term) => Op(Operator.Add, Constant(1), Op(Operator.Max, [Constant(0),
        .. term.Tables.Select(t => new Aggregate(AggregateKind.Max, t.Name, Child, null, Member(Var(Child), t.Key.Name)))]));

    public Expression Visit(WalkTerm term)
    {
        var (from, step) = (Of(term.From, scope), Of(term.Step, scope));
        var parts = Op(Operator.Split, from, Constant("/"));
        var above = Op(Operator.Join, Op(Operator.Slice, parts, Constant(0), Op(Operator.Sub, Op(Operator.Count, parts), Constant(1))), Constant("/"));
        return When(Or(IsNull(from), IsNull(step)), Null,
            When(Eq(step, Constant("..")), When(Op(Operator.Contains, from, Constant("/")), above, from), Text(from, Constant("/"), step)));
    }

    public Expression Visit(LinesTerm term)
    {
        var (above, below) = (Of(term.Above, scope), Of(term.Below, scope));
        return When(Eq(Coalesce(above, Constant("")), Constant("")), below,
            Text(above, When(Op(Operator.EndsWith, above, Constant("\n")), Constant(""), Constant("\n")), below));
    }

    public Expression Visit(TextLengthTerm term) => Op(Operator.Length, Of(term.Text, scope));

    public Expression Visit(ShiftedTerm term)
    {
        var (time, count) = (Of(term.Time, scope), Number(term.Count, scope));
        return term.Unit switch
        {
            TimeUnit.Minutes => Op(Operator.AddSeconds, time, Times(count, term.Each * SecondsPerMinute)),
            TimeUnit.Days => Op(Operator.AddDays, time, Times(count, term.Each)),
            _ => Op(Operator.AddMonths, time, Times(count, term.Each)),
        };
    }

    private static Expression Times(Expression count, int each) => each == 1 ? count
        : count is Literal { Value: { IsNumber: true } number } ? Constant(number.AsNumber * each)
        : Op(Operator.Mul, count, Constant(each));

    public Expression Visit(DaysBetweenTerm term) => Op(Operator.DaysBetween, Of(term.From, scope), Of(term.To, scope));

    public Expression Visit(RoundedTerm term) => Op(term.Up ? Operator.Ceil : Operator.Floor, Number(term.Number, scope));

    public Expression Visit(CaseTerm term)
    {
        var subject = Of(term.Subject, scope);
        var value = term.Cases.Reverse().Aggregate(Of(term.Otherwise, scope), (other, c) =>
            When(Op(OperatorOf(c.Comparison), subject, Constant(c.Bound)), Of(c.Then, scope), other));
        return IsSure(term.Subject, scope) ? value : When(IsNull(subject), Null, value);
    }

    private static Operator OperatorOf(Comparison comparison) => comparison switch
    {
        Comparison.Less => Operator.Lt,
        Comparison.AtMost => Operator.Le,
        Comparison.Equal => Operator.Eq,
        Comparison.NotEqual => Operator.Ne,
        Comparison.AtLeast => Operator.Ge,
        _ => Operator.Gt,
    };

    /// <summary>The condition on a child row, in the variable of aggregates over children.</summary>
    public static Expression IsChild(ChildRows children, Expression child, Expression key)
    {
        var conditions = new List<Expression> { Eq(Member(child, children.Refers.Name), key) };
        if (children.Column is { } column)
        {
            conditions.Add(children.Among.Count == 1 ? Eq(Member(child, column.Name), Constant(children.Among[0]))
                : Op(Operator.Has, Constant(Environments.Values.Value.From(children.Among.ToArray())), Member(child, column.Name)));
        }

        conditions.AddRange(children.Limits.Select(l => Limit(l, Member(child, l.Column.Name))));
        return conditions.Count == 1 ? conditions[0] : And([.. conditions]);
    }

    private static Expression Limit(RowLimit limit, Expression cell)
    {
        var given = ProgramScope.Value(limit.Parameter);
        var compared = limit.Comparison switch
        {
            Comparison.Less => Operator.Lt,
            Comparison.AtMost => Operator.Le,
            Comparison.Greater => Operator.Gt,
            _ => Operator.Eq,
        };
        var holds = Op(compared, cell, given);
        return FetchedRows.Always(limit.Parameter) && !limit.Column.Nullable ? holds : And([Present(given), Present(cell), holds]);
    }

    /// <summary>The key of the row that children refer to.</summary>
    public static Expression KeyOf(ChildRows children, ProgramScope scope) =>
        scope.Fetched.Cell(children.Of, children.Of.Table.Column(children.Refers.References?.Column ?? "") ?? children.Of.Table.Key);

    private Expression OfChildren(ChildRows children, Func<Expression, Expression> aggregate)
    {
        var key = KeyOf(children, scope);
        var value = aggregate(IsChild(children, Var(Child), key));
        return scope.Fetched.IsPresent(children.Of) ? value : When(IsNull(key), Null, value);
    }
}
