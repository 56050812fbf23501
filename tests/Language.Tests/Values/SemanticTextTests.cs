using System.Text.RegularExpressions;
using AgentScaler.Language.Values;

namespace AgentScaler.Language.Tests.Values;

/// <summary>The specification of texts of their kind: what a column's name, its table and its description tell.</summary>
public sealed class SemanticTextTests
{
    private const int Draws = 40;

    [Theory]
    [InlineData("record_type", null, null, "customer|invoice|payment|contact|order|adjustment|note|[A-Z]{1,5}")]
    [InlineData("filter_phone_number", null, null, @"[+(][0-9() -]{8,20}")]
    [InlineData("currencyCode", null, null, "[A-Z]{3}")]
    [InlineData("preferred_timezone", null, null, "UTC|[A-Z][a-z]+/[A-Za-z_]+")]
    [InlineData("locale", null, null, "[a-z]{2}-[A-Z]{2}")]
    [InlineData("mimeType", null, null, "[a-z]+/[a-z0-9.+-]+")]
    [InlineData("cron_expression", null, null, @"[0-9*/]+ [0-9*]+ [0-9*]+ \* [0-9*-]+")]
    [InlineData("engine_version", null, null, @"v?[0-9]+(\.[0-9]+){1,2}")]
    [InlineData("sha256", null, null, "[0-9a-f]{64}")]
    [InlineData("commit_sha", null, null, "[0-9a-f]{40}")]
    [InlineData("cidr_block", null, null, @"[0-9.]+/[0-9]{2}")]
    [InlineData("mac_address", null, null, "([0-9a-f]{2}:){5}[0-9a-f]{2}")]
    [InlineData("availability_zone", null, null, "[a-z]{2}-[a-z]+-[0-9][a-c]")]
    [InlineData("httpMethod", null, null, "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS")]
    [InlineData("source_ip", null, null, @"[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+")]
    [InlineData("thumbnailUrl", null, null, @"https://\S+")]
    [InlineData("vat_number", null, null, "[A-Z]{0,3}[0-9-]{8,12}(B01)?")]
    [InlineData("license_plate", null, null, "[A-Z0-9 -]{6,10}")]
    [InlineData("hex_color", null, null, "#[0-9A-F]{6}")]
    [InlineData("blood_type", null, null, @"(A|B|AB|O)[+-]")]
    [InlineData("wind_direction", null, null, "[NESW]{1,3}")]
    [InlineData("dayOfWeek", null, null, "[A-Z][a-z]+day")]
    [InlineData("address2", null, null, ".*[A-Za-z].*")]
    [InlineData("address__city__icontains", null, null, "[A-Z][a-z]+.*")]
    [InlineData("text_to_search", null, null, ".+")]
    [InlineData("countryOfOrigin", null, null, "[A-Z][a-zA-Z ]+")]
    [InlineData("is_verified", null, null, "true|false")]
    [InlineData("userAgent", null, null, @".+/[0-9].*")]
    [InlineData("hostname", null, null, @"[a-z0-9-]+(\.[a-z0-9-]+)+")]
    [InlineData("invoicecode", null, null, ".*[A-Z0-9].*")]
    [InlineData("x", null, "The three-letter ISO 4217 currency code.", "[A-Z]{3}")]
    [InlineData("value", null, "The ARN of the role.", "arn:aws:.+")]
    [InlineData("input", "request", "Required. The email address of the recipient.", @"\S+@\S+")]
    [InlineData("zzz", null, "A regular expression that names must match.", @".*[\^*$.].*")]
    [InlineData("name", "webhook", null, ".*[Ww]ebhook.*")]
    [InlineData("displayName", "alert_rule", null, ".*[a-z].*")]
    [InlineData("name", "zorblat", null, "Zorblat [0-9]+")]
    [InlineData("display_name", "member", null, "[A-Z][a-z]+ [A-Z][a-z]+")]
    [InlineData("name", "user", null, "[A-Z][a-z]+ [A-Z][a-z]+")]
    [InlineData("description", "webhook", null, ".*([Ww]ebhook|Covers).*")]
    [InlineData("TS", "work_package", null, "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00Z")]
    [InlineData("ESUCreated", "work_package", null, "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00Z")]
    [InlineData("last_modified_dt", "set", null, "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00Z")]
    [InlineData("ConstantInitializationVector", "source", null, "[0-9a-f]{32}")]
    [InlineData("rgb", "part", null, "[0-9A-F]{6}")]
    [InlineData("subdirectory", "task", null, "/.+")]
    [InlineData("arranger", "score", null, "[A-Z].* [A-Z].*")]
    public void A_text_is_of_its_columns_kind(string name, string? owner, string? description, string form)
    {
        var subject = new TextSubject(name, owner, description);

        foreach (var text in Enumerable.Range(0, Draws)
            .Select(seed => SemanticText.Draw(Semantics.Of(name, NodeKind.String, null, owner), subject, new DeterministicRandom(seed))))
        {
            Assert.Matches(new Regex($"^({form})$", RegexOptions.Singleline), text.Text);
            Assert.NotEqual(ValueOrigin.Invented, text.Origin);
        }
    }

    [Fact]
    public void Where_nothing_tells_the_kind_a_text_says_so_and_reads_as_its_column()
    {
        var text = SemanticText.Draw(null, new TextSubject("zorblatt_quux"), new DeterministicRandom(1));

        Assert.Equal(ValueOrigin.Invented, text.Origin);
        Assert.Matches("^zorblatt-quux-[0-9]+$", text.Text);
    }

    [Theory]
    [InlineData("category")]
    [InlineData("webhook_url")]
    [InlineData("description")]
    public void The_same_seed_gives_the_same_text(string name) => Assert.Equal(
        SemanticText.Make(null, name, new DeterministicRandom(7, name), "order"),
        SemanticText.Make(null, name, new DeterministicRandom(7, name), "order"));
}
