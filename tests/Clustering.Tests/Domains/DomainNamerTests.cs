using AgentScaler.Clustering.Domains;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Tests.Domains;

public class DomainNamerTests
{
    [Theory]
    [InlineData("bookshop", "Bookshop")]
    [InlineData("api.book-shop.com", "Book Shop")]
    [InlineData("amazonaws.com:glue", "Amazonaws Glue")]
    [InlineData("@acme/weather-mcp", "Acme Weather Mcp")]
    [InlineData("io.github.acme/weather-mcp", "Acme Weather Mcp")]
    [InlineData("Lantern Helpdesk", "Lantern Helpdesk")]
    public void A_provider_has_a_readable_title(string provider, string title) => Assert.Equal(title, DomainNamer.ProviderTitle(provider));

    [Theory]
    [InlineData("Amazonaws Glue: column statistic", "amazonaws-glue-column-statistic")]
    [InlineData("长亭", "domain")]
    [InlineData("Ünïcode API", "n-code-api")]
    public void A_slug_is_lower_case_ascii(string name, string slug) => Assert.Equal(slug, DomainNamer.Slug(name));

    [Fact]
    public void A_provider_with_several_domains_names_them_by_what_sets_them_apart()
    {
        var names = Name([.. SyntheticTools.Resource("shop", "order", "sku")], [.. SyntheticTools.Resource("shop", "customer", "email")]);
        Assert.Equal(["Shop: order", "Shop: customer"], names.Select(one => one.Name));
    }

    [Fact]
    public void A_domain_of_many_providers_is_named_by_its_words()
    {
        var tools = Enumerable.Range(0, 5).Select(i => SyntheticTools.Tool($"provider{i}", "get_weather_forecast", "{}", "{}")).ToArray();
        Assert.Equal("Forecast weather", Assert.Single(Name(tools)).Name);
    }

    [Fact]
    public void Of_equal_names_the_largest_domain_keeps_the_plain_slug()
    {
        var names = Name(
            [.. SyntheticTools.Resource("shop.test", "order", "sku").Take(3)],
            [.. SyntheticTools.Resource("shop.example", "customer", "email")]);
        Assert.Equal(["shop-0001", "shop"], names.Select(one => one.Slug));
    }

    private static IReadOnlyList<(string Name, string Slug)> Name(params ToolSpecification[][] domains) =>
        new DomainNamer([.. domains.Select(tools => tools.Select(ToolProfiler.Profile).ToArray())])
            .Name([.. domains.Select((_, i) => $"domain_{i + 1:0000}0000")]);
}
