using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Rollout.Benchmarks;

/// <summary>
/// An OpenAI-compatible endpoint that answers after a fixed time: two calls of the tools offered, then an answer. It looks
/// at a request's bytes alone, so that it costs little beside the client.
/// </summary>
internal static class ScriptedModel
{
    public const int Requests = 3;

    /// <summary>Serves until standard input ends, having written the address.</summary>
    public static async Task RunAsync(double latency, bool http2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = http2 ? HttpProtocols.Http2 : HttpProtocols.Http1);
        });
        await using var app = builder.Build();
        app.Run(context => AnswerAsync(context, TimeSpan.FromSeconds(latency)));
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1");
        await Console.In.ReadToEndAsync();
    }

    private static async Task AnswerAsync(HttpContext context, TimeSpan latency)
    {
        var arrived = Stopwatch.GetTimestamp();
        var answer = Answer(await ReadAsync(context));
        var wait = latency - Stopwatch.GetElapsedTime(arrived);
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync();
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            context.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static byte[] Answer(ReadOnlySpan<byte> request)
    {
        var made = request.Count("\"role\":\"tool\""u8);
        var message = made < Requests - 1
            ? $$$"""{"role":"assistant","content":null,"tool_calls":[{"id":"c{{{made}}}","type":"function","function":{"name":"{{{ToolName(request, made)}}}","arguments":"{}"}}]}"""
            : """{"role":"assistant","content":"That is done."}""";
        return Encoding.UTF8.GetBytes(
            $$$"""{"choices":[{"index":0,"finish_reason":"stop","message":{{{message}}} }],"usage":{"prompt_tokens":500,"completion_tokens":20}}""");
    }

    private static string ToolName(ReadOnlySpan<byte> request, int index)
    {
        var mark = "\"type\":\"function\",\"function\":{\"name\":\""u8;
        var rest = request[request.IndexOf("\"tools\":["u8)..];
        for (; ; index--)
        {
            rest = rest[(rest.IndexOf(mark) + mark.Length)..];
            if (index == 0)
            {
                return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]);
            }
        }
    }
}
