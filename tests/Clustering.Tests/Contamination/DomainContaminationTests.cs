using AgentScaler.Clustering.Contamination;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Tests.Contamination;

public class DomainContaminationTests
{
    private static readonly IReadOnlyList<ToolSpecification> Tools =
        [.. SyntheticTools.Resource("bookshop", "book", "title", "author"), .. SyntheticTools.Resource("bookshop", "order", "street", "city")];

    [Fact]
    public void A_domain_without_a_matching_tool_says_nothing() =>
        Assert.Null(DomainContamination.Of([.. Tools.Select(ToolProfiler.Profile)]));

    [Fact]
    public void A_domain_names_the_share_of_its_tools_that_match_and_what_they_match()
    {
        var matches = DomainContamination.Of(
            [.. Matching(3, tool => [new("b.json", "name", 1, "e") { Entry = "z" }, new("a.json", "text", 1, "e") { Entry = tool.Name }])])!;

        Assert.Equal((3, 0.3), (matches.Tools, matches.Share));
        Assert.Equal(
            [("a.json", "create_book"), ("a.json", "get_book"), ("a.json", "list_books"), ("b.json", "z")],
            matches.Entries.Select(entry => (entry.Benchmark, entry.Entry!)));
        Assert.Equal(Tools.Take(3).Select(tool => tool.Id).Order(StringComparer.Ordinal), matches.Entries[3].Tools);
    }

    [Fact]
    public void A_tool_that_matches_one_entry_in_two_ways_counts_once()
    {
        var matches =
            DomainContamination.Of([.. Matching(1, _ => [new("b.json", "name", 1, "e") { Entry = "z" }, new("b.json", "text", 1, "e") { Entry = "z" }])])!;

        Assert.Equal(1, matches.Tools);
        Assert.Single(Assert.Single(matches.Entries).Tools);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(10, true)]
    public void From_half_of_its_tools_on_a_domain_is_left_out_whole(int matching, bool leftOut)
    {
        var matches = DomainContamination.Of([.. Matching(matching, _ => [new("b.json", "name", 1, "e")])]);
        var domain = new ToolDomain("domain_1", "shop", "Shop", [.. Tools.Select(tool => tool.Id)], []) { BenchmarkMatches = matches };

        Assert.Equal(leftOut, DomainContamination.IsLeftOut(domain));
    }

    private static IEnumerable<ToolProfile> Matching(int count, Func<ToolSpecification, IReadOnlyList<BenchmarkMatch>> matches) =>
        Tools.Select((tool, i) => ToolProfiler.Profile(i < count ? tool with { BenchmarkMatches = matches(tool) } : tool));
}
