namespace AgentScaler.Trajectories.Markup;

/// <summary>
/// The call forms of all model families, after their public chat templates and the parsers of serving engines. <c>verify.py</c> has the same. Each form
/// demands the beginning of a call after the mark, because a text may mention a mark alone.
/// </summary>
public static class CallFamilies
{
    /// <summary>Every form except bare Python contains one of these signs. Text without them needs no further search.</summary>
    public static IReadOnlyList<string> Signs { get; } =
    [
        "<tool_call", "<seed:", "<function", "<arg_key>", "<|", "<｜", "[TOOL_CALLS]", "[TOOL_CALL]", "DSML", "functions.", "```tool_", "<start_function_call>",
        "]<]minimax", "<minimax:", "invoke name=", "Action:", "functools", "<longcat_", "<TOOLCALL>", "<tools>", ">>>", "✿FUNCTION✿",
        "\"tool_calls\"", "\"arguments\"", "\"parameters\"", "\"args\"", "\"input\"", "\"tool_input\"", "\"action_input\"", "\"kwargs\"",
    ];

    public static IReadOnlyList<CallFamily> All { get; } =
    [
        new("Hermes, Qwen", "hermes", """<tool_calls?>~(\[~)?\{~["']"""),
        new("Qwen Coder", "qwen3_coder", """<tool_call>~<function=@>"""),
        new("Seed", "seed_oss", """<seed:tool_call>~<function=@>"""),
        new("Qwen Coder", "qwen3_coder", """<function=@>~<parameter=@>"""),
        new("Llama", "llama3_json", """<function=@>~(\{|</function>)"""),
        new("GLM", "glm45", """<tool_call>~@~(<arg_key>|</tool_call>)"""),
        new("GLM", "glm45", """<arg_key>[^<]*</arg_key>~<arg_value>"""),
        new("Hunyuan", "hy_v3", """<tool_call(:[a-z0-9]+)?>~@~<tool_sep"""),
        new("Llama", "llama3_json", """<\|python_tag\|>~([\[{]|@~\()"""),
        new("Llama 4", "llama4_pythonic", """<\|python_start\|>~\["""),
        new("Mistral", "mistral", """\[TOOL_CALLS\]~([\[{]|@~(\[ARGS\]|\[CALL_ID\]|\{))"""),
        new("MiniMax", "minimax", """\[TOOL_CALL\]~\{"""),
        new("DeepSeek", "deepseek_v3", """<[|｜]tool[_▁]call[_▁]begin[|｜]>~@~<[|｜]tool[_▁]sep[|｜]>"""),
        new("DeepSeek", "deepseek_v32", """< ?[|｜]DSML[|｜] ?(function_calls|tool_calls|invoke)"""),
        new("Kimi", "kimi_k2", """<\|tool_call_begin\|>~@"""),
        new("Kimi", "kimi_k2", """functions\.[A-Za-z0-9_-]+:[0-9]+~\{"""),
        new("Kimi", "kimi_k3", """<\|open\|>~(tools|call)"""),
        new("Gemma", "pythonic", "```tool_(code|calls?)[ \\t]*\\r?\\n"),
        new("Gemma", "gemma4", """<\|tool_call>~call:@"""),
        new("Gemma", "functiongemma", """<start_function_call>~call:@"""),
        new("gpt-oss", "openai", """to=functions\.@"""),
        new("MiniMax", "minimax_m3", """\]<\]minimax\[>\[~<"""),
        new("MiniMax", "minimax_m2", """<minimax:tool_call>~<invoke"""),
        new("calls in XML", null, """<([a-z]+:)?invoke name="@">"""),
        new("Granite", "granite", """<\|tool_call\|>~[\[{]"""),
        new("Granite 20B", "granite-20b-fc", """<function_call>~\{"""),
        new("Command", "cohere_command3", """<\|START_ACTION\|>~[\[{]"""),
        new("Command", "cohere_command3", """Action:~```(json)?~(\[~)?\{~"tool_name" """.TrimEnd()),
        new("Phi", "phi4_mini_json", """functools~\[~\{~["']"""),
        new("InternLM", "internlm", """<\|action_start\|>~(<\|(plugin|interpreter)\|>|\{)"""),
        new("LongCat", "longcat", """<longcat_tool_call>~@"""),
        new("LFM", "lfm2", """<\|tool_call_start\|>~([\[{]|```|@~\()"""),
        new("Apertus", "apertus", """<\|tools_prefix\|>~\["""),
        new("GigaChat", "gigachat3", """(function call<\|role_sep\|>|<\|function_call\|>)~\{"""),
        new("OLMo", "olmo3", """<function_calls>~@~\("""),
        new("Nemotron", null, """<TOOLCALL>~[\[{]"""),
        new("MiniCPM", "minicpm5", """<function name="@">~(<param|</function>|\{)"""),
        new("Inkling", "inkling", """<\|content_invoke_tool_json\|>~\{"""),
        new("Qwen Coder", "hermes", """<tools>~\{~"name"~:~"@"~,~"arguments" """.TrimEnd()),
        new("Functionary", null, """(^|\n)>>>@~\n~\{"""),
        new("Qwen", "hermes", """✿FUNCTION✿:"""),
        new("ReAct", null, """(^|\n)Action:[ \t]*@[ \t]*\r?\n~Action Input:"""),
        new("calls as JSON", "xlam", """(^|\n)[ \t]*\{~"tool_calls"~:~\[~\{"""),
        new(
            "calls as JSON",
            "llama3_json",
            """(^|\n)[ \t]*(\[~)?\{~("type"~:~"[a-z_]+"~,~)?("(id|tool_call_id)"~:~"[^"]*"~,~)?("function"~:~\{~)?"""
            + """ "(name|tool_name|tool|function|function_name|action|recipient_name)"~:~"@"~,~"(arguments|parameters|args|input|tool_input|action_input|kwargs)"~: """.Trim(
                ))
        {
            NeedsOffer = true,
        },
        new("calls as Python", "pythonic", """^(```[a-z_]*~)?(\[~)?@\(""") { NeedsOffer = true },
    ];
}
