using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>The keys of one state that the initial state does not have, numbered by domain and then in order of value.</summary>
internal sealed class MadeKeys(int domains)
{
    private readonly Dictionary<Value, int>[] _numbers = [.. Enumerable.Range(0, domains).Select(_ => new Dictionary<Value, int>())];

    public static MadeKeys None { get; } = new(0);

    /// <summary>The domain of each key, by number.</summary>
    public int[] Domains { get; private set; } = [];

    public int Of(int domain) => _numbers[domain].Count;

    public void Add(int domain, Value key) => _numbers[domain].TryAdd(key, 0);

    public void Number()
    {
        var domains = new List<int>();
        for (var domain = 0; domain < _numbers.Length; domain++)
        {
            foreach (var key in _numbers[domain].Keys.Order(ValueOrder.Comparer).ToArray())
            {
                _numbers[domain][key] = domains.Count;
                domains.Add(domain);
            }
        }

        Domains = [.. domains];
    }

    public bool TryGet(int domain, Value key, out int number)
    {
        number = -1;
        return (uint)domain < (uint)_numbers.Length && _numbers[domain].TryGetValue(key, out number);
    }
}
