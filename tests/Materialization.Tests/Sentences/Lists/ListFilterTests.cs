using AgentScaler.Effects;
using AgentScaler.Materialization.Sentences.Lists;

namespace AgentScaler.Materialization.Tests.Sentences.Lists;

/// <summary>How arguments of a list stand to its columns, and how long it is. A row cites a parameter, or a sentence.</summary>
public sealed class ListFilterTests
{
    [Theory]
    [InlineData("max_price: num \"Price no higher than this.\"", "price To")]
    [InlineData("price_below: num \"Visits whose price is less than this many cents.\"", "price To exclusive")]
    [InlineData("budget: num \"Only visits with a price of this or less.\"", "price To")]
    [InlineData("from: datetime \"Only visits that start at or after this instant.\"", "starts_at From")]
    [InlineData("to: datetime \"Only visits that start before this instant.\"", "starts_at To exclusive")]
    [InlineData("since: date \"Visits created on this day or later.\"", "created_at From")]
    [InlineData("after: int \"Only visits with an id greater than this one.\"", "id From exclusive")]
    [InlineData("kinds: walk|tour|talk", "kind Field")]
    [InlineData("kinds: walk|tour|talk|all", "kind Field")]
    [InlineData("colour: red|green|blue", "tags Field")]
    [InlineData("asset \"Asset tag of the visit.\"", "asset_tag Field")]
    [InlineData("title \"Exact match.\"", "title Field exact")]
    [InlineData("last_name \"Exactly, though capitals do not matter.\"", "last_name Field exact anycase")]
    [InlineData("level: int \"At most 5.\"", "level Field")]
    public void A_filter_asks_of_its_column_what_its_description_says(string parameter, string filter) =>
        Assert.Equal($"{parameter}: {filter}", $"{parameter}: {string.Join(", ", ListTexts.List(parameter, "Lists visits.").Filters.Select(Said))}");

    [Theory]
    [InlineData("search \"Only visits whose title or whose guide's name contains this text.\"", "title, guide.name")]
    [InlineData("match \"substring of last name, case-insensitive\"", "last_name")]
    [InlineData("q \"Part of the title, we don't care about capitals.\"", "title")]
    public void A_search_looks_where_its_description_says(string parameter, string places) =>
        Assert.Equal(places, string.Join(", ", ListTexts.List(parameter, "Lists visits.").Searches
            .SelectMany(s => s.Columns.Select(c => c.Name).Concat(s.Inside.Select(i => $"{i.Column.Name}.{string.Join('.', i.Members)}")))));

    [Theory]
    [InlineData("we hand them out twenty at a time ", 20)]
    [InlineData("in pages of 50 , newest first ", 50)]
    [InlineData("a page holds 25 visits ", 25)]
    [InlineData("returns at most 100 visits ", 100)]
    [InlineData("at most 40 visits are returned ", 40)]
    [InlineData("a guest may have 3 visits at once ", null)]
    public void A_page_is_as_long_as_the_text_says(string words, int? size) => Assert.Equal(size, PageSizes.Read(words));

    [Theory]
    [InlineData("status: planned|done|cancelled|all", "all", true, "no visit is called so")]
    [InlineData("status: any|planned|done|cancelled", "any", true, "another word for all")]
    [InlineData("status: planned|done|cancelled|all", "done", false, "one of the values")]
    [InlineData("title", "all", false, "a text that anyone may have")]
    public void A_filter_may_ask_for_all_rows(string parameter, string given, bool all, string because)
    {
        var filter = Assert.Single(ListTexts.List(parameter, "Lists visits.").Filters);
        Assert.Equal($"{because}: {all}", $"{because}: {Matching.ForAll(filter.Column, filter.Parameter) == Environments.Values.Value.From(given)}");
    }

    private static string Said(ColumnBinding filter) => $"{filter.Column.Name} {filter.Parameter.Role}{(filter.Parameter.Exclusive ? " exclusive" : "")}"
        + $"{(filter.Parameter.Exact ? " exact" : "")}{(filter.Parameter.AnyCase ? " anycase" : "")}";
}
