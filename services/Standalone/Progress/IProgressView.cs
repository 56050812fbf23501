using AgentScaler.Gateway.Orchestration;

namespace AgentScaler.Standalone.Progress;

/// <summary>Shows how far a run is.</summary>
internal interface IProgressView : IAsyncDisposable
{
    void Show(IReadOnlyList<StageProgress> stages);
}
