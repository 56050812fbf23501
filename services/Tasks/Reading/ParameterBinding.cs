namespace AgentScaler.Tasks.Reading;

/// <summary>What a tool program does with one argument.</summary>
/// <param name="Pointer">JSON pointer of the argument; <c>0</c> stands for an item of an array.</param>
internal sealed record ParameterBinding(string Pointer, string Table, string Column, BindingRole Role);
