namespace AgentScaler.Environments.States.Dumps;

/// <summary>Names that are nobody else's.</summary>
internal static class FreeNames
{
    /// <summary>The name, with as many underscores in front as it needs.</summary>
    public static string Before(string name, Predicate<string> taken)
    {
        while (taken(name))
        {
            name = "_" + name;
        }

        return name;
    }

    /// <summary>The name, with as many underscores behind as it needs. No name is empty.</summary>
    public static string After(string name, Predicate<string> taken)
    {
        while (name.Length == 0 || taken(name))
        {
            name += "_";
        }

        return name;
    }
}
