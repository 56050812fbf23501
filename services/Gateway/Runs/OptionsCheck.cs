using System.Text.Json;

namespace AgentScaler.Gateway.Runs;

/// <summary>
/// Checks an order's options further than their schema can, where the services are in the same process: ranges, and settings
/// that exclude each other. Elsewhere the stage itself refuses them, and the run fails with the reason.
/// </summary>
/// <exception cref="OrderException">A setting is out of its range.</exception>
public delegate void OptionsCheck(IReadOnlyDictionary<string, JsonElement> sections);
