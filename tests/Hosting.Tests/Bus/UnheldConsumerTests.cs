using System.Collections.Concurrent;
using AgentScaler.Hosting.Bus;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AgentScaler.Hosting.Tests.Bus;

/// <summary>A client hands a message over and goes on, whatever becomes of the message.</summary>
public sealed class UnheldConsumerTests : IDisposable
{
    private readonly Worker _worker = new();
    private readonly UnheldConsumer _consumer;

    public UnheldConsumerTests() => _consumer = new UnheldConsumer(_worker);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _worker.Finish.Dispose();

    [Fact]
    public async Task Work_in_hand_holds_neither_the_next_message_nor_the_end_of_the_channel()
    {
        await DeliverAsync([1]);
        await DeliverAsync([2]);
        await _consumer.HandleChannelShutdownAsync(new object(), new ShutdownEventArgs(ShutdownInitiator.Library, 541, "gone"));

        Assert.Equal("gone", _worker.Ended);
        Assert.Empty(_worker.Done);
        _worker.Finish.Set();
        await UntilAsync(() => _worker.Done.Count == 2);
    }

    [Fact]
    public async Task A_message_stays_what_it_was_when_the_client_uses_its_memory_again()
    {
        byte[] memory = [1, 2, 3];

        await DeliverAsync(memory);
        Array.Clear(memory);
        _worker.Finish.Set();

        await UntilAsync(() => !_worker.Done.IsEmpty);
        Assert.Equal([1, 2, 3], Assert.Single(_worker.Done));
    }

    private Task DeliverAsync(byte[] body) => _consumer.HandleBasicDeliverAsync("tag", 1, false, "", "queue", new BasicProperties(), body, Stop);

    private static async Task UntilAsync(Func<bool> done)
    {
        while (!done())
        {
            await Task.Delay(10, Stop);
        }
    }

    /// <summary>Works on a message as long as it is told to, and keeps its thread meanwhile.</summary>
    private sealed class Worker : IAsyncBasicConsumer
    {
        public ManualResetEventSlim Finish { get; } = new();

        public ConcurrentBag<byte[]> Done { get; } = [];

        public string? Ended { get; private set; }

        public IChannel? Channel => null;

        public Task HandleBasicDeliverAsync(
            string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties,
                ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
        {
            Finish.Wait(cancellationToken);
            Done.Add(body.ToArray());
            return Task.CompletedTask;
        }

        public Task HandleChannelShutdownAsync(object channel, ShutdownEventArgs reason)
        {
            Ended = reason.ReplyText;
            return Task.CompletedTask;
        }

        public Task HandleBasicConsumeOkAsync(string consumerTag, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task HandleBasicCancelOkAsync(string consumerTag, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
