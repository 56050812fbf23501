namespace AgentScaler.TestInfrastructure;

/// <summary>Whether a container engine answers on this machine.</summary>
internal static class ContainerEngine
{
    public static bool Answers { get; } = File.Exists("/var/run/docker.sock");
}
