namespace AgentScaler.Materialization.Effects;

/// <summary>The list of all kinds of effects. Inference, programs, policies, overrides, the author's prompt and the documentation read it.</summary>
internal static class EffectKinds
{
    public static IReadOnlyList<EffectKind> All { get; } =
    [
        new QueryKind(),
        new GetKind(), new ListKind(), new CountKind(), new CreateKind(), new CreateManyKind(), new UpdateKind(), new UpsertKind(), new DeleteKind(),
            new DeleteManyKind(),
        new TransitionKind(), new LinkKind(), new UnlinkKind(), new TransferKind(), new LookupKind(),
    ];

    /// <summary>The kind that the clues are those of; the general ones are asked last. Who adds two numbers makes no row.</summary>
    public static EffectKind Recognise(Clues clues) => clues.Computation is not null || clues.ConvertsMoney
        ? The<LookupKind>()
        : All.OrderBy(k => k.General).First(k => k.Recognises(clues));

    /// <summary>The kind with a word, or null.</summary>
    public static EffectKind? Called(string word) => All.FirstOrDefault(k => k.Word == word);

    /// <summary>The one object of a kind.</summary>
    public static TKind The<TKind>()
        where TKind : EffectKind => All.OfType<TKind>().Single();

    /// <summary>The kind of a finished effect; the narrower one where two have the same record.</summary>
    public static EffectKind Of(Effect effect) => All.OrderBy(k => k.General).First(k => k.Is(effect));
}
