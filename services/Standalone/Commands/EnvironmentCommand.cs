using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using AgentScaler.Environments.Sessions;
using AgentScaler.Standalone.Environments;
using AgentScaler.Tools;

namespace AgentScaler.Standalone.Commands;

/// <summary>Lets a user inspect and call one environment.</summary>
internal static class EnvironmentCommand
{
    public static Command Create() => new("environment", "One environment by hand.") { List(), Describe(), Call(), Replay() };

    private static Command List()
    {
        var (workspace, format) = (CommonOptions.Workspace(), CommonOptions.Format());
        var command = new Command("list", "Lists the workspace's environments.") { workspace, format };
        command.SetBody(async (result, _) =>
        {
            var output = result.InvocationConfiguration.Output;
            var environments = new WorkspaceEnvironments(result.GetValue(workspace)!);
            foreach (var slug in environments.Present)
            {
                var (definition, _) = environments.Read(slug);
                await output.WriteLineAsync(result.GetValue(format) == OutputFormat.Json
                    ? JsonSerializer.Serialize(new { Domain = slug, definition.Name, Tools = definition.Tools.Count, Tables = definition.Schema.Tables.Count },
                        ContractJson.Options)
                    : $"{slug}  {definition.Name}: {definition.Tools.Count} tools on {definition.Schema.Tables.Count} tables");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Describe()
    {
        var (workspace, domain, format) = (CommonOptions.Workspace(), Domain(), CommonOptions.Format());
        var command = new Command("describe", "Describes an environment: its tables, its tools and its policy.") { workspace, domain, format };
        command.SetBody(async (result, _) =>
        {
            var output = result.InvocationConfiguration.Output;
            var environments = new WorkspaceEnvironments(result.GetValue(workspace)!);
            var (definition, initial) = environments.Read(result.GetValue(domain)!);
            var (inferred, checks) = (environments.Inferred(definition.Slug), environments.Checks(definition.Slug));
            if (result.GetValue(format) == OutputFormat.Json)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(
                    new
                    {
                        Domain = definition.Slug,
                        definition.Name,
                        definition.Schema,
                        definition.Tools,
                        definition.Policy,
                        Inferred = inferred,
                        Checks = checks
                    }, ContractJson.Options));
                return ExitCode.Done;
            }

            await output.WriteLineAsync($"{definition.Name}\n\nTables");
            foreach (var table in definition.Schema.Tables)
            {
                var columns = table.Columns.Select(column => table.PrimaryKey.Contains(column.Name) ? $"*{column.Name}" : column.Name);
                await output.WriteLineAsync($"  {table.Name} ({initial.Rows(table.Name).Count} rows): {string.Join(", ", columns)}");
            }

            await output.WriteLineAsync("\nTools");
            foreach (var tool in definition.Tools.OrderBy(tool => tool.Name, StringComparer.Ordinal))
            {
                await output.WriteLineAsync($"  {tool.Name}: {tool.Description.ReplaceLineEndings(" ")}");
            }

            await output.WriteLineAsync($"\n{definition.Policy}");
            await FidelityView.WriteAsync(output, checks);
            if (inferred is not null)
            {
                await output.WriteLineAsync("\nWhat was inferred, from which evidence, and how to change it");
                await InferredView.WriteAsync(output, inferred, "  ");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Call()
    {
        var (workspace, domain, input, output, form, format) = (CommonOptions.Workspace(), Domain(), StateIn(), StateOut(), Form(), JsonAnyway());
        var tool = new Option<string>("--tool") { Description = "The tool's name.", Required = true, HelpName = "NAME" };
        var arguments = new Option<string>("--arguments") { Description = "The arguments, a JSON object.", DefaultValueFactory = _ => "{}", HelpName = "JSON" };
        var command = new Command("call", "Calls one tool and prints its result.") { workspace, domain, tool, arguments, input, output, form, format };
        command.SetBody(async (result, cancellationToken) =>
        {
            var session = new WorkspaceEnvironments(result.GetValue(workspace)!).Compile(result.GetValue(domain)!, result.GetValue(input)).Open();
            await result.InvocationConfiguration.Output.WriteLineAsync(Invoke(session, result.GetValue(tool)!, result.GetValue(arguments)!));
            await WriteStateAsync(session, result.GetValue(output), result.GetValue(form), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Replay()
    {
        var (workspace, domain, input, output, form, format) = (CommonOptions.Workspace(), Domain(), StateIn(), StateOut(), Form(), JsonAnyway());
        var calls = new Option<string>("--calls")
        {
            Description = "A file of calls, {\"name\",\"arguments\"} a line; - reads standard input.",
            Required = true,
            HelpName = "FILE"
        };
        var command = new Command("replay", "Makes calls one after another and prints one result a line.") { workspace, domain, calls, input, output, form, format };
        command.SetBody(async (result, cancellationToken) =>
        {
            var session = new WorkspaceEnvironments(result.GetValue(workspace)!).Compile(result.GetValue(domain)!, result.GetValue(input)).Open();
            var file = result.GetValue(calls)!;
            using var reader = file == "-"
                ? Console.In
                : File.Exists(file)
                ? new StreamReader(file)
                : throw CommandException.Usage($"--calls {file}: there is no such file.");
            for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    var (name, arguments) = ReadCall(line, file, number);
                    await result.InvocationConfiguration.Output.WriteLineAsync(Invoke(session, name, arguments));
                }
            }

            await WriteStateAsync(session, result.GetValue(output), result.GetValue(form), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static (string Name, string Arguments) ReadCall(string line, string file, int number)
    {
        try
        {
            using var call = JsonDocument.Parse(line);
            var arguments = call.RootElement.TryGetProperty("arguments", out var given) ? given.GetRawText() : "{}";
            return (call.RootElement.GetProperty("name").GetString()!, arguments);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw CommandException.Usage($"{file}, line {number}: not a call ({exception.Message}); a line is {{\"name\":...,\"arguments\":{{...}}}}.");
        }
    }

    private static string Invoke(EnvironmentSession session, string tool, string arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        session.Call(tool, Encoding.UTF8.GetBytes(arguments), buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static async Task WriteStateAsync(EnvironmentSession session, string? file, StateForm form, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            var text = form == StateForm.Dump ? session.Dump().ToCanonicalJson() : session.State().ToJson();
            await File.WriteAllTextAsync(file, text + "\n", cancellationToken);
        }
    }

    private static Option<string> Domain() => new("--domain", "-d") { Description = "The domain's slug.", Required = true, HelpName = "SLUG" };

    private static Option<OutputFormat> JsonAnyway() => new("--format")
    {
        Description = "Accepted as everywhere; a tool result is JSON either way.",
        HelpName = "human|json",
    };

    private static Option<StateForm> Form() => new("--state-form")
    {
        Description = "The form of the final state: tables, or the form of the dump that was adopted.",
        HelpName = "tables|dump",
    };

    private static Option<string?> StateIn() => new("--state-in") { Description = "A state to start from, as tables or in the form of the adopted dump.", HelpName = "FILE" };

    private static Option<string?> StateOut() => new("--state-out") { Description = "Where the final state is written.", HelpName = "FILE" };
}
