using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using AgentScaler.Clustering.Similarity;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>The exact dense join of 30,000 x 256 beside numpy with its BLAS on the same numbers in the same run.</summary>
internal static class JoinBenchmark
{
    private const int Count = 30_000;
    private const int Dimension = 256;
    private const float Threshold = 0.5f;

    public static void Run(string python)
    {
        var vectors = Create();
        for (var repetition = 0; repetition < 3; repetition++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var pairs = DenseSimilarityJoin.Join(vectors, Threshold, Environment.ProcessorCount, null, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"dense join, run {repetition + 1}                        {watch.Elapsed.TotalSeconds:0.00} s  processor {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:0.00} s  pairs {pairs.Count}"));
        }

        var path = Path.GetTempFileName();
        using (var file = File.Create(path))
        {
            for (var i = 0; i < Count; i++)
            {
                file.Write(MemoryMarshal.AsBytes(vectors.Row(i)));
            }
        }

        using var process = Process.Start(new ProcessStartInfo(python,
            [Path.Combine(AppContext.BaseDirectory, "reference.py"), "join", path, $"{Count}", $"{Dimension}",
                Threshold.ToString(CultureInfo.InvariantCulture)]));
        process!.WaitForExit();
        File.Delete(path);
    }

    /// <summary>Vectors around 1,000 centres, so that there are pairs to find.</summary>
    private static DenseVectors Create()
    {
        var random = new Random(1);
        float[] Draw() => [.. Enumerable.Range(0, Dimension).Select(_ => (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))];
        var centres = Enumerable.Range(0, 1000).Select(_ => Draw()).ToArray();
        return DenseVectors.Normalize([.. Enumerable.Range(0, Count).Select(i => Draw().Zip(centres[i % 1000], (a, b) => a + b * 1.2f).ToArray())]);
    }
}
