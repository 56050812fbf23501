using System.Text.RegularExpressions;

namespace AgentScaler.Compose.Tests;

/// <summary>docker-compose.yml as compose reads it, with the variables of .env put in.</summary>
internal sealed partial class ComposeFile
{
    public static ComposeFile Default { get; } = new();

    private ComposeFile()
    {
        Variables = File.ReadLines(Repository.Place(".env"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        Root = Yaml.Document(Repository.Place("docker-compose.yml"));
        Services = [.. Root.Map("services").Keys.Select(name => new ComposeService(name, Root.Map("services", name), this))];
    }

    public YamlMap Root { get; }

    public IReadOnlyDictionary<string, string> Variables { get; }

    public IReadOnlyList<ComposeService> Services { get; }

    /// <summary>Names of the variables that the file asks for.</summary>
    public IReadOnlySet<string> Asked { get; } =
        Variable().Matches(Repository.Read("docker-compose.yml")).Select(match => match.Groups[1].Value).ToHashSet();

    public ComposeService this[string name] => Services.Single(service => service.Name == name);

    public string Resolve(string text) => Variable().Replace(text, match => Variables.GetValueOrDefault(match.Groups[1].Value) ?? match.Value);

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Variable();
}
