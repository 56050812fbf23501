namespace AgentScaler.Tasks.Intents;

/// <summary>The amount of talk beside the wishes.</summary>
internal enum Talk
{
    Terse,
    Plain,
    Chatty,
}
