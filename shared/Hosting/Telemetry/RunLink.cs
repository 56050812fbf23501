using System.Diagnostics;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>A run as a span names it.</summary>
/// <param name="Context">The span that began the run's trace; default where the run has no trace.</param>
public readonly record struct RunLink(string Id, ActivityContext Context);
