using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A column that is set: by an argument, to a value, or to its opposite where there is neither.</summary>
internal sealed record SettingChange(string Column, ToolParameter? By = null, Value? To = null);
