namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>Keys and types that are read off the rows of a user's own database. A row cites the database.</summary>
public sealed class DumpReadingTests
{
    [Theory]
    [InlineData("""{"users":[{"id":1,"name":"Ada"},{"id":2,"name":"Bo"}]}""", "users", "id", "an id")]
    [InlineData("""{"users":{"ada":{"age":36},"bo":{"age":41}}}""", "users", "user_id", "a map is keyed by its members' names")]
    [InlineData(
        """{"flights":[{"flight_number":"F1","origin":"OSL"},{"flight_number":"F2","origin":"OSL"}]}""",
        "flights", "flight_number", "a number with the noun in front, before anything that repeats")]
    [InlineData("""{"books":[{"isbn":"9","title":"T"},{"isbn":"8","title":"U"}]}""", "books", "isbn", "a code that books have, before a title")]
    [InlineData(
        """{"orders":[{"customer_id":"c1","order_id":"o1"},{"customer_id":"c2","order_id":"o2"}]}""",
        "orders", "order_id", "of two ids the one with the noun")]
    [InlineData(
        """{"people":[{"email":"a@x.org","city":"Oslo"},{"email":"b@x.org","city":"Bern"}]}""",
        "people", "email", "an address, before a city that repeats nowhere")]
    [InlineData("""{"log":[{"level":"info"},{"level":"info"}]}""", "log", "position", "nothing tells rows apart")]
    [InlineData("""{"users":[{"id":1,"code":"a"},{"id":1,"code":"b"}]}""", "users", "code", "an id that repeats is none")]
    [InlineData("""{"users":[{"id":null,"code":"a"},{"id":2,"code":"b"}]}""", "users", "code", "an id that is missing is none")]
    [InlineData("""{"colors":["red","red"]}""", "colors", "position", "plain values that repeat")]
    public void The_key_of_a_dumped_table_tells_its_rows_apart(string cited, string table, string key, string because) =>
        Assert.Equal($"{because}: {key}", $"{because}: {Recognised.Adopted(cited).Table(table)!.Key.Name}");

    [Theory]
    [InlineData("""{"rows":[{"id":"a","n":1},{"id":"b","n":2}]}""", "rows.n", "integer", "whole numbers")]
    [InlineData("""{"rows":[{"id":"a","n":1},{"id":"b","n":2.5}]}""", "rows.n", "number", "whole numbers and others")]
    [InlineData("""{"rows":[{"id":"a","n":"1"},{"id":"b","n":"2"}]}""", "rows.n", "string", "digits in quotes")]
    [InlineData("""{"rows":[{"id":"a","n":true},{"id":"b","n":false}]}""", "rows.n", "boolean", "yes and no")]
    [InlineData("""{"rows":[{"id":"a","n":"2024-05-01"},{"id":"b","n":"soon"}]}""", "rows.n", "string", "days and a word")]
    [InlineData("""{"rows":[{"id":"a","n":[1]},{"id":"b","n":[]}]}""", "rows.n", "array", "lists")]
    [InlineData("""{"rows":[{"id":"a","n":{"x":1}},{"id":"b","n":null}]}""", "rows.n", "object", "objects and nothing")]
    [InlineData("""{"rows":[{"id":"a","n":1},{"id":"b","n":"one"}]}""", "rows.n", "any", "a number and a word")]
    [InlineData("""{"rows":[{"id":"a","n":null},{"id":"b","n":null}]}""", "rows.n", "any", "nothing at all")]
    public void The_type_of_a_dumped_column_holds_for_every_row(string cited, string place, string type, string because) =>
        Assert.Equal($"{because}: {type}", $"{because}: {Recognised.TypeWord(Recognised.Column(Recognised.Adopted(cited), place).Type)}");

    [Theory]
    [InlineData(
        """{"users":[{"id":"u1"},{"id":"u2"}],"orders":[{"id":"o1","user_id":"u1"},{"id":"o2","user_id":"u2"}]}""",
        "orders.user_id", "users.id", "every value leads to a row")]
    [InlineData(
        """{"users":[{"id":"u1"}],"orders":[{"id":"o1","user_id":"u9"},{"id":"o2","user_id":"u1"}]}""",
        "orders.user_id", null, "a value leads nowhere")]
    [InlineData(
        """{"users":[{"id":"u1"}],"orders":[{"id":"o1","user_id":null},{"id":"o2","user_id":"u1"}]}""",
        "orders.user_id", "users.id", "a row refers to nobody")]
    public void A_dumped_column_refers_to_rows_that_exist(string cited, string place, string? target, string because)
    {
        var reference = Recognised.Column(Recognised.Adopted(cited), place).References;
        Assert.Equal($"{because}: {target}", $"{because}: {(reference is null ? "" : $"{reference.Table}.{reference.Column}")}");
    }
}
