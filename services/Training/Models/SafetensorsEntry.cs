namespace AgentScaler.Training.Models;

/// <summary>Where a tensor lies in a safetensors file: offsets count from the end of the header.</summary>
internal sealed record SafetensorsEntry(string Name, string Type, long[] Shape, long Begin, long End);
