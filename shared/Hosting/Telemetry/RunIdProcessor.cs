using System.Diagnostics;
using OpenTelemetry;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>Hands a span's run down to the spans below it, those of drivers and clients too.</summary>
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
