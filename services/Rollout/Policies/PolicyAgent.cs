using AgentScaler.LanguageModels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Rollout.Telemetry;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Rollout.Policies;

/// <summary>An agent served from a checkpoint.</summary>
/// <param name="policy">The checkpoint's name.</param>
/// <param name="needed">Names of the tools that the task needs. The offer is narrowed to them and distractors.</param>
public sealed class PolicyAgent(
    IPolicyGenerator generator, string run, string policy, string task, IReadOnlySet<string> needed, PolicyOptions options, long seed) : IAgent
{
    private string? _offer;
    private int _turn;

    public string Name => $"policy:{policy}";

    public string Model => policy;

    public TrajectoryOrigin Origin => TrajectoryOrigin.Model;

    public IReadOnlyList<string> Mistakes => [];

    public async ValueTask<AgentTurn> NextAsync(AgentRequest request, CancellationToken cancellationToken)
    {
        _offer ??= ToolOffer.Narrow(request.Tools, needed, options.ToolLimit, task);
        var span = RolloutTelemetry.StartChat(policy, "agent");
        try
        {
            var reply = await GenerateAsync(request, cancellationToken);
            var usage = new TokenUsage(reply.PromptTokens, reply.CompletionTokens);
            span.End(usage, reply.FinishReason);
            return new AgentTurn(reply.Message, usage) { FinishReason = reply.FinishReason };
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            throw;
        }
    }

    private Task<PolicyReply> GenerateAsync(AgentRequest request, CancellationToken cancellationToken) =>
        generator.GenerateAsync(
            new PolicyRequest(policy, request.Messages, _offer!, unchecked((seed * 1_000_003) + _turn++))
            {
                Run = run,
                Temperature = options.Temperature,
                TopP = options.TopP,
                MaxTokens = options.MaxTokens,
                Constrained = options.Constrained,
            },
            cancellationToken);
}
