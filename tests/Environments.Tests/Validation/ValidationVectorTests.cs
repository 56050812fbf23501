using System.Text.Json;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Tests.Validation;

public sealed class ValidationVectorTests
{
    private const string Program =
        """
        import sys

        for case in json.load(open(sys.argv[1], encoding="utf-8"))["cases"]:
            error, filled = ArgumentValidator(case["schema"]).validate(normalize(case["arguments"]))
            if error != case["error"]:
                print(case["name"], "found", error, "expected", case["error"])
            elif error is None and compact(filled) != compact(normalize(case["filled"])):
                print(case["name"], "found", compact(filled))
        print("done")
        """;

    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Vectors", "validation.json");

    private static readonly JsonElement[] Cases =
        [.. JsonDocument.Parse(System.IO.File.ReadAllBytes(File)).RootElement.GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.GetProperty("name").GetString()!)];

    [Theory, MemberData(nameof(Names))]
    public void Arguments_are_judged_and_completed(string name)
    {
        var vector = Cases.First(c => c.GetProperty("name").GetString() == name);
        var validator = ArgumentValidator.Compile(vector.GetProperty("schema"));

        var error = validator.Validate(Value.Parse(vector.GetProperty("arguments").GetRawText()), out var filled);

        Assert.Equal(vector.GetProperty("error").GetString(), error?.Message);
        if (error is null)
        {
            Assert.Equal(Value.Parse(vector.GetProperty("filled").GetRawText()).ToJson(), filled.ToJson());
        }
    }

    [Fact]
    public void The_Python_runtime_says_the_same_to_every_case() =>
        Assert.Equal("done\n", PythonRuntime.Run(Program, File));
}
