using AgentScaler.Gateway.Orchestration;

namespace AgentScaler.Standalone.Progress;

/// <summary>Shows the progress of a run.</summary>
internal interface IProgressView : IAsyncDisposable
{
    void Show(IReadOnlyList<StageProgress> stages);
}
