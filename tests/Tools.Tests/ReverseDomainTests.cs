namespace AgentScaler.Tools.Tests;

public sealed class ReverseDomainTests
{
    [Theory]
    [InlineData("io.github.owner/server", "owner/server")]
    [InlineData("com.acme/crm", "acme/crm")]
    [InlineData("ai.exa/exa", "exa")]
    [InlineData("dev.svelte.tools/mcp", "dev.svelte.tools/mcp")]
    [InlineData("org.example.library", "library")]
    [InlineData("github.com/owner/repo", "github.com/owner/repo")]
    [InlineData("@owner/server", "@owner/server")]
    [InlineData("owner/server", "owner/server")]
    [InlineData("me.com", "me.com")]
    [InlineData("hm.shop.com", "hm.shop.com")]
    [InlineData("googleapis.com:chat", "googleapis.com:chat")]
    [InlineData("", "")]
    [InlineData("./x", "./x")]
    public void The_labels_before_the_owner_are_left_out(string name, string stripped) => Assert.Equal(stripped, ReverseDomain.Strip(name));
}
