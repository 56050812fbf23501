using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// What a tool computes from its arguments. It says by itself what the value is, without the program that computes it: a law holds both against
/// each other.
/// </summary>
/// <param name="Operands">The parameters that the formula takes, in its order.</param>
public sealed record Computation(Formula Formula, IReadOnlyList<ToolParameter> Operands)
{
    /// <summary>The unit of the value that the tool's name says, or null.</summary>
    public string? From { get; init; }

    /// <summary>The unit that the tool's name says for the result, or null.</summary>
    public string? To { get; init; }

    /// <summary>The units among which arguments choose, by dimension; null for all.</summary>
    public string? Dimension { get; init; }

    /// <summary>The rates of an exchange of money, or null.</summary>
    public ExchangeRates? Rates { get; init; }

    /// <summary>How many digits the result keeps, or null.</summary>
    public ToolParameter? Digits { get; init; }

    /// <summary>Whether the digits are counted from the first one of the number, and not from its point.</summary>
    public bool Significant { get; init; }

    /// <summary>The names that lead from the answer to the result.</summary>
    public IReadOnlyList<string> Place { get; init; } = [];

    /// <summary>The parameter that holds the unit of the value, where the name does not say it.</summary>
    public ToolParameter? FromUnit => Formula == Formula.Conversion && From is null ? Operands[1] : null;

    public ToolParameter? ToUnit => Formula == Formula.Conversion && To is null ? Operands[^1] : null;

    /// <summary>The units that a call may name.</summary>
    public IEnumerable<Unit> Choices => Units.All.Where(u => Dimension is null || u.Dimension == Dimension);

    /// <summary>Whether there is a value for the arguments of a call.</summary>
    public bool Accepts(Situation situation) => ComputationValues.Accepts(this, situation);

    /// <summary>Whether an answer tells the value. What depends on the clock, or is no number and no text, is not judged.</summary>
    public bool IsTold(Situation situation, Value answer)
    {
        var told = Place.Aggregate(answer, (value, name) => value[name]);
        return ComputationValues.Of(this, situation) switch
        {
            double expected => Near(expected, told),
            string expected => told.IsString && told.AsString == expected,
            _ => true,
        };
    }

    /// <summary>An argument with which the formula has a value, where any other of its kind may have none; null where any will do.</summary>
    public Value? Sample(ToolParameter parameter, int variant, DatabaseState state) => ComputationSamples.Of(this, parameter, variant, state);

    /// <summary>Doubles come near enough to find a wrong formula. A whole number may have been rounded.</summary>
    private bool Near(double expected, Value told)
    {
        var number = told.IsNumber ? told.AsNumber
            : told.IsString && double.TryParse(told.AsString, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : double.NaN;
        var tolerance = number == Math.Floor(number) || Digits is not null ? 0.5 + 1e-9 : 0;
        return Math.Abs(number - expected) <= Math.Max(tolerance, 1e-9 * Math.Max(1, Math.Abs(expected)))
            || (Formula is Formula.BodyMassIndex or Formula.Distance && Math.Abs(number - expected) <= 0.01);
    }
}
