using System.Net.Sockets;
using System.Text;
using AgentScaler.Gateway.Api;
using AgentScaler.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Gateway.Tests.Api;

/// <summary>What a client of the gateway is told when something else fails.</summary>
public sealed class ProblemHandlerTests
{
    private const string Secret = "mongodb://user:secret@host";

    public static TheoryData<Exception, int, string> Failures => new()
    {
        { new OutageException(Secret), 503, "try again" },
        { new InvalidOperationException(Secret, new SocketException(111)), 503, "try again" },
        { new TaskCanceledException(Secret), 503, "try again" },
        { new InvalidOperationException(Secret), 500, "server's log" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task An_outage_is_told_from_a_defect_and_neither_is_quoted(Exception failure, int status, string told)
    {
        await using var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };

        Assert.True(await new ProblemHandler(services.GetRequiredService<IProblemDetailsService>())
            .TryHandleAsync(context, failure, TestContext.Current.CancellationToken));

        var problem = Encoding.UTF8.GetString(body.ToArray());
        Assert.Equal(status, context.Response.StatusCode);
        Assert.Contains(told, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }
}
