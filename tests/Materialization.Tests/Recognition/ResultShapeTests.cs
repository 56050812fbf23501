using AgentScaler.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Tests.Recognition;

/// <summary>A result is a list, a thing or a plain value, whatever envelope stands around it. A row cites the result of a public API.</summary>
public sealed class ResultShapeTests
{
    [Theory]
    [InlineData("[Pet{id: int, name}]", "Collection", "", "a list without envelope")]
    [InlineData("Pet{id: int, name}", "Entity", "", "a thing without envelope")]
    [InlineData("[str]", "Collection", "", "a list of names")]
    [InlineData("{entries: [Entry{id, hours: int}], total_hours: int}", "Collection", "entries", "a sum stands beside the list")]
    [InlineData("{jobs: [Job{id, at: datetime}], total: int, next_offset: int?}", "Collection", "jobs", "the place of the next page")]
    [InlineData("int", "Scalar", "", "a number")]
    [InlineData("any", "Unknown", "", "nothing is declared")]
    [InlineData("{object, data: [Charge{id, amount: int}], has_more: bool, url}", "Collection", "data", "a list under a general word")]
    [InlineData("{data: Contact{id, email}}", "Entity", "data", "a thing under a general word")]
    [InlineData("{kind, etag, items: [Event{id, summary}], nextPageToken}", "Collection", "items", "a list among words of the dialect")]
    [InlineData("{@odata.count: int, value: [Message{id, subject}], @odata.nextLink}", "Collection", "value", "a list among annotations")]
    [InlineData("{ok: bool, channel: {id, name, is_private: bool}}", "Entity", "channel", "a thing under its own name beside an acknowledgement")]
    [InlineData(
        "{ok: bool, channels: [{id, name}], response_metadata: {next_cursor}}",
        "Collection", "channels", "a list under its own name beside a cursor in an object")]
    [InlineData("{Queue: {QueueName, QueueArn}}", "Entity", "Queue", "a thing under its own name alone")]
    [InlineData("Order{id, status, lines: [{sku, quantity: int}]}", "Entity", "", "a thing that has a list")]
    [InlineData("{id, images: [{url: uri}]}", "Entity", "", "a thing without a title that has a list beside its key")]
    [InlineData("{page: int, results: [Movie{id: int, title}], total_pages: int, total_results: int}", "Collection", "results", "a list among totals")]
    [InlineData("{status: int, message, data: {customers: [Customer{id, name}], total: int}}", "Collection", "data.customers", "a list two levels deep")]
    [InlineData(
        "{response: {game_count: int, games: [{appid: int, playtime: int}]}}",
        "Collection", "response.games", "a list two levels deep beside its own count")]
    [InlineData(
        "{_embedded: {customers: [{id, name}]}, _links: {self: {href: uri}}, page: {size: int, number: int}}",
        "Collection", "_embedded.customers", "a list among links")]
    [InlineData("{took: int, hits: {total: int, hits: [{_id, _source: obj}]}}", "Collection", "hits.hits", "a list under the name of what holds it")]
    [InlineData("{type, features: [{id, properties: obj}]}", "Collection", "features", "a list beside a word for the form")]
    [InlineData("{data: Person{id, name}, errors: [{code, message}]}", "Entity", "data", "errors are no payload")]
    [InlineData("{base, date: date, rates: obj}", "Entity", "", "a thing without a key")]
    [InlineData("Album{id, name, tracks: {items: [{id, name}], total: int}}", "Entity", "", "a thing that has a list in an envelope of its own")]
    [InlineData("{user: {login, id: int}, organizations: [{login}]}", "Entity", "", "two things side by side")]
    [InlineData(
        "{tickets: [{id: int, subject}], count: int, next_page: uri?, previous_page: uri?}",
        "Collection", "tickets", "a list beside links to pages that may be null")]
    [InlineData("{meta: {limit: int, total_count: int}, objects: [{id: int, resource_uri}]}", "Collection", "objects", "totals in an object of their own")]
    [InlineData(
        "{success: bool, result: {id, name, zone_id}, errors: [{code: int, message}], messages: [str]}",
        "Entity", "result", "lists that speak of the call")]
    public void The_payload_is_found_in_its_envelope(string cited, string kind, string path, string because)
    {
        var shape = ResultShape.Of(Recognised.Schema(cited));
        Assert.Equal($"{because}: {kind} at [{path}]", $"{because}: {shape.Kind} at [{string.Join('.', shape.Path)}]");
    }

    [Theory]
    [InlineData("@odata.nextLink", "next_link", true)]
    [InlineData("odata.count", "total_count", true)]
    [InlineData("$count", "total_count", true)]
    [InlineData("@type", "type", true)]
    [InlineData("nextPageToken", "next_page_token", false)]
    [InlineData("_id", "id", false)]
    [InlineData("total_count", "total_count", false)]
    public void A_member_of_an_envelope_is_known_in_all_dialects(string cited, string name, bool annotation)
    {
        Assert.Equal(name, EnvelopeNames.Of(cited));
        Assert.Equal(annotation, EnvelopeNames.IsAnnotation(cited));
    }
}
