using System.Reflection;
using AgentScaler.Storage;

namespace AgentScaler.Filtering.Tests.Endpoints;

/// <summary>A store that counts the documents that are asked for by key.</summary>
public class CountingStore : DispatchProxy
{
    private IDocumentStore _inner = null!;
    private int _gets;

    /// <summary>Documents asked for so far.</summary>
    public static int GetsOf(IDocumentStore store) => Volatile.Read(ref ((CountingStore)store)._gets);

    public static IDocumentStore Of(IDocumentStore inner)
    {
        var store = Create<IDocumentStore, CountingStore>();
        ((CountingStore)store)._inner = inner;
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IDocumentStore.GetAsync))
        {
            Interlocked.Increment(ref _gets);
        }

        return targetMethod.Invoke(_inner, args);
    }
}
