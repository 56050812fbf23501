using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>A tool whose words say that it computes computes. Each row cites a tool, one call and its answer.</summary>
public sealed class ComputingTests
{
    private static readonly MaterializationOptions Compared = new() { DifferentialCalls = 40, MutantsPerTool = 4 };

    [Theory]
    [InlineData("add(a!: num, b!: num) -> {result: num} -- Add two numbers.", """{"a":0.1,"b":0.2}""", """{"result":0.3}""")]
    [InlineData("add_numbers(first_number!: num, second_number!: num) -> {sum: num}", """{"first_number":2,"second_number":3}""", """{"sum":5}""")]
    [InlineData("subtract(a!: num, b!: num) -> num", """{"a":1,"b":0.9}""", "0.1")]
    [InlineData("multiply(a!: int, b!: int) -> int", """{"a":6,"b":7}""", "42")]
    [InlineData("divide(a!: num, b!: num) -> {result: num}", """{"a":1,"b":4}""", """{"result":0.25}""")]
    [InlineData("divide(denominator!: num, numerator!: num) -> num", """{"denominator":4,"numerator":1}""", "0.25")]
    [InlineData("modulo(a!: int, b!: int) -> int", """{"a":-7,"b":3}""", "2")]
    [InlineData("power(base!: num, exponent!: num) -> {result: num}", """{"base":2,"exponent":0.5}""", """{"result":1.4142135623730951}""")]
    [InlineData("percentage(part!: num, whole!: num) -> {result: num} -- The percentage of a part relative to a whole.", """{"part":30,"whole":120}""",
        """{"result":25}""")]
    [InlineData("calculate_percentage(percentage!: num, number!: num) -> num", """{"percentage":15,"number":80}""", "12")]
    [InlineData("percentage_change(old_value!: num, new_value!: num) -> num", """{"old_value":80,"new_value":100}""", "25")]
    [InlineData("max(a!: num, b!: num) -> num", """{"a":2,"b":3}""", "3")]
    [InlineData("square_root(number!: num, precision!: int) -> {result: num} -- The square root with adjustable precision.",
        """{"number":2,"precision":5}""", """{"result":1.4142}""")]
    [InlineData("cube_root(number!: num) -> num", """{"number":27}""", "3")]
    [InlineData("absolute_value(number!: num) -> {result: num}", """{"number":-4.5}""", """{"result":4.5}""")]
    [InlineData("round_number(number!: num, decimal_places: int = 0) -> {result: num}", """{"number":2.675,"decimal_places":2}""", """{"result":2.68}""")]
    [InlineData("round_number(number!: num, decimal_places: int = 0) -> {result: num}", """{"number":2.675}""", """{"result":3}""")]
    [InlineData("floor(x!: num) -> int", """{"x":-1.5}""", "-2")]
    [InlineData("logarithm(value!: num, base!: num, precision!: int) -> {result: num}", """{"value":1000,"base":10,"precision":5}""", """{"result":3}""")]
    [InlineData("ln(x!: num) -> num", """{"x":1}""", "0")]
    [InlineData("calculate_bmi(weight!: num, height!: num) -> num", """{"weight":80,"height":1.8}""", "24.69")]
    [InlineData("calculate_triangle_area(base!: num, height!: num) -> {area: num}", """{"base":3,"height":5}""", """{"area":7.5}""")]
    public void Numbers(string tool, string arguments, string answer) => Gives(tool, arguments, answer);

    [Theory]
    [InlineData("mean(numbers!: [num]) -> {result: num}", """{"numbers":[1,2,6]}""", """{"result":3}""")]
    [InlineData("median(numbers!: [num]) -> num", """{"numbers":[5,1,3]}""", "3")]
    [InlineData("median(numbers!: [num]) -> num", """{"numbers":[4,1,3,2]}""", "2.5")]
    [InlineData("standard_deviation(numbers!: [num]) -> {result: num}", """{"numbers":[2,4,4,4,5,5,7,9]}""", """{"result":2}""")]
    [InlineData("sample_standard_deviation(numbers!: [num]) -> num", """{"numbers":[1,3]}""", "1.4142135623730951")]
    [InlineData("variance(data!: [num]) -> num", """{"data":[1,3]}""", "1")]
    [InlineData("sum_values(numbers!: [num]) -> {result: num}", """{"numbers":[0.1,0.2,0.3]}""", """{"result":0.6}""")]
    [InlineData("min_value(numbers!: [num]) -> {result: num}", """{"numbers":[3,-1,2]}""", """{"result":-1}""")]
    [InlineData("max_value(numbers!: [num]) -> {result: num}", """{"numbers":[3,-1,2]}""", """{"result":3}""")]
    [InlineData("calculate_average(numbers!: [num]) -> num", """{"numbers":[1,2]}""", "1.5")]
    public void Lists_of_numbers(string tool, string arguments, string answer) => Gives(tool, arguments, answer);

    [Theory]
    [InlineData("calculate(expression!) -> {result: num} -- Calculates an expression.", """{"expression":"2 * (3 + 4)^2"}""", """{"result":98}""")]
    [InlineData("evaluate_expression(expression!) -> {expression, value: num}", """{"expression":"0.1 + 0.2"}""", """{"expression":"0.1 + 0.2","value":0.3}""")]
    [InlineData("calculator(expr!) -> str", """{"expr":"10 / 4"}""", "\"2.5\"")]
    public void Expressions(string tool, string arguments, string answer) => Gives(tool, arguments, answer);

    [Theory]
    [InlineData("gallon_to_liter(gallon!: num) -> {liter: num} -- Converts the gallon to liter.", """{"gallon":10}""", """{"liter":37.85411784}""")]
    [InlineData("liter_to_gallon(liter!: num) -> {gallon: num}", """{"liter":3.785411784}""", """{"gallon":1}""")]
    [InlineData("celsius_to_fahrenheit(celsius!: num) -> num", """{"celsius":37.5}""", "99.5")]
    [InlineData("convert_fahrenheit_to_celsius(temperature!: num) -> {celsius: num}", """{"temperature":212}""", """{"celsius":100}""")]
    [InlineData("convert_weight(value!: num, from_unit!: g|kg|oz|lb, to_unit!: g|kg|oz|lb) -> {result: num}", """{"value":1,"from_unit":"lb","to_unit":"g"}""",
        """{"result":453.59237}""")]
    [InlineData("convert_temperature(value!: num, from_unit!: C|F, to_unit!: C|F) -> num", """{"value":32,"from_unit":"F","to_unit":"C"}""", "0")]
    [InlineData("imperial_si_conversion(value!: num, unit_in!, unit_out!) -> {result: num}", """{"value":5,"unit_in":"miles","unit_out":"km"}""",
        """{"result":8.04672}""")]
    [InlineData("si_unit_conversion(value!: num, unit_in!, unit_out!) -> {result: num}", """{"value":1500,"unit_in":"m","unit_out":"km"}""",
        """{"result":1.5}""")]
    [InlineData("unit_converter(amount!: num, from!, to!) -> {value: num} -- Converts a value between units.",
        """{"amount":2,"from":"Hours","to":"minutes"}""", """{"value":120}""")]
    [InlineData("convert_currency(amount!: num, rate!: num) -> {converted_amount: num}", """{"amount":19.99,"rate":1.1}""", """{"converted_amount":21.989}""")]
    public void Conversions(string tool, string arguments, string answer) => Gives(tool, arguments, answer);

    [Theory]
    [InlineData("days_between(start_date!: date, end_date!: date) -> {days: int}", """{"start_date":"2024-02-28","end_date":"2024-03-01"}""", """{"days":2}""")]
    [InlineData("date_difference(date1!, date2!) -> int", """{"date1":"2025-01-01","date2":"2024-12-31"}""", "-1")]
    [InlineData("add_days_to_date(date!: date, days!: int) -> {new_date: date}", """{"date":"2024-02-28","days":2}""", """{"new_date":"2024-03-01"}""")]
    [InlineData("add_months(date!: date, months!: int) -> date", """{"date":"2024-01-31","months":1}""", "\"2024-02-29\"")]
    [InlineData("get_weekday(date!: date) -> {weekday}", """{"date":"2024-02-29"}""", """{"weekday":"Thursday"}""")]
    [InlineData("calculate_age(birth_date!: date) -> {age: int}", """{"birth_date":"2000-01-02"}""", """{"age":25}""")]
    [InlineData("calculate_distance(lat1!: num, lon1!: num, lat2!: num, lon2!: num) -> {distance: num}",
        """{"lat1":52.52,"lon1":13.405,"lat2":48.8566,"lon2":2.3522}""", """{"distance":877.46}""")]
    public void Dates_and_places(string tool, string arguments, string answer) => Gives(tool, arguments, answer);

    [Theory]
    [InlineData("to_uppercase(text!) -> {result}", """{"text":"Straße 7"}""", """{"result":"STRAßE 7"}""")]
    [InlineData("reverse_string(text!) -> {reversed}", """{"text":"a😀b"}""", """{"reversed":"b😀a"}""")]
    [InlineData("count_words(text!) -> {count: int}", """{"text":" one  two\nthree "}""", """{"count":3}""")]
    [InlineData("string_length(text!) -> int", """{"text":"abc"}""", "3")]
    public void Texts(string tool, string arguments, string answer) => Gives(tool, arguments, answer);

    [Theory]
    [InlineData("divide(a!: num, b!: num) -> {result: num}", """{"a":1,"b":0}""", "Division by zero: b must not be 0.")]
    [InlineData("square_root(number!: num) -> num", """{"number":-1}""", "number must not be negative.")]
    [InlineData("logarithm(value!: num, base!: num) -> num", """{"value":0,"base":10}""", "value must be greater than 0.")]
    [InlineData("mean(numbers!: [num]) -> num", """{"numbers":[]}""", "numbers must not be empty.")]
    [InlineData("calculate(expression!) -> num", """{"expression":"two plus three"}""", "expression is no arithmetic expression that has a value: two plus three")]
    [InlineData("imperial_si_conversion(value!: num, unit_in!, unit_out!) -> num", """{"value":5,"unit_in":"smoots","unit_out":"km"}""", "Unknown unit: smoots")]
    [InlineData("imperial_si_conversion(value!: num, unit_in!, unit_out!) -> num", """{"value":5,"unit_in":"lb","unit_out":"km"}""",
        "A unit of mass is no unit of length")]
    [InlineData("days_between(start_date!, end_date!) -> int", """{"start_date":"tomorrow","end_date":"2024-01-01"}""",
        "start_date must be a date YYYY-MM-DD.")]
    public void What_has_no_value_is_refused_in_words(string tool, string arguments, string message)
    {
        var error = Call(tool, arguments).Error!;
        Assert.Equal((ErrorCode.InvalidArguments, message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("add_class(element!, name!)", "no numbers")]
    [InlineData("add_rectangle(x!: num, y!: num, width!: num, height!: num)", "a shape")]
    [InlineData("get_round(round_id!: int) -> {round_id: int, score: num}", "an id")]
    [InlineData("convert_currency(amount!: num, from!, to!) -> {result: num}", "no units")]
    [InlineData("reverse_geocode(lat!: num, lon!: num) -> {address}", "no text")]
    [InlineData("calculate_area_cost(area!: num, price!: num) -> {cost: num}", "another formula")]
    [InlineData("count_words_in_file(path!) -> {count: int}", "a file")]
    public void Other_tools_do_not_compute(string tool, string because) =>
        Assert.True(AgentScaler.Materialization.Effects.Computing.Computations.Of(Recognised.Reading(tool)) is null, because);

    [Theory]
    [InlineData("""{"rates":[{"from_currency":"EUR","to_currency":"USD","rate":1.25},{"from_currency":"EUR","to_currency":"JPY","rate":160}]}""")]
    [InlineData("""{"currencies":[{"code":"EUR","rate":0.8},{"code":"USD","rate":1},{"code":"JPY","rate":128}]}""")]
    public void Money_is_converted_by_the_rates_of_the_state(string dump)
    {
        var tool = Signature.Tool("convert_currency(amount!: num, from_currency!, to_currency!) -> {converted_amount: num}");
        var domain = ToolFixture.Materialize("money", [tool], Compared with { State = dump });
        var checks = Assert.Single(domain.Checks.Tools);
        Assert.True(checks.BrokenLaws.Count == 0 && checks.Executed, $"{checks.Detail} {string.Join("; ", checks.BrokenLaws)}");
        var session = CompiledEnvironment.Compile(domain.Definition!, domain.InitialState).Open();
        ToolResult Convert(string from, string to) =>
            session.Call(tool.Name, Value.Object(("amount", 19.99), ("from_currency", from), ("to_currency", to)));
        Assert.Equal(24.9875, Convert("EUR", "USD").Result["converted_amount"].AsNumber);
        Assert.Equal(15.992, Convert("USD", "EUR").Result["converted_amount"].AsNumber);
        Assert.Equal(19.99, Convert("EUR", "EUR").Result["converted_amount"].AsNumber);
        Assert.Equal("There is no rate from EUR to XXX", Convert("EUR", "XXX").Error!.Message);
    }

    [Fact]
    public void Computing_tools_are_proven_and_run_alike_in_both_executions()
    {
        string[] cited =
        [
            "divide(a!: num, b!: num) -> {result: num}", "logarithm(value!: num, base!: num, precision!: int) -> {result: num}",
            "standard_deviation(numbers!: [num]) -> {result: num}", "calculate(expression!) -> {result: num}", "median(numbers!: [num]) -> num",
            "imperial_si_conversion(value!: num, unit_in!, unit_out!) -> {result: num}", "gallon_to_liter(gallon!: num) -> {liter: num}",
            "days_between(start_date!: date, end_date!: date) -> {days: int}", "count_words(text!) -> {count: int}",
            "calculate_distance(lat1!: num, lon1!: num, lat2!: num, lon2!: num) -> {distance: num}",
        ];
        var result = ToolFixture.Materialize("calculator", [.. cited.Select(Signature.Tool)], Compared);
        Assert.True(result.Definition is not null, result.Rejection);
        Assert.All(result.Checks.Tools, c => Assert.True(
            c.Executed && c.BrokenLaws.Count == 0 && c.DifferentialMismatches == 0, $"{c.Name}: {c.Detail} {string.Join("; ", c.BrokenLaws)}"));
        Assert.Equal(cited.Length, result.Checks.Tools.Count);
    }

    private static void Gives(string tool, string arguments, string answer)
    {
        var result = Call(tool, arguments);
        Assert.True(result.Ok, result.Error?.Message);
        Assert.Equal(Value.Parse(answer).ToCanonicalJson(), result.Result.ToCanonicalJson());
    }

    private static ToolResult Call(string tool, string arguments)
    {
        var specification = Signature.Tool(tool);
        var domain = ToolFixture.Materialize("computing", [specification]);
        Assert.True(domain.Definition is not null, domain.Rejection);
        return CompiledEnvironment.Compile(domain.Definition!, domain.InitialState).Open().Call(specification.Name, Value.Parse(arguments));
    }
}
