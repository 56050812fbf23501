namespace AgentScaler.Tasks.Intents;

/// <summary>How much a person says beside what they want.</summary>
internal enum Talk
{
    Terse,
    Plain,
    Chatty,
}
