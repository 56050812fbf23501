using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// A value that a rule speaks of: a constant, an argument, a cell, what is computed from them. It says by itself which value it is in a
/// situation; null where a row, a cell or an argument is missing or is of a kind that cannot be computed with.
/// </summary>
public abstract record Term
{
    /// <summary>The rows that the value is read from.</summary>
    public virtual IEnumerable<RowAddress> Rows => [];

    /// <summary>The parameters whose arguments the value depends on.</summary>
    public virtual IEnumerable<ToolParameter> Parameters => [];

    public abstract Value Of(Situation situation);

    public abstract T Accept<T>(ITermVisitor<T> visitor);
}

/// <summary>An argument of the call.</summary>
public sealed record ArgumentTerm(ToolParameter Parameter) : Term
{
    public override IEnumerable<ToolParameter> Parameters => [Parameter];

    public override Value Of(Situation situation) => situation.Given(Parameter);

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Always the same value.</summary>
public sealed record ConstantTerm(Value Value) : Term
{
    public override Value Of(Situation situation) => Value;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A column of a row.</summary>
public sealed record CellTerm(RowAddress Address, ColumnModel Column) : Term
{
    public override IEnumerable<RowAddress> Rows => [Address];

    public override IEnumerable<ToolParameter> Parameters => Address.Parameters;

    public override Value Of(Situation situation) => situation.Find(Address) is { } row ? row[Column.Name] : Value.Null;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The session's clock, or its day.</summary>
public sealed record ClockTerm(bool DateOnly) : Term
{
    public override Value Of(Situation situation) => DateOnly ? situation.Clock[..10] : situation.Clock;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>How many child rows an addressed row has.</summary>
public sealed record CountTerm(ChildRows Children) : Term
{
    public override IEnumerable<RowAddress> Rows => [Children.Of];

    public override IEnumerable<ToolParameter> Parameters => Children.Parameters;

    public override Value Of(Situation situation) => Children.In(situation) is { } rows ? rows.Count : Value.Null;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The sum of a column of the child rows of an addressed row, or of the product of two of their columns.</summary>
/// <param name="Times">The column that each value is multiplied by, or null.</param>
public sealed record SumTerm(ChildRows Children, ColumnModel Column, ColumnModel? Times) : Term
{
    public override IEnumerable<RowAddress> Rows => [Children.Of];

    public override IEnumerable<ToolParameter> Parameters => Children.Parameters;

    public override Value Of(Situation situation) => Children.In(situation) is not { } rows ? Value.Null
        : rows.Select(r => Times is null ? r[Column.Name] : Numbers.Product(r[Column.Name], r[Times.Name])).Where(v => v.IsNumber)
            .Aggregate(Value.From(0), Numbers.Sum);

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>How many items an array argument has, or how many characters a text; 0 where it is left out.</summary>
public sealed record LengthTerm(ToolParameter Parameter) : Term
{
    public override IEnumerable<ToolParameter> Parameters => [Parameter];

    public override Value Of(Situation situation) => situation.Given(Parameter) switch
    {
        { IsArray: true } items => items.AsArray.Length,
        { IsString: true } text => text.AsString.EnumerateRunes().Count(),
        _ => 0,
    };

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A time that lies some minutes after another one, or before it where they are negative.</summary>
public sealed record LaterTerm(Term Time, int Minutes) : Term
{
    public override IEnumerable<RowAddress> Rows => Time.Rows;

    public override IEnumerable<ToolParameter> Parameters => Time.Parameters;

    public override Value Of(Situation situation) => Times.Later(Time.Of(situation), Minutes);

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A value computed from two numbers.</summary>
public abstract record PairTerm(Term Left, Term Right) : Term
{
    public override IEnumerable<RowAddress> Rows => Left.Rows.Concat(Right.Rows);

    public override IEnumerable<ToolParameter> Parameters => Left.Parameters.Concat(Right.Parameters);
}

/// <summary>A number times another one.</summary>
public sealed record ProductTerm(Term Left, Term Right) : PairTerm(Left, Right)
{
    public override Value Of(Situation situation) => Numbers.Product(Left.Of(situation), Right.Of(situation));

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Two numbers together.</summary>
public sealed record SumOfTerm(Term Left, Term Right) : PairTerm(Left, Right)
{
    public override Value Of(Situation situation) => Numbers.Sum(Left.Of(situation), Right.Of(situation));

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A number less another one.</summary>
public sealed record DifferenceTerm(Term Left, Term Right) : PairTerm(Left, Right)
{
    public override Value Of(Situation situation) => Numbers.Difference(Left.Of(situation), Right.Of(situation));

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A value, or another one where it is missing: what a column will hold after a call that may leave it as it is.</summary>
public sealed record EitherTerm(Term First, Term Otherwise) : Term
{
    public override IEnumerable<RowAddress> Rows => First.Rows.Concat(Otherwise.Rows);

    public override IEnumerable<ToolParameter> Parameters => First.Parameters.Concat(Otherwise.Parameters);

    public override Value Of(Situation situation) => First.Of(situation) is { IsNull: false } value ? value : Otherwise.Of(situation);

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
