namespace AgentScaler.Tasks.Reading;

/// <summary>The use of one argument in a tool program.</summary>
/// <param name="Pointer">JSON pointer of the argument; <c>0</c> means an item of an array.</param>
internal sealed record ParameterBinding(string Pointer, string Table, string Column, BindingRole Role);
