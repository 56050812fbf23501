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
    [InlineData("Planned visits only, in price order.", "price")]
    [InlineData("In reverse title order.", "title desc")]
    [InlineData("In no particular order.", "")]
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

    private const string Charges = "GET /charges listCharges(customer) -> [Charge{id!, customer_name, amount: num, created_at: datetime}] -- ";

    [Theory]
    [InlineData(
        "Returns a list of charges. The charges are returned in sorted order, with the most recent charges appearing first.",
        "created_at desc", "most recent first, in a clause")]
    [InlineData("Lists charges, latest first.", "created_at desc", "latest first")]
    [InlineData("Lists charges in the order in which they were created.", "created_at", "in the order of an event")]
    [InlineData("Lists charges in ascending order by amount.", "amount", "ascending order by")]
    [InlineData("Lists charges sorted in descending order of amount.", "amount desc", "descending order of")]
    [InlineData("Lists charges in descending order by amount.", "amount desc", "descending order by")]
    [InlineData("Lists charges ordered by creation date, newest to oldest.", "created_at desc", "from one end to the other without from")]
    [InlineData("Lists charges. Results are sorted by customer name by default.", "customer_name", "a column of two words")]
    [InlineData("Lists charges, largest amount first.", "amount desc", "an adjective of size with its column")]
    [InlineData("Lists charges, most expensive first.", "amount desc", "an adjective of price for an amount of money")]
    [InlineData("Lists charges from A to Z.", "customer_name", "letters")]
    [InlineData("Lists charges. Use sort to choose the order.", "", "the caller's own order")]
    [InlineData("Lists charges. Refund the oldest charge first.", "", "an advice")]
    [InlineData("Lists charges by customer.", "", "a by-phrase that is a filter")]
    public void A_list_of_charges_stands_as_its_description_says(string cited, string? order, string because) =>
        Assert.Equal($"{because}: {order}", $"{because}: {ListTexts.OrderOf(ListTexts.Of(Charges + cited))}");
}
