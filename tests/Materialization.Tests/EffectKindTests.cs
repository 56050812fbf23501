using AgentScaler.Effects;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Tests;

/// <summary>Every record of the model has its kind, and every kind is in its list.</summary>
public sealed class EffectKindTests
{
    [Fact]
    public void Every_effect_has_a_kind() =>
        Assert.Equal(Records<Effect>(), EffectKinds.All.Select(k => RecordOf(k.GetType())).Distinct().OrderBy(t => t.Name, StringComparer.Ordinal));

    [Fact]
    public void Kinds_have_one_word_each() =>
        Assert.Equal(EffectKinds.All.Count, EffectKinds.All.Select(k => k.Word).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_kind_is_registered_once() =>
        Assert.Equal(
            typeof(EffectKind).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(EffectKind))).Select(t => t.Name)
                .Order(StringComparer.Ordinal),
            EffectKinds.All.Select(k => k.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void The_documentation_lists_the_words_of_the_kinds()
    {
        var page =
            string.Join(' ', File.ReadAllText(Path.Combine(Root(), "docs", "materialization.md")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($"Effects are `{string.Join(", ", EffectKinds.All.Select(k => k.Word))}`", page, StringComparison.Ordinal);
    }

    /// <summary>A precondition that no program checks, and no policy tells, cannot be added.</summary>
    [Fact]
    public void Every_precondition_has_one_kind() =>
        Assert.Equal(Records<Precondition>(), KindsOfRecords.In<PreconditionKind>().Select(k => k.Record).OrderBy(t => t.Name, StringComparer.Ordinal));

    /// <summary>A consequence that no program does, and no policy tells, cannot be added.</summary>
    [Fact]
    public void Every_consequence_has_one_kind() =>
        Assert.Equal(Records<Consequence>(), KindsOfRecords.In<ConsequenceKind>().Select(k => k.Record).OrderBy(t => t.Name, StringComparer.Ordinal));

    private static IEnumerable<Type> Records<T>() =>
        typeof(T).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(T))).OrderBy(t => t.Name, StringComparer.Ordinal);

    private static Type RecordOf(Type kind)
    {
        while (!kind.IsGenericType)
        {
            kind = kind.BaseType!;
        }

        return kind.GetGenericArguments()[0];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AgentScaler.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
