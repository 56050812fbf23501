using System.Collections.Concurrent;
using System.Diagnostics;
using AgentScaler.Storage.Mongo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Hosting.Tests.Telemetry;

/// <summary>A connection fails where credentials are at hand; they stand in no log, no span and no exception.</summary>
public sealed class SecretTests
{
    private const string Password = "pass-that-nobody-may-see";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Engines_out_of_reach_are_named_without_their_passwords()
    {
        var written = new Written();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "MongoDB.Driver",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = written.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(written);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bus:Transport"] = "rabbitmq",
            ["Bus:RabbitMq:Uri"] = $"amqp://agentscaler:{Password}@127.0.0.1:1/",
            ["Storage:Provider"] = "mongodb",
            ["Storage:MongoDb:Uri"] = $"mongodb://agentscaler:{Password}@127.0.0.1:1/?serverSelectionTimeoutMS=100",
        });
        builder.AddServiceDefaults("test");
        await using var app = builder.Build();
        app.MapServiceDefaults();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var starting = app.StartAsync(stop.Token);

        var health = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Stop);
        await written.UntilAsync("bus.broker.awaited", Stop);
        await stop.CancelAsync();
        var failure = await Record.ExceptionAsync(() => starting);

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        written.Add($"{failure} {string.Join(' ', health.Entries.Values.Select(entry => $"{entry.Description} {entry.Exception}"))}");
        Assert.Contains(written.Texts, text => text.Contains("127.0.0.1", StringComparison.Ordinal));
        Assert.All(written.Texts, text => Assert.DoesNotContain(Password, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mongodb://agentscaler:" + Password + "@")]
    [InlineData("mongodb://agentscaler:" + Password + "@@host:27017/")]
    [InlineData("mongo://agentscaler:" + Password + "@host:27017/")]
    public void A_connection_string_that_cannot_be_read_is_refused_without_being_repeated(string uri)
    {
        var failure = Assert.Throws<ArgumentException>(() => new MongoConnection(new MongoStoreOptions { Uri = uri, Database = "agentscaler" }));

        Assert.Contains("Storage__MongoDb__Uri", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, failure.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Every log line with its scope-free values, and every attribute of every span.</summary>
    private sealed class Written : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _texts = new();

        public IEnumerable<string> Texts => _texts;

        public void Add(string text) => _texts.Enqueue(text);

        public void Add(Activity activity) => _texts.Enqueue(
            $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))}");

        public async Task UntilAsync(string text, CancellationToken cancellationToken)
        {
            while (!_texts.Any(line => line.StartsWith(text, StringComparison.Ordinal)))
            {
                await Task.Delay(20, cancellationToken);
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "";
            _texts.Enqueue($"{eventId.Name} {formatter(state, exception)} {values} {exception}");
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
