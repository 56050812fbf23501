using System.Globalization;

namespace AgentScaler.Collection.Survey;

/// <summary>The survey's command line.</summary>
internal sealed record Arguments(IReadOnlyList<string> Sources, IReadOnlyList<string> Benchmarks, string? Manifest, string? Out, int Parallelism, int Sample)
{
    public static Arguments Parse(string[] args)
    {
        var sources = new List<string>();
        var benchmarks = new List<string>();
        string? manifest = null;
        string? output = null;
        var parallelism = 0;
        var sample = 0;
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--manifest":
                    manifest = args[++index];
                    break;
                case "--benchmark":
                    benchmarks.Add(args[++index]);
                    break;
                case "--out":
                    output = args[++index];
                    break;
                case "--parallelism":
                    parallelism = int.Parse(args[++index], CultureInfo.InvariantCulture);
                    break;
                case "--sample":
                    sample = int.Parse(args[++index], CultureInfo.InvariantCulture);
                    break;
                default:
                    sources.Add(args[index]);
                    break;
            }
        }

        return new Arguments(sources, benchmarks, manifest, output, parallelism, sample);
    }
}
