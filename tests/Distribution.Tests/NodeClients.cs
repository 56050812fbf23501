using System.Security.Cryptography;

namespace AgentScaler.Distribution.Tests;

/// <summary>The official clients from npm, installed once for each lock file into a folder that outlives the tests.</summary>
internal static class NodeClients
{
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    public static string Sources { get; } = Path.Combine(AppContext.BaseDirectory, "Clients");

    /// <summary>The folder with the scripts of this build beside what they import.</summary>
    public static Task<string> InstalledAsync() => Installed.Value;

    private static async Task<string> InstallAsync()
    {
        var locked = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Sources, "package-lock.json"))))[..12];
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"agentscaler-test-clients-{Environment.UserName}", locked)).FullName;
        foreach (var file in Directory.EnumerateFiles(Sources))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        // Test processes run side by side; what npm was interrupted in is begun anew.
        const string Install = "flock .lock bash -c '[ -f .complete ] || { npm ci --ignore-scripts --no-audit --no-fund && touch .complete; }'";
        (await Shell.RunAsync(Install, folder, CancellationToken.None)).Succeeded();
        return folder;
    }
}
