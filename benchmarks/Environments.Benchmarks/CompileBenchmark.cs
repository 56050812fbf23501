using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Sessions;
using AgentScaler.Fixtures;

namespace AgentScaler.Environments.Benchmarks;

/// <summary>Time to check and compile, to emit Python, and what compiled expression trees would cost instead.</summary>
internal static class CompileBenchmark
{
    private const int Times = 200;

    public static void Run()
    {
        var tools = Shop.Definition.Tools.Count;
        Report("check and compile", tools, () => CompiledEnvironment.Compile(Shop.Definition, Shop.State));
        Report("emit tools.py", tools, () => PythonEmitter.Emit(Shop.Definition));

        // As many nodes as a program of the shop has on average, through LambdaExpression.Compile and its first call.
        var nodes = Shop.Definition.Programs.Average(p => ProgramJson.Write(p).ToJson().Count(c => c == '['));
        var start = Work.Now();
        for (var i = 0; i < Times; i++)
        {
            var parameter = System.Linq.Expressions.Expression.Parameter(typeof(double));
            System.Linq.Expressions.Expression body = parameter;
            for (var n = 0; n < nodes; n++)
            {
                body = System.Linq.Expressions.Expression.Call(typeof(Math), nameof(Math.Max), null, body,
                    System.Linq.Expressions.Expression.Constant((double)(i + n)));
            }

            System.Linq.Expressions.Expression.Lambda<Func<double, double>>(body, parameter).Compile()(i);
        }

        Console.WriteLine($"{"one expression tree of that size",-34} {(Work.Now() - start).TotalMicroseconds / Times,10:N0} microseconds a tool");
    }

    private static void Report(string name, int tools, Action action) =>
        Console.WriteLine($"{name,-34} {Work.Microseconds(Times, action) / tools,10:N0} microseconds a tool");
}
