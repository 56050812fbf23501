using System.Diagnostics;
using OpenTelemetry;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>Passes a span's run id to the spans below it, including those of drivers and clients.</summary>
internal sealed class RunIdProcessor : BaseProcessor<Activity>
{
    public override void OnStart(Activity data)
    {
        if (data.Parent?.GetTagItem(RunTrace.RunIdTag) is { } run)
        {
            data.SetTag(RunTrace.RunIdTag, run);
        }
    }
}
