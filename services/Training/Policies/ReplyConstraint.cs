using AgentScaler.Training.Tokenization;

namespace AgentScaler.Training.Policies;

/// <summary>
/// Which tokens may come next in an assistant's reply: a thought where the policy thinks, text, then calls of offered tools whose JSON parses and fits, then
/// the end. Tokens that only a template writes (turn starts, tool responses) never come.
/// </summary>
internal sealed class ReplyConstraint
{
    private enum Part { BeforeThought, Thought, Text, Call, AfterCall, BeforeCall }

    private readonly Tokenizer _tokenizer;
    private readonly ReplyTokens _tokens;
    private readonly IReadOnlyList<OfferedTool> _tools;
    private readonly bool _checksCalls;
    private Part _part;
    private ToolCallAutomaton _call;

    /// <param name="checksCalls">Whether the inside of calls is held to the grammar.</param>
    /// <param name="thinks">Whether the reply begins with a thought.</param>
    public ReplyConstraint(Tokenizer tokenizer, ReplyTokens tokens, IReadOnlyList<OfferedTool> tools, bool checksCalls, bool thinks = false)
    {
        _part = thinks ? Part.BeforeThought : Part.Text;
        (_tokenizer, _tokens, _tools, _checksCalls) = (tokenizer, tokens, tools, checksCalls);
        _call = new ToolCallAutomaton(tools);
    }

    public bool Allows(int token) => _part switch
    {
        Part.BeforeThought => token == _tokens.ThinkStart,
        Part.Thought => token == _tokens.ThinkEnd || !_tokens.IsAdded(token),
        Part.Text => token == _tokens.End || (token == _tokens.CallStart ? _tools.Count > 0 : !_tokens.IsAdded(token)),
        Part.Call when !_checksCalls => token == _tokens.CallEnd || !_tokens.IsAdded(token),
        Part.Call => token == _tokens.CallEnd ? _call.Complete : !_tokens.IsAdded(token) && Fits(token, out _),
        Part.AfterCall => token == _tokens.End || token == _tokens.NewLine,
        _ => token == _tokens.CallStart,
    };

    /// <summary>Goes on by a token that is allowed.</summary>
    public void Take(int token)
    {
        switch (_part)
        {
            case Part.BeforeThought:
                _part = Part.Thought;
                break;
            case Part.Thought when token == _tokens.ThinkEnd:
                _part = Part.Text;
                break;
            case Part.Text or Part.BeforeCall when token == _tokens.CallStart:
                (_part, _call) = (Part.Call, new ToolCallAutomaton(_tools));
                break;
            case Part.Call when token == _tokens.CallEnd:
                _part = Part.AfterCall;
                break;
            case Part.Call when _checksCalls:
                Fits(token, out _call);
                break;
            case Part.AfterCall when token == _tokens.NewLine:
                _part = Part.BeforeCall;
                break;
        }
    }

    private bool Fits(int token, out ToolCallAutomaton after)
    {
        after = _call;
        var bytes = _tokenizer.BytesOf(token);
        foreach (var b in bytes)
        {
            if (!after.Accept(b)) return false;
        }

        return bytes.Length > 0;
    }
}
