using System.Text;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Collection.Tests.Formats;

/// <summary>Merge keys, streams of several documents, encodings, and numbers that are none: what YAML and almost-JSON mean.</summary>
public sealed class YamlStreamTests
{
    private const string Mappings = """
        x-one: &one {summary: one, operationId: one, tags: [a]}
        x-two: &two {summary: two, operationId: two, description: Two.}
        x-nested: &nested {<<: *two, summary: nested}
        x-list: &list [*one, *two]
        """;

    /// <summary>What is written out wins wherever the merge stands; of several merged mappings the first; a mapping's own members before those it
    /// merges.</summary>
    [Theory]
    [InlineData("<<: *one\n      operationId: own", "own", "one")]
    [InlineData("operationId: own\n      <<: *one", "own", "one")]
    [InlineData("<<: [*one, *two]\n      x-z: 1", "one", "one. Two.")]
    [InlineData("<<: [*two, *one]\n      x-z: 1", "two", "Two.")]
    [InlineData("<<: *list\n      x-z: 1", "one", "one. Two.")]
    [InlineData("<<: *one\n      <<: *two", "one", "one. Two.")]
    [InlineData("<<: *nested\n      x-z: 1", "two", "nested. Two.")]
    [InlineData("<<: [*nested, *one]\n      x-z: 1", "two", "nested. Two.")]
    [InlineData("<<: {operationId: inline, summary: inline}\n      x-z: 1", "inline", "inline")]
    [InlineData("x-z: 1\n      summary: own\n      <<: [{operationId: inline}, *two]", "inline", "own. Two.")]
    public async Task Merge_keys_give_way_to_what_is_written_out_and_to_earlier_merges(string operation, string name, string description)
    {
        var collected = await Collected.FromAsync(
            ("api.yaml", $"openapi: 3.0.0\ninfo: {{title: Shop, version: '1'}}\n{Mappings}\npaths:\n  /pets:\n    get:\n      {operation}\n"));
        Assert.Equal(name, collected.Only.Name);
        Assert.Equal(description, collected.Only.Description);
    }

    [Fact]
    public async Task A_merged_value_is_whole_and_not_joined_with_the_one_that_wins()
    {
        var collected = await Collected.FromAsync(("api.yaml", """
            openapi: 3.0.0
            info: {title: Shop, version: '1'}
            x-base: &base {name: limit, in: query, required: false, schema: {type: integer, minimum: 1, maximum: 9}}
            paths:
              /pets:
                get:
                  operationId: list
                  parameters: [{schema: {type: integer, maximum: 5}, required: true, <<: *base}]
            """));
        Assert.Equal("""{"type":"integer","maximum":5}""", collected.Only.Parameter("limit").GetRawText());
        Assert.Equal(["limit"], collected.Only.RequiredNames());
    }

    [Theory]
    [InlineData("<<: 5", "merges what is no mapping")]
    [InlineData("<<: *missing", "missing")]
    public async Task A_merge_of_nothing_is_named_with_its_place(string member, string reason) =>
        Assert.Contains(reason, Assert.Single((await Collected.FromAsync(("a.yaml", $"openapi: 3.0.0\npaths:\n  {member}\n"))).Summary.Failures).Error,
            StringComparison.Ordinal);

    [Fact]
    public async Task Every_document_of_a_stream_is_read_and_says_where_it_stands()
    {
        const string Document = "openapi: 3.0.0\ninfo: {{title: {0}, version: '1'}}\npaths: {{/{0}: {{get: {{operationId: list{0}}}}}}}\n";
        var text =
            string.Join("---\n", new[] { "a", "b", "c" }.Select(title => string.Format(System.Globalization.CultureInfo.InvariantCulture, Document, title)));
        var collected = await Collected.FromAsync(("all.yaml", "---\n" + text + "---\n"));
        Assert.Equal(["lista", "listb", "listc"], collected.Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.Equal("/1/paths/~1b/get", collected.Tools.Single(tool => tool.Name == "listb").Source.Locator);
        Assert.Equal(1, collected.Summary.Documents);
    }

    [Fact]
    public async Task A_broken_document_of_a_stream_costs_those_behind_it_not_those_before()
    {
        var collected = await Collected.FromAsync(
            ("all.yaml", "openapi: 3.0.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {operationId: good}}}\n---\npaths: {a: [1\n"));
        Assert.Equal("good", collected.Only.Name);
        Assert.Contains("line", Assert.Single(collected.Summary.Failures).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.json",
        """{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/a":{"post":{"operationId":"x","requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"n":{"type":"number","default":NaN,"minimum":-Infinity},"s":{"type":"string","default":"NaN, Infinity"}}}}}},"responses":{"200":{"content":{"application/json":{"example":{"a":Infinity,"b":[1,NaN,2],"c":"x"}}}}}}}}}""",
        4)]
    [InlineData("a.json",
        "{'openapi':'3.1.0','info':{'title':'T','version':'1'},'paths':{'/a':{'post':{'operationId':'x','requestBody':{'content':{'application/json':{'schema':{'type':'object','properties':{'n':{'type':'number','default':NaN},'s':{'type':'string','default':'NaN, Infinity'}}}}}},'responses':{'200':{'content':{'application/json':{'example':{'a':Infinity,'b':[1,NaN,2],'c':'x'}}}}}}}}}",
        3)]
    [InlineData("a.yaml",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {post: {operationId: x, requestBody: {content: {application/json: {schema: {type: object, properties: {n: {type: number, default: .nan, maximum: .inf}, s: {type: string, default: 'NaN, Infinity'}}}}}}, responses: {'200': {content: {application/json: {example: {a: -.inf, b: [1, .NaN, 2], c: x}}}}}}}}\n",
        4)]
    public async Task Numbers_that_are_none_are_counted_one_by_one_and_stand_nowhere(string file, string text, int count)
    {
        var collected = await Collected.FromAsync((file, text));
        Assert.Equal(count, collected.Repairs("non_finite_number"));
        Assert.Equal(0, collected.Repairs("bound_beyond_range"));
        Assert.Equal("""{"type":"number"}""", collected.Only.Parameter("n").GetRawText());
        Assert.Equal("NaN, Infinity", collected.Only.Parameter("s").GetProperty("default").GetString());
        Assert.Equal("""{"b":[1,2],"c":"x"}""", Assert.Single(collected.Only.Examples!).Response!.Value.GetRawText());
    }

    public static TheoryData<string, byte[]> Encodings()
    {
        var text = Collected.OpenApi("""{"/a":{"get":{"operationId":"x","summary":"Preis in € – “heute”.","responses":{}}}}""");
        return new TheoryData<string, byte[]>
        {
            { "windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text) },
            { "utf-16 with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] },
            { "utf-16 without", Encoding.Unicode.GetBytes(text) },
            { "utf-16 big-endian with mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)] },
            { "utf-16 big-endian without", Encoding.BigEndianUnicode.GetBytes(text) },
            { "utf-32 with mark", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(text)] },
        };
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_in_other_encodings_is_read_and_counted(string encoding, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        folder.Write("api.json", bytes);
        var collected = await Collected.FromFolderAsync(new CollectionOptions(), folder.Path);
        Assert.True(collected.Only.Description == "Preis in € – “heute”.", encoding);
        Assert.Equal(1, collected.Repairs("text_not_utf8"));
    }
}
