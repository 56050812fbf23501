using System.Text.RegularExpressions;

namespace AgentScaler.Compose.Tests;

/// <summary>The workflow for a host with containers tests what compose starts.</summary>
public sealed partial class WorkflowRules
{
    private static readonly YamlMap Workflow = Yaml.Document(Repository.Place(".github", "workflows", "ci.yml"));

    [Fact]
    public void Tests_run_against_the_engines_that_compose_starts()
    {
        var job = Workflow.Map("jobs", "tests");
        Assert.Equal(ComposeFile.Default.Variables["RABBITMQ_IMAGE"], job.Text("services", "rabbitmq", "image"));
        Assert.Equal(ComposeFile.Default.Variables["MONGODB_IMAGE"], job.Text("services", "mongodb", "image"));
        Assert.Equal(["AGENTSCALER_TEST_MONGODB", "AGENTSCALER_TEST_RABBITMQ"], job.Map("env").Keys.Order(StringComparer.Ordinal));
        Assert.Contains(job.Maps("steps"), step => step.Text("run") == "./test.sh");
    }

    [Fact]
    public void The_stack_is_built_started_and_given_a_run()
    {
        var job = Workflow.Map("jobs", "stack");
        var commands = string.Join('\n', job.Maps("steps").Select(step => step.Text("run")));
        Assert.Contains("docker compose build", commands, StringComparison.Ordinal);
        Assert.Contains("docker compose up --detach --wait", commands, StringComparison.Ordinal);
        Assert.Contains("--scale rollout=2", commands, StringComparison.Ordinal);
        Assert.Contains("POST \"$GATEWAY/api/v1/runs\"", commands, StringComparison.Ordinal);
        Assert.Equal(ComposeFile.Default.Variables["GATEWAY_API_KEY"], job.Text("env", "KEY"));
        Assert.EndsWith(ComposeFile.Default.Variables["GATEWAY_PORT"], job.Text("env", "GATEWAY"), StringComparison.Ordinal);
        var folder = Repository.Place(ComposeFile.Default.Variables["SOURCES_FOLDER"]);
        Assert.All(SourcePath().Matches(commands), match => Assert.True(File.Exists(Path.Combine(folder, match.Groups[1].Value)), match.Value));
    }

    [Fact]
    public void Actions_are_pinned() =>
        Assert.All(
            Workflow.Map("jobs").Keys.SelectMany(job => Workflow.Maps("jobs", job, "steps")).Select(step => step.Text("uses")).OfType<string>(),
            action => Assert.Matches(@"@v\d+\.\d+\.\d+$", action));

    [GeneratedRegex("\"path\":\"([^\"]+)\"")]
    private static partial Regex SourcePath();
}
