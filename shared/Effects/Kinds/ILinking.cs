namespace AgentScaler.Effects;

/// <summary>An effect that adds to or takes from what a row's column holds.</summary>
public interface ILinking : IKeyed
{
    ColumnModel Changed { get; }

    /// <summary>The parameter that names what is added or taken.</summary>
    ToolParameter Item { get; }
}
