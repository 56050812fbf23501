namespace AgentScaler.Materialization.Tests.Sentences.Lists;

/// <summary>In which order documents say that a list stands. A row cites a description.</summary>
public sealed class RowOrderTests
{
    [Theory]
    [InlineData("Newest first.", "created_at desc")]
    [InlineData("The most recent visits come first.", "created_at desc")]
    [InlineData("Oldest at the bottom.", "created_at desc")]
    [InlineData("Newest on top.", "created_at desc")]
    [InlineData("Visits, starting with the most recent.", "created_at desc")]
    [InlineData("Soonest first.", "starts_at")]
    [InlineData("Earliest start first.", "starts_at")]
    [InlineData("Lists what is on, soonest curtain first.", "starts_at")]
    [InlineData("Most recently given first.", "given_on desc")]
    [InlineData("In descending order of creation, the most recently created first.", "created_at desc")]
    [InlineData("Newest first by starting time.", "starts_at desc")]
    [InlineData("From newest to oldest.", "created_at desc")]
    [InlineData("In reverse chronological order.", "created_at desc")]
    [InlineData("In the order of enrolment.", "enrolled_on")]
    [InlineData("Returned in the order in which they were created.", "created_at")]
    [InlineData("Visits in order of their start.", "starts_at")]
    [InlineData("By title, A to Z.", "title")]
    [InlineData("In alphabetical order of title; visits of the same title are in order of their id.", "title, id")]
    [InlineData("Sorted by the guest's last name, then first name.", "last_name, first_name")]
    [InlineData("All visits by surname.", "last_name")]
    [InlineData("Ordered by asset tag.", "asset_tag")]
    [InlineData("By kind (tour, walk, talk), within a kind by title.", "kind(tour|walk|talk), title")]
    [InlineData("Sorted by kind, then by price, cheapest first.", "kind, price")]
    [InlineData("Ordered by price (highest first).", "price desc")]
    [InlineData("Cheapest first.", "price")]
    [InlineData("Sorted by `starts_at` in descending order.", "starts_at desc")]
    [InlineData("List visits, id descending.", "id desc")]
    [InlineData("In ascending order of `asset_tag`.", "asset_tag")]
    [InlineData("Sorted by date due and id.", "due_on, id")]
    [InlineData("Cancel the oldest visit first.", "")]
    [InlineData("Search visits by title.", "")]
    [InlineData("Can be sorted by any given field.", "")]
    [InlineData("Visits by guests of the house.", "")]
    public void A_list_stands_as_its_description_says(string description, string order) =>
        Assert.Equal($"{description} {order}", $"{description} {ListTexts.OrderOf(ListTexts.List("page: int", description))}");

    [Fact]
    public void What_the_call_filters_by_orders_nothing() =>
        Assert.Equal("", ListTexts.OrderOf(ListTexts.List("last_name", "Lists visits by last name.")));
}
