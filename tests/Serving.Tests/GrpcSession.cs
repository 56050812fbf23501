using AgentScaler.Contracts.Environments.V1;
using AgentScaler.Environments.Values;

namespace AgentScaler.Serving.Tests;

/// <summary>A session over gRPC.</summary>
internal sealed class GrpcSession(EnvironmentService.EnvironmentServiceClient client, OpenSessionResponse opened) : ISessionClient
{
    private int _step;

    public string Session => opened.SessionId;

    public static async Task<ISessionClient> OpenAsync(ServedShop shop, string run, string domain, string task) => new GrpcSession(
        shop.Client,
        await shop.Client.OpenSessionAsync(new OpenSessionRequest { RunId = run, Domain = domain, TaskId = task },
            cancellationToken: TestContext.Current.CancellationToken));

    public async Task<(bool Ok, string Message)> CallAsync(string tool, string arguments)
    {
        var request = new CallToolRequest { SessionId = Session, StepIndex = _step++, Name = tool, ArgumentsJson = arguments };
        var result = Value.Parse((await client.CallToolAsync(request, cancellationToken: TestContext.Current.CancellationToken)).ResultJson);
        return result["ok"].IsTrue ? (true, result["result"].ToJson()) : (false, Value.Object(("error", result["error"])).ToJson());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
