using AgentScaler.Effects;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>The form in which a database writes times is read off its values.</summary>
public sealed class ClockFormTests
{
    [Theory]
    [InlineData("2024-05-01", "yyyy-MM-dd")]
    [InlineData("2024-05-01T10:00:00Z", "yyyy-MM-ddTHH:mm:ssZ")]
    [InlineData("2024-05-01 10:00", "yyyy-MM-dd HH:mm")]
    [InlineData("2024-05-01T10:00:00+00:00", "yyyy-MM-ddTHH:mm:ss+00:00")]
    [InlineData("2024-05-01T10:00:00.125Z", "yyyy-MM-ddTHH:mm:ss.000Z")]
    [InlineData("31/12/2024", "dd/MM/yyyy")]
    [InlineData("last Monday", null)]
    [InlineData("", null)]
    public void A_value_is_written_in_one_form(string value, string? form) => Assert.Equal(form, ClockForm.Of([Value.From(value)]));

    [Fact]
    public void Values_of_two_forms_have_none() => Assert.Null(ClockForm.Of([Value.From("2024-05-01"), Value.From("2024-05-01T10:00:00Z")]));

    [Fact]
    public void A_day_that_may_be_read_in_two_ways_is_decided_by_the_others() =>
        Assert.Equal("dd/MM/yyyy", ClockForm.Of([Value.From("01/02/2024"), Value.From("31/01/2024")]));

    [Theory]
    [InlineData("When, as YYYY-MM-DD HH:MM:SS.", "yyyy-MM-dd HH:mm:ss")]
    [InlineData("The day (format: 'YYYY-MM-DD').", "yyyy-MM-dd")]
    [InlineData("Format: %Y-%m-%d %H:%M", "yyyy-MM-dd HH:mm")]
    [InlineData("in MM/DD/YYYY", "MM/dd/yyyy")]
    [InlineData("The time of day.", null)]
    public void A_text_spells_a_form(string text, string? form) => Assert.Equal(form, ClockForm.Spelled(text));
}
