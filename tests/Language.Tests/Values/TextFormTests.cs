using AgentScaler.Language.Values;
using AgentScaler.Language.Values.Documents;

namespace AgentScaler.Language.Tests.Values;

/// <summary>The specification of forms, of documented templates, and of values like a documented one.</summary>
public sealed class TextFormTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{9:4}", "[1-9][0-9]{3}")]
    [InlineData("{0:3}", "[0-9]{3}")]
    [InlineData("{f:8}", "[0-9a-f]{8}")]
    [InlineData("{A:2}-{a:2}", "[A-Z]{2}-[a-z]{2}")]
    [InlineData("{1-9}", "[1-9]")]
    [InlineData("{01-12}", "(0[1-9]|1[0-2])")]
    [InlineData("{red|green}", "red|green")]
    [InlineData("/{{id}}/{9:1}", @"/\{id\}/[1-9]")]
    [InlineData("{Things} of {thing-slug}", "Alert rules of alert-rule")]
    public void A_form_is_written_out(string form, string written) => Assert.All(
        Enumerable.Range(0, 30),
        seed => Assert.Matches($"^({written})$", TextForm.Write(form, new TextSubject("x", "alert_rule"), new DeterministicRandom(seed))));

    [Theory]
    [InlineData("YYYY-MM-DD", "2025-[01][0-9]-[0-3][0-9]")]
    [InlineData("yyyy-mm-dd", "2025-[01][0-9]-[0-3][0-9]")]
    [InlineData("YYYY-MM", "2025-[01][0-9]")]
    [InlineData("HH:MM", "[0-2][0-9]:[0-5][0-9]")]
    [InlineData("DD/MM/YYYY hh:mm:ss", "[0-3][0-9]/[01][0-9]/2025 [0-2][0-9]:[0-5][0-9]:00")]
    [InlineData("projects/{project}/locations/*", "projects/<project>/locations/<location>")]
    [InlineData("gs://bucketName/fileName", "gs://<bucketName>/<fileName>")]
    public void A_documented_template_is_filled(string form, string written)
    {
        Assert.True(StatedForm.Is(form));
        Assert.All(Enumerable.Range(0, 30), seed => Assert.Matches($"^{written}$", StatedForm.Write(form, new DeterministicRandom(seed), v => $"<{v}>")));
    }

    [Theory]
    [InlineData("patients/4711")]
    [InlineData("plain text")]
    [InlineData("and/or")]
    public void A_value_is_no_template(string text) => Assert.False(StatedForm.Is(text));

    [Theory]
    [InlineData("ORD-12345", "ORD-[1-9][0-9]{4}")]
    [InlineData("046psxkn", "0[0-9]{2}psxkn|046psxkn")]
    [InlineData("9f86d081884c", "[0-9a-f]{12}")]
    public void A_value_like_a_documented_one_has_its_signs(string example, string form) =>
        Assert.Matches($"^({form})$", ExampleText.Like(example, new DeterministicRandom(3))!);

    [Theory]
    [InlineData("x86_64")]
    [InlineData("s3")]
    [InlineData("Vancouver")]
    public void A_word_with_digits_is_not_varied(string example) => Assert.Null(ExampleText.Like(example, new DeterministicRandom(3)));
}
