using System.Text;
using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Fixtures;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Judging.Tests;

public sealed class VerifyScriptTests
{
    private static readonly TaskSpecification[] Tasks = [ShopTasks.Write, ShopTasks.ReadOnly, ShopTasks.Refusal, ShopTasks.WithFailingCall];

    [Fact]
    public void It_gives_the_verdict_of_the_judge_on_every_conversation()
    {
        using var folder = new ShopFolder();
        var lines = new StringBuilder();
        var expected = new List<string>();
        var judge = new TrajectoryJudge();
        foreach (var (task, messages) in Conversations(new Random(11), 300))
        {
            lines.Append(Value.Object(("task", Of(task)), ("messages", Of(messages))).ToJson()).Append('\n');
            foreach (var match in Enum.GetValues<ReadOnlyMatch>())
            {
                var verdict = judge.Judge(Shop.Compiled, task, messages, new JudgeOptions { ReadOnlyMatch = match });
                expected.Add(Value.From(Of(verdict).AsObject.With("reward", verdict.Accepted ? 1 : 0)).ToCanonicalJson());
            }
        }

        folder.Write("cases.jsonl", lines.ToString());
        var found = folder.Run("""
            import json
            import verify

            with open("state.json", encoding="utf-8") as file:
                state = json.load(file)
            for line in open("cases.jsonl", encoding="utf-8"):
                case = json.loads(line)
                for match in ("exact", "equivalent"):
                    print(verify.canonical(verify.verify(case["task"], case["messages"], state, match)))
            """);

        Assert.Equal(expected.Count, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second));
        Assert.InRange(expected.Count(e => e.Contains("\"accepted\":true", StringComparison.Ordinal)), 25, 500);
        Assert.InRange(expected.Select(e => Value.Parse(e)["reason"]).Distinct().Count(), 12, 40);
    }

    [Fact]
    public void An_episode_has_the_tools_as_methods_and_pays_for_the_goal()
    {
        using var folder = new ShopFolder();
        folder.Write("task.json", Of(ShopTasks.Write).ToJson());
        var found = folder.Run("""
            import inspect, json
            import verify

            task = json.load(open("task.json", encoding="utf-8"))
            episode = verify.Episode()
            print(episode.reset(task))
            print(episode.get_reward())
            print(json.loads(episode.create_order("cus_0001", [{"sku": "BK-1", "quantity": 2}]))["lines"])
            print(json.loads(episode.create_order(customer_id="nobody", items=[{"sku": "TR-4", "quantity": 1}]))["error"]["code"])
            print(episode.get_reward())
            episode.create_order(items=[{"sku": "TR-4", "quantity": 1}], customer_id="cus_0002")
            print(episode.get_reward())
            episode.reset(task)
            print(episode.get_reward())
            print(" ".join(name for name, _ in inspect.getmembers(episode, inspect.ismethod) if not name.startswith("_")))
            print(inspect.signature(episode.create_order))
            print("            items: " in episode.create_order.__doc__)
            """);

        Assert.Equal(
            ["Do it, please.", "0.0", "1", "not_found", "0.0", "1.0", "0.0"], found[..7]);
        Assert.Equal(
            [.. Shop.Definition.Tools.Select(t => t.Name).Concat(["get_reward", "reset"]).Order(StringComparer.Ordinal)],
            found[7].Split(' '));
        Assert.StartsWith("(customer_id: str, items: list", found[8], StringComparison.Ordinal);
        Assert.Equal(["True"], found[9..]);
    }

    [Fact]
    public void It_refuses_to_judge_from_another_initial_state()
    {
        using var folder = new ShopFolder();
        folder.Write("task.json", Of(ShopTasks.Write).ToJson());
        Assert.Equal(["refused"], folder.Run("""
            import json
            import verify

            try:
                verify.verify(json.load(open("task.json", encoding="utf-8")), [], {})
            except ValueError:
                print("refused")
            """));
    }

    /// <summary>Golden conversations, most of them spoilt or varied in a random way.</summary>
    private static IEnumerable<(TaskSpecification Task, List<ChatMessage> Messages)> Conversations(Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var task = Tasks[random.Next(Tasks.Length)];
            var talk = new Talk().User(task.Intent);
            foreach (var call in task.GoldenCalls)
            {
                if (random.Next(8) > 0)
                {
                    talk.Call(call.Name, random.Next(8) > 0 ? call.Arguments.ToJson() : RandomArguments(random));
                }

                if (random.Next(4) == 0)
                {
                    var tool = Shop.Definition.Tools[random.Next(Shop.Definition.Tools.Count)].Name;
                    talk.Call(tool, RandomArguments(random));
                }
            }

            talk.Say(random.Next(3) == 0 ? "Done." : "Ana Silva, -51.98, 1,000 and so on.");
            var messages = talk.Messages;
            for (var spoil = random.Next(4); spoil > 1; spoil--)
            {
                Spoil(messages, random);
            }

            yield return (task, messages);
        }
    }

    private static string RandomArguments(Random random) => random.Next(9) switch
    {
        0 => "{",
        1 => "",
        2 => """{"order_id":1}""",
        3 => """{"order_id":1.0,"status":"paid"}""",
        4 => """{"order_id":"1"}""",
        5 => """{"customer_id":"cus_0002","items":[{"sku":"TR-4","quantity":1}]}""",
        6 => """{"customer_id":"cus_0003","city":"Oslo"}""",
        7 => """{"from":"cus_0001","to":"cus_0002","amount":0.1}""",
        _ => "{}",
    };

    private static void Spoil(List<ChatMessage> messages, Random random)
    {
        var at = random.Next(messages.Count);
        switch (random.Next(10))
        {
            case 0:
                messages.RemoveAt(at);
                break;
            case 1:
                messages.Insert(at, messages[random.Next(messages.Count)]);
                break;
            case 2:
                messages[at] = messages[at] with { Content = "{\"error\":{\"code\":\"timeout\",\"message\":\"x\"}}" };
                break;
            case 3:
                messages[at] = messages[at] with { Content = string.Join(' ', Enumerable.Repeat("a b c d e f g h", random.Next(3, 8))) };
                break;
            case 4:
                messages[at] = messages[at] with { Content = "As an AI Language model" };
                break;
            case 5:
                messages[^1] = messages[^1] with { Content = " \t" };
                break;
            case 6:
                messages.AddRange(Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? ChatMessage.User("And?") : ChatMessage.Assistant("Done.")));
                break;
            case 7 when messages.Count > 4:
                var part = messages[2..4];
                messages.InsertRange(2, Enumerable.Repeat(part, random.Next(2, 7)).SelectMany(p => p));
                break;
            case 8:
                messages[at] = messages[at] with { ToolCallId = "call_9" };
                break;
            default:
                messages[at] = messages[at] with { Role = new[] { "user", "assistant", "tool", "system", "narrator" }[random.Next(5)] };
                break;
        }
    }

    private static Value Of<T>(T value) => Value.Parse(JsonSerializer.Serialize(value, ContractJson.Options));
}
