using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentScaler.Clustering.Graphs;
using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Schema;
using AgentScaler.Filtering.Auditing;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Proofs;
using AgentScaler.Standalone;
using AgentScaler.Standalone.Pipeline;
using AgentScaler.Tools;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Templates;
using AgentScaler.Training.Tokenization;
using AgentScaler.Trajectories;

namespace AgentScaler.Journeys.Tests.Contract;

/// <summary>Every name in the tables of docs/contract.md exists, and no name that the page marks as not built yet does.</summary>
public sealed partial class ContractTests(CompletedRun run) : IClassFixture<CompletedRun>
{
    private static readonly ContractPage Page = ContractPage.Read();

    /// <summary>The record behind each table of members, by the heading above it.</summary>
    private static readonly Dictionary<string, Type> Records = new(StringComparer.Ordinal)
    {
        ["A line of `tools.jsonl`"] = typeof(ToolSpecification),
        ["A line of `rejected-tools.jsonl`"] = typeof(RejectedTool),
        ["A line of `domains.jsonl`"] = typeof(ToolDomain),
        ["A line of `traces.jsonl`"] = typeof(TraceRecord),
        ["`schema.json`"] = typeof(DatabaseSchema),
        ["An entry of `checks.json`"] = typeof(ToolChecks),
        ["A task, a line of `tasks.jsonl`"] = typeof(TaskSpecification),
        ["A trajectory, a line of `trajectories.jsonl`"] = typeof(Trajectory),
        ["A verdict"] = typeof(Verdict),
        ["A row of a dataset"] = typeof(DatasetRow),
        ["What `audit` prints"] = typeof(AuditReport),
    };

    [Fact]
    public void Commands_and_options_are_those_of_the_command_line()
    {
        var root = CommandLine.Create();
        var problems = new List<string>();
        foreach (var (_, cells) in Page.Rows("command"))
        {
            var name = ContractPage.Names(cells[0]).Single();
            var command = Find(root, name.Text);
            Hold(name, command is not null, "the command line", problems);
            if (command is not null)
            {
                foreach (var option in ContractPage.Names(cells[1]))
                {
                    Hold(option, Takes(command, option.Text), $"the command '{name.Text}'", problems);
                }
            }
        }

        Report(problems);
    }

    [Fact]
    public void Stages_error_codes_and_equalities_are_those_of_the_code()
    {
        Assert.Equal(StageNames.All, Page.NamesAfter("- The stages, in order:").Where(name => !name.Planned).Select(name => name.Text));
        HoldWords(FirstNames("error code"), [.. Enum.GetValues<ErrorCode>().Select(code => code.Word())]);
        HoldWords(FirstNames("equality of a column"), WordsOf(typeof(Equality)));
    }

    [Fact]
    public void A_workspace_has_the_files()
    {
        string[] checkpoint =
        [
            ModelConfig.FileName, Checkpoint.WeightsName, TokenizerFile.Name, TrainerState.FileName,
            .. typeof(ChatTemplate).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".jinja", StringComparison.Ordinal)),
        ];
        string[] there = [WorkspaceFiles.Store, .. run.Files, .. checkpoint.Select(name => $"checkpoints/NAME/{name}")];
        var problems = new List<string>();
        foreach (var file in FirstNames("file"))
        {
            Hold(file, there.Contains(file.Text), "a workspace", problems);
        }

        Report(problems);
    }

    [Fact]
    public void Documents_have_the_members()
    {
        var problems = new List<string>();
        foreach (var (section, cells) in Page.Rows("member").Where(row => row.Section is not ("`report.json`" or "`graph.json`")))
        {
            Assert.True(Records.TryGetValue(section, out var record), $"No record is known for the section {section}.");
            foreach (var member in ContractPage.Names(cells[0]))
            {
                Hold(member, MemberOf(record, member.Text) is not null, $"{record.Name} ({section})", problems);
            }
        }

        Report(problems);
    }

    [Fact]
    public void Members_that_hold_a_word_have_the_words()
    {
        foreach (var (section, cells) in Page.Rows("member").Where(row => Records.ContainsKey(row.Section)))
        {
            var (members, words) = (ContractPage.Names(cells[0]), ContractPage.Names(cells[1]));
            if (members is [{ Planned: false } member] && words.Count > 0 && MemberOf(Records[section], member.Text) is { IsEnum: true } word)
            {
                HoldWords(words, WordsOf(word));
            }
        }
    }

    [Fact]
    public void The_report_and_the_graph_have_the_members()
    {
        using var stream = new MemoryStream();
        new ToolGraph(["a", "b"], [new GraphEdge(0, 1, 1, Attached: false)], CompletedRun.Graph).Write(stream);
        var graph = JsonNode.Parse(stream.ToArray());
        var problems = new List<string>();
        foreach (var (section, cells) in Page.Rows("member").Where(row => row.Section is "`report.json`" or "`graph.json`"))
        {
            foreach (var member in ContractPage.Names(cells[0]))
            {
                Hold(member, Stands(section == "`graph.json`" ? graph : run.Report, member.Text), section, problems);
            }
        }

        Report(problems);
    }

    private static IReadOnlyList<ContractName> FirstNames(string table) => [.. Page.Rows(table).SelectMany(row => ContractPage.Names(row.Cells[0]))];

    /// <summary>A name that is not built yet is nowhere, every other is there.</summary>
    private static void Hold(ContractName name, bool isThere, string where, List<string> problems)
    {
        if (name.Planned && isThere)
        {
            problems.Add($"'{name.Text}' is there now: remove its mark 'not built yet' ({where}).");
        }
        else if (!name.Planned && !isThere)
        {
            problems.Add($"'{name.Text}' is promised, and {where} lacks it.");
        }
    }

    private static void HoldWords(IReadOnlyList<ContractName> promised, IReadOnlyList<string> there)
    {
        var problems = new List<string>();
        foreach (var word in promised)
        {
            Hold(word, there.Contains(word.Text), "the enumeration", problems);
        }

        problems.AddRange(there.Except(promised.Select(word => word.Text)).Select(word => $"'{word}' is a word of the code that the page does not name."));
        Report(problems);
    }

    private static void Report(List<string> problems) =>
        Assert.True(problems.Count == 0, $"docs/contract.md and the code differ:{string.Concat(problems.Select(problem => "\n  " + problem))}");

    private static Command? Find(Command root, string path) =>
        path.Split(' ').Aggregate((Command?)root, (command, name) => command?.Subcommands.FirstOrDefault(inner => inner.Name == name));

    /// <summary>Whether a command has an option and the option takes the words: <c>--agent scripted|openai|policy:CHECKPOINT</c> names two words and a
    /// form.</summary>
    private static bool Takes(Command command, string promised)
    {
        var parts = promised.Split(' ', 2);
        if (command.Options.FirstOrDefault(option => option.Name == parts[0]) is not { } option)
        {
            return false;
        }

        var known = Word().Matches($"{option.HelpName} {option.Description}").Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var words = parts.Length == 1 ? [] : parts[1].Split('|').Select(word => word.Split(':')[0]).Where(word => Word().Match(word).Length == word.Length);
        return words.All(known.Contains);
    }

    /// <summary>The type of a member as its JSON names it, members joined by dots and <c>[]</c> after an array; null where there is none.</summary>
    private static Type? MemberOf(Type record, string path)
    {
        var type = (Type?)record;
        foreach (var step in path.Split('.'))
        {
            var name = step.TrimEnd('[', ']');
            type = ContractJson.Options.GetTypeInfo(type!).Properties.FirstOrDefault(property => property.Name == name)?.PropertyType;
            type = type is not null && step.EndsWith(']') ? type.GetGenericArguments().FirstOrDefault() : type;
            if (type is null)
            {
                return null;
            }

            type = Nullable.GetUnderlyingType(type) ?? type;
        }

        return type;
    }

    private static bool Stands(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (node is not JsonObject members || !members.TryGetPropertyValue(step.TrimEnd('[', ']'), out node))
            {
                return false;
            }

            node = step.EndsWith(']') ? (node as JsonArray)?.FirstOrDefault() : node;
        }

        return true;
    }

    private static IReadOnlyList<string> WordsOf(Type words) => [.. Enum.GetNames(words).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    [GeneratedRegex("[a-z0-9][a-z0-9-]*")]
    private static partial Regex Word();
}
