using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Traffic;

namespace AgentScaler.Materialization.Tests.Traffic;

/// <summary>Recorded traffic is read from HTTP archives, without anything that could be a secret.</summary>
public sealed class HarReaderTests
{
    private const string Entry = """
        {"request":{"method":"post","url":"https://user:pw@api.shop.example:8443/v1/orders/o%201?expand=items&api_key=S3CRET&tag=a&tag=b#top",
                    "headers":[{"name":"Authorization","value":"Bearer S3CRET"}],"cookies":[{"name":"sid","value":"S3CRET"}],
                    "postData":{"mimeType":"application/json","text":"{\"total\":5,\"password\":\"S3CRET\",\"nested\":[{\"accessToken\":\"S3CRET\"}]}"}},
         "response":{"status":201,"headers":[{"name":"Set-Cookie","value":"S3CRET"}],"content":{"mimeType":"application/json","encoding":"base64","text":"eyJpZCI6Im8xIiwidG9rZW4iOiJTM0NSRVQifQ=="}}}
        """;

    [Fact]
    public void An_entry_is_read_with_path_query_bodies_and_status()
    {
        var exchange = Assert.Single(HarReader.Read(Archive(Entry), "a.har"));
        Assert.Equal(("POST", "api.shop.example", 201), (exchange.Method, exchange.Host, exchange.Status));
        Assert.Equal(["v1", "orders", "o 1"], exchange.Path);
        Assert.Equal(["expand=items", "tag=a", "tag=b"], exchange.Query.Select(q => $"{q.Key}={q.Value}"));
        Assert.Equal((5, "o1"), ((int)exchange.Body["total"].AsNumber, exchange.Response["id"].AsString));
        Assert.Equal("a.har, /log/entries/0", exchange.Place);
    }

    [Fact]
    public void Nothing_secret_is_kept_and_what_is_kept_reads_the_same()
    {
        var exchanges = HarReader.Read(Archive(Entry), "a.har");
        var kept = HarWriter.Write(exchanges);
        Assert.DoesNotContain("S3CRET", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("pw", kept, StringComparison.Ordinal);
        var again = Assert.Single(HarReader.Read(kept, "a.har"));
        Assert.Equal((exchanges[0].Body, exchanges[0].Response, exchanges[0].Status), (again.Body, again.Response, again.Status));
        Assert.Equal(exchanges[0].Path, again.Path);
        Assert.Equal(exchanges[0].Query, again.Query);
    }

    [Fact]
    public void A_form_is_read_as_its_fields_and_a_page_as_nothing_to_compare()
    {
        const string form =
            """{"request":{"method":"POST","url":"http://h/x","postData":{"mimeType":"application/x-www-form-urlencoded","text":"a=1&b=two+words"}},"response":{"status":200,"content":{"mimeType":"text/html","text":"<html>"}}}""";
        var exchange = Assert.Single(HarReader.Read(Archive(form), "a.har"));
        Assert.Equal("two words", exchange.Body["b"].AsString);
        Assert.True(exchange.Response.IsNull);
    }

    [Fact]
    public void A_request_that_was_broken_off_is_left_out() =>
        Assert.Empty(HarReader.Read(Archive("""{"request":{"method":"GET","url":"http://h/x"},"response":{"status":0}}"""), "a.har"));

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("[]", "/log/entries")]
    [InlineData("""{"log":{"entries":{}}}""", "/log/entries")]
    [InlineData("""{"log":{"entries":[7]}}""", "/log/entries/0/request")]
    [InlineData("""{"log":{"entries":[{"request":{"method":"GET","url":"x"},"response":{"status":200}}]}}""", "/log/entries/0/request/url")]
    [InlineData("""{"log":{"entries":[{"request":{"method":"GET","url":"http://h/"},"response":{"status":"ok"}}]}}""", "/log/entries/0/response/status")]
    public void What_is_no_archive_is_refused_with_its_place(string text, string place)
    {
        var failure = Assert.Throws<TrafficException>(() => HarReader.Read(text, "bad.har"));
        Assert.StartsWith($"bad.har, {place}", failure.Message, StringComparison.Ordinal);
    }

    internal static string Archive(params string[] entries) => $$$"""{"log":{"version":"1.2","entries":[{{{string.Join(',', entries)}}}]}}""";

    internal static string Exchange(string method, string url, int status, string? response = null, string? body = null) => Value.Object(
        ("request", body is null
            ? Value.Object(("method", method), ("url", url))
            : Value.Object(("method", method), ("url", url), ("postData", Value.Object(("mimeType", "application/json"), ("text", body))))),
        ("response", Value.Object(("status", status),
            ("content", response is null ? Value.EmptyObject : Value.Object(("mimeType", "application/json"), ("text", response)))))).ToJson();
}
