using System.Text.Json;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;
using AgentScaler.Language.Values;

namespace AgentScaler.Materialization.Tests.States;

public sealed class PatternSamplerTests
{
    [Theory]
    [InlineData("^[A-Z]{3}$", 0, 100)]
    [InlineData("^[a-zA-Z0-9]{1,26}$", 20, 26)]
    [InlineData("arn:[a-z\\d-]+:kinesisvideo:[a-z0-9-]+:[0-9]+:[a-z]+/[a-zA-Z0-9_.-]+/[0-9]+", 1, 1024)]
    [InlineData("^(foo|quux)(-bar)*$", 11, 12)]
    [InlineData("^([a-z]{3}){1,40}$", 31, 35)]
    [InlineData("\\S", 30, 40)]
    [InlineData("^vpc-([a-z0-9]{8}$|[a-z0-9]{17}$)", 0, 100)]
    [InlineData("[\\u0020-\\uD7FF\\t]*", 5, 9)]
    [InlineData("^\\d{4}-\\d{2}(-\\d{2})?$", 10, 10)]
    public void A_text_matches_its_pattern_at_a_length_between_both_bounds(string pattern, int least, int most)
    {
        var schema = ResultConformance.Compile(JsonSerializer.SerializeToElement(new { type = "string", pattern, minLength = least, maxLength = most }));
        for (var seed = 0; seed < 20; seed++)
        {
            var text = PatternSampler.Sample(pattern, new DeterministicRandom(seed), least, most);
            Assert.NotNull(text);
            Assert.True(schema.Conforms(Value.From(text), out var why), $"{text}: {why}");
        }
    }

    [Theory]
    [InlineData("^(a)\\1$")]
    [InlineData("^[a-z]{2}$(")]
    [InlineData("*")]
    public void What_is_not_understood_gives_nothing(string pattern) => Assert.Null(PatternSampler.Sample(pattern, new DeterministicRandom(0)));

    [Fact]
    public void A_length_that_the_pattern_cannot_have_gives_nothing() => Assert.Null(PatternSampler.Sample("^[a-z]{3}$", new DeterministicRandom(0), 4, 9));
}
