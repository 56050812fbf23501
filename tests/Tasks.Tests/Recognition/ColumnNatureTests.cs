using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Tests.Recognition;

/// <summary>What people know of things and say of them. A row cites a value or the columns of a thing as environments hold them.</summary>
public sealed class ColumnNatureTests
{
    [Theory]
    [InlineData("name person_name", "email email", "a name before an address")]
    [InlineData("email email", "due_date date", "an address before a day")]
    [InlineData("sku code", "city city", "a code before a place")]
    [InlineData("due_date date", "total money", "a day before an amount")]
    [InlineData("status status", "quantity quantity", "a state before a number")]
    [InlineData("title title", "status status", "a title before a state")]
    public void People_tell_a_thing_by_one_column_rather_than_by_another(string better, string worse, string because)
    {
        var table = new TableSchema("things", ["id"], [new ColumnSchema("id", ColumnType.String), Column(better), Column(worse)]);
        var (first, second) = (ColumnNature.Rank(table.Columns[1], table), ColumnNature.Rank(table.Columns[2], table));
        Assert.True(first is not null && (second is null || first < second), $"{because}: {first} and {second}");
    }

    [Theory]
    [InlineData("\"Golden Island\"", "said", "a name")]
    [InlineData("3", "said", "a number")]
    [InlineData("2.5", "said", "a number with a fraction")]
    [InlineData("true", "neither", "a yes by itself, without its question")]
    [InlineData("\"ORD-1042\"", "said", "a number of an order")]
    [InlineData("\"978-3-16-148410-0\"", "said", "a number of a book")]
    [InlineData("\"+4791234567\"", "said", "a number of a phone")]
    [InlineData("\"2026-03-03\"", "said", "a day")]
    [InlineData("\"facade\"", "said", "a word of hex digits")]
    [InlineData("\"550e8400-e29b-41d4-a716-446655440000\"", "pasted", "a UUID")]
    [InlineData("\"507f1f77bcf86cd799439011\"", "pasted", "an object id")]
    [InlineData("\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b\"", "pasted", "a hash")]
    [InlineData("\"https://example.org/a/b\"", "said", "an address of a page")]
    [InlineData("{\"a\":1}", "neither", "an object")]
    [InlineData("null", "neither", "nothing")]
    [InlineData("\"\"", "neither", "an empty text")]
    public void A_value_is_said_or_pasted_or_neither(string cited, string way, string because)
    {
        var value = Value.Parse(cited);
        Assert.Equal($"{because}: {way}", $"{because}: {(ColumnNature.Sayable(value) ? "said" : ColumnNature.Pastable(value) ? "pasted" : "neither")}");
    }

    [Theory]
    [InlineData("customers.email email", "\"ada@example.org\"", "Natural", "an address")]
    [InlineData("orders.order_number id", "\"10042\"", "Natural", "a number that stands on the bill")]
    [InlineData("books.isbn code", "\"9783161484100\"", "Natural", "a number that stands on the cover")]
    [InlineData("flights.flight_number flight", "\"SK4711\"", "Natural", "a number that stands on the ticket")]
    [InlineData("users.username username", "\"ada\"", "Natural", "the name that one logs in by")]
    [InlineData("orders.id id", "\"ORD-7\"", "Natural", "an order's id, which shops print")]
    [InlineData("comments.id id", "\"cm-7\"", "Reference", "a comment's id, which nobody prints")]
    [InlineData("comments.id id", "\"550e8400-e29b-41d4-a716-446655440000\"", "Opaque", "a UUID")]
    public void A_key_is_known_to_people_or_not(string cited, string key, string saying, string because)
    {
        var (place, semantic) = (cited.Split(' ')[0].Split('.'), cited.Split(' ')[1]);
        var table = new TableSchema(place[0], [place[1]], [new ColumnSchema(place[1], ColumnType.String, semantic)]);
        Assert.Equal($"{because}: {saying}", $"{because}: {ColumnNature.SayingOf(table, Language.Words.Singular(place[0]), [Value.Parse(key)])}");
    }

    private static ColumnSchema Column(string text)
    {
        var (name, semantic) = (text.Split(' ')[0], text.Split(' ')[1]);
        var type = semantic switch
        {
            "money" => ColumnType.Number,
            "quantity" => ColumnType.Integer,
            "date" => ColumnType.Date,
            _ => ColumnType.String,
        };
        return new ColumnSchema(name, type, semantic);
    }
}
