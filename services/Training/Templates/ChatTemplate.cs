using System.Text;
using System.Text.Json;
using AgentScaler.Training.Tokenization;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Templates;

/// <summary>
/// Qwen3's chat template in its training variant. Every assistant turn keeps its thinking block, so that the rendering of the beginning of a
/// conversation is the beginning of its rendering. Every checkpoint carries the same template in Jinja, chat_template.jinja; both give the same
/// bytes.
/// </summary>
public static class ChatTemplate
{
    /// <summary>The version of the rendering. It changes with every byte of a rendering, and every shard and checkpoint records it.</summary>
    public const string Version = "qwen3-training-2";

    private const string ToolsIntroduction =
        "# Tools\n\nYou may call one or more functions to assist with the user query.\n\n"
        + "You are provided with function signatures within <tools></tools> XML tags:\n<tools>";

    private const string ToolsInstruction =
        "\n</tools>\n\nFor each function call, return a json object with function name and arguments within <tool_call></tool_call> XML tags:\n"
        + "<tool_call>\n{\"name\": <function-name>, \"arguments\": <args-json-object>}\n</tool_call><|im_end|>\n";

    /// <summary>The text before an answer without thinking.</summary>
    private const string EmptyThinking = "<think>\n\n</think>\n\n";

    private const string AssistantStart = SpecialTokens.TurnStart + "assistant\n";

    /// <summary>The default of the Jinja form if its caller does not say whether the agent thinks.</summary>
    private const string JinjaDefault = "if enable_thinking is defined else false";

    private static readonly string Jinja = ReadJinja();

    /// <summary>Returns the Jinja form for a checkpoint.</summary>
    /// <param name="reasoning">Whether the checkpoint's policy thinks. Prompts then open a turn without a thinking block by default.</param>
    public static string JinjaFor(bool reasoning) => reasoning
        ? Jinja.Replace(JinjaDefault, JinjaDefault.Replace("false", "true", StringComparison.Ordinal), StringComparison.Ordinal)
        : Jinja;

    /// <summary>
    /// Renders a conversation and marks the assistant's words, which are sampled after the prompt. A turn with a thought is sampled from its thinking
    /// block on. A turn without a thought follows the empty block of its prompt.
    /// </summary>
    /// <param name="tools">OpenAI function tools as JSON text; null, empty or [] for none.</param>
    /// <exception cref="JsonException">The tools are not JSON.</exception>
    public static RenderedConversation Render(IReadOnlyList<ChatMessage> messages, string? tools)
    {
        var pieces = new List<RenderedPiece>();
        var context = new StringBuilder();
        AppendOpening(messages, tools, context);
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            var content = message.Content ?? "";
            switch (message.Role)
            {
                case "user":
                case "system" when i > 0:
                    context.Append(SpecialTokens.TurnStart).Append(message.Role).Append('\n').Append(content).Append("<|im_end|>\n");
                    break;
                case "assistant":
                    var (reasoning, answer) = SplitReasoning(message);
                    context.Append(AssistantStart).Append(reasoning.Length == 0 ? EmptyThinking : "");
                    Flush();
                    var thinking = reasoning.Length == 0 ? "" : $"{SpecialTokens.ThinkStart}\n{reasoning}\n{SpecialTokens.ThinkEnd}\n\n";
                    pieces.Add(new RenderedPiece(thinking + Spoken(answer, message.ToolCalls) + SpecialTokens.TurnEnd, Trained: true));
                    context.Append('\n');
                    break;
                case "tool":
                    if (i == 0 || messages[i - 1].Role != "tool")
                    {
                        context.Append(SpecialTokens.TurnStart).Append("user");
                    }
                    context.Append("\n<tool_response>\n").Append(content).Append("\n</tool_response>");
                    if (i == messages.Count - 1 || messages[i + 1].Role != "tool")
                    {
                        context.Append("<|im_end|>\n");
                    }
                    break;
            }
        }

        Flush();
        return new RenderedConversation(pieces);

        void Flush()
        {
            if (context.Length == 0)
            {
                return;
            }
            pieces.Add(new RenderedPiece(context.ToString(), Trained: false));
            context.Clear();
        }
    }

    /// <summary>Renders the prompt of an agent's next message: the conversation and an opened assistant turn.</summary>
    /// <param name="reasoning">Whether the agent thinks first. Otherwise the turn opens after an empty thinking block.</param>
    public static RenderedConversation RenderPrompt(IReadOnlyList<ChatMessage> messages, string? tools, bool reasoning = false)
    {
        var rendered = Render(messages, tools);
        return new RenderedConversation([.. rendered.Pieces, new RenderedPiece(AssistantStart + (reasoning ? "" : EmptyThinking), Trained: false)]);
    }

    /// <summary>Returns the messages without the assistant's thoughts, in a field or in the text.</summary>
    public static IReadOnlyList<ChatMessage> WithoutReasoning(IReadOnlyList<ChatMessage> messages) =>
        messages.Any(Thinks)
            ? [.. messages.Select(m => Thinks(m) ? m with { Content = m.Content is null ? null : SplitReasoning(m).Answer, ReasoningContent = null } : m)]
            : messages;

    private static bool Thinks(ChatMessage message) =>
        message.Role == "assistant"
            && (message.ReasoningContent is not null || message.Content?.Contains(SpecialTokens.ThinkEnd, StringComparison.Ordinal) == true);

    private static void AppendOpening(IReadOnlyList<ChatMessage> messages, string? tools, StringBuilder context)
    {
        var system = messages.Count > 0 && messages[0].Role == "system" ? messages[0].Content ?? "" : null;
        using var document = string.IsNullOrWhiteSpace(tools) ? null : JsonDocument.Parse(tools);
        if (document is null || document.RootElement.GetArrayLength() == 0)
        {
            if (system is not null)
            {
                context.Append("<|im_start|>system\n").Append(system).Append("<|im_end|>\n");
            }
            return;
        }

        context.Append("<|im_start|>system\n");
        if (system is not null)
        {
            context.Append(system).Append("\n\n");
        }
        context.Append(ToolsIntroduction);
        foreach (var tool in document.RootElement.EnumerateArray())
        {
            context.Append('\n').Append(PythonJson.Write(tool));
        }
        context.Append(ToolsInstruction);
    }

    /// <summary>
    /// Separates the thought from the answer. The thought is a separate field, or all text before the last closing tag, even without an opening tag,
    /// because a template may have opened it in the prompt.
    /// </summary>
    private static (string Reasoning, string Answer) SplitReasoning(ChatMessage message)
    {
        var content = message.Content ?? "";
        var end = content.LastIndexOf(SpecialTokens.ThinkEnd, StringComparison.Ordinal);
        var before = end < 0
            ? ""
            : content[..end].Replace(SpecialTokens.ThinkStart, "", StringComparison.Ordinal).Replace(SpecialTokens.ThinkEnd, "", StringComparison.Ordinal);
        return ((message.ReasoningContent ?? before).Trim('\n'), end < 0 ? content : content[(end + SpecialTokens.ThinkEnd.Length)..].TrimStart('\n'));
    }

    private static string Spoken(string answer, IReadOnlyList<ChatToolCall>? calls)
    {
        var text = new StringBuilder(answer.TrimStart('\n'));
        for (var i = 0; i < (calls?.Count ?? 0); i++)
        {
            if (i > 0 || answer.Length > 0)
            {
                text.Append('\n');
            }
            text.Append("<tool_call>\n{\"name\": \"").Append(calls![i].Function.Name).Append("\", \"arguments\": ")
                .Append(Arguments(calls[i].Function.Arguments)).Append("}\n</tool_call>");
        }

        return text.ToString();
    }

    /// <summary>Writes arguments in the only trained form. Text that is not JSON stays as the agent wrote it.</summary>
    private static string Arguments(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return PythonJson.Write(document.RootElement);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static string ReadJinja()
    {
        using var stream = typeof(ChatTemplate).Assembly.GetManifestResourceStream("chat_template.jinja")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
