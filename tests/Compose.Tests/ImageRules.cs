using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AgentScaler.Compose.Tests;

/// <summary>What images are built from is there when they are built, on a fresh machine as well as on one whose caches were emptied in part.</summary>
public sealed partial class ImageRules
{
    private static readonly DockerIgnore Context = new(File.ReadLines(Repository.Place(".dockerignore")));

    public static TheoryData<string> Dockerfiles => new("Dockerfile", "deploy/trainer/Dockerfile");

    [Fact]
    public void What_a_project_takes_from_outside_the_sources_is_given_to_the_build()
    {
        var outside = Projects().SelectMany(Taken)
            .Where(path => !path.StartsWith("services/", StringComparison.Ordinal) && !path.StartsWith("shared/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(outside);
        Assert.All(outside, path => Assert.True(Context.Admits(path), $"{path} is part of a project, and .dockerignore hides it."));
    }

    [Theory]
    [InlineData("services/Rollout/Program.cs", true)]
    [InlineData("docs/tool-programs.md", true)]
    [InlineData("docs/paper.md", false)]
    [InlineData("LICENSE", false)]
    [InlineData("services/Rollout/bin/Release/x.dll", false)]
    [InlineData("shared/obj/x.json", false)]
    [InlineData("deploy/trainer/train_worker.py", true)]
    [InlineData("deploy/trainer-notes.md", false)]
    public void Dockerignore_is_read_as_Docker_reads_it(string path, bool admitted) => Assert.Equal(admitted, Context.Admits(path));

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void What_a_later_step_needs_is_not_in_a_cache_mount(string dockerfile)
    {
        var mounted = Repository.Read(dockerfile).Split("\nRUN ")[1..].SelectMany(run => CacheMount().Matches(run).Select(mount => mount.Groups[1].Value))
            .ToList();
        // A step whose layer is kept is not run again, and then nothing fills a mount that was emptied.
        Assert.Equal(mounted.Distinct(), mounted);
        Assert.DoesNotContain(mounted, target => target.Contains(".nuget/packages", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void A_build_asks_for_no_frontend_of_a_registry(string dockerfile) =>
        Assert.DoesNotContain("# syntax=", Repository.Read(dockerfile), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void The_addresses_of_a_service_are_not_named_twice(string dockerfile)
    {
        var final = Repository.Read(dockerfile).Split("\nFROM ")[1..].Where(stage => stage.Contains("ENTRYPOINT", StringComparison.Ordinal)).ToList();
        // Microsoft's images set the variable; where both are set each start warns.
        Assert.All(final, stage => Assert.True(!stage.StartsWith("mcr.microsoft.com", StringComparison.Ordinal)
            || stage.Contains("\nENV ASPNETCORE_HTTP_PORTS=\n", StringComparison.Ordinal)));
        Assert.All(final, stage => Assert.DoesNotMatch(@"ASPNETCORE_HTTP_PORTS=\S", stage));
    }

    private static IEnumerable<string> Projects() => new[] { "services", "shared" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.Place(folder), "*.csproj", SearchOption.AllDirectories));

    /// <summary>Every file that a project names, from the root of the checkout.</summary>
    private static IEnumerable<string> Taken(string project) => XDocument.Load(project).Descendants().Attributes()
        .Where(attribute => attribute.Name.LocalName is "Include" or "Project" or "Update")
        .SelectMany(attribute => attribute.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(path => path.StartsWith("..", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Repository.Root, Path.GetFullPath(path.Replace('\\', '/'), Path.GetDirectoryName(project)!)).Replace('\\', '/'));

    [GeneratedRegex(@"--mount=type=cache,target=([^,\s]+)")]
    private static partial Regex CacheMount();
}
