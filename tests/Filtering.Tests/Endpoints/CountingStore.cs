using System.Reflection;
using AgentScaler.Storage;

namespace AgentScaler.Filtering.Tests.Endpoints;

/// <summary>A store that counts the documents that are asked for by key.</summary>
public class CountingStore : DispatchProxy
{
    private IDocumentStore inner = null!;
    private int gets;

    /// <summary>Documents asked for so far.</summary>
    public static int GetsOf(IDocumentStore store) => Volatile.Read(ref ((CountingStore)store).gets);

    public static IDocumentStore Of(IDocumentStore inner)
    {
        var store = Create<IDocumentStore, CountingStore>();
        ((CountingStore)store).inner = inner;
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IDocumentStore.GetAsync))
        {
            Interlocked.Increment(ref gets);
        }

        return targetMethod.Invoke(inner, args);
    }
}
