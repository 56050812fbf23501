using AgentScaler.Gateway.Files;
using AgentScaler.Standalone;

namespace AgentScaler.Journeys.Tests.Serving;

public sealed class PublishedSchemaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_published_schema_is_that_of_the_settings_as_they_are()
    {
        await using var output = new StringWriter();
        Assert.Equal(0, await CommandLine.InvokeAsync(["configuration", "schema"], output, TextWriter.Null, Stop));
        using var published = new StreamReader(typeof(RunFiles).Assembly.GetManifestResourceStream("configuration.schema.json")!);
        Assert.True(
            output.ToString().Trim() == (await published.ReadToEndAsync(Stop)).Trim(),
            "docs/configuration.schema.json, which the gateway checks options against, is not what 'agentscaler configuration schema' prints; write it again.");
    }
}
