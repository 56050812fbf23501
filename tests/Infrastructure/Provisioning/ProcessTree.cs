using System.Globalization;

namespace AgentScaler.TestInfrastructure.Provisioning;

/// <summary>What Linux says of a process and its descendants.</summary>
internal static class ProcessTree
{
    /// <summary>Clock ticks a second in /proc; Linux has said 100 to programs for as long as it exists.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Processor time of a process, of what it started and of what has ended below it.</summary>
    public static TimeSpan ProcessorTime(int root)
    {
        var processes = new Dictionary<int, (int Parent, double Ticks)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            if (Read(folder) is { } read)
            {
                processes[int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)] = read;
            }
        }

        var ticks = processes.Where(process => IsBelow(process.Key, root, processes)).Sum(process => process.Value.Ticks);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    private static bool IsBelow(int process, int root, Dictionary<int, (int Parent, double Ticks)> processes)
    {
        while (process != root)
        {
            if (!processes.TryGetValue(process, out var known) || known.Parent <= 1)
            {
                return false;
            }

            process = known.Parent;
        }

        return true;
    }

    private static (int Parent, double Ticks)? Read(string folder)
    {
        try
        {
            // The name, in brackets, may hold anything; the fields after it are numbers.
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended in between.
            return null;
        }
    }
}
