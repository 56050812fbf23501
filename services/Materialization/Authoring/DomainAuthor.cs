using AgentScaler.LanguageModels;
using AgentScaler.Materialization.Traffic;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Materialization.Authoring;

/// <summary>
/// Lets a language model propose a better schema and better programs for a domain, in the form of overrides. A proposal is
/// used only where it type-checks, passes the proofs and does worse in nothing; findings are given back a bounded number of
/// times. Whatever goes wrong, what was inferred stays, and the outcome says why; a quota that is spent ends the run, since it is
/// spent for every domain.
/// </summary>
internal sealed class DomainAuthor(
    ChatClient client, ICompletionLedger ledger, DomainMaterializer materializer, IReadOnlyList<RecordedCall>? recorded = null)
{
    /// <summary>Tells the author's requests apart from others to the same endpoint.</summary>
    private const string Sample = "author";

    /// <summary>Characters of an answer that are repeated to the model with the findings.</summary>
    private const int MostRepeated = 200_000;

    /// <summary>The inferred domain, or the better one that the model proposed; either says what came of asking.</summary>
    /// <exception cref="EndpointQuotaException">The author's account has nothing left.</exception>
    public async Task<MaterializedDomain> ImproveAsync(
        ToolDomain domain, IReadOnlyList<ToolSpecification> tools, MaterializedDomain inferred, MaterializationOptions options, long seed,
            CancellationToken cancellationToken)
    {
        if (!inferred.Materialized && inferred.Checks.Tools.Count == 0)
        {
            // The user's own files are at fault, or there are no tools: nothing that a model could mend.
            return inferred;
        }

        var work = new Work(domain, tools, inferred, options, seed);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Authoring.TimeLimitSeconds));
        try
        {
            return await ProposeAsync(work, limit.Token);
        }
        catch (Exception failure) when (failure is BudgetExceededException or (ModelEndpointException and not EndpointQuotaException))
        {
            return Keep(work, AuthoringOutcome.Failed, failure.Message, failure is EndpointUnreachableException);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Keep(work, AuthoringOutcome.Failed, FormattableString.Invariant($"The model was not done within {options.Authoring.TimeLimitSeconds} s."));
        }
    }

    private async Task<MaterializedDomain> ProposeAsync(Work work, CancellationToken cancellationToken)
    {
        var names = work.Tools.Where(t => work.Domain.Tools.Contains(t.Id)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var messages = AuthorPrompt.Begin(work.Domain, work.Tools, work.Inferred, work.Options.Authoring.MaxShown).ToList();
        (AuthorProposal Proposal, IReadOnlyList<AuthorFinding> Findings)? last = null;
        for (var round = 0; round <= work.Options.Authoring.Repairs; round++)
        {
            var completion = await client.CompleteAsync(messages, null, work.Seed, Sample, ledger, cancellationToken);
            work.Heard(completion.Usage);
            var answer = completion.Message.Content ?? "";
            var (proposal, unreadable) = AuthorProposal.Read(answer, client.Model, names);
            IReadOnlyList<AuthorFinding> findings = unreadable is null ? [] : [unreadable];
            if (proposal is { Empty: true })
            {
                return Keep(work, AuthoringOutcome.Unchanged, null);
            }

            if (proposal is not null)
            {
                (var proposed, findings) = Try(work, proposal);
                if (findings.Count == 0)
                {
                    return Accept(work, proposed, proposal, AuthoringOutcome.Accepted, null);
                }

                last = (proposal, findings);
            }

            work.Note(findings);
            messages.Add(ChatMessage.Assistant(answer.Length > MostRepeated ? answer[..MostRepeated] : answer));
            messages.Add(AuthorPrompt.Repair(findings, work.Domain.Slug));
        }

        return last is { } unmended && SoundPart(work, unmended.Proposal, unmended.Findings) is { } part
            ? part
            : Keep(work, AuthoringOutcome.Rejected, work.LastReason);
    }

    /// <summary>What is left of a proposal without the tools at fault, where that much holds.</summary>
    private MaterializedDomain? SoundPart(Work work, AuthorProposal proposal, IReadOnlyList<AuthorFinding> findings)
    {
        var faulty = findings.Select(f => f.Tool).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var rest = proposal.Without(faulty);
        if (faulty.Count == 0 || rest.Empty)
        {
            return null;
        }

        var (proposed, remaining) = Try(work, rest);
        return remaining.Count == 0
            ? Accept(work, proposed, rest, AuthoringOutcome.AcceptedInPart,
                $"Left out: {string.Join(", ", faulty.Order(StringComparer.Ordinal))}. {findings.First(f => f.Tool is not null)}")
            : null;
    }

    /// <summary>Materializes with the proposal: first without the costly proofs, so that what is plainly wrong costs little.</summary>
    private (MaterializedDomain Proposed, IReadOnlyList<AuthorFinding> Findings) Try(Work work, AuthorProposal proposal)
    {
        var (options, said) = (work.Options, proposal.AsOverrides(work.Domain.Slug).ToJson());
        var quick = options with { DifferentialCalls = 0, MutantsPerTool = 0 };
        var proposed = materializer.Materialize(work.Domain, work.Tools, quick, work.Seed, recorded: recorded, proposal: said);
        var findings = AuthorJudge.Compare(work.Inferred, proposed, proposal, options.Authoring);
        if (findings.Count > 0 || options == quick)
        {
            return (proposed, findings);
        }

        proposed = materializer.Materialize(work.Domain, work.Tools, options, work.Seed, recorded: recorded, proposal: said);
        return (proposed, AuthorJudge.Compare(work.Inferred, proposed, proposal, options.Authoring));
    }

    private MaterializedDomain Accept(Work work, MaterializedDomain proposed, AuthorProposal proposal, string status, string? reason) => proposed with
    {
        Description = proposed.Description with { Authoring = Outcome(work, status, reason) with { Tools = proposal.Tools } },
        Authored = proposal.AsOverrides(work.Domain.Slug).ToJson(),
    };

    private MaterializedDomain Keep(Work work, string status, string? reason, bool unreachable = false) =>
        work.Inferred with { Description = work.Inferred.Description with { Authoring = Outcome(work, status, reason) with { Unreachable = unreachable } } };

    private AuthoringOutcome Outcome(Work work, string status, string? reason) => new(status, client.Model, work.Rounds, [])
    {
        Reason = reason,
        InputTokens = work.Usage.Input,
        OutputTokens = work.Usage.Output,
        Findings = work.Findings,
    };

    /// <summary>One domain while its author is asked.</summary>
    private sealed record Work(ToolDomain Domain, IReadOnlyList<ToolSpecification> Tools, MaterializedDomain Inferred, MaterializationOptions Options,
        long Seed)
    {
        private const int MostFindings = 40;
        private readonly List<string> _findings = [];

        public TokenUsage Usage { get; private set; }

        public int Rounds { get; private set; }

        public IReadOnlyList<string> Findings => _findings;

        public void Heard(TokenUsage usage)
        {
            Usage += usage;
            Rounds++;
        }

        /// <summary>The first finding of the last round.</summary>
        public string? LastReason { get; private set; }

        public void Note(IReadOnlyList<AuthorFinding> findings)
        {
            LastReason = findings[0].ToString();
            _findings.AddRange(findings.Take(MostFindings - _findings.Count).Select(f => f.ToString()));
        }
    }
}
