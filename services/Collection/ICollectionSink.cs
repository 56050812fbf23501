using AgentScaler.Tools;

namespace AgentScaler.Collection;

/// <summary>Receives the results of a collection one at a time: tools in ordinal order of id, then rejections.</summary>
public interface ICollectionSink
{
    ValueTask AddToolAsync(ToolSpecification tool, CancellationToken cancellationToken);

    ValueTask AddRejectedAsync(RejectedTool rejected, CancellationToken cancellationToken);
}
