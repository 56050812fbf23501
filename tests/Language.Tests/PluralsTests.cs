namespace AgentScaler.Language.Tests;

/// <summary>
/// Singular and plural, by the rule or the exception that each row is the example of. A row cites the signature or the sentence in which a
/// public API uses the word.
/// </summary>
public sealed class PluralsTests
{
    [Theory]
    [InlineData("GET /repos/{owner}/{repo}/commits/{ref}/statuses", "statuses", "status")]
    [InlineData("GET /discover/movies", "movies", "movie")]
    [InlineData("GET /foods/{id}/calories", "calories", "calorie")]
    [InlineData("GET /search/queries", "queries", "query")]
    [InlineData("GET /urlscan/analyses", "analyses", "analysis")]
    [InlineData("GET /movies/{id}/synopses", "synopses", "synopsis")]
    [InlineData("GET /astronomy/eclipses", "eclipses", "eclipse")]
    [InlineData("GET /customers/{id}/addresses", "addresses", "address")]
    [InlineData("GET /repos/{owner}/{repo}/releases", "releases", "release")]
    [InlineData("GET /v1/canvases", "canvases", "canvas")]
    [InlineData("ListLenses: List the available lenses.", "lenses", "lens")]
    [InlineData("GET /tv/{series_id}", "series", "series")]
    [InlineData("GET /pokemon-species/{name}", "species", "species")]
    [InlineData("GET /datasets/{id}/data", "data", "data")]
    [InlineData("GET /{ig_user_id}/media", "media", "media")]
    [InlineData("GET /_cat/indices", "indices", "index")]
    [InlineData("POST /gremlin/vertices", "vertices", "vertex")]
    [InlineData("POST /v2/matrices", "matrices", "matrix")]
    [InlineData("GET /v1/invoices", "invoices", "invoice")]
    [InlineData("GET /people/{id}", "people", "person")]
    [InlineData("GET /departments/women", "women", "woman")]
    [InlineData("A building's height in feet.", "feet", "foot")]
    [InlineData("GET /search/criteria", "criteria", "criterion")]
    [InlineData("GET /schools/{id}/alumni", "alumni", "alumnus")]
    [InlineData("GET /hr/leaves", "leaves", "leave")]
    [InlineData("GET /bookshelves", "bookshelves", "bookshelf")]
    [InlineData("GET /archives/{id}", "archives", "archive")]
    [InlineData("GET /devices/{id}/valves", "valves", "valve")]
    [InlineData("GET /games/{id}/halves", "halves", "half")]
    [InlineData("GET /boxes", "boxes", "box")]
    [InlineData("GET /charts/{id}/axes", "axes", "axis")]
    [InlineData("GET /football/matches", "matches", "match")]
    [InlineData("GET /repos/{owner}/{repo}/actions/caches", "caches", "cache")]
    [InlineData("GET /v1/avalanches", "avalanches", "avalanche")]
    [InlineData("GET /beacon/epochs", "epochs", "epoch")]
    [InlineData("GET /photos/random", "photos", "photo")]
    [InlineData("GET /dota/heroes", "heroes", "hero")]
    [InlineData("GET /cpus", "cpus", "cpu")]
    [InlineData("GET /census/tracts", "census", "census")]
    [InlineData("GET /publicapis/apis", "apis", "api")]
    [InlineData("GET /tennis/fixtures", "tennis", "tennis")]
    [InlineData("GET /atlas/clusters", "atlas", "atlas")]
    [InlineData("POST /v1/sms", "sms", "sms")]
    [InlineData("GET /devices/{id}/gps", "gps", "gps")]
    [InlineData("GET /companies/{id}/headquarters", "headquarters", "headquarters")]
    [InlineData("GET /account/logistics", "logistics", "logistics")]
    [InlineData("GET /metrics", "metrics", "metric")]
    [InlineData("{\"previous\": {\"type\": \"string\"}}", "previous", "previous")]
    [InlineData("{\"has_more\": {\"type\": \"boolean\"}}", "has", "has")]
    [InlineData("{\"plus\": {\"type\": \"boolean\"}}", "plus", "plus")]
    public void The_singular_of_a_word_that_a_document_uses(string cited, string word, string singular)
    {
        Assert.Contains(word, Words.Split(cited));
        Assert.Equal(singular, Words.Singular(word));
    }

    [Theory]
    [InlineData("GetAnalysis: Returns an analysis.", "analysis", "analyses")]
    [InlineData("DELETE /indexes/{index}", "index", "indices")]
    [InlineData("GET /persons/{person}/child/{id}", "child", "children")]
    [InlineData("POST /photo", "photo", "photos")]
    [InlineData("GET /hero/{id}", "hero", "heroes")]
    [InlineData("GET /quiz/{id}", "quiz", "quizzes")]
    [InlineData("GET /bus/{line}", "bus", "buses")]
    [InlineData("GET /match/{id}", "match", "matches")]
    [InlineData("GET /epoch/{number}", "epoch", "epochs")]
    [InlineData("GET /survey/{id}", "survey", "surveys")]
    [InlineData("GET /proof/{id}", "proof", "proofs")]
    [InlineData("GET /leaf/{id}", "leaf", "leaves")]
    [InlineData("POST /sms/send", "sms", "sms")]
    [InlineData("GET /data/{id}", "data", "data")]
    [InlineData("GET /news/top", "news", "news")]
    [InlineData("GET /api/{name}", "api", "apis")]
    [InlineData("GET /gpu/{id}", "gpu", "gpus")]
    [InlineData("GET /criterion/{id}", "criterion", "criteria")]
    [InlineData("GET /process/{pid}", "process", "processes")]
    [InlineData("GET /metadata/{id}", "metadata", "metadata")]
    [InlineData("GET /feedback/{id}", "feedback", "feedback")]
    public void The_plural_of_a_word_that_a_document_uses(string cited, string word, string plural)
    {
        Assert.Contains(word, Words.Split(cited));
        Assert.Equal(plural, Words.Plural(word));
        Assert.Equal(plural, Words.Plural(plural));
    }

    [Theory]
    [InlineData("GET /orders/{order_id}/line-items", "line-items", "line_item")]
    [InlineData("GET /data-sources", "data-sources", "data_source")]
    [InlineData("GET /statusPages", "statusPages", "status_page")]
    [InlineData("GET /sales_orders", "sales_orders", "sales_order")]
    public void A_resource_is_compared_by_its_words_with_the_last_one_in_the_singular(string cited, string segment, string key)
    {
        Assert.EndsWith(segment, cited, StringComparison.Ordinal);
        Assert.Equal(key, Words.ResourceKey(Words.Split(segment)));
    }
}
