using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Programs;

public sealed class OperatorTests
{
    [Theory]
    [InlineData("""["add", 0.1, 0.2]""", "0.3")]
    [InlineData("""["add", 0.1, 0.2, 0.3]""", "0.6")]
    [InlineData("""["sub", 1.1, 1]""", "0.1")]
    [InlineData("""["mul", 1.1, 1.1]""", "1.21")]
    [InlineData("""["mul", 0.07, 100]""", "7")]
    [InlineData("""["div", 1, 3]""", "0.3333333333333333")]
    [InlineData("""["div", 9007199254740991, 3]""", "3002399751580330.5")]
    [InlineData("""["add", 9007199254740991, 2]""", "9007199254740992")]
    [InlineData("""["mod", -7, 3]""", "2")]
    [InlineData("""["mod", 7, -3]""", "-2")]
    [InlineData("""["mod", 5.5, 0.1]""", "0")]
    [InlineData("""["round", 2.5]""", "2")]
    [InlineData("""["round", 3.5]""", "4")]
    [InlineData("""["round", 2.675, 2]""", "2.68")]
    [InlineData("""["round", 1250, -2]""", "1200")]
    [InlineData("""["neg", 0]""", "0")]
    [InlineData("""["pow", 1.1, 10]""", "2.5937424601")]
    [InlineData("""["pow", 2, -2]""", "0.25")]
    [InlineData("""["sqrt", 2]""", "1.4142135623730951")]
    [InlineData("""["sqrt", 1e-20]""", "1e-10")]
    [InlineData("""["floor", -1.5]""", "-2")]
    [InlineData("""["ceil", 1e300]""", "1e+300")]
    [InlineData("""["add", null, 1]""", "null")]
    [InlineData("""["min", 3, null, 2]""", "2")]
    [InlineData("""["max", "a", "b"]""", "\"b\"")]
    public void Numbers_are_computed_as_decimals(string expression, string expected) => Gives(expression, expected);

    [Theory]
    [InlineData("""["length", "a😀b"]""", "3")]
    [InlineData("""["substring", "a😀bc", 1, 2]""", "\"😀b\"")]
    [InlineData("""["substring", "abc", -5, 2]""", "\"ab\"")]
    [InlineData("""["substring", "abc", 2, 99]""", "\"c\"")]
    [InlineData("""["lower", "ÀÉŁΣЖ İ ß"]""", "\"àéłσж İ ß\"")]
    [InlineData("""["upper", "àéłσж ÿ ß"]""", "\"ÀÉŁΣЖ Ÿ ß\"")]
    [InlineData("""["trim", " \t x\u00a0 "]""", "\"x\u00a0\"")]
    [InlineData("""["split", "a,b,,c", ","]""", """["a","b","","c"]""")]
    [InlineData("""["split", "a😀", ""]""", """["a","😀"]""")]
    [InlineData("""["join", ["array", 1, null, "x", true], "-"]""", "\"1-x-true\"")]
    [InlineData("""["replace", "aaa", "aa", "b"]""", "\"ba\"")]
    [InlineData("""["replace", "abc", "", "x"]""", "\"abc\"")]
    [InlineData("""["concat", "n=", 1.50, null, ["object", {"b": 1, "a": null}]]""", """
        "n=1.5{\"a\":null,\"b\":1}"
        """)]
    [InlineData("""["to_number", "1e3"]""", "1000")]
    [InlineData("""["to_number", "01"]""", "null")]
    [InlineData("""["to_number", "١"]""", "null")]
    [InlineData("""["lt", "\uffff", "😀"]""", "true")]
    public void Texts_are_sequences_of_code_points(string expression, string expected) => Gives(expression, expected.Trim());

    [Theory]
    [InlineData("""["eq", 1, 1.0]""", "true")]
    [InlineData("""["eq", true, 1]""", "false")]
    [InlineData("""["eq", null, null]""", "true")]
    [InlineData("""["eq", ["object", {"a": 1, "b": 2}], ["object", {"b": 2, "a": 1.0}]]""", "true")]
    [InlineData("""["lt", null, 1]""", "false")]
    [InlineData("""["and", null, ["eq", 1, ["div", 1, 0]]]""", "false")]
    [InlineData("""["or", true, ["eq", 1, ["div", 1, 0]]]""", "true")]
    [InlineData("""["coalesce", null, 2, ["div", 1, 0]]""", "2")]
    [InlineData("""["if", null, 1, 2]""", "2")]
    [InlineData("""["has", ["array", 1, "a"], 1.0]""", "true")]
    [InlineData("""["at", ["array", 1, 2, 3], -1]""", "3")]
    [InlineData("""["at", ["array", 1], 5]""", "null")]
    [InlineData("""["at", ["object", {"x": 5}], "x"]""", "5")]
    [InlineData("""["slice", ["array", 1, 2, 3], 1, 9]""", "[2,3]")]
    [InlineData("""["distinct", ["array", 1, true, 1.0, "1", null, null]]""", """[1,true,"1",null]""")]
    [InlineData("""["sum_of", ["array", 0.1, null, 0.2]]""", "0.3")]
    [InlineData("""["max_of", ["array"]]""", "null")]
    [InlineData("""["put", null, "a", 1]""", """{"a":1}""")]
    [InlineData("""["put", ["array", 1, 2], -1, 9]""", "[1,9]")]
    [InlineData("""["without", ["object", {"a": 1, "b": 2}], "a", null]""", """{"b":2}""")]
    [InlineData("""["keys", ["object", {"b": 1, "a": 2}]]""", """["a","b"]""")]
    [InlineData("""["items", ["object", {"b": 1, "a": 2}]]""", "[2,1]")]
    [InlineData(
        """["map", ["range", 1, 5], {"as": "n", "where": ["gt", ["var", "n"], 2], "order": [{"by": ["var", "n"], "descending": true}], "do": ["mul", ["var", "n"], 2]}]""",
        "[10,8,6]")]
    public void Truth_collections_and_laziness(string expression, string expected) => Gives(expression, expected);

    [Theory]
    [InlineData("""["add_months", "2024-01-31", 1]""", "\"2024-02-29\"")]
    [InlineData("""["add_months", "2024-03-31T10:00:00Z", -13]""", "\"2023-02-28T10:00:00Z\"")]
    [InlineData("""["add_days", "2024-02-28", 2]""", "\"2024-03-01\"")]
    [InlineData("""["add_seconds", "2024-02-28", 1]""", "\"2024-02-28T00:00:01Z\"")]
    [InlineData("""["seconds_between", "2024-01-01T00:00:00+02:00", "2024-01-01"]""", "7200")]
    [InlineData("""["days_between", "2024-01-01T23:59:59Z", "2024-01-02"]""", "1")]
    [InlineData("""["date_of", "2024-01-01T23:30:00.5-01:00"]""", "\"2024-01-02\"")]
    [InlineData("""["date_part", "2024-02-29", "weekday"]""", "4")]
    [InlineData("""["now"]""", "\"2026-01-01T00:00:00Z\"")]
    [InlineData("""["today"]""", "\"2026-01-01\"")]
    public void Dates(string expression, string expected) => Gives(expression, expected);

    [Theory]
    [InlineData("""["div", 1, 0]""", "division by zero")]
    [InlineData("""["mul", 1e300, 1e300]""", "the result is out of range")]
    [InlineData("""["add", ["arg", "a"], 1]""", "add takes numbers, found string")]
    [InlineData("""["lt", ["arg", "a"], 1]""", "lt compares two numbers or two strings, found string and number")]
    [InlineData("""["not", ["arg", "a"]]""", "a condition takes a boolean, found string")]
    [InlineData("""["field", ["arg", "a"], "x"]""", "a field takes an object, found string")]
    [InlineData("""["add_days", ["arg", "a"], 1]""", "add_days takes a date YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ")]
    [InlineData("""["sqrt", -1]""", "sqrt takes no negative number")]
    [InlineData("""["add_days", "9999-12-31", 1]""", "add_days leaves the years 1 to 9999")]
    [InlineData("""["round", 1, 16]""", "round takes -15 to 15 digits")]
    public void What_an_operator_does_not_take_fails_the_call(string expression, string message)
    {
        var result = Shop.Evaluate(expression, """{"a":"text"}""");
        Assert.Equal(ErrorCode.InvalidArguments, result.Error?.Code);
        Assert.Equal(message, result.Error?.Message);
    }

    [Fact]
    public void Derived_values_follow_from_their_inputs_and_keep_to_their_range()
    {
        const string expression = """["derive", {"type": "number", "minimum": 5, "maximum": 6}, ["arg", "a"]]""";
        var values = Enumerable.Range(0, 50).Select(i => Shop.Evaluate(expression, $$"""{"a":{{i}}}""").Result.AsNumber).ToArray();
        Assert.All(values, v => Assert.InRange(v, 5, 6));
        Assert.True(values.Distinct().Count() > 20);
        Assert.Equal(values[7], Shop.Evaluate(expression, """{"a":7.0}""").Result.AsNumber);
    }

    private static void Gives(string expression, string expected)
    {
        var result = Shop.Evaluate(expression);
        Assert.True(result.Ok, result.Error?.Message);
        Assert.Equal(Value.Parse(expected).ToJson(), result.Result.ToJson());
    }
}
