using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Tests.Programs;

public sealed class ComputingOperatorTests
{
    [Theory]
    [InlineData("""["pow", 4, 0.5]""", "2")]
    [InlineData("""["pow", 1.05, 200]""", "17292.580815159985")]
    [InlineData("""["pow", -2, 101]""", "-2.535301200456459e+30")]
    [InlineData("""["pow", 0, 0.5]""", "0")]
    [InlineData("""["pow", 10, -1000]""", "0")]
    [InlineData("""["root", 27, 3]""", "3")]
    [InlineData("""["root", -8, 3]""", "-2")]
    [InlineData("""["root", 2, 2]""", "1.4142135623730951")]
    [InlineData("""["log", 1000, 10]""", "3")]
    [InlineData("""["log", 8, 2]""", "3")]
    [InlineData("""["log", 0.5]""", "-0.6931471805599453")]
    [InlineData("""["log", 1e300, 10]""", "300")]
    [InlineData("""["exp", 1]""", "2.718281828459045")]
    [InlineData("""["exp", -1]""", "0.36787944117144233")]
    [InlineData("""["exp", 0]""", "1")]
    [InlineData("""["sin", 0]""", "0")]
    [InlineData("""["sin", 1]""", "0.8414709848078965")]
    [InlineData("""["sin", -100]""", "0.5063656411097588")]
    [InlineData("""["sin", 3.141592653589793]""", "2.384626433832795e-16")]
    [InlineData("""["cos", 1]""", "0.5403023058681398")]
    [InlineData("""["cos", 4]""", "-0.6536436208636119")]
    [InlineData("""["atan2", 1, 1]""", "0.7853981633974483")]
    [InlineData("""["atan2", -1, -2]""", "-2.677945044588987")]
    [InlineData("""["atan2", 3, 1]""", "1.2490457723982544")]
    [InlineData("""["atan2", 0, -1]""", "3.141592653589793")]
    [InlineData("""["atan2", 0, 0]""", "0")]
    [InlineData("""["log", null]""", "null")]
    public void Functions_are_the_nearest_doubles(string expression, string expected) => Gives(expression, expected);

    [Theory]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("(2 + 3) * 4", "20")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1 / 3 * 3", "1")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("-2 ^ 2", "-4")]
    [InlineData("(-2) ** 2", "4")]
    [InlineData("2 ^ 3 ^ 2", "512")]
    [InlineData("2 ^ -1", "0.5")]
    [InlineData("2 * -3", "-6")]
    [InlineData("--5", "5")]
    [InlineData(".5 * 4", "2")]
    [InlineData(" 7\t/ 2 \n", "3.5")]
    [InlineData("19.99 * 3", "59.97")]
    [InlineData("10 ^ 100 * 10 ^ -100", "1")]
    [InlineData("", "null")]
    [InlineData("2 +", "null")]
    [InlineData("2 3", "null")]
    [InlineData("(2", "null")]
    [InlineData("2)", "null")]
    [InlineData("1 / 0", "null")]
    [InlineData("0 ^ -1", "null")]
    [InlineData("2 ^ 0.5", "null")]
    [InlineData("2 * * 3", "null")]
    [InlineData("5.", "null")]
    [InlineData("1.2.3", "null")]
    [InlineData("__import__('os')", "null")]
    [InlineData("9 ^ 99 ^ 9", "null")]
    [InlineData("10 ^ 100 * 10 ^ 100 * 10 ^ 100 * 10 ^ 100 * 10 ^ 100", "null")]
    public void An_arithmetic_text_has_the_value_that_a_pocket_calculator_shows(string text, string expected) =>
        Gives(Value.From([(Value)"evaluate", text]).ToJson(), expected);

    [Theory]
    [InlineData("kitten", "sitting", "0.5714285714285714")]
    [InlineData("Anna", "Anna", "1")]
    [InlineData("", "", "1")]
    [InlineData("", "abc", "0")]
    [InlineData("a😀", "a😁", "0.5")]
    public void Similarity_is_the_share_of_the_longer_text_that_no_edit_touches(string a, string b, string expected) =>
        Gives(Value.From([(Value)"similarity", a, b]).ToJson(), expected);

    [Theory]
    [InlineData("""["matches", "AB-123", "^[A-Z]{2}-[0-9]+$"]""", "true")]
    [InlineData("""["matches", "ab-123", "^[A-Z]{2}-[0-9]+$"]""", "false")]
    [InlineData("""["matches", "order 7", "\\d"]""", "true")]
    [InlineData("""["matches", null, "a"]""", "false")]
    [InlineData("""["index_of", ["array", "a", 2, "b"], "b"]""", "2")]
    [InlineData("""["index_of", ["array", "a"], "b"]""", "null")]
    [InlineData("""["index_of", ["array", null], null]""", "0")]
    [InlineData("""["index_of", "a😀b", "b"]""", "2")]
    [InlineData("""["index_of", "abc", ""]""", "0")]
    [InlineData("""["index_of", null, 1]""", "null")]
    [InlineData("""["zip", ["array", 1, 2, 3], ["array", "a", "b"]]""", """[[1,"a"],[2,"b"]]""")]
    [InlineData("""["zip", ["array"], null]""", "null")]
    [InlineData("""["put_at", ["object", {"a": ["array", 1, ["object", {"b": 2}]]}], ["array", "a", 1, "b"], 9]""", """{"a":[1,{"b":9}]}""")]
    [InlineData("""["put_at", null, ["array", "a", "b"], 1]""", """{"a":{"b":1}}""")]
    [InlineData("""["put_at", ["array", 1, 2], ["array", -1], 9]""", "[1,9]")]
    [InlineData("""["put_at", ["object", {"a": 1}], ["array"], 5]""", "5")]
    public void Places_in_texts_and_collections(string expression, string expected) => Gives(expression, expected);

    [Theory]
    [InlineData("""["pow", -2, 0.5]""", "pow takes a whole exponent for a negative number")]
    [InlineData("""["pow", 0, -0.5]""", "division by zero")]
    [InlineData("""["exp", 1000]""", "the result is out of range")]
    [InlineData("""["root", -4, 2]""", "root takes no negative number for an even degree")]
    [InlineData("""["root", 4, 0]""", "root takes a whole degree from 1 to 20")]
    [InlineData("""["log", 0]""", "log takes numbers above 0")]
    [InlineData("""["log", 2, 1]""", "log takes no base 1")]
    [InlineData("""["sin", 1e10]""", "sin takes an angle of at most 10^9 radians")]
    [InlineData("""["matches", "a", "(?=a)"]""", "matches takes a pattern of the subset that matches in linear time")]
    [InlineData("""["put_at", ["object", {"a": 1}], ["array", "a", "b"], 1]""", "put_at takes an array or object, found number")]
    [InlineData("""["put_at", ["array"], ["array", 0], 1]""", "put_at finds no item at this index")]
    public void What_an_operator_does_not_take_fails_the_call(string expression, string message)
    {
        var result = Shop.Evaluate(expression);
        Assert.Equal(ErrorCode.InvalidArguments, result.Error?.Code);
        Assert.Equal(message, result.Error?.Message);
    }

    private static void Gives(string expression, string expected)
    {
        var result = Shop.Evaluate(expression);
        Assert.True(result.Ok, result.Error?.Message);
        Assert.Equal(Value.Parse(expected).ToJson(), result.Result.ToJson());
    }
}
