using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs;

/// <summary>Reads parts of a JSON form; every refusal names the place as a JSON pointer.</summary>
internal abstract class JsonPlaces(string tool)
{
    protected string Tool => tool;

    protected string Text(Value json, string place) => json.IsString ? json.AsString : throw Refuse(place, "Expected a string.");

    protected void Items(Value json, string place, int least, int most)
    {
        var items = json.AsArray.Length;
        if (items < least || items > most)
        {
            var wanted = least == most ? $"{least} items" : most == int.MaxValue ? $"at least {least} items" : $"{least} to {most} items";
            throw Refuse(place, $"\"{json.AsArray[0].AsString}\" is an array of {wanted}, found {items}.");
        }
    }

    protected static T[] Each<T>(Value json, string place, Func<Value, string, T> read)
    {
        var items = new T[json.AsArray.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(json.AsArray[i], $"{place}/{i}");
        }

        return items;
    }

    protected void OnlyNames(ObjectValue json, string place, params ReadOnlySpan<string> allowed)
    {
        foreach (var name in json.Names)
        {
            if (allowed.IndexOf(name) < 0)
            {
                throw Refuse($"{place}/{name}", $"Unknown name; expected {string.Join(", ", allowed!)}.");
            }
        }
    }

    protected ProgramException Refuse(string place, string message) => new(tool, place, message);
}
