using AgentScaler.StandIns;

return args switch
{
    ["mongo"] => await MongoServer.RunAsync(),
    ["mongosh", ..] => await MongoShell.RunAsync(args[1..]),
    ["jaeger"] => await Jaeger.RunAsync(),
    ["prometheus", ..] => await Prometheus.RunAsync(args[1..]),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("one of: mongo, mongosh URL, jaeger, prometheus");
    return 2;
}
