using System.Runtime.ExceptionServices;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline;
using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Shortens a failure that is too long for a message. A fault carries texts and stack traces of its exceptions, also as headers, and these may
/// contain a model's answer or a document of any length. A fault beyond the broker's frame could not be sent, and the work would be redelivered
/// forever.
/// </summary>
internal sealed class FailureSizeFilter<TConsumer> : IFilter<ConsumerConsumeContext<TConsumer>>
    where TConsumer : class
{
    /// <summary>Most bytes of all texts and stack traces of a failure as JSON. A longer failure is shortened.</summary>
    private const int Limit = 24 * 1024;

    /// <summary>Most bytes of one character as JSON: <c>\u0000</c>.</summary>
    private const int LongestCharacter = 6;

    private const string Escaped = "\"\\&'+<>`";

    /// <summary>Characters kept of the text.</summary>
    private const int LongestText = 4000;

    /// <summary>Characters kept of the stack trace, which is ASCII but for names.</summary>
    private const int LongestStack = 8000;

    public async Task Send(ConsumerConsumeContext<TConsumer> context, IPipe<ConsumerConsumeContext<TConsumer>> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (Exception exception) when (Size(exception) > Limit)
        {
            throw Shortened(exception);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("failureSize");

    private static int Size(Exception exception)
    {
        var inner = exception is AggregateException many ? many.InnerExceptions.Sum(Size) : exception.InnerException is { } one ? Size(one) : 0;
        return inner + Bytes(exception.Message) + Bytes(exception.StackTrace);
    }

    /// <summary>An upper bound of a text's bytes as JSON. A character that JSON may escape counts as an escape.</summary>
    private static int Bytes(string? text) => text is null
        ? 0
        : text.Sum(c => char.IsAscii(c) && !char.IsControl(c) && !Escaped.Contains(c) ? 1 : LongestCharacter);

    /// <summary>Returns a short exception that the retry policy treats like the full one.</summary>
    private static Exception Shortened(Exception exception)
    {
        var text = $"{exception.GetType().Name}: {Cut(exception.Message, LongestText)}";
        var shortened = exception is ModelEndpointException endpoint ? endpoint.Shortened(text)
            : Outage.Is(exception) ? new OutageException(text)
            : WorkRetryPolicy.MayPass(exception) ? new IOException(text)
            : (Exception)new UnrecoverableException(text);
        return exception.StackTrace is { } stack ? ExceptionDispatchInfo.SetRemoteStackTrace(shortened, Cut(stack, LongestStack)) : shortened;
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), " …");
}
