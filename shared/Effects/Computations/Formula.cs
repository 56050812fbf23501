namespace AgentScaler.Effects;

/// <summary>What a computing tool computes. The operands of <see cref="Computation"/> stand in the order of the words here.</summary>
public enum Formula
{
    /// <summary>An addend and another.</summary>
    Sum,

    /// <summary>What is subtracted from, and what is subtracted.</summary>
    Difference,
    Product,

    /// <summary>A numerator and a denominator.</summary>
    Quotient,
    Remainder,

    /// <summary>A base and an exponent.</summary>
    Power,

    /// <summary>How many of a hundred a part of a whole is.</summary>
    Percentage,

    /// <summary>So many of a hundred of a number.</summary>
    PercentOf,

    /// <summary>The growth from an old to a new number, of a hundred.</summary>
    PercentChange,
    Smaller,
    Larger,
    SquareRoot,
    CubeRoot,
    Square,
    Cube,
    Absolute,
    Rounded,
    Floor,
    Ceiling,

    /// <summary>A number and, where there is a second operand, a base; natural without one.</summary>
    Logarithm,
    DecimalLogarithm,
    BinaryLogarithm,

    // Of one list of numbers
    SumOfList,
    Mean,
    Median,

    /// <summary>The deviation of a whole population.</summary>
    StandardDeviation,
    SampleDeviation,
    Variance,
    SampleVariance,
    Least,
    Greatest,
    Spread,

    /// <summary>The value of an arithmetic text.</summary>
    Expression,

    /// <summary>A number, the unit that it has and the unit that it gets. Units that the tool's name says are no operands.</summary>
    Conversion,

    /// <summary>An amount of money, its currency and the currency that it gets, by <see cref="Computation.Rates"/>.</summary>
    Exchange,

    // Of texts
    UpperCase,
    LowerCase,
    Reversed,
    WordCount,
    Length,

    /// <summary>The calendar days from a date to another.</summary>
    DaysBetween,

    /// <summary>A date and a number of days, weeks, months or years.</summary>
    DaysLater,
    WeeksLater,
    MonthsLater,
    YearsLater,
    Weekday,

    /// <summary>Whole years since a date of birth.</summary>
    Age,

    /// <summary>The great circle between two points in kilometres: latitude, longitude, latitude, longitude, in degrees.</summary>
    Distance,

    /// <summary>Kilograms and metres.</summary>
    BodyMassIndex,

    /// <summary>A base and a height.</summary>
    TriangleArea,

    /// <summary>A radius.</summary>
    CircleArea,
}
