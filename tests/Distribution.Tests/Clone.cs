using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(AgentScaler.Distribution.Tests.Clone))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace AgentScaler.Distribution.Tests;

/// <summary>
/// What a stranger has after cloning: the files that git tracks, in a folder outside of this checkout, where nothing is built yet. What is built
/// there is built once, when the first test asks for it, by the README's own commands.
/// </summary>
public sealed class Clone : IDisposable
{
    private const string Program = "dotnet run -c Release --project services/Standalone";

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("agentscaler-clone-");
    private readonly Lazy<Task<CommandOutcome>> _firstRun;
    private readonly Lazy<Task<CommandOutcome>> _packed;
    private readonly Lazy<Task<CommandOutcome>> _published;

    public Clone()
    {
        _firstRun = new Lazy<Task<CommandOutcome>>(RunAsync);
        _packed = new Lazy<Task<CommandOutcome>>(PackAsync);
        _published = new Lazy<Task<CommandOutcome>>(PublishAsync);
    }

    /// <summary>The clone's root.</summary>
    public string Root => Path.Combine(_place.FullName, "clone");

    /// <summary>A folder of the user's own, which is not the clone.</summary>
    public string Elsewhere => Path.Combine(_place.FullName, "elsewhere");

    /// <summary>Where the README's publish command leaves the program.</summary>
    public string Binary => Path.Combine(Root, "dist", "linux-x64", "agentscaler");

    public static string FirstCommand { get; } = Readme.Commands("Two commands")[0];

    public JsonObject Report => JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "workspace", "report.json")))!.AsObject();

    /// <summary>The README's first command, which also builds; as far as collect, since what follows is tested in the checkout.</summary>
    internal Task<CommandOutcome> FirstRunAsync() => _firstRun.Value;

    /// <summary>The README's pack command.</summary>
    internal Task<CommandOutcome> PackedAsync() => _packed.Value;

    /// <summary>The README's publish command.</summary>
    internal Task<CommandOutcome> PublishedAsync() => _published.Value;

    /// <summary>The README's line that begins like this.</summary>
    internal static string Command(string beginning) =>
        Assert.Single(Readme.Commands("On your own API documents"), line => line.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>The built program by way of <c>dotnet run</c>, from any folder of the clone.</summary>
    internal static string BuiltProgram(string toRoot) => Program.Replace("services", $"{toRoot}services", StringComparison.Ordinal) + " --no-build --";

    public void Dispose() => _place.Delete(recursive: true);

    private async Task<CommandOutcome> RunAsync()
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Elsewhere);
        var copy = $"git -c safe.directory='*' -C '{Repository.Root}' ls-files -z | tar -C '{Repository.Root}' --null -T - -c | tar -C '{Root}' -x";
        (await Shell.RunAsync($"set -o pipefail; {copy}", _place.FullName, CancellationToken.None)).Succeeded();
        File.Copy(Path.Combine(Root, "services", "Standalone", "samples", "bookshop.openapi.yaml"), Path.Combine(Elsewhere, "bookshop.yaml"));
        return (await Shell.RunAsync($"{FirstCommand} --until collect", Root, CancellationToken.None)).Succeeded();
    }

    private async Task<CommandOutcome> PackAsync()
    {
        await FirstRunAsync();
        // Built it is already.
        return (await Shell.RunAsync($"{Command("dotnet pack")} --no-build", Root, CancellationToken.None)).Succeeded();
    }

    private async Task<CommandOutcome> PublishAsync()
    {
        await FirstRunAsync();
        return (await Shell.RunAsync(Command("dotnet publish"), Root, CancellationToken.None)).Succeeded();
    }
}
