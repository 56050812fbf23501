using System.Text.Json;
using AgentScaler.Hosting.Bus;
using AgentScaler.Pipeline;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace AgentScaler.Hosting.Rpc;

/// <summary>
/// Maps an exception to a status after Google's AIP-193: a code, a message for people, and an <c>ErrorInfo</c> with a reason for programs. An error
/// on which a client cannot act gets neutral words, because its text may hold data.
/// </summary>
internal static class GrpcErrors
{
    private const string Domain = "agentscaler";

    public static RpcException Of(Exception exception, ServerCallContext context) => exception switch
    {
        RpcException own => own,
        OperationCanceledException when context.Deadline <= DateTime.UtcNow =>
            Create(StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED", "The call's deadline has passed."),
        OperationCanceledException => Create(StatusCode.Cancelled, "CANCELLED", "The call was cancelled."),
        KeyNotFoundException or FileNotFoundException => Create(StatusCode.NotFound, "NOT_FOUND", exception.Message),
        ArgumentException or FormatException or JsonException => Create(StatusCode.InvalidArgument, "INVALID_ARGUMENT", exception.Message),
        NotSupportedException => Create(StatusCode.Unimplemented, "UNIMPLEMENTED", exception.Message),
        UnauthorizedAccessException => Create(StatusCode.PermissionDenied, "PERMISSION_DENIED", "This is not permitted."),
        InvalidOperationException or UnrecoverableException => Create(StatusCode.FailedPrecondition, "FAILED_PRECONDITION", exception.Message),
        TimeoutException when !Outage.Is(exception) => Create(StatusCode.DeadlineExceeded, "TIMEOUT", "Something that the call needs did not answer in time."),
        _ when exception is IOException || Outage.Is(exception) =>
            Create(StatusCode.Unavailable, "UNAVAILABLE", "A service that the call needs cannot be reached; try again."),
        _ => Create(StatusCode.Internal, "INTERNAL", "The call failed; the server's log says why."),
    };

    /// <summary>The status of a call that was ended because its service stops. Clients retry such a call.</summary>
    public static RpcException Stopping() => Create(StatusCode.Unavailable, "STOPPING", "The service is stopping; try again.");

    private static RpcException Create(StatusCode code, string reason, string message) => new Google.Rpc.Status
    {
        Code = (int)code,
        Message = message,
        Details = { Any.Pack(new ErrorInfo { Domain = Domain, Reason = reason }) },
    }.ToRpcException();
}
