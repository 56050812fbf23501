using AgentScaler.Tools;
using static AgentScaler.Materialization.Tests.ToolFixture;

namespace AgentScaler.Materialization.Tests.Proofs;

/// <summary>The laws of reads, each broken by a program that is planted as the user's own.</summary>
public sealed class ReadLawTests
{
    private const string Book =
        """{"type":"object","required":["book_id","title","genre"],"properties":{"book_id":{"type":"string"},"title":{"type":"string"},"genre":{"type":"string","enum":["novel","poetry"]}}}""";

    private static string One(string parameter) =>
        """{"type":"object","required":["NAME"],"properties":{"NAME":{"type":"string"}}}""".Replace("NAME", parameter, StringComparison.Ordinal);

    private static IReadOnlyList<ToolSpecification> Library(string counted = """{"count":{"type":"integer"}}""") =>
    [
        Http("get_book", "GET", "/books/{book_id}", One("book_id"), Book),
        Http("find_book", "GET", "/books/find", One("genre"), Book),
        Http("list_books", "GET", "/books", """{"type":"object","properties":{}}""", $$"""{"type":"array","items":{{Book}}}"""),
        Http("add_book", "POST", "/books", """{"type":"object","required":["title"],"properties":{"title":{"type":"string"}}}""", Book),
        Http("count_books", "GET", "/books/count", """{"type":"object","properties":{"genre":{"type":"string"}}}""",
            $$"""{"type":"object","properties":{{counted}}}"""),
    ];

    /// <summary>Several books have one genre: the one that is told is the first, not any of them.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData("""["at",["select","books",{"as":"r","where":["eq",["field",["var","r"],"genre"],["arg","genre"]]}],0]""", null)]
    [InlineData("""["at",["reverse",["select","books",{"as":"r","where":["eq",["field",["var","r"],"genre"],["arg","genre"]]}]],0]""", "the row holds")]
    [InlineData("""["at",["select","books",{"as":"r"}],0]""", "the row holds")]
    public void Of_rows_that_share_what_the_call_names_the_first_is_told(string? row, string? law) => Holds(law, Planted.Laws(
        Library(), "find_book",
        row is null ? null : $$"""[{"let":"row","be":{{row}}},{"guard":["not",["is_null",["var","row"]]],"code":"not_found","message":"no such book"},{"return":["var","row"]}]""",
        writes: false, "get", """ "effect":"get","resource":"book" """));

    /// <summary>The number is judged wherever the result tells it.</summary>
    [Theory]
    [InlineData("""{"count":{"type":"integer"}}""", "count")]
    [InlineData("""{"total":{"type":"integer"}}""", "total")]
    [InlineData("""{"books_on_shelf":{"type":"integer"}}""", "books_on_shelf")]
    [InlineData("""{"note":{"type":"string"},"how_many":{"type":"number"}}""", "how_many")]
    [InlineData("""{"total_count":{"type":"integer"},"took_ms":{"type":"integer"}}""", "total_count")]
    public void A_count_is_the_number_of_the_rows_that_match(string counted, string member)
    {
        Holds(null, Planted.Laws(Library(counted), "count_books", null, writes: false, "count"));
        Holds("the count is 7", Planted.Laws(Library(counted), "count_books", $$"""[{"return":["literal",{"{{member}}":7}]}]""", writes: false, "count"));
        Holds("the count is", Planted.Laws(Library(counted), "count_books", """[{"return":["literal",{}]}]""", writes: false, "count"));
    }

    /// <summary>Which of two numbers is the count, nobody can tell, and a number that repeats an argument is none.</summary>
    [Theory]
    [InlineData("""{"shown":{"type":"integer"},"hidden":{"type":"integer"}}""")]
    [InlineData("""{"genre":{"type":"integer"}}""")]
    public void A_number_that_may_tell_something_else_is_no_count(string counted) =>
        Holds(null, Planted.Laws(Library(counted), "count_books", """[{"return":["literal",{}]}]""", writes: false, "count"));

    private static void Holds(string? law, IReadOnlyList<string> broken)
    {
        if (law is null)
        {
            Assert.Empty(broken);
        }
        else
        {
            Assert.Contains(broken, b => b.Contains(law, StringComparison.Ordinal));
        }
    }
}
