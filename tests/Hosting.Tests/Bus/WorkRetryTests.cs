using AgentScaler.Hosting.Bus;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline;
using MassTransit;
using MassTransit.Middleware;

namespace AgentScaler.Hosting.Tests.Bus;

/// <summary>What spends a try and what does not.</summary>
public sealed class WorkRetryTests
{
    private readonly WorkRetryPolicy _policy = new(TimeSpan.FromHours(1), TimeProvider.System);

    [Fact]
    public void Work_is_given_up_when_an_outage_outlasts_the_patience()
    {
        var impatient = (IRetryPolicy)new WorkRetryPolicy(TimeSpan.Zero, TimeProvider.System);
        Assert.True(impatient.CreatePolicyContext<PipeContext>(new NoContext()).CanRetry(new OutageException("away"), out var retry));

        Assert.False(retry.CanRetry(new OutageException("still away"), out _));
    }

    [Fact]
    public void An_outage_spends_no_try_however_often_it_is_met()
    {
        var retry = First(new OutageException("the endpoint is away"));
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(retry.CanRetry(new OutageException("still away"), out retry));
            Assert.InRange(retry.Delay!.Value, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(5));
        }
    }

    [Fact]
    public void A_failure_that_may_pass_is_tried_five_times_also_where_outages_come_between()
    {
        var retry = First(new IOException("the line is dead"));
        for (var attempt = 2; attempt <= WorkRetryPolicy.Limit; attempt++)
        {
            Assert.True(retry.CanRetry(new OutageException("away"), out retry));
            Assert.True(retry.CanRetry(new IOException("dead again"), out retry));
        }

        Assert.False(retry.CanRetry(new IOException("dead for good"), out _));
    }

    [Theory]
    [InlineData(typeof(UnrecoverableException))]
    [InlineData(typeof(ArgumentException))]
    [InlineData(typeof(System.Text.Json.JsonException))]
    public void What_fails_the_same_way_every_time_is_not_tried_again(Type failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Assert.False(_policy.IsHandled((Exception)Activator.CreateInstance(failure, "beyond repair")!));
    }

    [Fact]
    public void Model_endpoints_say_themselves_what_waits_and_what_is_final()
    {
        Assert.True(Outage.Is(new EndpointUnreachableException("refused")));
        Assert.True(Outage.Is(new ModelEndpointException("503", transient: true) { Away = true }));
        Assert.False(Outage.Is(new ModelEndpointException("broken JSON", transient: true)));
        Assert.True(_policy.IsHandled(new ModelEndpointException("broken JSON", transient: true)));
        Assert.False(_policy.IsHandled(new EndpointQuotaException("nothing left")));
        Assert.False(_policy.IsHandled(new ContextLimitException("too long")));
        Assert.False(_policy.IsHandled(new ModelEndpointException("no such model", transient: false)));
        Assert.False(_policy.IsHandled(new BudgetExceededException("spent")));
    }

    [Fact]
    public void An_outage_is_seen_through_the_exceptions_around_it()
    {
        Assert.True(Outage.Is(new InvalidOperationException("the consumer failed", new OutageException("away"))));
        Assert.True(Outage.Is(new HttpRequestException("refused", new System.Net.Sockets.SocketException(111))));
        Assert.False(Outage.Is(new TimeoutException("a program ran too long")));
        Assert.False(Outage.Is(new InvalidOperationException("a bug")));
    }

    private RetryContext<PipeContext> First(Exception failure)
    {
        var context = ((IRetryPolicy)_policy).CreatePolicyContext<PipeContext>(new NoContext());
        Assert.True(context.CanRetry(failure, out var retry));
        return retry;
    }

    private sealed class NoContext : BasePipeContext, PipeContext;
}
