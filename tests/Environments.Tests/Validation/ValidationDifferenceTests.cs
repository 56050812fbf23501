using System.Text;
using System.Text.Json;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Tests.Validation;

public sealed class ValidationDifferenceTests
{
    private const int Count = 4000;

    private const string Program =
        """
        import sys

        for line in open(sys.argv[1], encoding="utf-8"):
            case = json.loads(line)
            error, filled = ArgumentValidator(case["schema"]).validate(normalize(case["arguments"]))
            result = ResultConformance(case["schema"]).problem(normalize(case["arguments"]))
            print(compact([error, filled if error is None else None, result]))
        """;

    [Fact]
    public void Both_sides_say_the_same_of_random_schemas_and_arguments()
    {
        var make = new RandomSchemas(new Random(7));
        var lines = new StringBuilder();
        var answers = new StringBuilder();
        var good = 0;
        for (var i = 0; i < Count; i++)
        {
            var (schema, arguments) = (make.Schema(), make.Object(3));
            lines.Append(Value.Object(("schema", schema), ("arguments", arguments)).ToJson()).Append('\n');

            var parsed = JsonDocument.Parse(schema.ToJson()).RootElement;
            var error = ArgumentValidator.Compile(parsed).Validate(arguments, out var filled);
            ResultConformance.Compile(parsed).Conforms(arguments, out var why);
            answers.Append(Value.From([error?.Message, error is null ? filled : Value.Null, why]).ToJson()).Append('\n');
            good += error is null ? 1 : 0;
        }

        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, lines.ToString());
            var cases = lines.ToString().Split('\n');
            var python = PythonRuntime.Run(Program, file).Split('\n');
            Assert.All(answers.ToString().Split('\n').Zip(python, cases),
                one => Assert.True(one.First == one.Second, $"{one.Third}: compiled {one.First}, Python {one.Second}"));
            Assert.Equal(cases.Length, python.Length);
            Assert.InRange(good, Count / 20, Count * 19 / 20);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
