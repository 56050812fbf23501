using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Policies;

/// <summary>A reply that is being generated.</summary>
internal sealed class PolicyGeneration(
    PolicyRequest request, List<int> prompt, ReplyConstraint constraint, int limit, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<IReadOnlyList<int>> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TokenSampler _sampler = new(request.Temperature, request.TopP, request.Seed);
    private readonly List<int> _tokens = [];

    // The shortest way to the end of a required call, until it is taken. It fits into the remaining limit.
    private IReadOnlyList<int> _ending = constraint.Ending();
    private int _ended = -1;

    public IReadOnlyList<int> Prompt => prompt;

    public Task<IReadOnlyList<int>> Result => _result.Task;

    public int LastToken => _tokens[^1];

    /// <summary>The position of the last token.</summary>
    public int Position => prompt.Count + _tokens.Count - 1;

    /// <summary>Whether the caller gave up. Then nothing more is computed.</summary>
    public bool Cancelled => cancellationToken.IsCancellationRequested && (_result.TrySetCanceled(cancellationToken) || true);

    /// <summary>Chooses the next token from its logits. Returns whether the reply has ended.</summary>
    public bool Advance(Span<float> logits, int end)
    {
        var token = _ended >= 0 ? _ending[_ended++] : Next(logits);
        if (token >= 0)
        {
            constraint.Take(token);
            _tokens.Add(token);
        }

        if (token >= 0 && token != end && _tokens.Count < limit)
        {
            return false;
        }
        _result.TrySetResult(_tokens);
        return true;
    }

    /// <summary>
    /// Returns the sampler's token. If the limit would not suffice for the required call after it, the way to the end of that call is taken instead.
    /// </summary>
    private int Next(Span<float> logits)
    {
        var token = _sampler.Next(logits, constraint.Allows);
        if (_ending.Count == 0 || token < 0)
        {
            return token;
        }
        var after = constraint.EndingAfter(token);
        if (after.Count <= limit - _tokens.Count - 1)
        {
            _ending = after;
            return token;
        }

        _ended = 1;
        return _ending[0];
    }

    public void Fail(Exception exception) => _result.TrySetException(exception);
}
