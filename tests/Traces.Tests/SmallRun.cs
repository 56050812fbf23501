namespace AgentScaler.Traces.Tests;

/// <summary>Every stage as small as it can be; what is evaluated is a model behind an endpoint, beside others that a test names.</summary>
internal static class SmallRun
{
    public const string KeyVariable = "AGENTSCALER_TRACES_KEY";

    public static string Source { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "bookshop.openapi.yaml");

    public static string Configuration(string endpoint, params string[] policies)
    {
        var evaluated = string.Join(", ", policies.Prepend("openai").Select(policy => '"' + policy + '"'));
        return $$"""
        {
          "materialize": { "differential_calls": 4, "mutants_per_tool": 1 },
          "tasks": { "per_domain": 8, "max_steps": 6, "coverage_extra": 0 },
          "rollout": { "attempts": 1, "agent_endpoint": { "endpoint": "{{endpoint}}", "model": "{{ModelEndpoint.Model}}", "key_variable": "{{KeyVariable}}" } },
          "filter": { "validation_share": 0.25, "held_out_domain_share": 0 },
          "train": { "stages": [1], "vocabulary_size": 300, "encoding": { "max_length": 4096, "max_tools": 2 },
                     "stage1": { "steps": 2, "tokens_per_micro_batch": 4096 } },
          "evaluate": { "policies": [{{evaluated}}], "task_limit": 1, "attempts": 1 }
        }
        """;
    }
}
