namespace AgentScaler.TestInfrastructure.Services;

/// <summary>Where the services' programs lie.</summary>
internal static class ServiceOutputs
{
    /// <exception cref="InvalidOperationException">The service was not built.</exception>
    public static string Of(StackService service)
    {
        var file = $"AgentScaler.{service}.dll";
        var path = Environment.GetEnvironmentVariable("AGENTSCALER_TEST_SERVICES") is { Length: > 0 } published
            ? Path.Combine(published, service.ToString(), file)
            : Path.Combine(Root, "services", service.ToString(), "bin", Configuration, "net10.0", file);
        return File.Exists(path) ? path : throw new InvalidOperationException($"{path} is not there; build services/{service} first.");
    }

    /// <summary>The configuration in which the tests themselves were built: .../bin/CONFIGURATION/net10.0/.</summary>
    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AgentScaler.slnx")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new InvalidOperationException($"No AgentScaler.slnx above {AppContext.BaseDirectory}.");
        }
    }
}
