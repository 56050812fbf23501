using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports.Formats;

/// <summary>
/// Messages for TRL, with arguments and tools as JSON text. Columnar loaders would unify objects over all rows: every call would get the arguments of
/// all other calls as null, and loading would fail if arguments of the same name differ in type. The export includes a loader that turns the texts into
/// the objects that TRL documents. Results have the name of their tool and no id, so they follow the order of the calls.
/// </summary>
public sealed class TrlFormat : LineFormat
{
    /// <summary>Columnar files unify objects over rows. The type Json of the library datasets (4.7 or later) does not.</summary>
    private const string Loader = """
        # Use with: from agentscaler_trl import dataset; SFTTrainer(train_dataset=dataset("stage1/train.jsonl"), ...)
        import json


        def rows(path):
            # The rows as TRL documents them: arguments and tools are objects.
            with open(path, encoding="utf-8") as file:
                for line in file:
                    row = json.loads(line)
                    for message in row["messages"]:
                        for call in message.get("tool_calls") or []:
                            call["function"]["arguments"] = json.loads(call["function"]["arguments"])
                    row["tools"] = json.loads(row["tools"])
                    yield row


        def dataset(path):
            # The rows as a datasets.Dataset, each call with its own arguments and no other's.
            from datasets import Dataset, Features, Json, List, Value

            text = Value("string")
            message = {"role": text, "content": text, "name": text, "reasoning_content": text, "tool_calls": List(Json())}
            return Dataset.from_list(list(rows(path)), features=Features({"messages": List(message), "tools": List(Json())}))

        """;

    public override string Word => "trl";

    public override string Name => "trl";

    public override IReadOnlyList<string> Notes { get; } =
    [
        "Arguments and tools are JSON text, so that no loader makes one table of all of them; `agentscaler_trl.py` gives the data set with objects, as TRL takes it.",
    ];

    public override IEnumerable<(string Name, string Text)> Companions(ExportSummary summary) => [("agentscaler_trl.py", Loader.ReplaceLineEndings("\n"))];

    protected override Value Form(DatasetRow row)
    {
        var messages = new List<Value>();
        for (var i = 0; i < row.Messages.Count; i++)
        {
            var calls = row.Messages[i].ToolCalls ?? [];
            messages.Add(RowParts.Message(row.Messages[i], call => RowParts.Call(call, RowParts.Arguments(call).ToJson())));
            var results = RowParts.Results(row, i, calls.Count);
            messages.AddRange(calls.Select(call =>
                Value.Object(("role", "tool"), ("name", call.Function.Name), ("content", results[call.Id]))));
            i += calls.Count;
        }

        return Value.Object(("messages", Value.From(messages)), ("tools", row.Tools));
    }

    public override string? Problem(Value row) => ChatRules.Problem(row, ChatRules.Parsed(row["tools"]), needsIds: false);
}
