using System.Diagnostics;
using MassTransit;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>Passes the run of each message to the spans below it, and measures how long the message had waited.</summary>
internal sealed class ConsumeTelemetry(TimeProvider time) : IConsumeObserver
{
    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        if (context.SentTime is { } sent)
        {
            WorkMetrics.Waited(time.GetUtcNow() - sent.ToUniversalTime(), typeof(T).Name);
        }

        if (Message<T>.RunId?.Invoke(context.Message) is { } run)
        {
            Activity.Current?.SetTag(RunTrace.RunIdTag, run);
        }

        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;

    /// <summary>Reads the run from a type of message; null if the type names none.</summary>
    private static class Message<T>
    {
        public static readonly Func<T, string>? RunId = typeof(T).GetProperty("RunId") is { CanRead: true } property && property.PropertyType == typeof(string)
            ? property.GetMethod!.CreateDelegate<Func<T, string>>()
            : null;
    }
}
