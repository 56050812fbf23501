namespace AgentScaler.Training.Models;

/// <summary>The place of a tensor in a safetensors file. Offsets count from the end of the header.</summary>
internal sealed record SafetensorsEntry(string Name, string Type, long[] Shape, long Begin, long End);
