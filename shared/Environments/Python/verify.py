"""Judges what an agent did in this environment, and lets a trainer play it.

Standard library only. tools.py, agentscaler_runtime.py and schema.json must lie in the same folder, and state.json for
Episode.

verify(task, messages, initial_state) gives the verdict of one conversation. Episode is the environment that a trainer
plays: its public methods are the domain's tools, reset(task) and get_reward().
"""

import bisect
import functools
import hashlib
import importlib.util
import inspect
import json
import keyword
import pathlib
import re
import sys

_FOLDER = pathlib.Path(__file__).resolve().parent


def _load(name, file):
    spec = importlib.util.spec_from_file_location(name, _FOLDER / file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _load_environment():
    """The runtime and the tools of this folder.

    Their names are particular, so that environments of several domains, and of several versions, live in one process.
    """
    text = (_FOLDER / "agentscaler_runtime.py").read_bytes()
    name = "agentscaler_runtime_" + hashlib.sha256(text).hexdigest()[:16]
    runtime = sys.modules.get(name) or _load(name, "agentscaler_runtime.py")
    other = sys.modules.get("agentscaler_runtime")
    sys.modules["agentscaler_runtime"] = runtime
    try:
        return runtime, _load("agentscaler_tools_" + hashlib.sha256(str(_FOLDER).encode("utf-8")).hexdigest()[:16], "tools.py")
    finally:
        if other is None:
            del sys.modules["agentscaler_runtime"]
        else:
            sys.modules["agentscaler_runtime"] = other


_runtime, _tools = _load_environment()
with open(_FOLDER / "schema.json", encoding="utf-8") as _file:
    SCHEMA = json.load(_file)

InvalidValue = _runtime.InvalidValue
canonical = _runtime.canonical
equal = _runtime.equal
is_number = _runtime.is_number
row_hash, Aligner = _runtime.row_hash, _runtime.Aligner

# Each tool by name: its method in tools.py, the method's parameter for each argument, the schema of the arguments.
_TOOLS = {tool["name"]: tool for tool in _tools.TOOLS}
_VALIDATORS = {name: _runtime.ArgumentValidator(tool["parameters"]) for name, tool in _TOOLS.items()}

# Fault injection alone answers with these; such a call never reached the environment.
_INJECTED = ("timeout", "unavailable", "rate_limited")

# The rules of stage 1; docs/funnel.md gives the reason of each threshold.
_MAX_REFUSED_CALLS = 10
_MAX_LOOP_PERIOD = 4
_MAX_LOOP_ROUNDS = 3
_MAX_SAME_MESSAGES = 3
_NGRAM = 8
_MAX_NGRAM_COUNT = 4
_LEAKS = (
    "as an ai language model",
    "as a large language model",
    "simulated user",
    "user simulator",
    "golden path",
    "golden_calls",
    "known_values",
    "answer_values",
    "###stop###",
)

# Marks of templates: wrong where they stand for themselves, and not where a sentence speaks of them.
_MARKS = re.compile(
    r"</?tool_(calls?|response)>|<\|[a-z0-9_]+\|>|<｜[^<>｜\r\n]+｜>|\[/?inst\]|</?start_of_turn>|<end_of_turn>|\[tool_calls\]"
)
_MARK_SIGNS = ("<tool_", "</tool_", "<|", "<｜", "[inst]", "[/inst]", "_of_turn>", "[tool_calls]")
_QUOTES = "\"'`“”‘’"
_CLOSING = ",.;:?!)-"

# How each family's models write a call, where their server leaves it in the text: family, form, and whether the form is a
# call only where it names a tool. In a form "~" stands for white space and "@" for a name.
_CALL_FORMS = (
    ("Hermes, Qwen", r'''<tool_calls?>~(\[~)?\{~["']''', False),
    ("Qwen Coder", r'''<tool_call>~<function=@>''', False),
    ("Seed", r'''<seed:tool_call>~<function=@>''', False),
    ("Qwen Coder", r'''<function=@>~<parameter=@>''', False),
    ("Llama", r'''<function=@>~(\{|</function>)''', False),
    ("GLM", r'''<tool_call>~@~(<arg_key>|</tool_call>)''', False),
    ("GLM", r'''<arg_key>[^<]*</arg_key>~<arg_value>''', False),
    ("Hunyuan", r'''<tool_call(:[a-z0-9]+)?>~@~<tool_sep''', False),
    ("Llama", r'''<\|python_tag\|>~([\[{]|@~\()''', False),
    ("Llama 4", r'''<\|python_start\|>~\[''', False),
    ("Mistral", r'''\[TOOL_CALLS\]~([\[{]|@~(\[ARGS\]|\[CALL_ID\]|\{))''', False),
    ("MiniMax", r'''\[TOOL_CALL\]~\{''', False),
    ("DeepSeek", r'''<[|｜]tool[_▁]call[_▁]begin[|｜]>~@~<[|｜]tool[_▁]sep[|｜]>''', False),
    ("DeepSeek", r'''< ?[|｜]DSML[|｜] ?(function_calls|tool_calls|invoke)''', False),
    ("Kimi", r'''<\|tool_call_begin\|>~@''', False),
    ("Kimi", r'''functions\.[A-Za-z0-9_-]+:[0-9]+~\{''', False),
    ("Kimi", r'''<\|open\|>~(tools|call)''', False),
    ("Gemma", r'''```tool_(code|calls?)[ \t]*\r?\n''', False),
    ("Gemma", r'''<\|tool_call>~call:@''', False),
    ("Gemma", r'''<start_function_call>~call:@''', False),
    ("gpt-oss", r'''to=functions\.@''', False),
    ("MiniMax", r'''\]<\]minimax\[>\[~<''', False),
    ("MiniMax", r'''<minimax:tool_call>~<invoke''', False),
    ("calls in XML", r'''<([a-z]+:)?invoke name="@">''', False),
    ("Granite", r'''<\|tool_call\|>~[\[{]''', False),
    ("Granite 20B", r'''<function_call>~\{''', False),
    ("Command", r'''<\|START_ACTION\|>~[\[{]''', False),
    ("Command", r'''Action:~```(json)?~(\[~)?\{~"tool_name"''', False),
    ("Phi", r'''functools~\[~\{~["']''', False),
    ("InternLM", r'''<\|action_start\|>~(<\|(plugin|interpreter)\|>|\{)''', False),
    ("LongCat", r'''<longcat_tool_call>~@''', False),
    ("LFM", r'''<\|tool_call_start\|>~([\[{]|```|@~\()''', False),
    ("Apertus", r'''<\|tools_prefix\|>~\[''', False),
    ("GigaChat", r'''(function call<\|role_sep\|>|<\|function_call\|>)~\{''', False),
    ("OLMo", r'''<function_calls>~@~\(''', False),
    ("Nemotron", r'''<TOOLCALL>~[\[{]''', False),
    ("MiniCPM", r'''<function name="@">~(<param|</function>|\{)''', False),
    ("Inkling", r'''<\|content_invoke_tool_json\|>~\{''', False),
    ("Qwen Coder", r'''<tools>~\{~"name"~:~"@"~,~"arguments"''', False),
    ("Functionary", r'''(^|\n)>>>@~\n~\{''', False),
    ("Qwen", r'''✿FUNCTION✿:''', False),
    ("ReAct", r'''(^|\n)Action:[ \t]*@[ \t]*\r?\n~Action Input:''', False),
    ("calls as JSON", r'''(^|\n)[ \t]*\{~"tool_calls"~:~\[~\{''', False),
    (
        "calls as JSON",
        r'''(^|\n)[ \t]*(\[~)?\{~("type"~:~"[a-z_]+"~,~)?("(id|tool_call_id)"~:~"[^"]*"~,~)?("function"~:~\{~)?'''
        r'''"(name|tool_name|tool|function|function_name|action|recipient_name)"~:~"@"~,~"(arguments|parameters|args|input|tool_input|action_input|kwargs)"~:''',
        True,
    ),
    ("calls as Python", r'''^(```[a-z_]*~)?(\[~)?@\(''', True),
)
_CALLS = tuple(
    (family, form, offer, re.compile(form.replace("~", "[ \\t\\r\\n]*").replace("@", "[A-Za-z0-9_.:/-]+")))
    for family, form, offer in _CALL_FORMS
)
# Every form but that of bare Python holds one of these.
_CALL_SIGNS = (
    "<tool_call", "<seed:", "<function", "<arg_key>", "<|", "<｜", "[TOOL_CALLS]", "[TOOL_CALL]", "DSML", "functions.",
    "```tool_",
    "<start_function_call>", "]<]minimax", "<minimax:", "invoke name=", "Action:", "functools", "<longcat_",
    "<TOOLCALL>", "<tools>", ">>>", "✿FUNCTION✿", '"tool_calls"', '"arguments"', '"parameters"', '"args"', '"input"',
    '"tool_input"', '"action_input"', '"kwargs"',
)
_NAME = re.compile("[A-Za-z0-9_]+")

# Marks around what a model thought; all but the first count only where the text begins with them.
_THOUGHTS = (
    ("<think>", "</think>"),
    ("<thinking>", "</thinking>"),
    ("<thought>", "</thought>"),
    ("<reasoning>", "</reasoning>"),
    ("<seed:think>", "</seed:think>"),
    ("[THINK]", "[/THINK]"),
    ("◁think▷", "◁/think▷"),
    ("<|START_THINKING|>", "<|END_THINKING|>"),
    ("<|begin_of_thought|>", "<|end_of_thought|>"),
    ("<|channel>thought", "<channel|>"),
    ("<|open|>think<|sep|>", "<|close|>think<|sep|>"),
)
_BLANKS = " \t\r\n"

# What takes no ink: spaces of every kind, and marks without width.
_INKLESS = _BLANKS + "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"

# The id of a call that has none: the older function_call is the only one of its message.
_FUNCTION_CALL = "function_call"


def verify(task, messages, initial_state, read_only_match="exact"):
    """Judges one conversation.

    Args:
        task: A line of tasks.jsonl.
        messages: OpenAI chat messages; the tool calls in them are replayed.
        initial_state: The state in which the task starts ({table: [row, ...]}).
        read_only_match: "exact", or "equivalent", which also accepts independent reads in another order and extra
            reads.

    Returns:
        The verdict: accepted, stage, reason, detail, stages; and reward, 1.0 where accepted, else 0.0.

    Raises:
        ValueError: The initial state is not the one that the task was made for.
    """
    return judge(task, messages, Start(initial_state), read_only_match)


class Start:
    """An initial state, with what is worth knowing once of it when many conversations start there."""

    def __init__(self, initial_state):
        self._environment = _tools.Environment(initial_state, 0)
        self.state = self._environment._db.state()
        # By identity: sessions share the rows that they did not write, which are nearly all.
        self._shares = {id(row): row_hash(table, row) for table, rows in self.state.items() for row in rows}
        self.hash = self.hash_of(self.state)
        self._aligner = Aligner(SCHEMA, self.state)
        self._golden = (None, None, None)

    def play(self):
        """A fresh environment in this state."""
        return self._environment._fork()

    def hash_of(self, state):
        """The hash of a state that a played environment reached."""
        total = 0
        for table, rows in state.items():
            for row in rows:
                share = self._shares.get(id(row))
                total += row_hash(table, row) if share is None else share
        return "sha256:" + format(total % 2**256, "064x")

    def aligned(self, state, golden):
        """Whether two states that played environments reached are equal under the schema."""
        return self._aligner.aligned(*self._apart(state, golden))

    def changed(self, final, golden):
        """The names of the tables in which two such states differ that are not aligned."""
        return ", ".join(self._aligner.different_tables(*self._apart(final, golden)))

    def _apart(self, one, other):
        """Both states without the initial rows that are in both."""
        mine = {id(row) for rows in one.values() for row in rows if id(row) in self._shares}
        shared = {id(row) for rows in other.values() for row in rows if id(row) in mine}
        return [
            {table: [row for row in rows if id(row) not in shared] for table, rows in state.items()}
            for state in (one, other)
        ]

    def golden(self, task):
        """The state that the task's golden calls reach, and its hash."""
        golden = self._golden
        if golden[0] is not task:
            environment = self.play()
            for call in task["golden_calls"]:
                environment.call(call["name"], _runtime.normalize(call["arguments"]))
            state = environment._db.state()
            golden = self._golden = (task, state, self.hash_of(state))
        return golden[1:]


def judge(task, messages, start, read_only_match="exact"):
    """As verify, from a Start that many conversations share."""
    if task.get("initial_state") and start.hash != task["initial_state"]:
        raise ValueError("task " + str(task.get("id")) + " starts in another state than the one given")
    conversation = [read for message in messages for read in _read(message)]
    calls, state = _replay(conversation, start.play())
    problem = _validity_problem(conversation, calls)
    stages = {
        "validity": problem is None,
        "state_alignment": None,
        "exact_match": None,
        "answer": _answer(task, conversation),
    }
    stage = None
    reason, detail = problem or (None, "")
    if problem:
        stage = "validity"
    goal = _goal(task, calls, state, start, read_only_match)
    for name, outcome in goal:
        stages[name] = outcome is None
        if outcome and not stage:
            stage, (reason, detail) = name, outcome
    return {
        "accepted": stage is None,
        "stage": stage,
        "reason": reason,
        "detail": detail,
        "stages": stages,
        "reward": 1.0 if stage is None else 0.0,
    }


class _Message:
    def __init__(self, role, content, calls, call_id):
        self.role = role
        self.content = content
        self.calls = calls
        self.call_id = call_id


class _Call:
    """One tool call. Result is a tool result, or None where the call was not made: injected fault, bad JSON."""

    def __init__(self, call_id, name, text):
        self.id = call_id
        self.name = name
        self.text = text
        self.arguments = None
        self.filled = None
        self.result = None
        self.answer = None
        self.injected = False


def _text(value):
    return value if isinstance(value, str) else ""


def _id(value):
    """An id; a number is its JSON text."""
    return _json(value) if is_number(value) else _text(value)


def _json(value):
    """Text as it is, any other value as its JSON."""
    if value is None or isinstance(value, str):
        return _text(value)
    try:
        return _runtime.compact(_runtime.normalize(value))
    except InvalidValue:
        return "?"


def _spoken(content):
    """What is said: text, or the texts of its parts."""
    if isinstance(content, list):
        return "".join(_text(part.get("text")) for part in content if isinstance(part, dict))
    return _text(content)


def _result(content):
    """What a tool answered: text, the texts of its parts, or the JSON of a result that was kept as a value."""
    parts = isinstance(content, list) and content and all(
        isinstance(part, dict) and isinstance(part.get("type"), str) and isinstance(part.get("text"), str)
        for part in content
    )
    return (_spoken(content) if parts else _json(content)).lstrip("\ufeff")


def _blocks(content, kind):
    parts = content if isinstance(content, list) else []
    return [part for part in parts if isinstance(part, dict) and part.get("type") == kind]


def _read(message):
    """A message; of blocks that answer calls, one message for each and one for the words beside them."""
    message = message if isinstance(message, dict) else {}
    results = _blocks(message.get("content"), "tool_result")
    for result in results:
        yield _Message("tool", _result(result.get("content")), [], _id(result.get("tool_use_id")))
    if not results or _spoken(message.get("content")):
        yield _message(message)


def _message(message):
    content = message.get("content")
    role = _text(message.get("role"))
    if role == "function":
        return _Message("tool", _result(content), [], _FUNCTION_CALL)
    calls = []
    if isinstance(message.get("tool_calls"), list):
        for call in message["tool_calls"]:
            call = call if isinstance(call, dict) else {}
            calls.append(_call(_id(call.get("id")), call["function"] if isinstance(call.get("function"), dict) else call))
    elif isinstance(message.get("function_call"), dict):
        calls.append(_call(_FUNCTION_CALL, message["function_call"]))
    else:
        for use in _blocks(content, "tool_use"):
            calls.append(_Call(_id(use.get("id")), _text(use.get("name")), _json(use.get("input"))))
    text = _result(content) if role == "tool" else _spoken(content)
    return _Message(role, text, calls, _id(message.get("tool_call_id")))


def _call(call_id, function):
    function = function if isinstance(function, dict) else {}
    return _Call(call_id, _text(function.get("name")), _json(function.get("arguments")))


def _replay(conversation, environment):
    """Makes every call again on a fresh environment; returns the calls and the final state."""
    calls = []
    for index, message in enumerate(conversation):
        for call in message.calls:
            call.answer = _answer_to(conversation, index, call.id)
            call.injected = call.answer is not None and _error_code(_parsed(call.answer)) in _INJECTED
            call.arguments = _arguments(call.text)
            if call.arguments is not None and not call.injected:
                call.result = environment.call(call.name, call.arguments)
                if call.result["ok"]:
                    call.filled = _filled(call.name, call.arguments)
            calls.append(call)
    return calls, environment._db.state()


def _answer_to(conversation, index, call_id):
    for message in conversation[index + 1 :]:
        if message.role != "tool":
            return None
        if message.call_id == call_id:
            return message.content
    return None


def _arguments(text):
    if text.strip(_BLANKS) in ("", "null"):
        return {}
    try:
        arguments = _runtime.parse_json(text)
    except InvalidValue:
        return None
    return arguments if isinstance(arguments, dict) else None


def _filled(name, arguments):
    validator = _VALIDATORS.get(name)
    return validator.validate(arguments)[1] if validator else arguments


class _NoJson:
    """Stands for the content of a tool message that is no JSON; equal to nothing."""


def _parsed(content):
    try:
        return _runtime.parse_json(content)
    except InvalidValue:
        return _NoJson


def _error_code(content):
    error = content.get("error") if isinstance(content, dict) and len(content) == 1 else None
    return error.get("code") if isinstance(error, dict) else None


def _content(result):
    """What the tool message of a result must hold."""
    return result["result"] if result["ok"] else {"error": result["error"]}


def _validity_problem(conversation, calls):
    """The first rule of stage 1 that fails, as (code, detail), or None."""
    return (
        _structure(conversation)
        or _malformed(calls)
        or _malformed_text(conversation)
        or _refused(calls)
        or _contradicted(calls)
        or _repeated_calls(calls)
        or _repeated_text(conversation)
        or _ending(conversation)
        or _leak(conversation)
    )


def _structure(conversation):
    previous, waiting = "start", []
    for index, message in enumerate(conversation):
        at = "message " + str(index)
        if waiting:
            if message.role != "tool":
                return "call_pairing", at + ": " + str(len(waiting)) + " tool calls have no result"
            if message.call_id not in waiting:
                return "call_pairing", at + " answers no open tool call"
            waiting.remove(message.call_id)
            previous = "tool"
        elif message.role == "tool":
            return "call_pairing", at + " answers no open tool call"
        elif message.role in ("system", "developer"):
            if index > 0:
                return "turn_order", at + " is a system message"
        elif message.role == "user":
            if previous in ("user", "tool"):
                return "turn_order", at + ": a user message follows a " + previous + " message"
            previous = "user"
        elif message.role == "assistant":
            if previous in ("start", "assistant"):
                return "turn_order", at + ": an assistant message follows no user or tool message"
            waiting = [call.id for call in message.calls]
            if "" in waiting or len(set(waiting)) < len(waiting):
                return "call_pairing", at + ": tool calls need distinct ids"
            previous = "assistant"
        else:
            return "turn_order", at + " has the role " + canonical(message.role)
    return ("turn_order", "there is no conversation") if previous == "start" else None


def _malformed(calls):
    for index, call in enumerate(calls):
        if call.arguments is None:
            return "malformed_arguments", "call " + str(index) + " (" + call.name + "): the arguments are no JSON object"
    return None


def _malformed_text(conversation):
    for index, message in enumerate(conversation):
        family = _call_as_text(message.content) if message.role == "assistant" else None
        if family:
            return "malformed_call", "message " + str(index) + " holds a call as text (" + family + ")"
    return None


def _call_as_text(content):
    """The family in whose markup a call was left in the text, or None. Text that speaks of markup is no call."""
    said = _said(content).strip(_BLANKS)
    if not any(sign in said for sign in _CALL_SIGNS) and not (said.endswith((")", "]", "`")) and "(" in said):
        return None
    spoken = last_offer = None
    for family, form, needs_offer, pattern in _CALLS:
        for match in pattern.finditer(said):
            spoken = spoken or _SpokenOf(said)
            at = match.start() + (said[match.start()] == "\n")
            if spoken.in_code(at):
                continue
            if needs_offer:
                # Python alone is a call only where there is nothing but calls.
                if (not form.startswith("^") or said[-1] in ")]`") and _last_offer(match.group()) >= 0:
                    return family
                continue
            last_offer = _last_offer(said) if last_offer is None else last_offer
            if not (spoken.in_example(at) or spoken.in_sentence(at)) or last_offer >= at:
                return family
    return None


def _last_offer(text):
    """Where the name of a tool stands last, or -1."""
    return max((match.start() for match in _NAME.finditer(text) if match.group() in _TOOLS), default=-1)


def _said(text):
    """What is said after the thoughts; a thought without an end leaves nothing."""
    at = text.rfind("</think>")
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + 8 : at + 9]
        if not (before and after and before in "`\"'“" and after in "`\"'”"):
            return _left_trimmed(text[at + 8 :])
        at = text.rfind("</think>", 0, at + 7)
    trimmed = _left_trimmed(text)
    for opening, closing in _THOUGHTS:
        if trimmed.startswith(opening):
            end = trimmed.rfind(closing)
            return _left_trimmed(trimmed[end + len(closing) :]) if end >= 0 else ""
    return text


def _left_trimmed(text):
    return text.lstrip(_BLANKS)


class _SpokenOf:
    """Where in a text something is spoken of rather than said: in code, in an example, within a sentence."""

    def __init__(self, text):
        self._text = text
        self._code, self._fences = [], []
        at = text.find("`")
        while at >= 0:
            if text.startswith("```", at):
                end = text.find("```", at + 3)
                end = len(text) if end < 0 else end
                self._fences.append((at + 3, end))
                at = min(len(text), end + 3)
            else:
                close, line = text.find("`", at + 1), text.find("\n", at + 1)
                if close > 0 and (line < 0 or close < line):
                    self._code.append((at, close + 1))
                    at = close + 1
                else:
                    at += 1
            at = text.find("`", at)
        self._words_outside_fences = self._has_words(True)
        self._words_outside_code = self._has_words(False)

    def in_code(self, at):
        """In code within a line, of a text that has other words."""
        return self._words_outside_code and _within(self._code, at)

    def in_example(self, at):
        """In a block of code, of a text that has other words."""
        return self._words_outside_fences and _within(self._fences, at)

    def in_sentence(self, at):
        """After a word or a comma and a space, on one line."""
        before = self._before(at)
        return 0 <= before < at - 1 and (self._text[before] == "," or _is_word(self._text[before]))

    def begins_sentence(self, at):
        """At the beginning of a line, or after the end of a sentence and a space."""
        before = self._before(at)
        return at == 0 or self._text[at - 1] == "\n" or (0 <= before < at - 1 and self._text[before] in ".!?:")

    def _before(self, at):
        before = at - 1
        while before >= 0 and self._text[before] in " \t":
            before -= 1
        return before

    def _has_words(self, in_code):
        return any(
            _is_word(c) and not _within(self._fences, i) and (in_code or not _within(self._code, i))
            for i, c in enumerate(self._text)
        )


def _within(spans, at):
    index = bisect.bisect_right(spans, at, key=lambda span: span[0]) - 1
    return index >= 0 and at < spans[index][1]


def _is_word(character):
    # Letters, digits and whatever is not ASCII: alike in every language.
    return ord(character) >= 128 or character.isalnum()


def _refused(calls):
    refused = sum(
        call.result is not None
        and not call.result["ok"]
        and call.result["error"]["code"] in ("invalid_arguments", "unknown_tool")
        for call in calls
    )
    return ("refused_calls", str(refused) + " calls were refused") if refused > _MAX_REFUSED_CALLS else None


def _contradicted(calls):
    for index, call in enumerate(calls):
        if call.result is None or call.answer is None:
            continue
        told = _parsed(call.answer)
        if told is _NoJson or not equal(told, _content(call.result)):
            return "contradicted_result", "call " + str(index) + " (" + call.name + "): replay gives another result"
    return None


def _repeated_calls(calls):
    made = [
        call.name + "\n" + canonical(call.arguments) + "\n" + canonical(_content(call.result))
        for call in calls
        if call.result is not None
    ]
    for period in range(1, _MAX_LOOP_PERIOD + 1):
        alike = 0
        for index in range(period, len(made)):
            alike = alike + 1 if made[index] == made[index - period] else 0
            if alike >= period * _MAX_LOOP_ROUNDS:
                return "repeated_calls", "the last " + str(period) + " calls repeat more than 3 times"
    return None


def _repeated_text(conversation):
    said = [m.content for m in conversation if m.role == "assistant" and not m.calls and m.content.strip(_INKLESS)]
    for index in range(_MAX_SAME_MESSAGES, len(said)):
        if len(set(said[index - _MAX_SAME_MESSAGES : index + 1])) == 1:
            return "repeated_text", "the assistant says the same more than 3 times in a row"
    for index, message in enumerate(conversation):
        if message.role != "assistant":
            continue
        words = message.content.replace("\t", " ").replace("\r", " ").replace("\n", " ").split(" ")
        words = [word for word in words if word]
        counts = {}
        for start in range(len(words) - _NGRAM + 1):
            ngram = tuple(words[start : start + _NGRAM])
            counts[ngram] = counts.get(ngram, 0) + 1
            if counts[ngram] > _MAX_NGRAM_COUNT:
                return "repeated_text", "message " + str(index) + " repeats 8 words more than 4 times"
    return None


def _ending(conversation):
    last = conversation[-1]
    if last.role == "user":
        return "unanswered_user", "the conversation ends with a message of the user"
    if last.role != "assistant" or last.calls:
        return "truncated_ending", "the conversation does not end with a message of the assistant"
    if not last.content.strip(_INKLESS):
        return "empty_ending", "the last message is empty"
    return None


def _leak(conversation):
    for index, message in enumerate(conversation):
        if message.role in ("user", "assistant"):
            content = _lower(message.content)
            leak = next((word for word in _LEAKS if word in content), None) or _mark(content)
            if leak:
                return "simulation_leak", "message " + str(index) + " says " + canonical(leak)
    return None


def _mark(text):
    """A template's mark that stands for itself, or None."""
    if not any(sign in text for sign in _MARK_SIGNS):
        return None
    spoken = None
    for match in _MARKS.finditer(text):
        spoken = spoken or _SpokenOf(text)
        at, end = match.span()
        if not (spoken.in_code(at) or spoken.in_example(at) or _quoted(text, at, end) or _named(text, match, spoken)):
            return match.group()
    return None


def _quoted(text, at, end):
    before, after = text[max(0, at - 1) : at], text[end : end + 1]
    return bool(before and after) and before in _QUOTES and after in _QUOTES


def _named(text, match, spoken):
    """In the middle of a sentence, or at the beginning of one that goes on in words."""
    at, end = match.span()
    following = text[end : end + 1]
    goes_on = following == " " and text[end + 1 : end + 2] != "" and _is_word(text[end + 1])
    if spoken.in_sentence(at):
        return goes_on or (following != "" and following in _CLOSING)
    return goes_on and spoken.begins_sentence(at) and match.group().startswith(("<tool_", "[tool_calls]"))


_ASCII_LOWER = {code: code + 32 for code in range(65, 91)}


def _lower(text):
    # ASCII alone, so that every language lowers alike.
    return text.translate(_ASCII_LOWER)


def _goal(task, calls, state, start, read_only_match):
    """Stages 2 and 3 as (stage, None or (code, detail))."""
    kind = task["kind"]
    found = start.hash_of(state)
    if kind == "read_only":
        return [("exact_match", _read_only(task, calls, state, found, start, read_only_match))]
    if kind == "refusal":
        outcome = None
        if found != start.hash and not start.aligned(state, start.state):
            outcome = "changed_state", "a task to be refused changed " + start.changed(state, start.state)
        return [("state_alignment", outcome), ("exact_match", _refusal(task, calls))]
    golden, golden_hash = start.golden(task)
    outcome = None
    if found != golden_hash and not start.aligned(state, golden):
        if found == start.hash:
            outcome = "unchanged_state", "nothing was changed"
        else:
            outcome = "state_mismatch", "the final state differs in " + start.changed(state, golden)
    return [("state_alignment", outcome)]


def _golden_calls(task):
    """(index, name, arguments with defaults) of the golden calls that are to succeed."""
    return [
        (index, call["name"], _filled(call["name"], _runtime.normalize(call["arguments"])))
        for index, call in enumerate(task["golden_calls"])
        if call.get("expect") is None
    ]


def _key(name, arguments):
    return name + "\n" + canonical(arguments)


def _made_keys(calls):
    return [_key(call.name, call.filled) for call in calls if call.result is not None and call.result["ok"]]


def _read_only(task, calls, state, found, start, match):
    golden = [(index, name, _key(name, arguments)) for index, name, arguments in _golden_calls(task)]
    made = _made_keys(calls)
    if made == [key for _, _, key in golden]:
        return None
    if match == "equivalent":
        if found != start.hash and not start.aligned(state, start.state):
            return "changed_state", "a task that only reads changed " + start.changed(start.state, state)
        return _contained(task, golden, made)
    for position, (index, name, key) in enumerate(golden):
        if position >= len(made):
            return "missing_call", "golden call " + str(index) + " (" + name + ") was not made"
        if made[position] != key:
            return "other_call", "successful call " + str(position) + " is not golden call " + str(index) + " (" + name + ")"
    return "extra_call", str(len(made) - len(golden)) + " calls beyond the golden ones"


def _contained(task, golden, made):
    left = list(made)
    for index, name, key in golden:
        if key not in left:
            return "missing_call", "golden call " + str(index) + " (" + name + ") was not made"
        left.remove(key)
    keys = {index: key for index, _, key in golden}
    for entry in task.get("plan") or []:
        for source in _calls_read(entry["from"]):
            reader = entry["call"]
            if source in keys and reader in keys:
                last = len(made) - 1 - made[::-1].index(keys[reader])
                if made.index(keys[source]) > last:
                    return "other_order", "golden call " + str(reader) + " needs the result of call " + str(source)
    return None


def _calls_read(source):
    """Indices of the golden calls whose results a source expression of the plan reads."""
    if isinstance(source, list):
        return [call for item in source for call in _calls_read(item)]
    if not isinstance(source, dict):
        return []
    calls = []
    for name, value in source.items():
        if name == "result" and is_number(value):
            calls.append(value)
        else:
            calls += _calls_read(value)
    return calls


def _refusal(task, calls):
    left = _made_keys(calls)
    for index, name, arguments in _golden_calls(task):
        key = _key(name, arguments)
        if key not in left:
            return "missing_call", "golden call " + str(index) + " (" + name + ") was not made"
        left.remove(key)
    return None


def _answer(task, conversation):
    """Whether what the assistant said holds every answer value; None where the task asks for none."""
    values = _runtime.normalize(task.get("answer_values") or [])
    if not values:
        return None
    said = "\n".join(m.content for m in conversation if m.role == "assistant" and not m.calls)
    lowered = _squeezed(_lower(said))
    numbers = _numbers(said)
    return all(_told(value, lowered, numbers) for value in values)


def _told(value, lowered, numbers):
    if isinstance(value, dict):
        return all(_told(member, lowered, numbers) for member in value.values())
    if isinstance(value, list):
        return all(_told(item, lowered, numbers) for item in value)
    if value is None:
        return True
    if isinstance(value, bool):
        return any(word in lowered for word in (("yes", "true") if value else ("no", "false")))
    if isinstance(value, str):
        return _squeezed(_lower(value)) in lowered
    return float(value) in numbers


def _squeezed(text):
    for blank in "\t\r\n":
        text = text.replace(blank, " ")
    return " ".join(word for word in text.split(" ") if word)


def _numbers(text):
    """Every decimal number in a text; commas may group its digits."""
    numbers, at = set(), 0
    while at < len(text):
        if not "0" <= text[at] <= "9":
            at += 1
            continue
        start, digits = at, ""
        while at < len(text):
            following = text[at + 1 : at + 2]
            if "0" <= text[at] <= "9":
                digits += text[at]
            elif text[at] == "." and "." not in digits and following.isascii() and following.isdigit():
                digits += "."
            elif not (text[at] == "," and "." not in digits and following.isascii() and following.isdigit()):
                break
            at += 1
        negative = start > 0 and text[start - 1] == "-"
        number = float(digits)
        numbers.add(-number if negative else number)
        numbers.add(number)
    return numbers


class Episode:
    """One task to be played by an agent. Its public methods are the domain's tools, reset and get_reward.

    METHODS tells which method is which tool: a tool that is called reset is the method reset_.
    """

    def reset(self, task):
        """Starts a task.

        Args:
            task: A line of tasks.jsonl.

        Returns:
            What the user asks for.
        """
        self._task = task
        self._start = _start()
        self._environment = self._start.play()
        self._calls = []
        return task["intent"]

    def get_reward(self):
        """Tells how the task stands.

        Returns:
            1.0 where the goal is reached, else 0.0.
        """
        goal = _goal(self._task, self._calls, self._environment._db.state(), self._start, "exact")
        return 1.0 if all(outcome is None for _, outcome in goal) else 0.0

    def _call(self, tool, arguments):
        # Every call goes through here: by the methods below, and by adapters that have the tool's name as data.
        call = _Call("", tool, "")
        call.arguments = arguments
        call.result = self._environment.call(tool, arguments)
        if call.result["ok"]:
            call.filled = _filled(tool, _runtime.normalize(arguments))
        self._calls.append(call)
        return _runtime.compact(_content(call.result))


@functools.cache
def _start():
    with open(_FOLDER / "state.json", encoding="utf-8") as file:
        return Start(json.load(file))


def _tool_method(tool):
    method_name, parameters = _TOOLS[tool]["method"], _TOOLS[tool]["arguments"]
    original = getattr(_tools.Environment, method_name)

    # Parameters bear the arguments' own names, which trainers show to the model, wherever Python allows it.
    names = {p: a if a.isidentifier() and not keyword.iskeyword(a) else p for a, p in parameters.items()}
    if len({"self", *names.values()}) <= len(names):
        names = {p: p for p in names}
    arguments_of = {names[parameter]: argument for argument, parameter in parameters.items()}
    signature = inspect.signature(original)
    signature = signature.replace(
        parameters=[p.replace(name=names.get(p.name, p.name)) for p in signature.parameters.values()],
        return_annotation=str,
    )

    def method(self, *positional, **named):
        given = signature.bind(self, *positional, **named).arguments
        return self._call(tool, {arguments_of[name]: value for name, value in given.items() if name in arguments_of})

    # Nothing is raised here: a failed call answers with its error, as the tool message of a conversation does.
    documentation, _, _ = (original.__doc__ or "").partition("\n        Raises:")
    for parameter, name in names.items():
        documentation = documentation.replace("\n            " + parameter + ": ", "\n            " + name + ": ")
    # Trainers offer a method to the model by its __name__: the tool's own, whatever the attribute is called.
    method.__name__ = tool
    method.__qualname__ = "Episode." + METHODS[tool]
    method.__doc__ = documentation
    method.__signature__ = signature
    method.__annotations__ = {names.get(name, name): hint for name, hint in original.__annotations__.items()}
    method.__annotations__["return"] = str
    return method


def _method_names():
    """Each tool's attribute of Episode: its method in tools.py; what is called like a method of every episode steps aside."""
    own = ("reset", "get_reward")
    names = {tool: entry["method"] for tool, entry in _TOOLS.items() if entry["method"] not in own}
    taken = {*own, *names.values()}
    for tool, entry in _TOOLS.items():
        if tool not in names:
            name = entry["method"] + "_"
            while name in taken:
                name += "_"
            taken.add(name)
            names[tool] = name
    return names


METHODS = _method_names()

for _tool in _TOOLS:
    setattr(Episode, METHODS[_tool], _tool_method(_tool))
