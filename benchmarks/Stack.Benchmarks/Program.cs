using AgentScaler.Stack.Benchmarks;

// dotnet run -c Release --project benchmarks/Stack.Benchmarks -- chaos|scale|overhead [NUMBER]...
var numbers = args.Skip(1).Select(argument => int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture)).ToList();
int Number(int index, int otherwise) => index < numbers.Count ? numbers[index] : otherwise;
switch (args.FirstOrDefault())
{
    case "chaos":
        return await ChaosRun.RunAsync(domains: Number(0, 200), tasks: Number(1, 13), kills: Number(2, 20), seed: Number(3, 1));
    case "scale":
        return await Scale.RunAsync(slots: Number(0, 4), seconds: Number(1, 30));
    case "overhead":
        return await Overhead.RunAsync(attempts: Number(0, 40), slots: Number(1, 128));
    default:
        await Console.Error.WriteLineAsync("chaos [DOMAINS TASKS KILLS SEED] | scale [SLOTS SECONDS] | overhead [ATTEMPTS SLOTS]");
        return 2;
}
