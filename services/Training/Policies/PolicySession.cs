using System.Threading.Channels;
using AgentScaler.Pipeline.Options;
using AgentScaler.Training.Datasets;
using AgentScaler.Training.Engine;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using AgentScaler.Training.Templates;
using AgentScaler.Training.Tokenization;
using AgentScaler.Trajectories.Policies;
using static TorchSharp.torch;

namespace AgentScaler.Training.Policies;

/// <summary>
/// One loaded checkpoint that answers requests. A separate thread decodes all waiting requests together, one token of each in a pass, and new ones join between
/// passes. A reply depends on its request alone.
/// </summary>
public sealed class PolicySession : IAsyncDisposable
{
    // The number of parameters up to which one thread decodes. A pass is a hundred small operations, and threads that wait for each other at every
    // one take more time than they save (docs/training.md, "Policies"), even more on a shared machine.
    private const long SmallModel = 20_000_000;

    private readonly Qwen3Model _model;
    private readonly Tokenizer _tokenizer;
    private readonly ReplyTokens _tokens;
    private readonly EncodingOptions _encoding;
    private readonly SequenceDecoder _decoder;
    private readonly PolicyGeneration?[] _slots;
    private readonly long[] _lastUse;
    private readonly Channel<PolicyGeneration> _waiting = Channel.CreateUnbounded<PolicyGeneration>();
    private readonly Task _loop;
    private long _clock;

    /// <param name="folder">A checkpoint.</param>
    /// <param name="slots">The number of requests that are decoded together.</param>
    /// <param name="threads">CPU threads; 0 uses one thread for a small model, else all cores.</param>
    /// <exception cref="CheckpointException">The checkpoint cannot be used.</exception>
    public PolicySession(string folder, int slots, int threads = 0)
    {
        TorchBackend.Require();
        var device = cuda.is_available() ? CUDA : CPU;
        _model = Checkpoint.Load(folder, device, device.type == TorchSharp.DeviceType.CUDA ? ScalarType.BFloat16 : ScalarType.Float32);
        _tokenizer = Checkpoint.LoadTokenizer(folder, _model.Config);
        _tokens = new ReplyTokens(_tokenizer);
        _encoding = EncodingFile.Load(folder);
        _decoder = new SequenceDecoder(_model, slots);
        _slots = new PolicyGeneration?[slots];
        _lastUse = new long[slots];
        _loop = Task.Factory.StartNew(() => Run(threads), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public async Task<PolicyReply> GenerateAsync(PolicyRequest request, CancellationToken cancellationToken)
    {
        var messages = ContextShortening.Shorten(request.Messages, _encoding);
        messages = _encoding.TrainReasoning ? messages : ChatTemplate.WithoutReasoning(messages);
        var prompt = ChatTemplate.RenderPrompt(messages, ContextShortening.Shorten(request.Tools, _encoding), _encoding.TrainReasoning)
            .Pieces.SelectMany(p => _tokenizer.Encode(p.Text)).ToList();
        var room = _model.Config.MaxPositionEmbeddings - prompt.Count;
        // A conversation that exceeds the model ends here, visibly, and affects no other.
        if (room < 1)
        {
            return new PolicyReply(Trajectories.ChatMessage.Assistant(""), "length", prompt.Count, 0);
        }
        var rules = new CallRules(request.Constrained || request.MustCall, request.MustCall, request.SingleCall);
        var constraint = new ReplyConstraint(_tokenizer, _tokens, Callable(request), rules, _encoding.TrainReasoning);
        if (constraint.Ending().Count > request.MaxTokens)
        {
            throw new ArgumentException($"A call does not fit into {request.MaxTokens} tokens; the shortest takes {constraint.Ending().Count}.");
        }
        var generation = new PolicyGeneration(request, prompt, constraint, Math.Min(request.MaxTokens, room), cancellationToken);
        await _waiting.Writer.WriteAsync(generation, cancellationToken);
        var tokens = await generation.Result;
        var finished = tokens.Count > 0 && tokens[^1] == _tokens.End;
        var message = ReplyParser.Parse(_tokenizer.Decode(tokens), request.Messages.Sum(m => m.ToolCalls?.Count ?? 0));
        return new PolicyReply(message, !finished ? "length" : message.ToolCalls is null ? "stop" : "tool_calls", prompt.Count, tokens.Count);
    }

    private static IReadOnlyList<OfferedTool> Callable(PolicyRequest request)
    {
        var offered = OfferedTool.Read(request.Tools);
        if (request.Callable is { } names)
        {
            var unknown = names.FirstOrDefault(name => !offered.Any(tool => tool.Name == name));
            if (unknown is not null)
            {
                throw new ArgumentException($"The tool '{unknown}' that may be called is not among the tools on offer.");
            }
            offered = [.. offered.Where(tool => names.Contains(tool.Name, StringComparer.Ordinal))];
        }

        return request.MustCall && offered.Count == 0 ? throw new ArgumentException("A tool must be called, and none is on offer.") : offered;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _decoder.Dispose();
        _model.Dispose();
    }

    private void Run(int threads)
    {
        EngineThreads.Use(threads == 0 && _model.Parameters.Count < SmallModel ? 1 : threads);
        while (true)
        {
            // After an await the loop would be on another thread, with another number of libtorch threads.
            if (_slots.All(s => s is null) && !_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                return;
            }
            while (Array.IndexOf(_slots, null) >= 0 && _waiting.Reader.TryRead(out var next))
            {
                Guarded(next, () => Admit(next));
            }
            if (_slots.Any(s => s is not null))
            {
                Decode();
            }
        }
    }

    private void Admit(PolicyGeneration next)
    {
        if (next.Cancelled)
        {
            return;
        }
        // Choose the slot that already holds most of the conversation; among equals the least recently used one.
        var slot = Enumerable.Range(0, _slots.Length).Where(i => _slots[i] is null)
            .OrderByDescending(i => _decoder.Shared(i, next.Prompt)).ThenBy(i => _lastUse[i]).First();
        _lastUse[slot] = ++_clock;
        var logits = _decoder.Prefill(slot, next.Prompt);
        if (!next.Advance(logits, _tokens.End))
        {
            _slots[slot] = next;
        }
    }

    private void Decode()
    {
        var tokens = new int[_slots.Length];
        var positions = new int[_slots.Length];
        for (var i = 0; i < _slots.Length; i++)
        {
            // The token of an idle slot is put after its prompt, so that the prompt can still be reused.
            (tokens[i], positions[i]) = _slots[i] is { } active ? (active.LastToken, active.Position) : (0, _decoder.LengthOf(i));
        }

        float[] logits;
        try
        {
            logits = _decoder.Step(tokens, positions);
        }
        catch (Exception exception)
        {
            // Every waiting request gets the engine's failure, and the next requests are served.
            for (var i = 0; i < _slots.Length; i++)
            {
                _slots[i]?.Fail(exception);
                _slots[i] = null;
            }

            return;
        }

        var width = logits.Length / _slots.Length;
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is not { } active)
            {
                continue;
            }
            var slot = i;
            Guarded(active, () =>
            {
                if (active.Cancelled || active.Advance(logits.AsSpan(slot * width, width), _tokens.End))
                {
                    _slots[slot] = null;
                }
            });
            if (active.Result.IsCompleted)
            {
                _slots[i] = null;
            }
        }
    }

    private static void Guarded(PolicyGeneration generation, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            generation.Fail(exception);
        }
    }
}
