using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>The column that a name speaks of. A row cites a thing's schema and a parameter beside it.</summary>
public sealed class ColumnMatcherTests
{
    [Theory]
    [InlineData("order{id, total: num}", "total", "total", "the very name")]
    [InlineData("order{id, Total: num}", "total", "Total", "another case")]
    [InlineData("order{id, customer_id}", "customerId", "customer_id", "another spelling")]
    [InlineData("order{id, total: num}", "order_total", "total", "the noun in front of the parameter")]
    [InlineData("customer{customer_name, city}", "name", "customer_name", "the noun in front of the column")]
    [InlineData("post{id, tags: [str]}", "tag", "tags", "one of many")]
    [InlineData("user{id, e-mail}", "eMail", "e-mail", "a hyphen")]
    [InlineData("product{id, price: num}", "list_price", null, "another price is another thing")]
    [InlineData("post{id, author}", "tags", null, "no such column")]
    [InlineData("order{id, total: num}", "customer_total", null, "the noun of another thing in front")]
    public void A_name_speaks_of_one_column(string table, string name, string? column, string because) =>
        Assert.Equal($"{because}: {column}", $"{because}: {ColumnMatcher.Match(Recognised.Table(table), name)?.Name}");

    [Theory]
    [InlineData("listing{id, price: num}", "GET /listings listListings(min_price: num)", "price", "a bound in front of the name")]
    [InlineData("listing{id, price: num}", "GET /listings listListings(price_lte: num)", "price", "a bound behind the name")]
    [InlineData("project{id, created_at: datetime}", "GET /projects listProjects(created_after: datetime)", "created_at", "a participle for its instant")]
    [InlineData("flight{id, seats_available: int}", "GET /flights listFlights(min_seats: int)", "seats_available", "a word of the column")]
    [InlineData("order{id, total: num}", "GET /orders listOrders(max_total: num)", "total", "an upper bound")]
    [InlineData("event{id, date: date, title}", "GET /events listEvents(start_date: date)", "date", "the only day")]
    [InlineData(
        "flight{id, departure_date: date, price: num}",
        "GET /flights listFlights(from: date)", "departure_date", "the only day for a bound without a name")]
    [InlineData(
        "commit{sha, committed_at: datetime}",
        "GET /commits listCommits(since: datetime)", "committed_at", "the only instant for a bound without a name")]
    [InlineData("movie{id, duration_minutes: int}", "GET /movies listMovies(max_duration: int)", "duration_minutes", "a column with its unit")]
    [InlineData("cat{id, name}", "GET /cats listCats(min_age: int)", null, "no such column")]
    [InlineData("cat{id, name, age}", "GET /cats listCats(min_weight: num)", null, "no number of that name")]
    public void A_bound_speaks_of_the_column_that_it_bounds(string table, string cited, string? column, string because) =>
        Assert.Equal($"{because}: {column}", $"{because}: {ColumnMatcher.Range(Recognised.Table(table), Recognised.Parameter(cited))?.Name}");
}
