using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AgentScaler.Stack.Benchmarks;

/// <summary>A folder for one benchmark: sources, a configuration, and workspaces.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agentscaler-benchmark-").FullName;

    public string Configuration => Path.Combine(_folder, "configuration.json");

    public string Sources => Path.Combine(_folder, "sources");

    public string Place(string name) => Path.Combine(_folder, name);

    public void Configure(string configuration) => File.WriteAllText(Configuration, configuration);

    /// <summary>Hash of every derived file of a workspace; <c>report.json</c> without its seconds.</summary>
    public static SortedDictionary<string, string> Bytes(string workspace)
    {
        var bytes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(workspace, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(workspace, file);
            if (Path.GetExtension(name) is ".json" or ".jsonl" or ".py" or ".md"
                && !name.StartsWith("artifacts", StringComparison.Ordinal)
                && name != "traces.jsonl")
            {
                bytes[name] = Convert.ToHexStringLower(SHA256.HashData(name == "report.json" ? WithoutSeconds(file) : File.ReadAllBytes(file)));
            }
        }

        return bytes;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] WithoutSeconds(string file)
    {
        var report = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        report.Remove("seconds");
        return Encoding.UTF8.GetBytes(report.ToJsonString());
    }
}
