using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Traffic;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.Traffic;

/// <summary>Exchanges find their tool by method, path and host.</summary>
public sealed class TrafficMatcherTests
{
    private const string Parameters =
        """{"type":"object","properties":{"id":{"type":"integer"},"id_query":{"type":"string"},"tags":{"type":"array","items":{"type":"integer"}},"deep":{"type":"boolean"},"name":{"type":"string"}}}""";

    [Fact]
    public void Path_query_and_body_become_arguments_in_the_kinds_of_the_schema()
    {
        var call = Match([Tool("put_thing", "PUT", "/things/{id}")], "PUT", "https://any.example/base/v2/things/7?id=q&tags=1&tags=2&deep=true&other=x",
            """{"name":"N","unknown":1}""");
        Assert.Equal(Value.Parse("""{"id":7,"id_query":"q","tags":[1,2],"deep":true,"name":"N"}"""), call!.Arguments);
    }

    [Theory]
    [InlineData("GET", "/things/mine", "get_mine")]
    [InlineData("GET", "/things/7", "get_thing")]
    [InlineData("GET", "/things/7/parts/8.json", "get_part")]
    [InlineData("POST", "/things/7:stop", "stop_thing")]
    [InlineData("DELETE", "/things/7", null)]
    [InlineData("GET", "/other/7", null)]
    public void The_most_particular_template_wins(string method, string path, string? tool)
    {
        ToolSpecification[] tools =
        [
            Tool("get_thing", "GET", "/things/{id}"), Tool("get_mine", "GET", "/things/mine"), Tool("get_part", "GET", "/things/{id}/parts/{part}.json"),
                Tool("stop_thing", "POST", "/things/{id}:stop"),
        ];
        Assert.Equal(tool, Match(tools, method, "https://h.example/v1" + path)?.Tool is { } id ? tools.Single(t => t.Id == id).Name : null);
    }

    [Fact]
    public void Of_two_services_with_one_path_the_host_decides_and_without_one_nobody_is_meant()
    {
        ToolSpecification[] tools = [Tool("a_thing", "GET", "/things/{id}", "alpha.com"), Tool("b_thing", "GET", "/things/{id}", "beta.com")];
        Assert.Equal(tools[1].Id, Match(tools, "GET", "https://api.beta.com/things/1")!.Tool);
        Assert.Null(Match(tools, "GET", "https://localhost/things/1"));
    }

    private static ToolSpecification Tool(string name, string method, string path, string provider = "things") =>
        ToolFixture.Http(name, method, path, Parameters, provider: provider);

    private static RecordedCall? Match(IEnumerable<ToolSpecification> tools, string method, string url, string? body = null)
    {
        var matcher = new TrafficMatcher();
        foreach (var tool in tools)
        {
            matcher.Add(tool);
        }

        return matcher.Match(Assert.Single(HarReader.Read(HarReaderTests.Archive(HarReaderTests.Exchange(method, url, 200, "{}", body)), "a.har")));
    }
}
