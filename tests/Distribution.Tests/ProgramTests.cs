namespace AgentScaler.Distribution.Tests;

/// <summary>The product as a dotnet tool, and as a program of its own: each built by the README's command and used from another folder.</summary>
public sealed class ProgramTests(Clone clone)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_dotnet_tool_is_installed_from_its_package_and_works_in_any_folder()
    {
        await clone.PackedAsync();
        var place = Path.Combine(clone.Elsewhere, "tool");
        // The user's own tools are left alone.
        var install = Clone.Command("dotnet tool install").Replace("--global", $"--tool-path '{place}'", StringComparison.Ordinal);
        (await Shell.RunAsync(install, clone.Root, Stop)).Succeeded();

        await WorksAsync(Path.Combine(place, "agentscaler"), "by-tool");
    }

    [Fact]
    public async Task The_self_contained_program_is_one_file_beside_its_libraries_and_works_in_any_folder()
    {
        await clone.PublishedAsync();
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(clone.Binary)!).Select(file => Path.GetFileName(file)!)
            .Where(name => !name.Contains(".so", StringComparison.Ordinal) && !name.EndsWith(".json", StringComparison.Ordinal));
        Assert.Equal(["agentscaler"], files);

        await WorksAsync(clone.Binary, "by-binary");
    }

    /// <summary>Help, a stage on relative paths, and the training engine's libraries, which are loaded and not only there.</summary>
    private async Task WorksAsync(string program, string workspace)
    {
        var help = (await Shell.RunAsync($"'{program}' --help", clone.Elsewhere, Stop)).Succeeded();
        Assert.Contains("materialize", help.Output, StringComparison.Ordinal);

        (await Shell.RunAsync($"'{program}' collect --source bookshop.yaml --workspace {workspace}", clone.Elsewhere, Stop)).Succeeded();
        Assert.NotEmpty(File.ReadLines(Path.Combine(clone.Elsewhere, workspace, "tools.jsonl")));

        var doctor = (await Shell.RunAsync($"'{program}' doctor --workspace {workspace}", clone.Elsewhere, Stop)).Succeeded();
        Assert.Contains("ok       training", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("ok       corpus", doctor.Output, StringComparison.Ordinal);
    }
}
