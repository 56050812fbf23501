using System.Text.Json;

namespace AgentScaler.Gateway.Runs;

/// <summary>
/// Checks an order's options beyond their schema: ranges, and settings that exclude each other. It is available if the services run in the same
/// process. Otherwise the stage itself rejects the options, and the run fails with the reason.
/// </summary>
/// <exception cref="OrderException">A setting is out of its range.</exception>
public delegate void OptionsCheck(IReadOnlyDictionary<string, JsonElement> sections);
