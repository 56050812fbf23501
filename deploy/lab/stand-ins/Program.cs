using AgentScaler.StandIns;

return args switch
{
    ["mongo"] => await MongoServer.RunAsync(),
    ["jaeger"] => await Jaeger.RunAsync(),
    ["prometheus", ..] => await Prometheus.RunAsync(args[1..]),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("one of: mongo, jaeger, prometheus");
    return 2;
}
