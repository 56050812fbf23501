using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Hosting.Rpc;

/// <summary>The one place where exceptions of gRPC services become statuses.</summary>
internal sealed partial class GrpcErrorInterceptor(ILogger<GrpcErrorInterceptor> logger, IHostApplicationLifetime lifetime) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        MapAsync(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        MapAsync(context, () => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        MapAsync(context, () => Completed(continuation(request, responseStream, context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        MapAsync(context, () => Completed(continuation(requestStream, responseStream, context)));

    private static async Task<bool> Completed(Task call)
    {
        await call;
        return true;
    }

    private async Task<T> MapAsync<T>(ServerCallContext context, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception)
        {
            if (exception is OperationCanceledException && lifetime.ApplicationStopping.IsCancellationRequested)
            {
                throw GrpcErrors.Stopping();
            }

            var mapped = GrpcErrors.Of(exception, context);
            if (mapped.StatusCode is StatusCode.Internal or StatusCode.Unavailable)
            {
                LogFailedCall(logger, context.Method, exception);
            }

            throw mapped;
        }
    }

    [LoggerMessage(EventId = 1101, EventName = "grpc.call.failed", Level = LogLevel.Error, Message = "{Method} failed.")]
    private static partial void LogFailedCall(ILogger logger, string method, Exception exception);
}
