namespace AgentScaler.Language.Tests;

public sealed class CanonicalFormTests
{
    [Theory]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("\u1100\u1161\u11a8", "\uac01")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("a\u0315\u0300\u05ae", "\u00e0\u05ae\u0315")] // marks are ordered before they compose
    [InlineData("\u0958", "\u0915\u093c")] // excluded from composition
    [InlineData("\ud834\udd5e", "\ud834\udd57\ud834\udd65")]
    [InlineData("plain", "plain")]
    public void Composition_follows_the_standard(string text, string expected) => Assert.Equal(expected, CanonicalForm.Compose(text));

    [Theory]
    [InlineData("R\u00e9sum\u00e9", "Re\u0301sume\u0301")] // Latin
    [InlineData("\u1ebf", "e\u0302\u0301")] // Vietnamese: two steps
    [InlineData("\u03ac\u1f82", "\u03b1\u0301\u03b1\u0313\u0300\u0345")] // Greek, with three marks
    [InlineData("\u0439\u0451", "\u0438\u0306\u0435\u0308")] // Cyrillic
    [InlineData("\u0622", "\u0627\u0653")] // Arabic
    [InlineData("\ufb31", "\u05d1\u05bc")] // Hebrew
    [InlineData("\u0958", "\u0915\u093c")] // Devanagari
    [InlineData("\u304c\u30d1", "\u304b\u3099\u30cf\u309a")] // Kana
    [InlineData("\uac01", "\u1100\u1161\u11a8")] // Hangul
    [InlineData("a\u0323\u0307a\u0307\u0323", "a\u0323\u0307a\u0323\u0307")] // marks in their order
    [InlineData("\u0141\u00f8", "\u0141\u00f8")] // a stroke is no mark
    [InlineData("plain", "plain")]
    public void Decomposition_follows_the_standard(string text, string expected) => Assert.Equal(expected, CanonicalForm.Decompose(text));

    [Fact]
    public void Half_a_character_is_replaced()
    {
        Assert.Equal("\ufffdx", CanonicalForm.Compose("\ud800x"));
        Assert.Equal("x\ufffd", CanonicalForm.Decompose("x\udc00"));
    }
}
