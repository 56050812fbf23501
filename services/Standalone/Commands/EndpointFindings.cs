using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AgentScaler.LanguageModels;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Markup;

namespace AgentScaler.Standalone.Commands;

/// <summary>
/// Checks whether a model endpoint can play an agent by asking it to call a tool. The result shows whether the endpoint answers, whether the account is
/// accepted, and whether the server separates tool calls and reasoning from the model's text.
/// </summary>
internal sealed class EndpointFindings
{
    private const string Tool =
        """[{"type":"function","function":{"name":"get_opening_hours","description":"Opening hours of a shop.","""
        + """ "parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}]""";

    /// <summary>Number of a workspace's episodes that are examined.</summary>
    private const int MostEpisodes = 2000;

    private readonly Option<string?> _endpoint = new("--agent-endpoint")
    {
        Description = "Base address of an OpenAI-compatible endpoint: asks it to call a tool.",
        HelpName = "URL",
    };

    private readonly Option<string?> _model = new("--agent-model") { Description = "Model to ask for.", HelpName = "NAME" };
    private readonly Option<string> _key = new("--agent-key-variable")
    {
        Description = "Environment variable that holds the key.",
        HelpName = "NAME",
        DefaultValueFactory = _ => new EndpointOptions().KeyVariable,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_endpoint);
        command.Options.Add(_model);
        command.Options.Add(_key);
    }

    /// <summary>Returns the findings about the endpoint that the command names. Empty if it names none.</summary>
    public async Task<IReadOnlyList<(bool Works, string Detail, bool Unreachable)>> AskAsync(ParseResult result, CancellationToken cancellationToken)
    {
        if (result.GetValue(_endpoint) is not { } endpoint)
        {
            return [];
        }

        var options = new EndpointOptions
        {
            Endpoint = endpoint,
            Model = result.GetValue(_model),
            KeyVariable = result.GetValue(_key)!,
            Retries = 1,
            TimeoutSeconds = 60,
        };
        try
        {
            options.Validate("--agent");
        }
        catch (ArgumentException unusable)
        {
            throw CommandException.Usage(unusable.Message);
        }

        using var http = ModelConnections.Create();
        var client = new ChatClient(http, options, new Budget(0, 0), TimeProvider.System);
        try
        {
            var answer = await client.CompleteAsync(
                [ChatMessage.User("When does the shop in Lisbon open? Call the tool get_opening_hours; do not answer without it.")],
                Tool, seed: 0, "doctor", new MemoryLedger(), cancellationToken);
            var (works, detail) = Of(answer.Message, options.Model!);
            return [(works, detail, false)];
        }
        catch (EndpointUnreachableException failure)
        {
            return [(false, $"{failure.Message.TrimEnd('.')}. Start the server, or correct the address.", true)];
        }
        catch (EndpointQuotaException failure)
        {
            return [(false, $"{failure.Message} The account has nothing left: no request can be served until somebody pays.", false)];
        }
        catch (ModelEndpointException failure)
        {
            return [(false, failure.Message, false)];
        }
    }

    /// <summary>Returns findings about the servers that played the workspace's episodes.</summary>
    public static async Task<IReadOnlyList<(bool Works, string Detail)>> RecordedAsync(string workspace, CancellationToken cancellationToken)
    {
        var file = Path.Combine(workspace, "trajectories.jsonl");
        if (!File.Exists(file))
        {
            return [];
        }

        var (played, texts) = (0, new SortedDictionary<(string Model, string Detail), int>());
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            if (++played > MostEpisodes)
            {
                break;
            }

            if (line.Contains("\"malformed_call\"", StringComparison.Ordinal) && Malformed(line) is { } found)
            {
                texts[found] = texts.GetValueOrDefault(found) + 1;
            }
        }

        return [.. texts.Select(found => (false, Told(found.Key.Model, found.Key.Detail, found.Value, Math.Min(played, MostEpisodes))))];
    }

    private static string Told(string model, string family, int count, int played) => string.Create(
        CultureInfo.InvariantCulture, $"{count} of {played} episodes: the server of {model} leaves tool calls in the text ({family}). {Remedy(family)}");

    private static (bool Works, string Detail) Of(ChatMessage answer, string model)
    {
        if (CallMarkup.Find(answer.Content, new HashSet<string> { "get_opening_hours" }) is { } family)
        {
            return (false, $"{model} called the tool, and its server left the call in the text ({family.Name}): it does not parse tool calls. "
                + Remedy(family.Name));
        }

        if (answer.ToolCalls is not { Count: > 0 })
        {
            return (false, $"{model} answers, but did not call the tool it was told to call. It said: {Excerpt(answer.Content ?? "")}");
        }

        return answer.Raw?.Contains("</think>", StringComparison.Ordinal) == true
            ? (true, $"{model} calls the tool it is given; its thoughts stand in the text and are split off there "
                + "(vLLM takes them out with --reasoning-parser)")
            : (true, $"{model} calls the tool it is given");
    }

    private static (string Model, string Detail)? Malformed(string line)
    {
        using var document = JsonDocument.Parse(line);
        var verdict = document.RootElement.GetProperty("verdict");
        if (verdict.ValueKind != JsonValueKind.Object || verdict.GetProperty("reason").GetString() != "malformed_call")
        {
            return null;
        }

        var detail = verdict.GetProperty("detail").GetString()!;
        var (start, end) = (detail.IndexOf('(', StringComparison.Ordinal), detail.LastIndexOf(')'));
        var model = document.RootElement.GetProperty("provenance").GetProperty("agent_model").GetString()!;
        return start < 0 || end < start ? null : (model, detail[(start + 1)..end]);
    }

    private static string Remedy(string family) => CallFamilies.All.FirstOrDefault(known => known.Name == family)?.Parser is { } parser
        ? $"Start vLLM with --enable-auto-tool-choice --tool-call-parser {parser}, SGLang with its --tool-call-parser for this family, "
            + "llama.cpp with --jinja."
        : "Start the server with a parser for tool calls of this family (vLLM: --enable-auto-tool-choice and a --tool-call-parser, also as a plugin).";

    private static string Excerpt(string text) => text.Length > 200 ? string.Concat(text.AsSpan(0, 200), " …") : text;
}
