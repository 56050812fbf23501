using System.Text.Json.Nodes;

namespace AgentScaler.Distribution.Tests;

/// <summary>What people's own programs do with a served workspace, by the official clients of each protocol.</summary>
public sealed class ClientTests(ServedWorkspace served) : IClassFixture<ServedWorkspace>
{
    [Theory]
    [InlineData("openai.mjs")]
    [InlineData("mcp.mjs")]
    [InlineData("grpc.mjs")]
    public async Task An_official_client_finds_what_it_expects(string script)
    {
        var outcome = await served.RunAsync(script, TestContext.Current.CancellationToken);

        // Node's test runner tells each test, and ends with the number that failed.
        outcome.Succeeded();
        Assert.Matches("# pass [1-9]|pass [1-9]", outcome.Output);
    }

    [Fact]
    public void The_clients_are_pinned_and_their_lock_file_names_no_registry()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(NodeClients.Sources, "package.json")))!;
        Assert.All(manifest["dependencies"]!.AsObject(), package => Assert.Matches(@"^\d+\.\d+\.\d+$", package.Value!.GetValue<string>()));
        var locked = JsonNode.Parse(File.ReadAllText(Path.Combine(NodeClients.Sources, "package-lock.json")))!["packages"]!.AsObject();
        Assert.All(locked.Where(package => package.Key.Length > 0), package =>
        {
            Assert.StartsWith("sha512-", package.Value!["integrity"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Null(package.Value["resolved"]);
        });
    }
}
