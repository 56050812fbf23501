using System.Diagnostics;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>The reference from a span to its run.</summary>
/// <param name="Context">The span that started the run's trace; default if the run has no trace.</param>
public readonly record struct RunLink(string Id, ActivityContext Context);
