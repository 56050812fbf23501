using System.Text;
using AgentScaler.Training.Tokenization;

namespace AgentScaler.Training.Policies;

/// <summary>
/// Decides which tokens may come next in an assistant's reply: a thought if the policy thinks, text, then calls of offered tools with valid and
/// fitting JSON, then the end. Tokens that only a template writes (turn starts, tool responses) are never allowed. A required call follows the
/// thought directly.
/// </summary>
internal sealed class ReplyConstraint
{
    private enum Part { BeforeThought, Thought, Text, Call, AfterCall, BeforeCall }

    private readonly Tokenizer _tokenizer;
    private readonly ReplyTokens _tokens;
    private readonly IReadOnlyList<OfferedTool> _tools;
    private readonly CallRules _rules;
    private Part _part;
    private ToolCallAutomaton _call;
    private int _calls;

    /// <param name="thinks">Whether the reply begins with a thought.</param>
    public ReplyConstraint(Tokenizer tokenizer, ReplyTokens tokens, IReadOnlyList<OfferedTool> tools, CallRules rules, bool thinks = false)
    {
        _part = thinks ? Part.BeforeThought : Part.Text;
        (_tokenizer, _tokens, _tools, _rules) = (tokenizer, tokens, tools, rules);
        _call = new ToolCallAutomaton(tools);
    }

    public bool Allows(int token) => _part switch
    {
        Part.BeforeThought => token == _tokens.ThinkStart,
        Part.Thought => token == _tokens.ThinkEnd || !_tokens.IsAdded(token),
        Part.Text when _rules.Required => token == _tokens.CallStart,
        Part.Text => token == _tokens.End || (token == _tokens.CallStart ? _tools.Count > 0 : !_tokens.IsAdded(token)),
        Part.Call when !_rules.Checked => token == _tokens.CallEnd || !_tokens.IsAdded(token),
        Part.Call => token == _tokens.CallEnd ? _call.Complete : !_tokens.IsAdded(token) && Fits(token, out _),
        Part.AfterCall => token == _tokens.End || (token == _tokens.NewLine && !_rules.Single),
        _ => token == _tokens.CallStart,
    };

    /// <summary>Advances by an allowed token.</summary>
    public void Take(int token)
    {
        (_part, _call, _calls) = After(token);
    }

    /// <summary>
    /// Returns tokens that end the reply soon with the complete required call; empty if no call is required, or if it is complete.
    /// </summary>
    public IReadOnlyList<int> Ending() => Ending(_part, _call, _calls);

    /// <summary>Returns <see cref="Ending()"/> for the situation after an allowed token.</summary>
    public IReadOnlyList<int> EndingAfter(int token)
    {
        var (part, call, calls) = After(token);
        return Ending(part, call, calls);
    }

    private (Part Part, ToolCallAutomaton Call, int Calls) After(int token)
    {
        switch (_part)
        {
            case Part.BeforeThought:
                return (Part.Thought, _call, _calls);
            case Part.Thought when token == _tokens.ThinkEnd:
                return (Part.Text, _call, _calls);
            case Part.Text or Part.BeforeCall when token == _tokens.CallStart:
                return (Part.Call, new ToolCallAutomaton(_tools), _calls);
            case Part.Call when token == _tokens.CallEnd:
                return (Part.AfterCall, _call, _calls + 1);
            case Part.Call when _rules.Checked:
                Fits(token, out var call);
                return (Part.Call, call, _calls);
            case Part.AfterCall when token == _tokens.NewLine:
                return (Part.BeforeCall, _call, _calls);
            default:
                return (_part, _call, _calls);
        }
    }

    private IReadOnlyList<int> Ending(Part part, ToolCallAutomaton call, int calls) => part switch
    {
        _ when !_rules.Required || calls > 0 => [],
        Part.BeforeThought => [_tokens.ThinkStart, _tokens.ThinkEnd, .. Ending(Part.Text, call, calls)],
        Part.Thought => [_tokens.ThinkEnd, .. Ending(Part.Text, call, calls)],
        Part.Text => [_tokens.CallStart, .. Encode(new ToolCallAutomaton(_tools).Ending()), _tokens.CallEnd, _tokens.End],
        _ => [.. Encode(call.Ending()), _tokens.CallEnd, _tokens.End],
    };

    /// <summary>Encodes bytes of a call as tokens: with the tokenizer if they are text, else byte by byte.</summary>
    private List<int> Encode(byte[] bytes)
    {
        // The remaining bytes of a started character are not text.
        var begun = bytes.TakeWhile(b => b is >= 0x80 and < 0xC0).Count();
        var text = _tokenizer.Encode(Encoding.UTF8.GetString(bytes, begun, bytes.Length - begun));
        var same = !text.Exists(_tokens.IsAdded) && text.SelectMany(id => _tokenizer.BytesOf(id).ToArray()).SequenceEqual(bytes.Skip(begun));
        return [.. bytes.Take(begun).Select(_tokens.OfByte), .. same ? text : bytes.Skip(begun).Select(_tokens.OfByte)];
    }

    private bool Fits(int token, out ToolCallAutomaton after)
    {
        after = _call;
        var bytes = _tokenizer.BytesOf(token);
        foreach (var b in bytes)
        {
            if (!after.Accept(b))
            {
                return false;
            }
        }

        return bytes.Length > 0;
    }
}
