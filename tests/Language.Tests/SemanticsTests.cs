namespace AgentScaler.Language.Tests;

/// <summary>
/// What a value means, by its name, its schema and the thing that has it. A row cites the schema of a member as a document declares it:
/// <c>Owner.name: type/format</c>.
/// </summary>
public sealed class SemanticsTests
{
    [Theory]
    [InlineData("Customer.email: string/email", "email", "the format says it")]
    [InlineData("Customer.email: string", "email", "the name says it")]
    [InlineData("Order.contactEmailAddress: string", "email", "the name says it among other words")]
    [InlineData("Customer.phone: string", "phone", "the name says it")]
    [InlineData("Customer.mobile_number: string", "phone", "a number that is dialled")]
    [InlineData("Page.html_url: string/uri", "url", "the format says it")]
    [InlineData("Page.callback_url: string", "url", "the name says it")]
    [InlineData("Event.id: string/uuid", "uuid", "a key of a declared form")]
    [InlineData("Event.start_date: string/date", "date", "the format says it")]
    [InlineData("Event.start_date: string", "date", "the name says it")]
    [InlineData("Issue.created_at: string/date-time", "datetime", "the format says it")]
    [InlineData("Issue.created_at: string", "datetime", "at the end of a participle")]
    [InlineData("Policy.updateTime: string", "datetime", "a verb before time")]
    [InlineData("Person.first_name: string", "first_name", "a part of a person's name")]
    [InlineData("Person.surname: string", "last_name", "a part of a person's name in one word")]
    [InlineData("Person.full_name: string", "person_name", "the name of a person, by the name")]
    [InlineData("Customer.name: string", "person_name", "the name of a person, by its owner")]
    [InlineData("Dish.name: string", "name", "the name of a thing")]
    [InlineData("Order.customer_name: string", "person_name", "the name of somebody else")]
    [InlineData("Movie.title: string", "title", "what a work is called")]
    [InlineData("Account.username: string", "username", "the name that one logs in by")]
    [InlineData("Address.city: string", "city", "a part of an address")]
    [InlineData("Address.zip: string", "postal_code", "a part of an address in American words")]
    [InlineData("Address.postcode: string", "postal_code", "a part of an address in British words")]
    [InlineData("Address.country_code: string", "country_code", "a code beside a country")]
    [InlineData("Address.country: string", "country", "a country")]
    [InlineData("Price.currency: string", "currency", "a currency")]
    [InlineData("Order.total_price: number", "money", "an amount of money")]
    [InlineData("Order.unit_amount: integer", "money", "an amount in the smallest unit")]
    [InlineData("Line.quantity: integer", "quantity", "how many")]
    [InlineData("Place.latitude: number", "latitude", "a coordinate")]
    [InlineData("Place.lng: number", "longitude", "a coordinate in short")]
    [InlineData("Person.age: integer", "age", "an age")]
    [InlineData("Book.published_year: integer", "year", "a year")]
    [InlineData("Book.rating: number", "rating", "a rating")]
    [InlineData("Tax.percentage: number", "percentage", "a share of a hundred")]
    [InlineData("Order.status: string", "status", "a state")]
    [InlineData("Order.state: string", "status", "a state in another word")]
    [InlineData("Server.ip_address: string", "ip_address", "an address that nobody lives at")]
    [InlineData("Book.isbn: string", "code", "a number that books have")]
    [InlineData("Room.description: string", "text", "a text about the thing")]
    [InlineData("Session.access_token: string", "token", "a secret")]
    [InlineData("Profile.timezone: string", "timezone", "a zone of time")]
    [InlineData("Product.color: string", "color", "a color")]
    [InlineData("Product.sku: string", "code", "a code that goods have")]
    [InlineData("Package.version: string", "version", "a version")]
    [InlineData("Message.locale: string", "language", "a language with its country")]
    [InlineData("Cart.discount_percent: number", "percentage", "a share, and no amount")]
    [InlineData("Order.created: boolean", null, "yes or no is no instant")]
    [InlineData("Shop.cities: array", null, "a list is no city")]
    [InlineData("Rule.display_name: string", "name", "the name of a thing, in words for people")]
    [InlineData("Member.display_name: string", "person_name", "the name of a person, in words for people")]
    [InlineData("Mailbox.smtp_host: string", "domain", "a machine, and nobody who gives a party")]
    [InlineData("Session.user_agent: string", null, "a browser is no person")]
    [InlineData("Widget.frobnication: string", null, "nobody knows")]
    public void A_member_means_one_thing(string cited, string? semantic, string because)
    {
        var (owner, name, kind, format) = Member(cited);
        Assert.True(Semantics.Of(name, kind, format, owner) == semantic, $"{because}: {Semantics.Of(name, kind, format, owner) ?? "nothing"}");
    }

    [Theory]
    [InlineData("Issue.closed_at", true)]
    [InlineData("Policy.updateTime", true)]
    [InlineData("File.last_modified", true)]
    [InlineData("Token.expires_at", true)]
    [InlineData("Charge.created", true)]
    [InlineData("Event.timestamp", true)]
    [InlineData("Flight.departure_time", true)]
    [InlineData("Meeting.timezone", false)]
    [InlineData("User.looked_at_by", false)]
    [InlineData("Task.time_spent", false)]
    [InlineData("Pool.created_by", false)]
    [InlineData("Cafe.opening_hours", false)]
    public void An_instant_is_told_by_its_name(string cited, bool instant) =>
        Assert.Equal(instant, Semantics.IsInstant(Words.Split(cited.Split('.')[1])));

    private static (string Owner, string Name, NodeKind Kind, string? Format) Member(string cited)
    {
        var (place, schema) = (cited.Split(": ")[0].Split('.'), cited.Split(": ")[1].Split('/'));
        return (Words.Snake(place[0]), place[1], Enum.Parse<NodeKind>(schema[0], ignoreCase: true), schema.Length > 1 ? schema[1] : null);
    }
}
