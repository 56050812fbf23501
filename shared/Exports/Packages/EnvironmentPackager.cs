using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentScaler.Environments;
using AgentScaler.Environments.Programs;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Workspaces;

namespace AgentScaler.Exports.Packages;

/// <summary>
/// Packages each environment of a workspace for Python trainers. A package contains the environment's files, its tasks on the two sides of the datasets'
/// split, and thin adapters for TRL, verifiers and OpenEnv. The same workspace gives the same bytes.
/// </summary>
public sealed class EnvironmentPackager(WorkspaceReader workspace)
{
    private static readonly string[] Copied = ["schema.json", "state.json", "tools.json", "tools.py", PythonEmitter.Runtime.Name, "verify.py", "policy.md"];

    /// <param name="folder">The folder to write to, with one subfolder per domain. Files of an earlier export are replaced.</param>
    /// <exception cref="WorkspaceException">A file of the workspace is missing or broken.</exception>
    public async Task<IReadOnlyList<EnvironmentPackage>> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var tasks = await workspace.TasksAsync(cancellationToken);
        var heldBack = await workspace.ValidationTasksAsync(cancellationToken);
        var packages = new List<EnvironmentPackage>();
        foreach (var domain in tasks.Values.GroupBy(t => t.Domain, StringComparer.Ordinal).OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sides = domain.OrderBy(t => t.Id, StringComparer.Ordinal).ToLookup(t => heldBack.Contains(t.Id));
            packages.Add(await WriteAsync(folder, domain.Key, [.. sides[false]], [.. sides[true]], cancellationToken));
        }

        return packages;
    }

    private async Task<EnvironmentPackage> WriteAsync(
        string folder, string slug, List<TaskSpecification> train, List<TaskSpecification> validation, CancellationToken cancellationToken)
    {
        var definition = workspace.Definition(slug);
        var package = new EnvironmentPackage(
            slug, "agentscaler-" + slug, "agentscaler_" + slug.Replace('-', '_'), train.Count, validation.Count);
        var root = Path.Combine(folder, slug);
        var inside = Path.Combine(root, package.Module, "environment");
        if (Directory.Exists(Path.Combine(root, package.Module)))
        {
            Directory.Delete(Path.Combine(root, package.Module), recursive: true);
        }

        Directory.CreateDirectory(inside);
        foreach (var name in Copied)
        {
            File.Copy(Path.Combine(workspace.EnvironmentFolder(slug), name), Path.Combine(inside, name));
        }

        var lines = new[] { Lines(train), Lines(validation) };
        await File.WriteAllTextAsync(Path.Combine(inside, "__init__.py"), "", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(inside, "system.md"), SystemPrompt.Of(definition), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(inside, "train.jsonl"), lines[0], cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(inside, "validation.jsonl"), lines[1], cancellationToken);
        foreach (var (path, text) in PackageTemplates.Fill(package.Module, Values(package, definition, [.. train, .. validation], lines)))
        {
            await File.WriteAllTextAsync(Path.Combine(root, path), text, cancellationToken);
        }

        return package;
    }

    private static Dictionary<string, string> Values(
        EnvironmentPackage package, EnvironmentDefinition definition, List<TaskSpecification> tasks, string[] lines) => new(StringComparer.Ordinal)
        {
            ["name"] = definition.Name,
            ["package"] = package.Module,
            ["distribution"] = package.Distribution,
            ["tools"] = Number(definition.Tools.Count),
            ["train"] = Number(package.Train),
            ["validation"] = Number(package.Validation),
            ["licenses"] = string.Join(", ",
                tasks.SelectMany(t => t.Provenance.Licenses).DefaultIfEmpty("unknown").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),

            // A local version (PEP 440) that changes only with the content.
            ["version"] = "0.1.0+" + ContentId.Of("package", [definition.Id, .. lines])[^12..],
        };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Lines(List<TaskSpecification> tasks)
    {
        var text = new StringBuilder();
        foreach (var task in tasks)
        {
            text.Append(JsonSerializer.Serialize(task, ContractJson.Options)).Append('\n');
        }

        return text.ToString();
    }
}
