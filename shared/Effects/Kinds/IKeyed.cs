namespace AgentScaler.Effects;

/// <summary>An effect whose call may name a row by a key.</summary>
public interface IKeyed
{
    ColumnBinding? Key { get; }
}
