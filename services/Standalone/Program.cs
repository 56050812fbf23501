using AgentScaler.Standalone;

return await CommandLine.InvokeAsync(args, Console.Out, Console.Error);
