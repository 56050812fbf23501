using AgentScaler.Tools;

namespace AgentScaler.Collection;

/// <summary>Where a collection's results go, one at a time: tools in ordinal order of id, then what was rejected.</summary>
public interface ICollectionSink
{
    ValueTask AddToolAsync(ToolSpecification tool, CancellationToken cancellationToken);

    ValueTask AddRejectedAsync(RejectedTool rejected, CancellationToken cancellationToken);
}
